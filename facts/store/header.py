"""Tells a fact store from any other file, and a whole one from a damaged one, without reading more than its start."""

import sqlite3
from pathlib import Path

from facts.errors import StoreError
from facts.store.schema import APPLICATION_ID, SCHEMA_VERSION

HEADER = 100  # bytes of every SQLite file
MAGIC = b"SQLite format 3\0"
APPLICATION_AT = 68  # where the header names the application
REBUILD = "build it again with `lineup build`"


def is_store(path: Path) -> bool:
    """Whether a file is a fact store or what is left of one, of any schema: only such a file may be written over."""
    with path.open("rb") as file:
        head = file.read(HEADER)
    if len(head) < HEADER:
        return MAGIC.startswith(head[: len(MAGIC)])
    return head.startswith(MAGIC) and head[APPLICATION_AT : APPLICATION_AT + 4] == APPLICATION_ID.to_bytes(4, "big")


def inspect(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse what is not a whole store of this schema, without reading more than its first page."""
    if not is_store(path):
        raise StoreError(f"{path} is not a fact store; choose another file or {REBUILD}")

    def pragma(name: str) -> int:
        number: int = connection.execute(f"PRAGMA {name}").fetchone()[0]
        return number

    if pragma("user_version") != SCHEMA_VERSION:
        raise StoreError(f"{path} has schema {pragma('user_version')} where {SCHEMA_VERSION} is needed; {REBUILD}")
    if path.stat().st_size != pragma("page_count") * pragma("page_size"):
        raise StoreError(f"{path} is truncated; {REBUILD}")
    connection.execute("SELECT value FROM meta WHERE key = 'fingerprint'").fetchone()
