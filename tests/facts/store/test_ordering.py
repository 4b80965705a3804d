"""Facts are walked in the order of their amounts, those of a brand without looking at others."""

from dataclasses import replace
from pathlib import Path

import pytest

from facts.store.reader import FactStore
from facts.store.writer import Contents, write_store


@pytest.fixture
def branded(contents: Contents, tmp_path: Path) -> FactStore:
    """Return a store in which the Miro is a version of the Élan, and that one of a brand."""
    brands = {"elan": {"brand": "bree"}, "miro": {"brand": "vano", "parent": "elan"}}
    entities = [replace(one, **brands.get(one.id, {})) for one in contents.entities]
    write_store(tmp_path / "branded.db", replace(contents, entities=entities))
    return FactStore.open(tmp_path / "branded.db")


@pytest.mark.parametrize(
    ("brands", "descending", "subjects"),
    [
        ((), False, ["elan", "miro"]),
        ((), True, ["miro", "elan"]),
        (("bree",), False, ["elan"]),
        (("vano",), False, ["miro"]),
        (("elan",), False, ["miro"]),  # a model that is named like a brand: its versions
        (("vano", "bree"), True, ["miro", "elan"]),
        (("nobody",), False, []),
    ],
)
def test_the_first_come_first(
    branded: FactStore, brands: tuple[str, ...], descending: bool, subjects: list[str]
) -> None:
    assert list(branded.ordering.first("price", brands, descending=descending)) == subjects


@pytest.mark.parametrize(
    ("low", "high", "subjects"),
    [(None, None, ["elan", "miro"]), (25_000.0, None, ["miro"]), (None, 25_000.0, ["elan"]), (21_000.0, 29_000.0, [])],
)
def test_bounds_cut_the_walk(store: FactStore, low: float | None, high: float | None, subjects: list[str]) -> None:
    assert [subject for subject, _ in store.ordering.within("price", low, high)] == subjects


def test_a_value_that_is_an_entity_is_the_other_end(store: FactStore) -> None:
    assert list(store.ordering.within("factory", None, None)) == [("elan", "bree")]


def test_what_is_only_proposed_is_passed_over(store: FactStore) -> None:
    assert list(store.ordering.first("budget")) == []
