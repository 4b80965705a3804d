"""Says whether a freshly written store may be swapped in. What it finds is a fault of the build, so it raises."""

import json
import sqlite3
from pathlib import Path

from facts.errors import StoreError

# Each selects what must not be there, with words for the message. A text is measured once: that takes reading it.
_BEYOND = (
    'SELECT name FROM documents JOIN (SELECT document, max("end") AS last FROM {table} GROUP BY document) AS quoted '
    "ON quoted.document = documents.id WHERE quoted.last > length(documents.text)"
)
_RULES = {
    "a quote of a fact reaches beyond its document": _BEYOND.format(table="facts"),
    "a passage reaches beyond its document": _BEYOND.format(table="passages"),
    "an entity without a name that means it": "SELECT id FROM entities WHERE id NOT IN (SELECT entity FROM aliases)",
    "a fact with an empty value": "SELECT subject FROM facts WHERE trim(text) = ''",
}

_COUNTS = {
    "documents": "SELECT count(*) FROM documents",
    "passages": "SELECT count(*) FROM passages",
    "searchable passages": "SELECT count(*) FROM passage_words",
    "entities": "SELECT count(*) FROM entities",
    "facts": "SELECT count(*) FROM facts",
    "statements": "SELECT count(*) FROM statements",
}


def check_store(path: Path) -> None:
    """Raise StoreError unless a store that was just written is sound."""
    if (problem := problem_of(path)) is not None:
        raise StoreError(f"the new store was refused: {problem}; the old one stays, please report this as a bug")


def problem_of(path: Path) -> str | None:
    """Say what is wrong with a store; None where quotes are verbatim, keys resolve, counts agree and the file is sound.

    Takes as long as it takes to read the store.
    """
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        for test in (_damage, _dangling, _broken_rules, _miscounts):
            for problem in test(connection):
                return problem
    except sqlite3.DatabaseError as fault:
        return str(fault)
    finally:
        connection.close()
    return None


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
    real = {name: connection.execute(query).fetchone()[0] for name, query in _COUNTS.items()}
    wanted = {**counts, "searchable passages": counts["passages"]}
    wrong = (name for name in real if wanted[name] != real[name])
    return [f"{wanted[name]} {name} were written and {real[name]} are there" for name in wrong]
