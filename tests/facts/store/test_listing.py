"""Entities by kind, brand and attribute, and what of them has amounts."""

from dataclasses import replace
from pathlib import Path

import pytest

from facts.models import Certainty, Entity
from facts.store import listing
from facts.store.reader import FactStore
from facts.store.writer import Contents, write_store
from tests.facts.store.conftest import price

KINDS = ["model", "version"]


@pytest.fixture
def store(contents: Contents, tmp_path: Path) -> FactStore:
    """Return a store with a brand that has a model and a version of it, and one that has nothing."""
    entities = [
        Entity("elan", "Élan", "model", ("Élan",), brand="velmora"),
        Entity("miro", "Miro", "version", ("Miro",), brand="velmora", parent="elan"),
        Entity("tavo", "Tavo", "model", ("Tavo",), brand="zorbo"),
        Entity("bree", "Bree", "plant", ("Bree",)),
        Entity("velmora", "Velmora", "brand", ("Velmora",)),
        Entity("zorbo", "Zorbo", "brand", ("Zorbo",)),
    ]
    denied = replace(price("tavo", "20,000 euros", 20_000.0), certainty=Certainty.DENIED)
    target = tmp_path / "brands.db"
    write_store(target, replace(contents, entities=entities, facts=[*contents.facts, denied]))
    return FactStore.open(target)


@pytest.mark.parametrize(
    ("brand", "attributes", "ids"),
    [
        (None, [], ["elan"]),  # a version is part of its model
        (None, ["price"], ["elan", "miro"]),  # but has a price of its own
        ("velmora", ["price"], ["elan", "miro"]),
        ("zorbo", ["price"], []),  # denied
        (None, ["price", "factory"], ["elan"]),
        (None, ["budget"], []),  # proposed
        (None, ["range"], []),
    ],
)
@pytest.mark.parametrize("rare", [0, 500])
def test_things_are_listed_by_brand_and_attribute(store, monkeypatch, brand, attributes, ids, rare):
    """However rare an attribute is, and so whichever way it is looked for."""
    monkeypatch.setattr(listing, "RARE", rare)
    assert store.listing.entities(KINDS, brand, 0, 9, attributes) == ids


def test_pages_follow_each_other(store):
    assert store.listing.entities(KINDS, None, 0, 1, ["price"]) == ["elan"]
    assert store.listing.entities(KINDS, None, 1, 1, ["price"]) == ["miro"]


def test_amounts_are_those_that_answer(store):
    found = {tuple(row) for row in store.listing.amounts(KINDS, None, 99)}
    assert found == {("elan", "price", "money", "EUR", "{}"), ("miro", "price", "money", "EUR", "{}")}
    assert store.listing.amounts(KINDS, "zorbo", 99) == []
    assert len(store.listing.amounts(KINDS, None, 1)) == 1


def test_brands_are_those_that_have_something(store):
    assert list(store.listing.brands(KINDS)) == ["velmora"]
