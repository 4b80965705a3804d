"""Whatever a document or a person writes is shown as it is written, and is nothing else to Discord."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.discord.rendering.escaping import escape, in_code, in_link, visible

MARKUP = re.compile(
    r"<(?:@[!&]?\d|#\d|t:-?\d|/\w|a?:\w+:\d|id:\w)|@(?:everyone|here)|https?://|discord(?:app)?\.(?:gg|com)"
    r"|^\s*(?:#{1,3}\s|-#|[-+*]\s|>|\d+\.\s)|\[[^\]]*\]\(",
    re.MULTILINE | re.IGNORECASE,
)


def shown(text: str) -> str:
    """Return what Discord shows of an escaped text: a backslash before a mark is no more."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


@pytest.mark.parametrize(
    ("written", "escaped"),
    [
        ("The Twingo costs €20,000.", "The Twingo costs €20,000."),
        ("*20,000* _euros_ ~~now~~ ||soon|| `code`", r"\*20,000\* \_euros\_ \~\~now\~\~ \|\|soon\|\| \`code\`"),
        ("# Prices", r"\# Prices"),
        ("-# small", r"\-# small"),
        ("  - an item", r"  \- an item"),
        ("+ an item", r"\+ an item"),
        ("1. first", r"1\. first"),
        ("In 2026. Then", "In 2026. Then"),
        ("2026.", r"2026\."),
        ("> quoted", r"\> quoted"),
        (">>> all quoted", r"\>>> all quoted"),
        ("5 > 4 and 3 - 2", "5 > 4 and 3 - 2"),
        ("<@123> <@&4> <#5>", r"\<\@123> \<\@&4> \<#5>"),
        ("<t:1:R> </ask:1> <:e:1> <a:e:1> <id:browse>", r"\<t:1:R> \</ask:1> \<:e:1> \<a:e:1> \<id:browse>"),
        ("@everyone and @here", r"\@everyone and \@here"),
        ("see https://example.com/a_b", r"see https\://example.com/a\_b"),
        ("discord.gg/abc", r"discord\.gg/abc"),
        ("[free](https://example.com)", r"\[free\](https\://example.com)"),
        ("20\u202e000,02\u202c euros", "20000,02 euros"),
        ("Twin\u200bgo\ufeff\u00ad", "Twingo"),
        ("one\r\ntwo\u2028# three", "one\ntwo\n\\# three"),
        ("a\\*b", r"a\\\*b"),
        ("\ud800", ""),
        ("👩\u200d🔧", "👩\u200d🔧"),
    ],
)  # fmt: skip
def test_markup_is_shown_as_written(written, escaped):
    assert escape(written) == escaped


@given(text=st.text())
@example(text="<<@1>")
@example(text="\\<@1>")
@example(text="-\u200b# x")
@example(text="h\u200bttps://x")
def test_any_text_reads_as_before(text):
    assert shown(escape(text)) == visible(text)


@given(text=st.text(alphabet="<>@#&!:/\\*_~|`[]()-+. \n\u200b\u202e0123tfre", max_size=80))
@example(text="https://a")
def test_nothing_is_left_to_read_as_markup(text):
    unescaped = re.sub(r"\\[!-/:-@\[-`{-~]", "·", escape(text))
    assert MARKUP.search(unescaped) is None
    assert not set(unescaped) & set("*_~|`<[]@")


@given(text=st.text())
def test_nothing_hidden_is_left(text):
    left = visible(text)
    assert not re.search("[\u0000-\u0008\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]", left)
    assert visible(left) == left
    assert left.encode().decode() == left


@given(text=st.text(alphabet="`a\n", max_size=30))
def test_no_text_ends_its_code_block(text):
    assert "```" not in in_code(text)


@given(text=st.text(max_size=60))
def test_no_title_ends_its_link(text):
    assert not set("[]") & set(in_link(text))
