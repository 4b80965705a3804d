"""What a reviewer sees: the claim, the quote with the words that say it, and who found it."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from bot.cli.reviewing import Session
from facts.corpus import Tools, merge_pieces, read_piece
from facts.lexicon.loader import load_lexicon
from facts.review import read_sidecar
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
    session = Session(corpus, folder / "a.txt", screen)
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


class Interrupted(io.StringIO):
    """Keys of one person; before the second one, somebody else decides on another fact in another place."""

    def __init__(self, sidecar: Path) -> None:
        super().__init__("a\na\nq\n")
        self.sidecar, self.read = sidecar, 0

    def readline(self, size: int | None = -1, /) -> str:
        self.read += 1
        if self.read == 2:
            other = 'fact.x = { verdict = "added", subject = "Dacia Spring", attribute = "price", value = "1 euro" }'
            held = other.replace(" }", ', quote = "The Dacia Spring is built in China." }')
            self.sidecar.write_text(self.sidecar.read_text() + held + "\n")
        return super().readline(size or -1)


def test_what_is_decided_elsewhere_meanwhile_is_kept(
    tools: Tools, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    corpus = merge_pieces([read_piece(Source(tmp_path, tmp_path / "a.txt"), tools)], tools)
    monkeypatch.setattr("sys.stdin", Interrupted(tmp_path / "a.facts.toml"))

    Session(corpus, tmp_path / "a.txt", Console(file=io.StringIO())).walk()

    verdicts = [row.verdict for row in read_sidecar(tmp_path / "a.txt").review.fact]
    assert sorted(verdicts) == ["added", "confirmed", "confirmed"]
