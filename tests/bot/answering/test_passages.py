"""The tier below answers."""

import pytest

from bot.answering.known import Known
from bot.answering.passages import PassageFinder, is_written, names_in, unknown_names
from bot.answering.terms import are_alike
from bot.models.finding import Passages
from bot.models.query import Intent
from facts.store.reader import FactStore
from tests.bot.answering.asking import marked, query


@pytest.fixture
def known(store: FactStore) -> Known:
    return Known(store)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("recover", "recovery", True), ("range", "ranger", True), ("price", "prize", False), ("car", "cars", False)],
)
def test_forms_of_one_word(one: str, other: str, expected: bool) -> None:
    assert are_alike(one, other) is expected


def test_the_nearest_sentence_is_marked_in_its_paragraph(known: Known) -> None:
    found = PassageFinder(known).find(query(Intent.OPEN, "lomnica", words=("freight",)))
    assert isinstance(found, Passages)
    assert marked(found.passages[0]) == ["They are built in Lomnica to keep freight short."]
    assert len(found.passages[0].quote) > len("They are built in Lomnica to keep freight short.")


def test_words_that_nothing_holds_are_named(known: Known) -> None:
    found = PassageFinder(known).find(query(Intent.OPEN, "lomnica", words=("freight", "strike")))
    assert isinstance(found, Passages)
    assert found.missing == ("strike",)


def test_too_few_of_the_words_is_nothing(known: Known) -> None:
    assert (
        PassageFinder(known).find(query(Intent.OPEN, "lomnica", words=("freight", "strike", "pay", "union", "board")))
        is None
    )


def test_without_a_name_every_word_must_be_there(known: Known) -> None:
    assert PassageFinder(known).find(query(Intent.OPEN, words=("recovery", "small"))) is not None
    assert PassageFinder(known).find(query(Intent.OPEN, words=("recovery", "weather"))) is None


def test_a_name_alone_is_near_to_what_names_it(known: Known) -> None:
    found = PassageFinder(known).find(query(Intent.OPEN, "usa"))
    assert isinstance(found, Passages)
    assert len(found.passages) == 1


def test_nothing_at_all_is_near_to_nothing(known: Known) -> None:
    assert PassageFinder(known).find(query(Intent.OPEN)) is None


def test_an_asked_attribute_needs_its_words_and_its_subject(known: Known) -> None:
    """Seats are spoken of only where the Corso is."""
    found = PassageFinder(known).find(query(Intent.LOOKUP, "corso", attributes=("seats",)), is_understood=True)
    assert isinstance(found, Passages)
    assert PassageFinder(known).find(query(Intent.LOOKUP, "brio", attributes=("seats",)), is_understood=True) is None


def test_words_that_a_fact_gives_to_something_else_do_not_count(known: Known) -> None:
    """The sentence that gives the platform of others, and names the Nido, says nothing of its predecessor's."""
    assert (
        PassageFinder(known).find(query(Intent.LOOKUP, "tosca", attributes=("platform",)), is_understood=True) is None
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("mayor of Lomnica", ["Lomnica"]),
        ("Fink's platform", ["Fink"]),
        ("the Alda E40", ["Alda E40"]),
        ("fink", ["fink"]),
    ],
)
def test_names_within_words_that_mean_nothing_known(text: str, names: list[str]) -> None:
    assert unknown_names(text) == names


def test_names_that_are_written_but_mean_nothing_known(known: Known) -> None:
    assert (is_written(known, "Bexa"), is_written(known, "Zephyr")) == (True, False)


def test_names_are_all_ways_to_write_them(known: Known) -> None:
    assert names_in(known, query(Intent.OPEN, "corso")) == ["Alda Corso", "Corso"]


def test_two_names_that_meet_are_near_whatever_the_words(known: Known) -> None:
    found = PassageFinder(known).find(query(Intent.OPEN, "p2", "corso", words=("strike",)))
    assert isinstance(found, Passages)
    assert marked(found.passages[0])[0].startswith("The Brio sits on the P2 platform")


def test_one_name_alone_is_not_near_to_other_words(known: Known) -> None:
    assert PassageFinder(known).find(query(Intent.OPEN, "usa", words=("strike",))) is None
