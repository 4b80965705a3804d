"""Writes a whole store beside the old one, has it checked, and swaps it in. Nothing ever changes a store in place.

Equal contents make equal stores: rows go in by a fixed order, and nothing of the clock or the machine is kept.
"""

import json
import os
import secrets
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Any

from facts.errors import StoreError
from facts.lexicon import Lexicon
from facts.lexicon.codec import load_dumped
from facts.models import Document, Entity, Fact, Passage, Statement
from facts.phrases import words_of
from facts.store.check import check_store
from facts.store.columns import write_columns
from facts.store.gazetteer import filter_of
from facts.store.indexing import Filed
from facts.store.names import short_form_rows, word_rows
from facts.store.numbering import write_numbering
from facts.store.rows import checksum
from facts.store.schema import APPLICATION_ID, COMMON_FROM, COMMON_WORDS, INDEXES, SCHEMA_VERSION, TABLES, TERMS
from facts.store.spellings import write_spellings
from facts.store.statements import dump_statement
from facts.store.tables import rows_of
from facts.terms import squeeze

BATCH = 5_000  # statements at a time in memory
ELSEWHERE = "choose another place with --facts or LINEUP_FACTS"
Row = dict[str, Any]
_as_json = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode  # json.dumps makes one every time


@dataclass(frozen=True, slots=True)
class Contents:
    """All that goes into a store. The iterables are walked once, in this order."""

    lexicon: str  # as JSON, for questions to be read with
    fingerprint: str
    documents: Iterable[Filed]
    entities: Iterable[Entity]
    facts: Iterable[Fact]
    forms: Mapping[str, Mapping[str, str]]  # language -> folded word -> folded lemma
    ordinary: Set[str]  # folded words that may not be corrected into names
    statements: Iterable[Statement] = ()
    complete: Sequence[str] = ()  # documents whose review holds everything that they say
    readings: Iterable[tuple[str, str, bytes, bytes]] = ()  # document, key and what it gave, for the next build


