"""The tier below answers."""

import pytest

from bot.answering.known import Known
from bot.answering.passages import are_alike, names_in, passages_for
from bot.models.finding import Passages
from bot.models.query import Intent
from facts.store.reader import FactStore
from tests.bot.answering.asking import query


@pytest.fixture
def known(store: FactStore) -> Known:
    return Known(store)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("recover", "recovery", True), ("range", "ranger", True), ("price", "prize", False), ("car", "cars", False)],
)
def test_forms_of_one_word(one: str, other: str, expected: bool) -> None:
    assert are_alike(one, other) is expected


def test_the_words_that_match_are_marked(known: Known) -> None:
    found = passages_for(known, query(Intent.OPEN, "lomnica"), ["freight"])
    assert isinstance(found, Passages)
    ((start, end),) = found.passages[0].marks
    assert known.document("old.txt").text[start:end] == "freight"


def test_words_that_nothing_holds_are_named(known: Known) -> None:
    found = passages_for(known, query(Intent.OPEN, "lomnica"), ["freight", "strike"])
    assert isinstance(found, Passages)
    assert found.missing == ("strike",)


def test_less_than_half_of_the_words_is_nothing(known: Known) -> None:
    assert passages_for(known, query(Intent.OPEN, "lomnica"), ["freight", "strike", "pay", "union"]) is None


def test_without_a_name_every_word_must_be_there(known: Known) -> None:
    assert passages_for(known, query(Intent.OPEN), ["recovery", "small"]) is not None
    assert passages_for(known, query(Intent.OPEN), ["recovery", "weather"]) is None


def test_no_words_no_passages(known: Known) -> None:
    assert passages_for(known, query(Intent.OPEN, "brio"), []) is None


def test_names_are_all_ways_to_write_them(known: Known) -> None:
    assert names_in(known, query(Intent.OPEN, "corso")) == ["Alda Corso", "Corso"]
