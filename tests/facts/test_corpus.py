"""Pieces are read one by one and merged together."""

from pathlib import Path

from facts.corpus import Tools, merge_pieces, problems_of, read_piece
from facts.sources import Source
from tests.facts.test_build import REVIEW


def source(folder: Path, name: str, text: str) -> Source:
    (folder / name).write_text(text)
    return Source(folder, folder / name)


def test_one_thing_in_two_documents_is_one_entity(tools: Tools, tmp_path: Path) -> None:
    one = source(tmp_path, "a.txt", "The Renault Twingo costs 20,000 euros.")
    two = source(tmp_path, "b.txt", "The Renault Twingo will be launched in 2026.")

    corpus = merge_pieces([read_piece(one, tools), read_piece(two, tools)], tools)

    assert [entity.name for entity in corpus.merged.entities].count("Renault Twingo") == 1


def test_reading_a_piece_twice_gives_the_same(tools: Tools, tmp_path: Path) -> None:
    one = source(tmp_path, "a.txt", "The Renault Twingo costs 20,000 euros.")

    assert read_piece(one, tools) == read_piece(one, tools)


def test_problems_of_one_review_are_its_own(tools: Tools, tmp_path: Path) -> None:
    one = source(tmp_path, "a.txt", "The Renault Twingo is a car.")
    (tmp_path / "a.facts.toml").write_text(REVIEW)

    (problem,) = problems_of(read_piece(one, tools), tools)

    assert "does not hold the quote" in problem.message


def test_a_language_that_nobody_writes_in_is_not_compiled(tools: Tools, tmp_path: Path) -> None:
    fresh = Tools.of(tools.lexicon)
    read_piece(source(tmp_path, "a.txt", "The Renault Twingo is a car. It costs 20,000 euros."), fresh)

    assert set(fresh.readers) == set(fresh.rules) == {"en"}
