"""Units and markets that were asked for, and those that are given."""

from dataclasses import replace

import pytest

from bot.answering import Answering
from bot.answering.asked import has_dimension, is_for_market, names_of
from bot.answering.known import Known
from bot.models.finding import Told
from bot.models.query import Intent
from facts.store.reader import FactStore
from tests.bot.answering.asking import query


@pytest.fixture
def known(store: FactStore) -> Known:
    return Known(store)


@pytest.mark.parametrize(
    ("entity", "attribute", "unit", "expected"),
    [
        ("brio", "price", "EUR", True),
        ("brio", "price", "USD", False),
        ("brio", "range", "mi", True),
        ("brio", "range", "USD", False),
    ],
)
def test_dimensions(known: Known, entity: str, attribute: str, unit: str, expected: bool) -> None:
    assert has_dimension(known, known.rows(entity, attribute)[0], unit) is expected


@pytest.mark.parametrize(("market", "expected"), [("usa", True), ("US", True), ("Japan", False)])
def test_markets(known: Known, market: str, expected: bool) -> None:
    assert is_for_market(known, known.rows("corso", "price")[0], market) is expected


def test_a_market_goes_by_all_its_names(known: Known) -> None:
    assert (names_of(known, "usa"), names_of(known, "Japan")) == (["United States", "US"], ["Japan"])


def test_another_unit_of_the_dimension_is_to_be_converted(answering: Answering) -> None:
    found = answering.find(query(Intent.LOOKUP, "brio", attributes=("range",), asked_unit="mi"))
    assert isinstance(found, Told)
    assert found.converted == "mi"


def test_a_currency_is_money_of_one_market(known: Known) -> None:
    """Dollars without a word of the market are a price in the United States, and in no other."""
    row = known.rows("corso", "price")[0]
    plain = replace(row, fact=replace(row.fact, qualifiers={}), source=replace(row.source, quote="It costs $30,000."))
    known.homes["USD"] = "United States"
    assert (is_for_market(known, plain, "usa"), is_for_market(known, plain, "portugal")) == (True, False)
