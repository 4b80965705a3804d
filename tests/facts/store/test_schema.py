"""Every look-up of the reader goes by an index."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from facts.store import rows
from facts.store.spellings import MEETING
from facts.store.tables import HOLDING


@pytest.fixture
def connection(path: Path) -> Iterator[sqlite3.Connection]:
    opened = sqlite3.connect(path)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    "query",
    [
        f"{rows.FACTS} WHERE subject = 'x' AND attribute = 'y' ORDER BY facts.id",
        f"{rows.FACTS} WHERE facts.entity = 'x' AND attribute = 'y' ORDER BY facts.id",
        f"{rows.FACTS} WHERE speaker_key = 'x' ORDER BY facts.id",
        f"{rows.FACTS} WHERE attribute = 'x' AND amount >= 3 ORDER BY amount, facts.id LIMIT 5",
        f"{rows.FACTS} WHERE documents.name = 'x' ORDER BY facts.id",
        f"{rows.ENTITIES} WHERE entities.id = 'x' ORDER BY id",
        "SELECT min(brand) FROM entities WHERE brand > 'x'",
        "SELECT DISTINCT entity FROM aliases WHERE squeezed = 'x'",
        "SELECT name FROM name_words WHERE word = 'x' LIMIT 3",
        "SELECT entity FROM aliases WHERE squeezed = 'x' ORDER BY id",
        "SELECT entity FROM short_forms WHERE squeezed = 'x' ORDER BY id",
        f"{MEETING} (1, 2, 3)",
        "SELECT 1 FROM spellings WHERE word = 'x'",
        "SELECT lemma FROM lemmas WHERE language = 'en' AND word = 'x'",
        HOLDING.replace("?", "'x'"),
        rows.DOCUMENT.replace("?", "'x'"),
        rows.PASSAGES.replace("?", "'x'"),
    ],
)
def test_no_look_up_reads_a_whole_table(connection: sqlite3.Connection, query: str) -> None:
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}")]

    assert not [step for step in plan if step.startswith("SCAN") and not step.startswith("SCAN documents USING")]


def test_whether_a_quote_is_reviewed_reads_the_index_alone(connection: sqlite3.Connection) -> None:
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {rows.REVIEWED.replace('?', '1')}")]

    assert any("COVERING INDEX facts_reviewed" in step for step in plan)
