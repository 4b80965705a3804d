"""Arguments that share a place, and those that only stand side by side."""

import pytest

from tests.facts.extracting.conftest import MakeClause, words_of

GROUPS = [
    ("The Clio, the Leaf and the Niro cost 20,000 euros.", ["The Clio", "the Leaf", "the Niro"]),
    ("The Clio, the Leaf, cost 20,000 euros.", ["The Clio"]),  # no conjunction
    ("The Clio and Nissan agree.", ["The Clio"]),  # not alike
    ("The Clio beats the Leaf and the Niro.", ["The Clio"]),
]


@pytest.mark.parametrize(("text", "group"), GROUPS)
def test_groups_what_is_joined(clause: MakeClause, text: str, group: list[str]) -> None:
    made = clause(text)
    assert [words_of(made, one) for one in made.group(made.arguments[0])] == group


def test_keeps_the_object_before_out_of_a_subject(clause: MakeClause) -> None:
    made = clause("The Micra comes from the Clio and the Leaf is built in Sunderland.")
    leaf = next(one for one in made.arguments if words_of(made, one) == "the Leaf")
    assert [words_of(made, one) for one in made.group_of_subject(leaf)] == ["the Leaf"]
