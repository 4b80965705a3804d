"""`lineup publish` and `lineup fetch`, and questions that are answered from what was fetched."""

import json
from pathlib import Path

from tests.bot.cli.conftest import Lineup


def test_published_facts_answer_elsewhere(lineup: Lineup, store: str, tmp_path: Path) -> None:
    address = str(tmp_path / "place")

    published = lineup("publish", address, "--facts", store)
    fetched = lineup("fetch", address)
    again = lineup("fetch", LINEUP_FACTS_URL=address)
    facts = lineup("facts", "--json", LINEUP_FACTS_URL=f"file://{address}")

    assert (published.exit_code, fetched.exit_code) == (0, 0)
    assert published.stdout.startswith(f"{address}: facts-")
    assert "fetched, published" in fetched.stdout
    assert "nothing newer, published" in again.stdout
    assert facts.stdout == lineup("facts", "--json", "--facts", store).stdout != ""


def test_question_fetches_what_was_not_fetched_yet(lineup: Lineup, store: str, tmp_path: Path) -> None:
    address = str(tmp_path / "place")
    lineup("publish", address, "--facts", store)

    facts = lineup("facts", "--json", LINEUP_FACTS_URL=address)

    assert facts.exit_code == 0
    assert [json.loads(line)["subject"] for line in facts.stdout.splitlines()] != []


def test_same_facts_are_said_to_be_published_already(lineup: Lineup, store: str, tmp_path: Path) -> None:
    lineup("publish", str(tmp_path), "--facts", store)

    again = lineup("publish", "--facts", store, LINEUP_FACTS_URL=str(tmp_path))

    assert again.exit_code == 0
    assert "these facts are published already, since 20" in again.stdout


def test_nowhere_to_publish_or_to_fetch_from_is_said(lineup: Lineup, store: str) -> None:
    for arguments in (("publish", "--facts", store), ("fetch",)):
        result = lineup(*arguments)

        assert result.exit_code == 1
        assert "name an address, or set LINEUP_FACTS_URL" in result.stderr


def test_nothing_published_is_a_fault(lineup: Lineup, tmp_path: Path) -> None:
    result = lineup("facts", LINEUP_FACTS_URL=str(tmp_path))

    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "nothing is published at" in result.stderr


def test_fetch_tells_whoever_started_it_in_lines(lineup: Lineup, store: str, tmp_path: Path) -> None:
    address, into = str(tmp_path / "place"), tmp_path / "shelf"
    lineup("publish", address, "--facts", store)

    result = lineup("fetch", address, "--into", str(into), "--progress", "json", "--by", "sam")

    lines = [json.loads(line) for line in result.stdout.splitlines()]
    size = Path(store).stat().st_size
    assert {line["doing"] for line in lines[:-1]} == {"fetching"}
    assert (lines[-2]["done"], lines[-2]["of"]) == (size, size)
    assert lines[-1]["kind"] == "report"
    assert Path(lines[-1]["store"]).is_relative_to(into)


def test_fault_of_a_fetch_is_told_in_a_line(lineup: Lineup, tmp_path: Path) -> None:
    result = lineup("fetch", str(tmp_path), "--progress", "json")

    assert result.exit_code == 1
    assert json.loads(result.stdout)["kind"] == "failure"
