"""The little of Discord's Markdown that the bot writes, as a terminal shows it."""

import io

import pytest
from rich.console import Console

from bot.simulation.screen import PLAIN_WIDTH, Screen, read_markdown

NAMES = {7: "#lineup", 8: "@robin"}


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("plain", "plain"),
        ("**bold** and not", "bold and not"),
        (r"a \*star\* stays", "a *star* stays"),
        (r"> quoted **here \_and\_** there", "“quoted here _and_ there”"),
        ("[Title](https://example.org/a_%28b%29) · AFP", "Title · AFP"),
        ("in <#7> with <@8> and <@!9>", "in #lineup with @robin and @unknown"),
        ("since <t:0>", "since 1970-01-01 00:00 UTC"),
        ("at <t:0:f>", "at 1970-01-01 00:00 UTC"),
        ("in the end, <t:99999999999:R>", "in the end, a moment ago"),
        ("```\ncode\n```", "code"),
        ("one\n\n> two", "one\n\n“two”"),
    ],
)
def test_markdown_reads_as_on_discord(written, shown):
    assert read_markdown(written, NAMES).plain == shown


def test_marked_words_are_bold():
    text = read_markdown("a **b** c", {})
    assert [(span.start, span.end, str(span.style)) for span in text.spans] == [(2, 3, "bold")]


def test_piped_output_is_never_wrapped():
    screen = Screen(Console(file=io.StringIO()))
    assert screen.console.width == PLAIN_WIDTH


def test_a_prompt_is_for_terminals_only():
    piped, typed = io.StringIO(), io.StringIO()
    Screen(Console(file=piped)).prompt("you> ")
    Screen(Console(file=typed, force_terminal=True, width=80)).prompt("you> ")
    assert piped.getvalue() == ""
    assert "you> " in typed.getvalue()
