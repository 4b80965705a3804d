"""A store is written whole or not at all, and equal contents make equal stores."""

from dataclasses import replace
from pathlib import Path

import pytest

from facts.errors import StoreError
from facts.store.reader import FactStore
from facts.store.writer import Contents, write_store
from tests.facts.dumping import dump


def test_equal_contents_make_equal_stores(contents: Contents, path: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.db"
    write_store(again, replace(contents, entities=list(contents.entities)[::-1]))

    assert dump(path) == dump(again)
    assert path.read_bytes() == again.read_bytes()


def test_counts_are_returned(contents: Contents, tmp_path: Path) -> None:
    counts = write_store(tmp_path / "new" / "facts.db", contents)

    assert counts["facts"] == counts["reviewed"] + counts["extracted"] + counts["proposed"] == 4


def test_an_empty_corpus_still_makes_a_store(contents: Contents, tmp_path: Path) -> None:
    target = tmp_path / "empty.db"
    write_store(target, replace(contents, documents=[], entities=[], facts=[], forms={}, ordinary=frozenset()))

    with FactStore.open(target) as store:
        assert store.facts() == []


@pytest.mark.parametrize("broken", ["subject", "entity", "end", "text", "aliases"])
def test_a_store_that_fails_its_check_leaves_the_old_one(contents: Contents, path: Path, broken: str) -> None:
    before = path.read_bytes()
    facts, entities = list(contents.facts), list(contents.entities)
    match broken:
        case "subject":
            facts[0] = replace(facts[0], subject="nobody")
        case "entity":
            facts[1] = replace(facts[1], value=replace(facts[1].value, entity="nowhere"))
        case "end":
            facts[2] = replace(facts[2], end=facts[2].end + 1)
        case "text":
            facts[2] = replace(facts[2], value=replace(facts[2].value, text=" "))
        case "aliases":
            entities[0] = replace(entities[0], id="")

    with pytest.raises(StoreError):
        write_store(path, replace(contents, facts=facts, entities=entities))

    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_folder_that_cannot_be_made_is_said(contents: Contents, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(StoreError, match="--facts"):
        write_store(tmp_path / "file" / "facts.db", contents)
