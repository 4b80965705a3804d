"""What a person sees in a terminal."""

import io

from rich.console import Console

from bot.models import Answer
from bot.models.query import Intent, Match
from bot.wording.terminal import print_answer
from tests.bot.answering.asking import mention, query
from tests.bot.wording.conftest import Reply


def shown(answer: Answer, *, terminal: bool = False) -> str:
    output = io.StringIO()
    print_answer(answer, Console(file=output, force_terminal=terminal, width=100))
    return output.getvalue()


def test_an_answer_its_quote_and_its_source_line(reply: Reply) -> None:
    text = shown(reply(query(Intent.LOOKUP, "brio", attributes=("price",))))
    assert text.splitlines() == [
        "The Alda Brio costs 21,000 euros.",
        "  “The Alda Brio costs 21,000 euros.”",
        "  — Spring lineup, 2025-01-10, from a document machine-translated from French, reviewed",
    ]


def test_the_words_that_say_it_are_highlighted(reply: Reply) -> None:
    text = shown(reply(query(Intent.LOOKUP, "brio", attributes=("price",))), terminal=True)
    assert "\x1b[1;3;4m21,000 euros" in text


def test_choices_and_suggestions_are_listed(reply: Reply) -> None:
    alda = mention("brio", "corso", match=Match.AMBIGUOUS, text="Alda")
    assert "• Alda Brio: how much" in shown(reply(query(Intent.LOOKUP, alda, text="how much", attributes=("price",))))
    assert "→ What is the price of the Alda Brio?" in shown(reply(query(Intent.LOOKUP, "brio", attributes=("seats",))))
