"""What a reviewer sees: the claim, the quote with the words that say it, and who found it."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from bot.cli.reviewing import Session
from facts.corpus import Tools, merge_pieces, read_piece
from facts.lexicon.loader import load_lexicon
from facts.sources import Source

ARTICLE = "The Renault Twingo costs 20,000 euros. The Dacia Spring is built in China.\n"


@pytest.fixture(scope="module")
def tools() -> Tools:
    return Tools.of(load_lexicon())


def walk(tools: Tools, folder: Path, monkeypatch: pytest.MonkeyPatch, keys: str) -> str:
    (folder / "a.txt").write_text(ARTICLE)
    corpus = merge_pieces([read_piece(Source(folder, folder / "a.txt"), tools)], tools)
    screen = Console(file=io.StringIO(), force_terminal=True, width=200, highlight=False)
    monkeypatch.setattr("sys.stdin", io.StringIO(keys))
    session = Session(corpus, screen)
    session.walk()
    shown = screen.file.getvalue()  # type: ignore[attr-defined] # it is the StringIO above
    return f"{shown}\n{session.told()}"


def test_the_words_that_say_it_stand_out(tools: Tools, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = walk(tools, tmp_path, monkeypatch, "s\n" * 99)

    assert "\x1b[1;7m20,000 euros\x1b[0m" in shown
    assert "found by " in shown


def test_what_was_decided_is_counted(tools: Tools, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert walk(tools, tmp_path, monkeypatch, "a\nq\n").endswith("left for the next time; `lineup build` takes it over")


def test_a_wrong_name_takes_its_facts_along(tools: Tools, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = walk(tools, tmp_path, monkeypatch, "w\n\n-\n\n\n\n" + "s\n" * 9)

    assert "rejected" in shown
    assert "price" not in shown.split("which name")[1]


def test_an_entity_may_be_renamed(tools: Tools, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = walk(tools, tmp_path, monkeypatch, "w\n\nRenault Twingo IV\n\n\n\nq\n")

    assert "1 corrected" in shown
    assert 'name = "Renault Twingo IV"' in (tmp_path / "a.facts.toml").read_text()
