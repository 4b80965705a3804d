"""Reads a fact store: every look-up goes by an index, and nothing is loaded that no question needs.

Only the standard library's sqlite3 stands below, so that a question starts quickly.
"""

import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Any, Self

from facts.history import standing
from facts.lemmas import StoredLemmas
from facts.lexicon import Lexicon
from facts.lexicon.codec import load_dumped
from facts.models import Certainty, Document, Entity, Fact, Passage, Statement
from facts.store import rows
from facts.store.columns import Columns
from facts.store.file import StoreFile
from facts.store.gazetteer import Gazetteer
from facts.store.listing import Listing
from facts.store.numbering import Numbering
from facts.store.ordering import Ordering
from facts.store.schema import FRAME_WEIGHT, KIND_WEIGHT, TERMS
from facts.store.search import MOST_SCORED, kind_word, leaves_words_out, match_expression
from facts.store.statements import STATEMENTS, load_statement
from facts.store.tables import WordMap, WordSet
from facts.terms import squeeze

CACHED_ENTITIES = 4_096
CACHED_BRANDS = 64
CACHED_SUBJECTS = 1_024  # of which facts are held: understanding and answering ask for the same ones
CACHED_NAMES = 1_024  # whose documents are held
MOST_WEIGHED = 40  # facts with one value that are held against what later documents say: a look-up each
MOST_HELD = 500  # passages whose words are held: some 4,000, which take 3 ms to load
WEIGHTS = (1.0, FRAME_WEIGHT, KIND_WEIGHT)  # of the words of a passage, of its frame, of its kinds
CACHED_DOCUMENTS = 64


