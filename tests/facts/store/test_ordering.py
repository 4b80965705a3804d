"""Facts are walked one by one, those of a brand without looking at others."""

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
    numbers = branded.ordering.of_brands("price", brands, descending=descending)
    assert [branded.numbering.entity(number) for number in numbers] == subjects


@pytest.mark.parametrize(
    ("low", "high", "subjects"),
    [(None, None, ["elan", "miro"]), (25_000.0, None, ["miro"]), (None, 20_000.0, ["elan"]), (21_000.0, 29_000.0, [])],
)
def test_some_come_in_the_order_of_all(
    store: FactStore, low: float | None, high: float | None, subjects: list[str]
) -> None:
    some = [store.numbering.number(one) for one in ("miro", "bree", "elan")]
    assert [store.numbering.entity(one) for one in store.ordering.of_some("price", some, low, high)] == subjects


def test_a_value_that_is_an_entity_is_the_other_end(store: FactStore) -> None:
    assert list(store.ordering.ends("factory")) == [("elan", "bree")]
    assert [store.numbering.entity(one) for one in store.ordering.with_value("bree", "factory")] == ["elan"]


def test_what_is_only_proposed_is_passed_over(store: FactStore) -> None:
    assert list(store.ordering.ends("budget")) == []