def write_store(target: Path, contents: Contents) -> dict[str, int]:
    """Write, check and swap in; return the counts. Raises StoreError and leaves an existing `target` as it was."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}.new")
        draft.touch(exist_ok=False)
    except OSError as fault:
        raise StoreError(f"cannot write {target}: {fault.strerror}; {ELSEWHERE}") from fault
    try:
        counts = _fill(draft, contents)
        check_store(draft)
        _sync(draft)
        draft.replace(target)
    except (OSError, sqlite3.Error) as fault:
        raise StoreError(f"cannot write {target}: {fault}; free some space, or {ELSEWHERE}") from fault
    finally:
        draft.unlink(missing_ok=True)
    return counts


def _sync(draft: Path) -> None:
    """See that a file is on the disk before it takes the place of another: a power cut leaves one of them whole."""
    with draft.open("rb+") as file:
        os.fsync(file.fileno())


def _fill(path: Path, contents: Contents) -> dict[str, int]:
    connection = sqlite3.connect(path)
    try:
        connection.executescript(f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {SCHEMA_VERSION};")
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;")
        connection.executescript(TABLES)
        counts = _write_tables(connection, contents)
        _insert(connection, "meta", _meta(contents, counts))
        connection.commit()
        connection.executescript(INDEXES)
        write_columns(connection, load_dumped(contents.lexicon))
        connection.executescript("INSERT INTO passage_words (passage_words) VALUES ('optimize');")
        connection.execute(TERMS)
        connection.execute(COMMON_WORDS, (COMMON_FROM,))
        connection.executescript("DROP TABLE temp.terms; ANALYZE;")
        connection.commit()
    finally:
        connection.close()
    return counts


def _write_tables(connection: sqlite3.Connection, contents: Contents) -> dict[str, int]:
    numbers: dict[str, int] = {}
    passages = 0
    for document, parts, found_by in contents.documents:
        numbers[document.name] = len(numbers) + 1
        _insert(connection, "documents", [{"id": numbers[document.name], **_document_row(document)}])
        _insert(connection, "passages", _passage_rows(parts, numbers[document.name], passages))
        words = ((place, one.own, one.frame, one.kinds) for place, one in enumerate(found_by, passages + 1))
        connection.executemany("INSERT INTO passage_words (rowid, own, frame, kinds) VALUES (?, ?, ?, ?)", words)
        passages += len(parts)
    entities = sorted(contents.entities, key=lambda entity: entity.id)
    places = write_numbering(connection, entities)
    _insert(connection, "entities", ({**_entity_row(one), "number": places[one.id]} for one in entities))
    _insert(connection, "aliases", (row for entity in entities for row in _alias_rows(entity)))
    _write_names(connection, entities, load_dumped(contents.lexicon))
    tally = {"reviewed": 0, "extracted": 0, "proposed": 0}
    _insert(connection, "facts", _fact_rows(contents.facts, numbers, tally))
    statements = _write_statements(connection, contents.statements, numbers)
    for language, forms in sorted(contents.forms.items()):
        rows = ((language, word, forms[word]) for word in sorted(forms))
        connection.executemany("INSERT INTO lemmas VALUES (?, ?, ?)", rows)
    kept = ((numbers[document], *reading) for document, *reading in contents.readings)
    connection.executemany("INSERT INTO readings VALUES (?, ?, ?, ?)", kept)
    connection.executemany("INSERT INTO ordinary VALUES (?, ?)", rows_of(contents.ordinary))
    written = {"documents": len(numbers), "passages": passages, "entities": len(entities), "facts": sum(tally.values())}
    written["statements"] = statements
    return {**written, **tally}


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    """Insert rows, which have the columns of the first, as they come: however many there are, memory holds one."""
    following = iter(rows)
    first = next(following, None)
    if first is not None:
        columns, places = ", ".join(f'"{name}"' for name in first), ", ".join(f":{name}" for name in first)
        insert = f"INSERT INTO {table} ({columns}) VALUES ({places})"  # noqa: S608 - names of this module
        connection.executemany(insert, chain([first], following))


def _write_names(connection: sqlite3.Connection, entities: Sequence[Entity], lexicon: Lexicon) -> None:
    forms = list(short_form_rows(entities, lexicon))
    names = [name for entity in entities for name in (entity.name, *entity.aliases)] + [form for form, _, _ in forms]
    run = connection.executemany
    run("INSERT INTO short_forms (form, squeezed, entity) VALUES (?, ?, ?)", forms)
    run("INSERT INTO name_words VALUES (?, ?)", word_rows(names))
    run("INSERT INTO name_filter VALUES (?)", [(filter_of(map(squeeze, names)),)])
    write_spellings(connection, (word for name in names for word in words_of(name)))


def _write_statements(
    connection: sqlite3.Connection, statements: Iterable[Statement], numbers: Mapping[str, int]
) -> int:
    """Write statements, and which entities each of them names; return how many there are."""
    count, following = 0, enumerate(statements, 1)
    while batch := list(islice(following, BATCH)):
        rows = (
            (number, numbers[one.document], one.passage, one.predicate, dump_statement(one)) for number, one in batch
        )
        connection.executemany("INSERT INTO statements VALUES (?, ?, ?, ?, ?)", rows)
        named = {(entity, number) for number, one in batch for part in one.parts for entity in part.entities}
        connection.executemany("INSERT INTO statement_entities VALUES (?, ?)", sorted(named))
        count += len(batch)
    return count


def _meta(contents: Contents, counts: Mapping[str, int]) -> list[Row]:
    kept = json.dumps(counts, sort_keys=True)
    complete = json.dumps(sorted(contents.complete), ensure_ascii=False)
    pairs = (
        ("counts", kept),
        ("fingerprint", contents.fingerprint),
        ("lexicon", contents.lexicon),
        ("complete", complete),
    )
    return [{"key": key, "value": value} for key, value in pairs]


def _document_row(document: Document) -> Row:
    names = ("name", "text", "body", "language", "digest", "title", "publisher", "url", "published", "note")
    return {**{name: getattr(document, name) for name in names}, "checksum": checksum(document.text)}


def _passage_rows(passages: Iterable[Passage], document: int, before: int) -> Iterator[Row]:
    names = ("number", "start", "end", "kind", "paragraph", "heading", "lead", "asked")
    for place, passage in enumerate(passages, before + 1):
        columns = {name: getattr(passage, name) for name in names}
        lists = {"kinds": " ".join(passage.kinds), "topics": _as_json(passage.topics)}
        yield {"id": place, "document": document, **columns, **lists}


def _entity_row(entity: Entity) -> Row:
    return {
        "id": entity.id, "name": entity.name, "kind": entity.kind, "brand": entity.brand, "parent": entity.parent,
        "described": int(entity.described), "traits": _as_json(entity.traits),
    }  # fmt: skip


def _alias_rows(entity: Entity) -> Iterator[Row]:
    for alias in dict.fromkeys((entity.name, *entity.aliases)):
        yield {"alias": alias, "squeezed": squeeze(alias), "entity": entity.id}


def _fact_rows(facts: Iterable[Fact], numbers: Mapping[str, int], tally: dict[str, int]) -> Iterator[Row]:
    for fact in facts:
        tally[fact.origin] += 1
        value = fact.value
        yield {
            "subject": fact.subject, "attribute": fact.attribute,
            "kind": value.kind, "text": value.text, "amount": value.amount, "upper": value.upper, "unit": value.unit,
            "date": value.date, "entity": value.entity, "bound": value.bound,
            "document": numbers[fact.document], "start": fact.start, "end": fact.end,
            "at_start": fact.at[0], "at_end": fact.at[1],
            "pattern": fact.pattern, "certainty": fact.certainty, "origin": fact.origin,
            "speaker": fact.speaker, "speaker_key": squeeze(fact.speaker) if fact.speaker else None,
            "qualifiers": _as_json(dict(fact.qualifiers)),
        }  # fmt: skip