class FactStore:
    """One open store, read-only. Cheap to open: a million facts cost no more than a hundred."""

    def __init__(self, file: StoreFile) -> None:
        self.path = file.path
        self._file = file
        self.listing = Listing(file)  # of entities by kind, brand and attribute
        self.entity = lru_cache(maxsize=CACHED_ENTITIES)(self._entity)
        self.document = lru_cache(maxsize=CACHED_DOCUMENTS)(self._document)
        self.published = lru_cache(maxsize=CACHED_ENTITIES)(self._published)
        self._of_brand = lru_cache(maxsize=CACHED_BRANDS)(partial(rows.entities, file, "WHERE brand = ?"))
        self._of_parent = lru_cache(maxsize=CACHED_ENTITIES)(partial(rows.entities, file, "WHERE parent = ?"))
        self._facts = lru_cache(maxsize=CACHED_SUBJECTS)(self._look_up)
        self._naming = lru_cache(maxsize=CACHED_NAMES)(self._documents_naming)

    @classmethod
    def open(cls, path: Path, lexicon: Lexicon | None = None) -> Self:
        """Open a store; raises StoreError where it is missing, truncated, of another schema or no store at all.

        Whoever holds its vocabulary already may give it: it need not be loaded again.
        """
        store = cls(StoreFile.open(path))
        if lexicon is not None:
            store.lexicon = lexicon
        return store

    def close(self) -> None:
        """Let the file go. The store answers nothing from then on."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @cached_property
    def lexicon(self) -> Lexicon:
        """The vocabulary that the documents were read with."""
        try:
            return load_dumped(self._meta("lexicon"))
        except (ValueError, KeyError, TypeError) as fault:
            raise self._file.damage("its vocabulary is damaged") from fault

    @cached_property
    def lemmas(self) -> StoredLemmas:
        """Lemmas and ordinary words, looked up in the store word by word."""
        languages = [row[0] for row in self._file.rows("SELECT DISTINCT language FROM lemmas")]
        forms = {language: WordMap(self._file, language) for language in languages}
        return StoredLemmas(forms, WordSet(self._file))

    @property
    def fingerprint(self) -> str:
        """What the store was built from: equal for equal documents, vocabulary and schema."""
        return self._meta("fingerprint")

    def counts(self) -> Mapping[str, int]:
        """How many documents, passages, entities and facts there are; facts also by origin."""
        return self._counts

    @cached_property
    def _counts(self) -> Mapping[str, int]:
        counts: dict[str, int] = json.loads(self._meta("counts"))
        return counts

    def documents(self) -> list[Document]:
        """List every document by name, without its text."""
        return [rows.document(row) for row in self._file.rows(rows.DOCUMENTS)]

    def documents_by_date(self, first: int, most: int) -> list[Document]:
        """List some documents, newest first, without their text."""
        return [rows.document(row) for row in self._file.rows(rows.DOCUMENTS_BY_DATE, (most, first))]

    def documents_with(self, digest: str) -> list[str]:
        """List the names of documents whose digest begins so; the digits are hexadecimal."""
        following = digest + "g"  # sorts after every digest that begins so
        query = "SELECT name FROM documents WHERE digest >= ? AND digest < ? ORDER BY name"
        return [row[0] for row in self._file.rows(query, (digest, following))]

    def newest(self) -> str | None:
        """Return the date of the newest document, as precise as it is known; None where none has a date."""
        date: str | None = self._file.rows("SELECT max(published) FROM documents")[0][0]
        return date

    def passages(self, document: str) -> list[Passage]:
        """List the passages of a document in reading order."""
        return [rows.passage(row) for row in self._file.rows(rows.PASSAGES, (document,))]

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The names of the store, looked up one by one."""
        return Gazetteer(self._file)

    @cached_property
    def ordering(self) -> Ordering:
        """Whom attributes are known of, in the order of their amounts."""
        return Ordering(self._file)

    @cached_property
    def numbering(self) -> Numbering:
        """The numbers of entities, and sets of them."""
        return Numbering(self._file)

    @cached_property
    def columns(self) -> Columns:
        """The amounts of each attribute in order."""
        return Columns(self._file, self.numbering)

    def entities_named(self, name: str) -> list[Entity]:
        """List the entities that have this name, whatever its case, accents, spaces and hyphens."""
        query = "SELECT DISTINCT entity FROM aliases WHERE squeezed = ? ORDER BY entity"
        return [self.entity(row[0]) for row in self._file.rows(query, (squeeze(name),))]

    def entities_with(self, keys: Sequence[str]) -> list[Entity]:
        """List entities by their ids, in that order, all with one look-up."""
        found = {one.id: one for one in rows.entities(self._file, f"WHERE entities.id IN ({rows.marks(keys)})", keys)}
        return [found[key] for key in keys if key in found]

    def entities(self, kind: str | None = None) -> list[Entity]:
        """List all entities, or those of a kind and the kinds below it, by id."""
        if kind is None:
            return rows.entities(self._file, "", ())
        kinds = sorted({kind, *(one for one in self.lexicon.kinds if self.lexicon.is_a(one, kind))})
        return rows.entities(self._file, f"WHERE kind IN ({rows.marks(kinds)})", kinds)

    def entities_of(self, brand: str) -> list[Entity]:
        """List the entities of a brand, by id."""
        return list(self._of_brand((brand,)))

    def children(self, parent: str) -> list[Entity]:
        """List the versions and generations of an entity, by id."""
        return list(self._of_parent((parent,)))

    def facts_about(self, entity: str, attribute: str | None = None, *, proposed: bool = False) -> list[Fact]:
        """List facts with this subject, in reading order."""
        return list(self._facts("subject = ?", entity, attribute, proposed=proposed))

    def facts_with_value(self, entity: str, attribute: str | None = None, *, proposed: bool = False) -> list[Fact]:
        """List facts whose value is this entity, in reading order."""
        return list(self._facts("facts.entity = ?", entity, attribute, proposed=proposed))

    def standing(self, facts: Sequence[Fact], attribute: str) -> tuple[list[Fact], list[Fact]]:
        """Part facts of one subject and attribute into those that stand and those that later documents took back."""
        return standing(facts, self.lexicon.attributes.get(attribute), self.published)

    def standing_with_value(self, entity: str, attribute: str) -> list[Fact]:
        """List facts whose value is this entity and stands, in reading order; of very many all that are not denied."""
        found = self.facts_with_value(entity, attribute)
        if len(found) > MOST_WEIGHED:
            return [fact for fact in found if fact.certainty is not Certainty.DENIED]
        kept = {
            (fact.document, fact.at, fact.subject)
            for subject in dict.fromkeys(fact.subject for fact in found)
            for fact in self.standing(self.facts_about(subject, attribute), attribute)[0]
        }
        return [fact for fact in found if (fact.document, fact.at, fact.subject) in kept]

    def facts_by(self, speaker: str, *, proposed: bool = False) -> list[Fact]:
        """List facts that this speaker vouches for, in reading order."""
        return list(self._facts("speaker_key = ?", squeeze(speaker), None, proposed=proposed))

    def facts_of(
        self,
        attribute: str,
        *,
        low: float | None = None,
        high: float | None = None,
        descending: bool = False,
        limit: int | None = None,
        proposed: bool = False,
    ) -> list[Fact]:
        """List facts of an attribute by amount, bounds included.

        With neither bounds nor limit, those without an amount come too.
        """
        conditions = ["attribute = ?"]
        given: list[str | float] = [attribute]
        for bound, test in ((low, "amount >= ?"), (high, "amount <= ?")):
            if bound is not None:
                conditions.append(test)
                given.append(bound)
        if limit is not None:
            conditions.append("amount IS NOT NULL")
        order = f"ORDER BY amount {'DESC' if descending else 'ASC'}, facts.id LIMIT {-1 if limit is None else limit}"
        return self._select(conditions, given, order, proposed=proposed)

    def few_facts_of(self, attribute: str, most: int) -> list[Fact]:
        """List so many facts of an attribute, those without an amount first, then by amount."""
        return self._select(["attribute = ?"], [attribute], f"ORDER BY amount, facts.id LIMIT {most}", proposed=False)

    def facts(self, document: str | None = None, *, proposed: bool = False) -> list[Fact]:
        """List every fact, or those of a document, in reading order."""
        conditions, given = (["documents.name = ?"], [document]) if document is not None else (["1"], [])
        return self._select(conditions, given, "ORDER BY facts.id", proposed=proposed)

    def subjects_of(self, attribute: str, limit: int) -> list[str]:
        """List some of the entities of which an attribute is known; the plus: by the index of attributes."""
        query = "SELECT DISTINCT +subject FROM facts WHERE attribute = ? AND origin <> 'proposed' LIMIT ?"
        return [row[0] for row in self._file.rows(query, (attribute, limit))]

    def facts_in(self, document: str, start: int, end: int) -> list[Fact]:
        """List the facts whose quotes share a character with document[start:end], in reading order."""
        conditions = ["documents.name = ?", "start < ?", '"end" > ?']
        return self._select(conditions, (document, end, start), "ORDER BY facts.id", proposed=False)

    def is_reviewed(self, document: str, start: int, end: int) -> bool:
        """Whether a person vouched for a fact that shares a character with document[start:end]."""
        return bool(self._file.rows(rows.REVIEWED, (document, end, start)))

    def place_in(self, document: str, at: int) -> tuple[int, int]:
        """Return the number of the passage that a character is in or before, from 0, and how many there are.

        A few look-ups, also in a table of a hundred thousand rows.
        """
        query = "SELECT max(number), document FROM passages WHERE document = (SELECT id FROM documents WHERE name = ?)"
        last, key = self._file.rows(query, (document,))[0]
        if last is None:
            return 0, 0
        end = 'SELECT "end" FROM passages WHERE document = ? AND number = ?'
        place = bisect_right(range(last + 1), at, key=lambda number: self._file.rows(end, (key, number))[0][0])
        return min(place, last), last + 1

    def reviewed_documents(self) -> list[str]:
        """List the documents whose review is complete: what it leaves out they do not say."""
        names: list[str] = json.loads(self._meta("complete"))
        return names

    def search(
        self, words: Sequence[str], names: Sequence[str] = (), kinds: Sequence[str] = (), *, limit: int = 8
    ) -> list[Passage]:
        """Find the passages nearest to these words (lemmas or as written), best first.

        With names, one of them must be there, in the passage or the frame it stands in; then a kind of entity, or a
        kind or dimension of value, counts like a word.
        """
        expression = match_expression(words, names, kinds, self._common, self._held)
        found = self._matching(expression, limit)
        if names and len(found) < limit and leaves_words_out(words, kinds, self._common):
            alone = self._matching(match_expression([], names, (), self._common, self._held), limit)
            found += [passage for passage in alone if passage not in found]
        return found[:limit]

    def _matching(self, expression: str, limit: int) -> list[Passage]:
        given = (expression, *WEIGHTS, limit)
        return [rows.passage(row) for row in self._file.rows(rows.SEARCH, given)] if expression else []

    def is_written(self, name: str) -> bool:
        """Whether any passage, or the frame it stands in, holds a name."""
        expression = match_expression([], [name], (), self._common, self._held)
        return bool(expression and self._file.rows(rows.WRITTEN, (expression,)))

    def search_in(
        self, document: str, words: Sequence[str], kinds: Sequence[str] = (), *, limit: int = 8
    ) -> list[Passage]:
        """Find the passages of one document nearest to these words, best first."""
        expression = match_expression([*words, *map(kind_word, kinds)], common=self._common, held=self._held)
        if not expression:
            return []
        given = (expression, document, document, *WEIGHTS, limit)
        return [rows.passage(row) for row in self._file.rows(rows.SEARCH_IN, given)]

    def documents_naming(self, names: Sequence[str], *, limit: int = 3) -> list[str]:
        """List the documents that name one of these most often; none where the names are everywhere."""
        return list(self._naming(tuple(names), limit))

    def _documents_naming(self, names: tuple[str, ...], limit: int) -> list[str]:
        expression = match_expression([], names, common=self._common, held=self._held)
        if not expression or self._count_of(names) > MOST_SCORED:
            return []
        return [row[0] for row in self._file.rows(rows.NAMING, (expression, limit))]

    def passages_with(self, word: str) -> int:
        """Count the passages that hold a folded word, in themselves or in their frame."""
        if self._held is not None:
            return self._held.get(word, 0)
        if word in self._common:  # counting would walk all of them
            return self._common[word]
        found = self._terms.rows("SELECT doc FROM temp.terms WHERE term = ?", (word,))
        return found[0][0] if found else 0

    def _count_of(self, names: Sequence[str]) -> int:
        firsts = {name.split()[0].casefold() for name in names if name.split()}
        return sum(self._common.get(first, 0) for first in firsts)

    @cached_property
    def _held(self) -> Mapping[str, int] | None:
        """In how many passages every word stands, where there are few enough to hold them all; else None."""
        if self._counts["passages"] > MOST_HELD:
            return None
        return dict(self._terms.rows("SELECT term, doc FROM temp.terms"))

    @cached_property
    def _terms(self) -> StoreFile:
        """The file, once the words of the index can be counted through a view that only this connection has."""
        self._file.rows(TERMS)
        return self._file

    def statements_in(self, passages: Iterable[Passage], predicates: Sequence[str] = ()) -> list[Statement]:
        """List the statements of these passages, in their order; those with one of the predicates, where given."""
        filtered = f"AND predicate IN ({rows.marks(predicates)})" if predicates else ""
        wanted: dict[str, list[int]] = {}
        for passage in passages:
            wanted.setdefault(passage.document, []).append(passage.number)
        found: list[Statement] = []
        for document, numbers in wanted.items():
            here = f"WHERE documents.name = ? AND passage IN ({rows.marks(numbers)})"
            query = f"{STATEMENTS} {here} {filtered} ORDER BY statements.id"
            found.extend(load_statement(*row) for row in self._file.rows(query, (document, *numbers, *predicates)))
        return found

    def statements_of(self, predicates: Sequence[str], entity: str, limit: int = 64) -> list[Statement]:
        """List statements with one of these predicates that name the entity, in reading order."""
        query = (
            f"{STATEMENTS} JOIN statement_entities ON statement = statements.id WHERE entity = ? "
            f"AND predicate IN ({rows.marks(predicates)}) ORDER BY statements.id LIMIT ?"
        )
        return [load_statement(*row) for row in self._file.rows(query, (entity, *predicates, limit))]

    @cached_property
    def _common(self) -> Mapping[str, int]:
        return dict(self._file.rows("SELECT word, passages FROM common"))

    def _look_up(self, condition: str, key: str, attribute: str | None, *, proposed: bool) -> list[Fact]:
        conditions, given = [condition], [key]
        if attribute is not None:
            conditions.append("attribute = ?")
            given.append(attribute)
        return self._select(conditions, given, "ORDER BY facts.id", proposed=proposed)

    def _select(self, conditions: Sequence[str], given: Sequence[Any], order: str, *, proposed: bool) -> list[Fact]:
        wanted = [*conditions, *([] if proposed else ["origin <> 'proposed'"])]
        query = f"{rows.FACTS} WHERE {' AND '.join(wanted)} {order}"
        return [rows.fact(row) for row in self._file.rows(query, given)]

    def _entity(self, key: str) -> Entity:
        found = rows.entity(self._file, key)
        if found is None:
            raise KeyError(key)
        return found

    def _document(self, name: str) -> Document:
        found = self._file.rows(rows.DOCUMENT, (name,))
        if not found:
            raise KeyError(name)
        *columns, checksum = found[0]
        document = rows.document(columns)
        if rows.checksum(document.text) != checksum:
            raise self._file.damage(f"the text of {name} is damaged")
        return document

    def _published(self, name: str) -> str | None:
        """Return the date of a document, without reading its text."""
        date: str | None = self._file.rows("SELECT published FROM documents WHERE name = ?", (name,))[0][0]
        return date

    def _meta(self, key: str) -> str:
        value: str = self._file.rows("SELECT value FROM meta WHERE key = ?", (key,))[0][0]
        return value
