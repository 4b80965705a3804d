"""A preview shows what a document brings, and where it disagrees with what answers now."""

from pathlib import Path

import pytest

from bot.curating.previewing import Preview, preview
from facts.build import build
from facts.corpus import Tools
from facts.store.reader import FactStore

DOCUMENTS = {
    "clio": "The Renault Clio costs 18,000 euros. Hello there.\n",
    "dearer": "The Renault Twingo costs 21,500 euros.\n",
    "equal": "The Renault Twingo costs 20,000 euros.\n",
    "elsewhere": "The Dacia Spring is built in Romania.\n",  # a car may be built in several countries
    "denied": "Renault denied that the Renault Twingo would cost 20,000 euros.\n",
    "a": "The Renault Twingo costs 22,500 euros.\n",  # what the document of that name says now
}


@pytest.fixture(scope="module")
def fresh(tools: Tools, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fresh")
    for name, text in DOCUMENTS.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    build([folder], folder / "facts.db", tools=tools)
    return folder / "facts.db"


def previewed(fresh: Path, store: Path, name: str) -> Preview:
    with FactStore.open(fresh) as new, FactStore.open(store) as old:
        return preview(new, old, f"{name}.md")


def test_the_facts_found_are_shown(fresh: Path, store: Path) -> None:
    shown = previewed(fresh, store, "clio")

    assert [(shown.names[one.subject], one.attribute) for one in shown.facts] == [("Renault Clio", "price")]
    assert (shown.silent, shown.before, shown.conflicts) == (1, None, ())
    assert shown.document.published is None


@pytest.mark.parametrize(
    ("name", "values"),
    [("dearer", [("21,500 euros", "20,000 euros")]), ("equal", []), ("elsewhere", []), ("clio", [])],
)
def test_another_value_is_a_conflict_where_there_is_but_one(
    fresh: Path, store: Path, name: str, values: list[tuple[str, str]]
) -> None:
    shown = previewed(fresh, store, name)

    assert [(one.fact.value.text, one.other.value.text) for one in shown.conflicts] == values
    assert {one.published for one in shown.conflicts} <= {"2026-01-01"}


def test_a_denial_conflicts_with_what_it_denies(fresh: Path, store: Path) -> None:
    assert [one.fact.certainty for one in previewed(fresh, store, "denied").conflicts] == ["denied"]


def test_an_update_is_not_in_conflict_with_itself(fresh: Path, store: Path) -> None:
    shown = previewed(fresh, store, "a")

    assert (shown.conflicts, shown.before) == ((), 2)
