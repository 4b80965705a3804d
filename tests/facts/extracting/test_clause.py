"""What patterns may ask of a sentence as a whole."""

import pytest

from tests.facts.extracting.conftest import MakeClause, place_of

VERBS = [
    ("Kia builds the EV4 and sells it.", ["builds", "sells"]),
    ("The build of the EV4 is good.", []),  # a noun here
    ("Kia wants to build the EV4.", ["wants", "build"]),
]


@pytest.mark.parametrize(("text", "verbs"), VERBS)
def test_finds_verbs_outside_of_names(clause: MakeClause, text: str, verbs: list[str]) -> None:
    made = clause(text)
    assert [made.sentence.tokens[place].text for place in made.verb_places()] == verbs


def test_knows_clauses_of_place(clause: MakeClause) -> None:
    made = clause("Kia likes Žilina, where it builds the EV4.")
    assert made.is_where(place_of(made, "builds"))
    assert not made.is_where(place_of(made, "likes"))
