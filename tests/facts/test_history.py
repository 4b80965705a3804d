"""What later documents take back, fact by fact."""

from dataclasses import replace

import pytest

from facts.history import is_later, standing
from facts.lexicon import Attribute
from facts.models import Certainty, Fact, Origin, Value, ValueKind

ONE = Attribute("price", ValueKind.MONEY, ("model",))
MANY = Attribute("versions", ValueKind.ENTITY, ("model",), many=True)
RENEWED = replace(MANY, id="factory", renewed=True)
DATES = {"old": "2025-01-10", "new": "2025-06-02", "undated": None}


def fact(value: str, document: str = "old", **more: object) -> Fact:
    """Make a fact whose value is an entity."""
    made = Value(value, ValueKind.ENTITY, entity=value)
    return replace(Fact("tiko", "factory", made, document, 0, 9, (0, 3), "hand", origin=Origin.EXTRACTED), **more)  # type: ignore[arg-type] # fields by name


def told(*facts: Fact, attribute: Attribute = RENEWED) -> tuple[list[str], list[str]]:
    stand, past = standing(facts, attribute, DATES.__getitem__)
    return [one.value.text for one in stand], [one.value.text for one in past]


DENIED, RUMOURED = {"certainty": Certainty.DENIED}, {"certainty": Certainty.RUMOURED}


@pytest.mark.parametrize(
    ("facts", "attribute", "stand", "past"),
    [
        ([fact("a"), fact("b", "new")], RENEWED, ["b"], ["a"]),
        ([fact("a"), fact("b", "new")], ONE, ["b"], ["a"]),
        ([fact("a"), fact("b", "new")], MANY, ["a", "b"], []),
        ([fact("a"), fact("b")], RENEWED, ["a", "b"], []),
        ([fact("a"), fact("a", "new"), fact("b", "new")], RENEWED, ["a", "a", "b"], []),
        ([fact("a"), fact("b", "undated")], RENEWED, ["a", "b"], []),
        ([fact("a"), fact("a", "new", **DENIED)], MANY, [], ["a"]),
        ([fact("a", "new"), fact("a", **DENIED)], MANY, ["a"], []),
        ([fact("a"), fact("a", "undated", **DENIED)], MANY, ["a"], []),
        ([fact("a"), fact("b", "new", **RUMOURED)], RENEWED, ["a", "b"], []),
        ([fact("a", **RUMOURED), fact("b", "new")], MANY, ["b"], ["a"]),
        ([fact("a"), fact("b", "new", qualifiers={"market": "Spain"})], RENEWED, ["a", "b"], []),
        ([fact("a", origin=Origin.REVIEWED), fact("b", "new")], RENEWED, ["a", "b"], []),
        ([fact("a", origin=Origin.REVIEWED), fact("b", "new", origin=Origin.REVIEWED)], RENEWED, ["b"], ["a"]),
    ],
)
def test_later_documents_take_back(facts: list[Fact], attribute: Attribute, stand: list[str], past: list[str]) -> None:
    assert told(*facts, attribute=attribute) == (stand, past)


@pytest.mark.parametrize(
    ("one", "other", "later"),
    [
        ("2025-06-02", "2025-01-10", True),
        ("2025-01-10", "2025-06-02", False),
        ("2025", "2025-06", False),
        ("2026", "2025-06", True),
        (None, "2025", False),
        ("2025", None, False),
    ],
)
def test_dates_are_compared_as_far_as_they_are_known(one: str | None, other: str | None, later: bool) -> None:
    assert is_later(one, other) is later
