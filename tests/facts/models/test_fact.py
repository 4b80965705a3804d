"""What a document says of an entity."""

import pytest

from facts.models import Certainty, Fact, Origin, Value, ValueKind


@pytest.fixture
def fact() -> Fact:
    value = Value("£20,000", ValueKind.MONEY, 20_000, unit="GBP")
    return Fact("kia-ev2", "price", value, "note.txt", 0, 24, (16, 23), "frame")


def test_fact_waits_for_review_unless_vouched_for(fact: Fact) -> None:
    assert fact.origin is Origin.PROPOSED


def test_fact_is_stated_unless_hedged(fact: Fact) -> None:
    assert fact.certainty is Certainty.STATED


def test_fact_points_at_its_quote_and_value(fact: Fact) -> None:
    text = "The Kia EV2 has a price of £20,000."
    moved = Fact(fact.subject, fact.attribute, fact.value, fact.document, 0, len(text), (27, 34), fact.pattern)

    assert text[moved.start : moved.end] == text
    assert text[slice(*moved.at)] == moved.value.text


def test_facts_share_no_qualifiers(fact: Fact) -> None:
    other = Fact(fact.subject, fact.attribute, fact.value, fact.document, 0, 24, (16, 23), fact.pattern)

    assert fact.qualifiers == {}
    assert fact.qualifiers is not other.qualifiers


@pytest.mark.parametrize("word", ["stated", "approximate", "expected", "rumoured", "denied"])
def test_certainty_is_read_from_its_word(word: str) -> None:
    """Review files and the store write it as a word."""
    assert Certainty(word) == word


@pytest.mark.parametrize("word", ["reviewed", "extracted", "proposed"])
def test_origin_is_read_from_its_word(word: str) -> None:
    assert Origin(word) == word
