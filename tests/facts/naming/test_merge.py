"""The same thing in several documents is one entity."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from facts.corpus import Tools, read_piece
from facts.models import Entity
from facts.models.entity import OPEN
from facts.naming import merge_entities
from facts.sources import documents_in
from facts.terms import squeeze

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

    (only,) = merged
    assert [ids.get(one.id, one.id) for one, ids in zip((first, second), renamed, strict=True)] == [only.id] * 2


@pytest.mark.parametrize(("first", "second"), APART)
def test_what_only_looks_alike_stays_apart(tools: Tools, first: Entity, second: Entity) -> None:
    """Another brand, another family, a shared surname, a description or a single letter never join."""
    merged, renamed = merge_entities([[first], [second]], tools.lexicon)

    assert len(merged) == 2
    assert renamed[0].get(first.id, first.id) != renamed[1].get(second.id, second.id)


def test_joined_entity_keeps_every_name_and_the_brand(tools: Tools) -> None:
    (merged,), _ = merge_entities([[QUILLO], [BRANDED]], tools.lexicon)

    assert merged == Entity("halden-quillo", "Halden Quillo", "model", ("Halden Quillo", "Quillo"), "halden")


def test_taken_id_gets_a_number(tools: Tools) -> None:
    town = Entity("quillo", "Quillo", "city", ("Quillo",))
    merged, renamed = merge_entities([[QUILLO], [town]], tools.lexicon)

    assert [(entity.id, entity.kind) for entity in merged] == [("quillo", "city"), ("quillo-2", "model")]
    assert renamed == [{"quillo": "quillo-2"}, {}]


def test_version_follows_its_merged_parent(tools: Tools) -> None:
    merged, _ = merge_entities([[QUILLO], [BRANDED, SPORT]], tools.lexicon)

    assert {entity.id: entity.parent for entity in merged} == {
        "halden-quillo": None,
        "quillo-sport": "halden-quillo",
    }


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


# -- what documents say, read whole

PAIRS = tomllib.loads(Path(__file__).with_name("pairs.toml").read_text(encoding="utf-8"))
FILES = ("one.txt", "other.txt")


def meanings(tools: Tools, folder: Path, row: dict[str, Any]) -> tuple[set[str], set[str]]:
    """Return the ids that the name in either document stands for, once both are merged."""
    for name, text in zip(FILES, (row["one"], row["other"]), strict=True):
        (folder / name).write_text(text + "\n", encoding="utf-8")
    pieces = [read_piece(source, tools) for source in documents_in([folder])]
    _, renamed = merge_entities([piece.reading.entities for piece in pieces], tools.lexicon)
    found = [
        {
            ids.get(one.id, one.id)
            for one in piece.reading.entities
            if squeeze(name) in {squeeze(alias) for alias in one.aliases}
        }
        for piece, ids, name in zip(pieces, renamed, (row["a"], row["b"]), strict=True)
    ]
    return found[0], found[1]


def pairs(section: str) -> list[Any]:
    return [pytest.param(row, id=f"{row['a']} / {row['b']}") for row in PAIRS[section]]


@pytest.mark.parametrize("row", pairs("same"))
def test_two_documents_speak_of_the_same(tools: Tools, tmp_path: Path, row: dict[str, Any]) -> None:
    one, other = meanings(tools, tmp_path, row)
    assert one & other


@pytest.mark.parametrize("row", pairs("apart"))
def test_two_documents_speak_of_different_things(tools: Tools, tmp_path: Path, row: dict[str, Any]) -> None:
    one, other = meanings(tools, tmp_path, row)
    assert one
    assert not one & other


@pytest.mark.parametrize("row", pairs("gap"))
@pytest.mark.xfail(strict=False, reason="not named alike within a document yet")
def test_not_known_to_be_the_same_yet(tools: Tools, tmp_path: Path, row: dict[str, Any]) -> None:
    one, other = meanings(tools, tmp_path, row)
    assert one & other


def test_a_surname_needs_something_else_in_common(tools: Tools) -> None:
    firm = Entity("halden", "Halden", "company", ("Halden",))
    town = Entity("basel", "Basel", "city", ("Basel",))
    full, bare = person("Petra Lumeo", "Lumeo"), person("Lumeo")
    _, near = merge_entities([[bare, firm], [full, firm]], tools.lexicon)
    _, far = merge_entities([[full, town], [bare, town]], tools.lexicon)

    assert near == [{"lumeo": "petra-lumeo"}, {}]
    assert far == [{}, {}]


@pytest.mark.parametrize("order", [1, -1])
def test_half_a_name_of_two_things_stays_apart(tools: Tools, order: int) -> None:
    kia = Entity("kia-quillo", "Kia Quillo", "model", ("Kia Quillo", "Quillo"), "kia")
    groups = [[QUILLO], [BRANDED], [kia]][::order]
    merged, _ = merge_entities(groups, tools.lexicon)

    assert len(merged) == 3
