"""Says whether a freshly written store may be swapped in. What it finds is a fault of the build, so it raises."""

import json
import sqlite3
from pathlib import Path

from facts.errors import StoreError

# Each selects what must not be there, with words for the message.
_RULES = {
    "a quote of a fact reaches beyond its document": (
        'SELECT subject FROM facts JOIN documents ON documents.id = facts.document WHERE facts."end" > length(documents.text)'
    ),
    "a passage reaches beyond its document": (
        'SELECT name FROM passages JOIN documents ON documents.id = passages.document WHERE passages."end" > length(documents.text)'
    ),
    "an entity without a name that means it": "SELECT id FROM entities WHERE id NOT IN (SELECT entity FROM aliases)",
    "the value of a fact is empty": "SELECT subject FROM facts WHERE trim(text) = ''",
}


def check_store(path: Path) -> None:
    """Raise StoreError unless quotes are verbatim, keys resolve, counts agree and the file is sound."""
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        for problem in (*_damage(connection), *_dangling(connection), *_broken_rules(connection), *_miscounts(connection)):
            raise StoreError(f"the new store was refused: {problem}; the old one stays, please report this as a bug")
    finally:
        connection.close()


def _damage(connection: sqlite3.Connection) -> list[str]:
    return [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]


def _dangling(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute("PRAGMA foreign_key_check").fetchmany(1)
    return [f"a row of {table} points to a missing row of {parent}" for table, _, parent, _ in rows]


def _broken_rules(connection: sqlite3.Connection) -> list[str]:
    found = ((problem, connection.execute(f"{query} LIMIT 1").fetchone()) for problem, query in _RULES.items())
    return [f"{problem} ({row[0]!r})" for problem, row in found if row is not None]


def _miscounts(connection: sqlite3.Connection) -> list[str]:
    (text,) = connection.execute("SELECT value FROM meta WHERE key = 'counts'").fetchone()
    counts: dict[str, int] = json.loads(text)
    real = {
        table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in ("documents", "passages", "entities", "facts")
    }
    real["searchable passages"] = connection.execute("SELECT count(*) FROM passage_words").fetchone()[0]
    wanted = {**counts, "searchable passages": counts["passages"]}
    return [f"{wanted[name]} {name} were written and {found} are there" for name, found in real.items() if wanted[name] != found]
