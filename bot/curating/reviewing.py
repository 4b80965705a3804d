"""A person's decisions on the proposals of a document, written to its sidecar one by one, wherever they are made.

The sidecar is read again before each: somebody else may be reviewing the same document in another place.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from pydantic import ValidationError

from bot.curating.errors import Reason, RefusedError
from bot.curating.waiting import Row, Waiting, decisions_of
from facts.errors import ReviewError
from facts.models import Document, Entity, Fact, Statement, Value, ValueKind
from facts.reading import Glossaries
from facts.reading.files import read_document
from facts.review import (
    EntityReview,
    FactReview,
    Review,
    Sidecar,
    StatementReview,
    Verdict,
    merge_reviews,
    read_sidecar,
    write_review,
)
from facts.review.proposals import Proposals, with_entities, with_facts, with_statements
from facts.sources import Source
from facts.store.reader import FactStore

PREDICATE = "predicate"  # beside the sides of a clause


@dataclass(frozen=True, slots=True)
class Tally:
    """How far a review is."""

    facts: int  # decided
    clauses: int  # decided
    left: int  # cards
    is_complete: bool

    @property
    def is_begun(self) -> bool:
        return bool(self.facts or self.clauses)


@dataclass(frozen=True, slots=True)
class Desk:
    """The proposals of one document in the store in service, and its sidecar as it stands now."""

    proposals: Proposals
    waiting: tuple[Waiting, ...]
    sidecar: Sidecar

    @classmethod
    def of(cls, store: FactStore, source: Source) -> Self:
        """Lay out what waits in a document; raises RefusedError where it is not as it was read, or FactsError."""
        document = _as_read(store, source)
        facts = store.facts(source.name, proposed=True)
        passages = store.passages(source.name)
        statements = store.statements_in(passages)
        proposals = Proposals.of(document, _entities(store, facts, statements), facts, passages, statements)
        waiting = tuple(Waiting.of(card, proposals) for card in proposals.cards())
        return cls(proposals, waiting, read_sidecar(source.path))

    @property
    def review(self) -> Review:
        return self.sidecar.review

    def find(self, key: str) -> Waiting | None:
        """Return what has a key; None where the document says that no more, or a build took the decision over."""
        return next((one for one in self.waiting if one.key == key), None)

    def following(self, key: str | None = None) -> Waiting | None:
        """Return the first undecided proposal behind the one with a key, else of all."""
        keys = [one.key for one in self.waiting]
        behind, decisions = keys.index(key) + 1 if key in keys else 0, decisions_of(self.review)
        return next((one for one in self.waiting[behind:] if not one.is_decided(decisions)), None)

    def is_decided(self, one: Waiting) -> bool:
        """Whether somebody judged a proposal since the store was built."""
        return one.is_decided(decisions_of(self.review))

    def place(self, one: Waiting) -> int:
        """Return the place of a proposal among all, from 1."""
        return self.waiting.index(one) + 1

    def tally(self) -> Tally:
        """Count."""
        decisions = decisions_of(self.review)
        done = [one for one in self.waiting if one.is_decided(decisions)]
        facts, clauses = (sum(one.card.fact is not None for one in done), sum(len(one.card.statements) for one in done))
        return Tally(facts, clauses, len(self.waiting) - len(done), self.review.complete)

    def approved(self, one: Waiting) -> Self:
        """Confirm all of a card."""
        return self._written(one, one.rows)

    def rejected(self, one: Waiting) -> Self:
        """Reject all of a card."""
        return self._written(one, one.judged(Verdict.REJECTED))

    def chosen(self, one: Waiting, right: Collection[int]) -> Self:
        """Confirm the clauses of a card that are right, by their places from 1, and reject the others."""
        places = range(1, len(one.rows) + 1)
        verdicts = {place: Verdict.CONFIRMED if place in right else Verdict.REJECTED for place in places}
        return self._written(one, one.judged(verdicts))

    def undecided(self, one: Waiting) -> Self:
        """Take back what was decided on a card."""
        return self._written(one, [])

    def edited(self, one: Waiting, changes: Mapping[str, str], store: FactStore) -> Self:
        """Write a fact with some of its keys changed; raises ReviewError where that does not hold together."""
        return self._checked(one, [self._edited_row(one.card.fact, changes)] if one.card.fact else [], store)

    def mended(self, one: Waiting, place: int, said: Mapping[str, str], store: FactStore) -> Self:
        """Confirm the clauses of a card, one of them with other words; raises ReviewError likewise.

        `said` holds words by side, and the predicate; what is empty goes, what is left out stays.
        """
        rows = list(one.rows)
        rows[place - 1] = self._mended_row(one.card.statements[place - 1], said)
        return self._checked(one, rows, store)

    def completed(self) -> Self:
        """Say that the review holds everything that the document says."""
        return self._with(self.review.model_copy(update={"complete": True}))

    def _edited_row(self, fact: Fact, changes: Mapping[str, str]) -> FactReview:
        row = self.proposals.row(fact)
        before = row.model_dump(mode="json")
        new = {key: said or None for key, said in changes.items() if said != (before[key] or "")}
        if not new:
            return row
        with self._told():
            return self.proposals.corrected(fact, new)

    def _mended_row(self, statement: Statement, said: Mapping[str, str]) -> StatementReview:
        row = self.proposals.statement_row(statement)
        words = {side: held for side, held in {**row.parts, **said}.items() if held}
        predicate = words.pop(PREDICATE, "" if PREDICATE in said else row.predicate)
        if (predicate, words) == (row.predicate, row.parts):
            return row
        if not words:
            raise ReviewError(
                self.sidecar.file.name, None, "a clause says nothing without words on a side", "give some"
            )
        with self._told():
            mended = self.proposals.corrected_statement(statement, predicate, words)
            return StatementReview.model_validate(mended.model_dump())

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what is wrong with a table into a ReviewError."""
        try:
            yield
        except ValidationError as fault:
            first = fault.errors()[0]
            message = f"{first['loc'][0]}: {first['msg']}"
            raise ReviewError(self.sidecar.file.name, None, message, "correct it") from fault

    def _checked(self, one: Waiting, rows: Sequence[Row], store: FactStore) -> Self:
        """Write decisions, unless a build would refuse them; raises ReviewError."""
        alone = self._judged(Review(), one, rows)
        named = [
            found for row in alone.fact for name in (row.subject, row.value) for found in store.entities_named(name)
        ]
        entities = {found.id: found for found in (*self.proposals.entities.values(), *named)}
        glossary = Glossaries.of(store.lexicon).reader(self.proposals.document)

        def parse(_: Document, words: str, kind: ValueKind) -> Value | None:
            return glossary.parse(words, kind)

        declared = alone.model_copy(update={"entity": self._judged(self.review, one, rows).entity})
        reviews = [(self.proposals.document, Sidecar(Path(self.sidecar.file.name), declared))]
        merged = merge_reviews(entities.values(), self.proposals.facts, reviews, store.lexicon, parse)
        for problem in merged.problems:
            raise problem
        return self._written(one, rows)

    def _written(self, one: Waiting, rows: Sequence[Row]) -> Self:
        return self._with(self._judged(one.left_out_of(self.review), one, rows))

    def _judged(self, review: Review, one: Waiting, rows: Sequence[Row]) -> Review:
        facts = [row for row in rows if isinstance(row, FactReview)]
        clauses = [row for row in rows if isinstance(row, StatementReview)]
        pairs = zip(one.card.statements, clauses, strict=False) if clauses else ()
        return clauses_decided(decided(review, self.proposals, facts), self.proposals, list(pairs))

    def _with(self, review: Review) -> Self:
        write_review(self.sidecar.file, review, self.proposals.document)
        return replace(self, sidecar=replace(self.sidecar, review=review, lines={}))


