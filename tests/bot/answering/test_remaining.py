"""Words that nothing explains are accounted for where they stand beside the value."""

import pytest

from bot.answering import Answering
from bot.models.finding import Missing, Passages, Told
from bot.models.query import Intent
from tests.bot.answering.asking import query


@pytest.mark.parametrize(
    ("attribute", "unknown", "value"),
    [
        ("price", ("Alda",), "21,000 euros"),
        ("range", ("now",), "325 km"),
        ("launch", ("goes", "sale"), "2026"),
    ],
)
def test_words_beside_the_value_pick_it(
    answering: Answering, attribute: str, unknown: tuple[str, ...], value: str
) -> None:
    found = answering.find(query(Intent.LOOKUP, "brio", attributes=(attribute,), unknown=unknown))
    assert isinstance(found, Told)
    assert [row.value for row in found.rows] == [value]


def test_the_year_of_the_document_need_not_be_said(answering: Answering) -> None:
    found = answering.find(query(Intent.LOOKUP, "brio", attributes=("range",), unknown=("now", "2025")))
    assert isinstance(found, Told)


@pytest.mark.parametrize("unknown", [("leather",), ("now", "leather"), ("2031",), ("a", "b", "c", "d", "e")])
def test_a_word_that_stands_elsewhere_or_nowhere_blocks(answering: Answering, unknown: tuple[str, ...]) -> None:
    found = answering.find(query(Intent.LOOKUP, "brio", attributes=("range",), unknown=unknown))
    assert isinstance(found, Missing | Passages)


def test_no_verdict_is_read_from_words_beside_a_value(answering: Answering) -> None:
    assert not isinstance(answering.find(query(Intent.CHECK, "brio", attributes=("price",), unknown=("Alda",))), Told)
