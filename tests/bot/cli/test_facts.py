"""`lineup facts`: every fact with its quote."""

import json
from pathlib import Path

import pytest

from tests.bot.cli.conftest import Lineup
from tests.facts.test_build import ARTICLE

KEYS = {
    "subject", "attribute", "value", "qualifiers", "certainty", "speaker", "origin", "pattern", "document", "quote",
    "start", "end",
}  # fmt: skip


def test_json_keeps_the_contract(lineup: Lineup, store: str) -> None:
    rows = [json.loads(line) for line in lineup("facts", "--json", "--facts", store).stdout.splitlines()]

    assert all(row.keys() == KEYS for row in rows)
    assert all(ARTICLE[row["start"] : row["end"]] == row["quote"] for row in rows)
    (price,) = [row for row in rows if row["origin"] == "reviewed"]
    assert (price["subject"], price["attribute"], price["pattern"]) == ("Renault Twingo", "price", "review")
    assert price["value"] == {
        "text": "20,000 euros", "kind": "money", "amount": 20_000.0, "unit": "EUR", "certainty": "stated",
    }  # fmt: skip


@pytest.mark.parametrize(("words", "found"), [(("TWINGO", "costs"), True), (("prîce",), True), (("battery",), False)])
def test_words_choose_facts(lineup: Lineup, store: str, words: tuple[str, ...], *, found: bool) -> None:
    assert bool(lineup("facts", "--json", "--facts", store, *words).stdout) is found


def test_facts_of_one_document(lineup: Lineup, store: str) -> None:
    assert lineup("facts", "--json", "--document", "a.txt", "--facts", store).stdout
    assert not lineup("facts", "--json", "--document", "b.txt", "--facts", store).stdout


def test_people_get_a_line_a_fact(lineup: Lineup, store: str) -> None:
    shown = lineup("facts", "--facts", store).stdout

    assert "Renault Twingo" in shown
    assert "20,000 euros" in shown


def test_a_missing_store_is_one_sentence(lineup: Lineup, tmp_path: Path) -> None:
    result = lineup("facts", "--facts", str(tmp_path / "none.db"))

    assert result.exit_code == 1
    assert result.stderr.startswith("lineup: there is no fact store")
