"""What a verb takes behind it: object, prepositional arguments, values and words."""

import pytest

from tests.facts.extracting.conftest import MakeClause, place_of, words_of

OBJECTS = [
    ("Kia builds the EV4 in Žilina.", "builds", "the EV4"),
    ("Kia invests in Žilina.", "invests", None),  # a preposition governs it
    ("Kia builds, says the union, the EV4.", "builds", None),
]


@pytest.mark.parametrize(("text", "verb", "thing"), OBJECTS)
def test_finds_the_object(clause: MakeClause, text: str, verb: str, thing: str | None) -> None:
    made = clause(text)
    assert words_of(made, made.object(place_of(made, verb) + 1)) == thing


BEHIND = [
    ("Kia builds the EV4 in Žilina.", "builds", ("in",), "Žilina"),
    ("Kia builds the EV4 for Europe in Žilina.", "builds", ("in",), "Žilina"),
    ("Kia makes the EV4 out of Žilina.", "makes", ("out_of",), "Žilina"),
    ("Kia builds the EV4 in Žilina.", "builds", ("at",), None),
    ("Kia builds the EV4 that is sold in Norway.", "builds", ("in",), None),  # another clause
]


@pytest.mark.parametrize(("text", "verb", "prepositions", "argument"), BEHIND)
def test_finds_what_a_preposition_governs(
    clause: MakeClause, text: str, verb: str, prepositions: tuple[str, ...], argument: str | None
) -> None:
    made = clause(text)
    assert words_of(made, made.behind(place_of(made, verb) + 1, prepositions)) == argument


def test_takes_a_value_right_behind_a_verb(clause: MakeClause) -> None:
    made = clause("The Kia EV4 costs only 37,000 euros.")
    assert words_of(made, made.right_behind(place_of(made, "costs") + 1)) == "37,000 euros"


def test_takes_no_value_behind_other_words(clause: MakeClause) -> None:
    made = clause("The Kia EV4 costs people 37,000 euros.")
    assert made.right_behind(place_of(made, "costs") + 1) is None


WORDS = [
    ("Kia wants to lead the market for vans, says the paper.", "wants", "to lead the market for vans"),
    ("Kia wants it.", "wants", None),  # a pronoun alone tells nothing
]


@pytest.mark.parametrize(("text", "verb", "run"), WORDS)
def test_takes_words_up_to_a_comma(clause: MakeClause, text: str, verb: str, run: str | None) -> None:
    made = clause(text)
    assert words_of(made, made.words(place_of(made, verb) + 1)) == run


def test_takes_words_behind_a_preposition(clause: MakeClause) -> None:
    made = clause("The Kia EV4 benefits only from the bonus of 4,000 euros.")
    assert words_of(made, made.words_behind(place_of(made, "benefits") + 1, ("from",))) == "bonus of 4,000 euros"
