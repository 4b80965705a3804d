"""A person's decisions on the proposals of a document, written to its sidecar one by one, wherever they are made.

The sidecar is read again before each: somebody else may be reviewing the same document in another place.
"""

import hashlib
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from pydantic import ValidationError

from bot.curating.errors import Reason, RefusedError
from facts.errors import ReviewError
from facts.models import Document, Entity, Fact, Value, ValueKind
from facts.reading import Glossaries
from facts.reading.files import read_document
from facts.review import EntityReview, FactReview, Review, Sidecar, Verdict, merge_reviews, read_sidecar, write_review
from facts.review.proposals import Card, Proposals, with_entities, with_facts
from facts.sources import Source
from facts.store.reader import FactStore

DIGITS = 16  # of a card's key


@dataclass(frozen=True, slots=True)
class Tally:
    """How far a review is."""

    decided: int
    left: int
    clauses: int  # what clauses say and nobody judged
    is_complete: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """A proposed fact, as a table that confirms it. Its key stays the same as long as the document says this."""

    key: str
    card: Card
    fact: Fact
    row: FactReview

    @classmethod
    def of(cls, card: Card, fact: Fact, proposals: Proposals) -> Self:
        """Write a card as a table."""
        row = proposals.row(fact)
        said = repr((proposals.document.name, row.claim, fact.at))
        return cls(hashlib.sha256(said.encode()).hexdigest()[:DIGITS], card, fact, row)

    @property
    def proposal(self) -> Hashable:
        """What a correction says that it was."""
        return self.row.subject, self.row.attribute, self.fact.value.text, self.row.quote


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
        proposals = Proposals.of(document, _entities(store, facts), facts, passages, statements)
        waiting = (Waiting.of(card, card.fact, proposals) for card in proposals.cards() if card.fact is not None)
        return cls(proposals, tuple(waiting), read_sidecar(source.path))

    @property
    def review(self) -> Review:
        return self.sidecar.review

    def find(self, key: str) -> Waiting | None:
        """Return what has a key; None where the document says that no more, or a build took the decision over."""
        return next((one for one in self.waiting if one.key == key), None)

    def following(self, key: str | None = None) -> Waiting | None:
        """Return the first undecided proposal behind the one with a key, else of all."""
        keys = [one.key for one in self.waiting]
        behind = keys.index(key) + 1 if key in keys else 0
        left = self._left()
        return next((one for one in self.waiting[behind:] if one in left), None)

    def is_decided(self, one: Waiting) -> bool:
        """Whether somebody judged a proposal since the store was built."""
        return one not in self._left()

    def place(self, one: Waiting) -> int:
        """Return the place of a proposal among all, from 1."""
        return self.waiting.index(one) + 1

    def tally(self) -> Tally:
        """Count."""
        left, clauses = len(self._left()), len(self.proposals.statements)
        return Tally(len(self.waiting) - left, left, clauses, self.review.complete)

    def approved(self, one: Waiting) -> Self:
        """Confirm a fact."""
        return self._written(one, [one.row])

    def rejected(self, one: Waiting) -> Self:
        """Reject a fact."""
        return self._written(one, [self.proposals.row(one.fact, Verdict.REJECTED)])

    def undecided(self, one: Waiting) -> Self:
        """Take back what was decided on a fact."""
        return self._written(one, [])

    def edited(self, one: Waiting, changes: Mapping[str, str], store: FactStore) -> Self:
        """Write a fact with some of its keys changed; raises ReviewError where that does not hold together."""
        row = self._edited_row(one, changes)
        problem = self._problem(row, store)
        if problem is not None:
            raise problem
        return self._written(one, [row])

    def completed(self) -> Self:
        """Say that the review holds everything that the document says."""
        return self._with(self.review.model_copy(update={"complete": True}))

    def _left(self) -> list[Waiting]:
        """List what nobody has decided."""
        claims = {row.claim for row in self.review.fact}
        mended = {(row.was.subject, row.was.attribute, row.was.value, row.quote) for row in self.review.fact if row.was}
        return [one for one in self.waiting if one.row.claim not in claims and one.proposal not in mended]

    def _edited_row(self, one: Waiting, changes: Mapping[str, str]) -> FactReview:
        before = one.row.model_dump(mode="json")
        new = {key: said or None for key, said in changes.items() if said != (before[key] or "")}
        if not new:
            return one.row
        try:
            return self.proposals.corrected(one.fact, new)
        except ValidationError as fault:
            first = fault.errors()[0]
            message = f"{first['loc'][0]}: {first['msg']}"
            raise ReviewError(self.sidecar.file.name, None, message, "correct it") from fault

    def _problem(self, row: FactReview, store: FactStore) -> ReviewError | None:
        """Return why a decision cannot stand: what a build would say of it."""
        declared = declaring(self.review, self.proposals, [row]).entity
        lone = Sidecar(Path(self.sidecar.file.name), Review(entity=declared, fact=(row,)))
        named = [one for name in (row.subject, row.value) for one in store.entities_named(name)]
        entities = {one.id: one for one in (*self.proposals.entities.values(), *named)}
        glossary = Glossaries.of(store.lexicon).reader(self.proposals.document)

        def parse(_: Document, words: str, kind: ValueKind) -> Value | None:
            return glossary.parse(words, kind)

        reviews = [(self.proposals.document, lone)]
        merged = merge_reviews(entities.values(), self.proposals.facts, reviews, store.lexicon, parse)
        return next(iter(merged.problems), None)

    def _written(self, one: Waiting, rows: Sequence[FactReview]) -> Self:
        kept = tuple(row for row in self.review.fact if not _decides(row, one))
        return self._with(decided(self.review.model_copy(update={"fact": kept}), self.proposals, rows))

    def _with(self, review: Review) -> Self:
        write_review(self.sidecar.file, review, self.proposals.document)
        return replace(self, sidecar=replace(self.sidecar, review=review, lines={}))


def _decides(row: FactReview, one: Waiting) -> bool:
    """Whether a table of a review judges a proposal."""
    was = row.was
    is_mended = was is not None and (was.subject, was.attribute, was.value, row.quote) == one.proposal
    return is_mended or row.claim == one.row.claim


def decided(review: Review, proposals: Proposals, rows: Sequence[FactReview]) -> Review:
    """Add decisions to a review, and what they name."""
    return with_facts(declaring(review, proposals, rows), rows)


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


def _entities(store: FactStore, facts: Iterable[Fact]) -> list[Entity]:
    """List the entities of facts, with the brands that they belong to."""
    keys = dict.fromkeys(key for fact in facts for key in (fact.subject, fact.value.entity) if key)
    found = {key: store.entity(key) for key in keys}
    brands = {one.brand for one in found.values() if one.brand}
    return [*found.values(), *(store.entity(key) for key in brands if key not in found)]
