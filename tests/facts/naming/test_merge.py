"""The same thing in several documents is one entity."""

import pytest

from facts.corpus import Tools
from facts.models import Entity
from facts.models.entity import OPEN
from facts.naming import merge_entities

QUILLO = Entity("quillo", "Quillo", "model", ("Quillo",))
BRANDED = Entity("halden-quillo", "Halden Quillo", "model", ("Halden Quillo", "Quillo"), "halden")
SPORT = Entity("quillo-sport", "Quillo Sport", "version", ("Quillo Sport",), "halden", "halden-quillo")


def person(name: str, *aliases: str) -> Entity:
    return Entity(name.lower().replace(" ", "-"), name, "person", (name, *aliases))


JOINED = [
    (QUILLO, BRANDED),
    (Entity("halden", "Halden", "brand", ("Halden",)), Entity("halden", "HALDEN", "company", ("HALDEN",))),
    (person("Petra Lumeo", "Lumeo"), person("Petra Lumeo")),
    (person("Lumeo"), person("Lumeo")),
    (Entity("quillo", "Quillo", OPEN, ("Quillo",)), BRANDED),
    (Entity("e-x", "E-X", "platform", ("E-X",)), Entity("ex", "EX", "platform", ("EX",))),
]
APART = [
    (BRANDED, Entity("kia-quillo", "Kia Quillo", "model", ("Kia Quillo", "Quillo"), "kia")),
    (QUILLO, Entity("quillo", "Quillo", "city", ("Quillo",))),
    (person("Petra Lumeo", "Lumeo"), person("Anna Lumeo", "Lumeo")),
    (QUILLO, Entity("quillos", "Quillo", "model", ("Quillo",), described=True)),
    (Entity("x", "X", "model", ("X",)), Entity("x", "X", "model", ("X",))),
    (QUILLO, Entity("quilla", "Quilla", "model", ("Quilla",))),
]


@pytest.mark.parametrize(("first", "second"), JOINED)
def test_shared_name_and_family_join(tools: Tools, first: Entity, second: Entity) -> None:
    merged, renamed = merge_entities([[first], [second]], tools.lexicon)

    assert [entity.id for entity in merged] == [first.id]
    assert renamed == [{first.id: first.id}, {second.id: first.id}]


@pytest.mark.parametrize(("first", "second"), APART)
def test_what_only_looks_alike_stays_apart(tools: Tools, first: Entity, second: Entity) -> None:
    """Another brand, another family, a shared surname, a description or a single letter never join."""
    merged, renamed = merge_entities([[first], [second]], tools.lexicon)

    assert len(merged) == 2
    assert renamed[0][first.id] != renamed[1][second.id]


def test_joined_entity_keeps_every_name_and_the_brand(tools: Tools) -> None:
    (merged,), _ = merge_entities([[QUILLO], [BRANDED]], tools.lexicon)

    assert merged == Entity("quillo", "Halden Quillo", "model", ("Quillo", "Halden Quillo"), "halden")


def test_taken_id_gets_a_number(tools: Tools) -> None:
    town = Entity("quillo", "Quillo", "city", ("Quillo",))
    merged, renamed = merge_entities([[QUILLO], [town]], tools.lexicon)

    assert [(entity.id, entity.kind) for entity in merged] == [("quillo", "model"), ("quillo-2", "city")]
    assert renamed[1] == {"quillo": "quillo-2"}


def test_version_follows_its_merged_parent(tools: Tools) -> None:
    merged, _ = merge_entities([[QUILLO], [BRANDED, SPORT]], tools.lexicon)

    assert {entity.id: entity.parent for entity in merged} == {"quillo": None, "quillo-sport": "quillo"}


def test_model_follows_its_merged_brand(tools: Tools) -> None:
    maker = Entity("halden-cars", "Halden Cars", "company", ("Halden Cars", "Halden"))
    brand = Entity("halden", "Halden", "brand", ("Halden",))
    merged, _ = merge_entities([[maker], [brand, BRANDED]], tools.lexicon)

    assert {entity.id: entity.brand for entity in merged} == {"halden-cars": None, "halden-quillo": "halden-cars"}


def test_nothing_merges_into_nothing(tools: Tools) -> None:
    assert merge_entities([], tools.lexicon) == ((), [])


def test_open_kind_gives_way(tools: Tools) -> None:
    """What one document leaves open another tells."""
    vague = Entity("quillo", "Quillo", OPEN, ("Quillo",))
    (merged,), _ = merge_entities([[vague], [BRANDED]], tools.lexicon)

    assert (merged.kind, merged.name, merged.brand) == ("model", "Halden Quillo", "halden")


def test_open_name_of_two_things_stays_apart(tools: Tools) -> None:
    town = Entity("quillo-town", "Quillo", "city", ("Quillo",))
    merged, _ = merge_entities([[QUILLO, town], [Entity("quillo", "Quillo", OPEN, ("Quillo",))]], tools.lexicon)

    assert sorted(entity.kind for entity in merged) == ["city", "model", OPEN]