def decided(review: Review, proposals: Proposals, rows: Sequence[FactReview]) -> Review:
    """Add decisions to a review, and what they name."""
    return with_facts(declaring(review, proposals, rows), rows)


def clauses_decided(review: Review, proposals: Proposals, pairs: Sequence[tuple[Statement, StatementReview]]) -> Review:
    """Add decisions on clauses to a review, and what those name that stand."""
    standing = [statement for statement, row in pairs if row.verdict is not Verdict.REJECTED]
    return with_statements(with_entities(review, proposals.named(standing)), [row for _, row in pairs])


def declaring(
    review: Review, proposals: Proposals, rows: Iterable[FactReview], extra: Iterable[EntityReview] = ()
) -> Review:
    """Add what the rows that stand name, so that the review holds without extraction."""
    standing = [row for row in rows if row.verdict is not Verdict.REJECTED]
    return with_entities(review, [*extra, *proposals.declared(standing)])


def _as_read(store: FactStore, source: Source) -> Document:
    """Return a document as the store has it, if the file still says the same."""
    try:
        document = store.document(source.name)
    except KeyError as fault:
        raise RefusedError(Reason.UNKNOWN, name=source.name) from fault
    if read_document(source.path, source.root, store.lexicon).text != document.text:
        raise RefusedError(Reason.CHANGED, name=source.name)
    return document


def _entities(store: FactStore, facts: Iterable[Fact], statements: Iterable[Statement]) -> list[Entity]:
    """List the entities of facts and clauses, with the brands that they belong to."""
    keys = [key for fact in facts for key in (fact.subject, fact.value.entity)]
    for one in statements:
        keys += [one.speaker, *(key for part in one.parts for key in part.entities)]
    found = {key: store.entity(key) for key in dict.fromkeys(keys) if key}
    brands = {one.brand for one in found.values() if one.brand}
    return [*found.values(), *(store.entity(key) for key in brands if key not in found)]
