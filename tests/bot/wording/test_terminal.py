"""What a person sees in a terminal, and what a pipe gets."""

import io

from rich.console import Console

from bot.models import Answer
from bot.models.query import Intent
from bot.wording.terminal import print_answer, render
from tests.bot.answering.asking import query
from tests.bot.wording.conftest import Reply


def rendered(answer: Answer) -> str:
    output = io.StringIO()
    render(answer, Console(file=output, force_terminal=True, width=100))
    return output.getvalue()


def test_the_words_that_say_it_are_highlighted(reply: Reply) -> None:
    assert "\x1b[1;3;4m21,000 euros" in rendered(reply(query(Intent.LOOKUP, "brio", attributes=("price",))))


def test_a_source_line_stands_below_the_quotes_of_its_document(reply: Reply) -> None:
    text = rendered(reply(query(Intent.LOOKUP, "brio", attributes=("price", "range"))))
    assert text.count("Spring lineup, 2025-01-10") == 1
    assert text.count("Autumn update, 2025-09-01") == 1


def test_suggestions_are_offered(reply: Reply) -> None:
    assert "→ What is the price of the Alda Brio?" in rendered(
        reply(query(Intent.LOOKUP, "brio", attributes=("seats",)))
    )


def test_a_pipe_gets_plain_lines(reply: Reply) -> None:
    output = io.StringIO()
    print_answer(reply(query(Intent.LOOKUP, "brio", attributes=("price",))), output)
    assert output.getvalue().splitlines() == [
        "The Alda Brio costs 21,000 euros.",
        "  “The Alda Brio costs 21,000 euros.”",
        "  — Spring lineup, 2025-01-10, from a document machine-translated from French, reviewed",
    ]
