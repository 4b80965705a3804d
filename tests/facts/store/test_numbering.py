"""Entities have numbers, versions right behind their model, and sets of them are flags."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.models import Entity
from facts.store.numbering import BEHIND, Numbering, numbered
from facts.store.reader import FactStore
from facts.store.writer import Contents, write_store

KEYS = [f"e{number}" for number in range(8)]


def entities(parents: Iterable[str | None]) -> list[Entity]:
    every = zip(KEYS, parents, strict=True)
    return [Entity(key, key, "model", (key,), parent=parent) for key, parent in every]


@pytest.fixture
def opened(contents: Contents, tmp_path: Path) -> Callable[[list[Entity]], FactStore]:
    def open_with(every: list[Entity]) -> FactStore:
        write_store(tmp_path / "numbered.db", replace(contents, entities=every, facts=()))
        return FactStore.open(tmp_path / "numbered.db")

    return open_with


@given(st.lists(st.sampled_from([None, None, *KEYS]), min_size=len(KEYS), max_size=len(KEYS)))
def test_each_has_one_number_and_stands_behind_its_parent_or_is_told_apart(parents: list[str | None]) -> None:
    every = entities(parents)
    ordered, behind, apart = numbered(every)
    assert sorted(one.id for one in ordered) == KEYS
    pairs = dict(apart)
    for number, one in enumerate(ordered):
        if behind[number] == BEHIND:
            assert one.parent == ordered[behind.rindex(0, 0, number)].id
        elif one.parent is not None and one.parent != one.id:
            assert one.parent == ordered[pairs[number]].id


FAMILIES = [None, "e0", "e0", None, "e3", "e4", None, "e1"]  # e4 is a version that has a version, as e1 is


@pytest.mark.parametrize(
    ("members", "parts", "left"),
    [
        (["e0"], ["e1", "e2"], ["e0"]),
        (["e0", "e1", "e2"], ["e1", "e2", "e7"], ["e0"]),
        (["e3", "e4", "e5"], ["e4", "e5"], ["e3"]),
        (["e1", "e5", "e6"], ["e7"], ["e1", "e5", "e6"]),
        (["e1", "e7"], ["e7"], ["e1"]),
        ([], [], []),
        (KEYS, ["e1", "e2", "e4", "e5", "e7"], ["e0", "e3", "e6"]),
    ],
)
def test_versions_are_left_out_beside_their_model(
    opened: Callable[[list[Entity]], FactStore], members: list[str], parts: list[str], left: list[str]
) -> None:
    numbering = opened(entities(FAMILIES)).numbering
    flags = numbering.flags([numbering.number(key) for key in members])
    assert names(numbering, numbering.parts_of(flags)) == parts
    assert names(numbering, numbering.without_versions(flags)) == left


@pytest.mark.parametrize(
    ("parts", "among", "wholes"),
    [
        (["e1", "e5"], KEYS, ["e0", "e4"]),
        (["e1"], ["e3"], []),
        (["e4", "e7"], ["e1", "e3"], ["e1", "e3"]),
        ([], KEYS, []),
    ],
)
def test_what_has_versions_is_found_from_them(
    opened: Callable[[list[Entity]], FactStore], parts: list[str], among: list[str], wholes: list[str]
) -> None:
    numbering = opened(entities(FAMILIES)).numbering
    flags, others = (numbering.flags([numbering.number(key) for key in keys]) for keys in (parts, among))
    assert names(numbering, numbering.wholes_of(flags, others)) == wholes


def test_sets_by_kind_and_brand(contents: Contents, tmp_path: Path) -> None:
    brands = {"elan": {"brand": "bree"}, "miro": {"brand": "vano", "parent": "elan"}}
    every = [replace(one, **brands.get(one.id, {})) for one in contents.entities]
    write_store(tmp_path / "branded.db", replace(contents, entities=every))
    numbering = FactStore.open(tmp_path / "branded.db").numbering
    assert names(numbering, numbering.of_kinds(frozenset({"model", "plant"}))) == ["bree", "elan"]
    assert names(numbering, numbering.of_brands(["bree", "elan"])) == ["elan", "miro"]
    assert names(numbering, numbering.of_brands(["bree", "elan"], parents=False)) == ["elan"]
    with pytest.raises(KeyError):
        numbering.number("nobody")


def names(numbering: Numbering, flags: int) -> list[str]:
    return sorted(map(numbering.entity, numbering.members(flags)))
