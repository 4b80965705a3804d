"""Answers as plain lines."""

from bot.models.query import Intent, Match
from bot.wording.plain import headline, lines_of
from tests.bot.answering.asking import mention, query
from tests.bot.wording.conftest import Reply


def test_the_headline_is_the_sentence(reply: Reply) -> None:
    assert headline(reply(query(Intent.LOOKUP, "brio", attributes=("price",)))) == "The Alda Brio costs 21,000 euros."


def test_each_choice_has_a_line(reply: Reply) -> None:
    alda = mention("brio", "corso", match=Match.AMBIGUOUS, text="Alda")
    lines = lines_of(reply(query(Intent.LOOKUP, alda, text="how much", attributes=("price",))))
    assert lines[1:] == ["  • Alda Brio: how much", "  • Alda Corso: how much"]


def test_quotes_of_one_document_share_a_source_line(reply: Reply) -> None:
    lines = lines_of(reply(query(Intent.LOOKUP, "nido", attributes=("price", "replaces"))))
    assert [line[:4] for line in lines[1:]] == ["  “T", "  “T", "  — "]
