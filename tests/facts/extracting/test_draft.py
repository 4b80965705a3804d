"""A fact in the making."""

from facts.extracting.draft import Draft, entity_value
from facts.models import ValueKind


def test_makes_a_value_of_an_entity() -> None:
    value = entity_value("kia", "Kia")
    assert (value.kind, value.entity, value.text) == (ValueKind.ENTITY, "kia", "Kia")


def test_denies_nothing_unless_told() -> None:
    assert not Draft("kia-ev4", "manufacturer", entity_value("kia", "Kia"), (0, 3), 0, "frame.active/name").denied
