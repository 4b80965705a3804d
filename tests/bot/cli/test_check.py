"""`lineup check`: all problems, with file and line."""

from pathlib import Path

from tests.bot.cli.conftest import Lineup


def test_sound_documents_exit_with_0(lineup: Lineup, docs: Path) -> None:
    result = lineup("check", "--documents", str(docs))

    assert result.exit_code == 0
    assert "problems: none" in result.stdout


def test_every_problem_is_said(lineup: Lineup, docs: Path) -> None:
    (docs / "b.txt").write_bytes(b"a\n\xff")
    (docs / "a.facts.toml").write_text((docs / "a.facts.toml").read_text().replace("costs", "cost"))

    result = lineup("check", "--documents", str(docs))

    assert result.exit_code == 1
    assert "b.txt:2: " in result.stderr
    assert "a.facts.toml:6: " in result.stderr
