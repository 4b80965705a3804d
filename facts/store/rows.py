"""Rows of the store and the nouns they stand for. Column lists live here, beside the code that takes them apart."""

import json
from collections.abc import Sequence
from typing import Any
from zlib import crc32

from facts.models import Bound, Certainty, Document, Entity, Fact, Origin, Passage, Value, ValueKind
from facts.store.file import Row, StoreFile

DOCUMENTS_BY_DATE = """
SELECT name, '', body, language, digest, title, publisher, url, published, note FROM documents
ORDER BY published IS NULL, published DESC, name LIMIT ? OFFSET ?
"""
DOCUMENTS = """
SELECT name, '', body, language, digest, title, publisher, url, published, note FROM documents ORDER BY name
"""
DOCUMENT = """
SELECT name, text, body, language, digest, title, publisher, url, published, note, checksum
FROM documents WHERE name = ?
"""
PASSAGES = """
SELECT documents.name, number, start, "end", passages.kind, paragraph, heading, lead, asked, passages.kinds, topics
FROM passages JOIN documents ON documents.id = passages.document WHERE documents.name = ? ORDER BY number
"""
SEARCH = """
SELECT documents.name, number, start, "end", passages.kind, paragraph, heading, lead, asked, passages.kinds, topics
FROM passage_words JOIN passages ON passages.id = passage_words.rowid JOIN documents ON documents.id = passages.document
WHERE passage_words MATCH ? ORDER BY bm25(passage_words, ?, ?, ?), passages.id LIMIT ?
"""
WRITTEN = "SELECT 1 FROM passage_words WHERE passage_words MATCH ? LIMIT 1"
SEARCH_IN = """
SELECT documents.name, number, start, "end", passages.kind, paragraph, heading, lead, asked, passages.kinds, topics
FROM passage_words JOIN passages ON passages.id = passage_words.rowid JOIN documents ON documents.id = passages.document
WHERE passage_words MATCH ? AND passage_words.rowid BETWEEN
  (SELECT MIN(passages.id) FROM passages JOIN documents ON documents.id = document WHERE name = ?) AND
  (SELECT MAX(passages.id) FROM passages JOIN documents ON documents.id = document WHERE name = ?)
ORDER BY bm25(passage_words, ?, ?, ?), passages.id LIMIT ?
"""
NAMING = """
SELECT documents.name
FROM passage_words JOIN passages ON passages.id = passage_words.rowid JOIN documents ON documents.id = passages.document
WHERE passage_words MATCH ? GROUP BY documents.id ORDER BY COUNT(*) DESC, documents.id LIMIT ?
"""
FACTS = """
SELECT subject, attribute, facts.kind, facts.text, amount, upper, unit, date, facts.entity, bound, documents.name,
  start, "end", at_start, at_end, pattern, certainty, origin, speaker, qualifiers
FROM facts JOIN documents ON documents.id = facts.document
"""
REVIEWED = """
SELECT 1 FROM facts WHERE document = (SELECT id FROM documents WHERE name = ?) AND origin = 'reviewed'
  AND start < ? AND "end" > ? ORDER BY start DESC LIMIT 1
"""
ENTITIES = "SELECT id, name, kind, brand, parent, described, traits FROM entities"
ALIASES = "SELECT entity, alias FROM aliases JOIN entities ON entities.id = aliases.entity"
NO_TOPICS: tuple[str, ...] = ()
NO_TRAITS: tuple[str, ...] = ()
# By their value: calling an enumeration for a member takes longer than all else that a fact is made of.
KINDS = {one.value: one for one in ValueKind}
BOUNDS: dict[str | None, Bound | None] = {None: None, **{one.value: one for one in Bound}}
CERTAINTIES = {one.value: one for one in Certainty}
ORIGINS = {one.value: one for one in Origin}


def marks(values: Sequence[object]) -> str:
    """As many question marks as there are values."""
    return ", ".join("?" * len(values))


def document(row: Sequence[Any]) -> Document:
    """Make a document of the columns of DOCUMENTS."""
    return Document(*row)


def checksum(text: str) -> int:
    """Return what tells a text from a damaged one: SQLite does not look into pages that hold nothing but text."""
    return crc32(text.encode())


def passage(row: Row) -> Passage:
    """Make a passage of the columns of PASSAGES."""
    document, number, start, end, kind, paragraph, heading, lead, asked, kinds, topics = row
    stands = (paragraph, heading, lead, asked)
    return Passage(
        document,
        number,
        start,
        end,
        kind,
        *stands,
        tuple(kinds.split()),
        NO_TOPICS if topics == "[]" else tuple(json.loads(topics)),
    )


def fact(row: Row) -> Fact:
    """Make a fact of the columns of FACTS."""
    subject, attribute, kind, text, amount, upper, unit, date, entity, bound, *rest = row
    name, start, end, at_start, at_end, pattern, certainty, origin, speaker, qualifiers = rest
    value = Value(text, KINDS[kind], amount, upper, unit, date, entity, BOUNDS[bound])
    narrowed = json.loads(qualifiers) if qualifiers != "{}" else {}
    says = (pattern, CERTAINTIES[certainty], ORIGINS[origin], speaker, narrowed)
    return Fact(subject, attribute, value, name, start, end, (at_start, at_end), *says)


def entities(file: StoreFile, where: str, given: Sequence[str]) -> list[Entity]:
    """Load the entities that `where` selects, with their aliases, by id."""
    chosen = file.rows(f"{ENTITIES} {where} ORDER BY id", given)
    names: dict[str, list[str]] = {row[0]: [] for row in chosen}
    for entity, alias in file.rows(f"{ALIASES} {where} ORDER BY aliases.id", given):
        names[entity].append(alias)
    return [_entity(row, names[row[0]]) for row in chosen]


def entity(file: StoreFile, key: str) -> Entity | None:
    """Load one entity with its aliases; None where there is none."""
    found = file.rows(f"{ENTITIES} WHERE id = ?", (key,))
    aliases = file.rows("SELECT alias FROM aliases WHERE entity = ? ORDER BY id", (key,))
    return _entity(found[0], [row[0] for row in aliases]) if found else None


def _entity(row: Row, aliases: list[str]) -> Entity:
    key, name, kind, brand, parent, described, traits = row
    held = NO_TRAITS if traits == "[]" else tuple(json.loads(traits))
    return Entity(key, name, kind, tuple(aliases), brand, parent, bool(described), held)
