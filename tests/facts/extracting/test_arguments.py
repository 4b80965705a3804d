"""Where arguments stand, where clauses end, and which amounts are differences."""

import pytest

from tests.facts.extracting.conftest import MakeClause, place_of, words_of


def test_places_mentions_and_values_in_order(clause: MakeClause) -> None:
    made = clause("The Kia EV4 costs 37,000 euros in Norway.")
    assert [words_of(made, one) for one in made.arguments] == ["The Kia EV4", "37,000 euros", "Norway"]


def test_finds_arguments_by_position(clause: MakeClause) -> None:
    made = clause("The Kia EV4 costs 37,000 euros.")
    assert made.ending[place_of(made, "costs")] is made.covering[place_of(made, "Kia")]


def test_bounds_a_clause(clause: MakeClause) -> None:
    made = clause("The Clio is old; the Leaf, which costs 30,000 euros, is new.")
    place = place_of(made, "costs")
    assert made.sentence.words(made.clause_start(place), made.clause_end(place)).startswith("costs 30,000 euros")


DIFFERENCES = [
    ("The Clio costs 2,000 euros more than the Leaf.", "en", True),
    ("The Clio is 5 cm longer.", "en", True),
    ("The Clio costs 2,000 euros.", "en", False),
    ("The Clio costs 20,000 euros after the bonus.", "en", False),
    ("La Clio coûte 2 000 euros de plus.", "fr", True),
    ("La Clio coûte 2 000 euros de taxes.", "fr", False),
]


@pytest.mark.parametrize(("text", "language", "is_difference"), DIFFERENCES)
def test_knows_differences(clause: MakeClause, text: str, language: str, *, is_difference: bool) -> None:
    values = [one for one in clause(text, language).arguments if one.value]
    assert [one.is_difference for one in values] == [is_difference]
