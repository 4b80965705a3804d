"""A person's decisions on the proposals of a document, written to its sidecar one by one, wherever they are made.

The sidecar is read again before each: somebody else may be reviewing the same document in another place.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
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
class Desk:
    """The proposals of one document in the store in service, and its sidecar as it stands now."""

    source: Source
    proposals: Proposals
    cards: tuple[Card, ...]
    sidecar: Sidecar

    @classmethod
    def of(cls, store: FactStore, source: Source) -> Self:
        """Lay out what waits in a document; raises RefusedError where it is not as it was read, or FactsError."""
        document = _as_read(store, source)
        facts = store.facts(source.name, proposed=True)
        passages = store.passages(source.name)
        statements = store.statements_in(passages)
        proposals = Proposals.of(document, _entities(store, facts), facts, passages, statements)
        cards = tuple(card for card in proposals.cards() if card.fact is not None)
        return cls(source, proposals, cards, read_sidecar(source.path))

    @property
    def review(self) -> Review:
        return self.sidecar.review

    def key(self, card: Card) -> str:
        """Return what a card is known by: it stays the same as long as the document says this."""
        said = repr((self.source.name, card.fact and (self._row(card).claim, card.fact.at)))
        return hashlib.sha256(said.encode()).hexdigest()[:DIGITS]

    def card(self, key: str) -> Card | None:
        """Return the card with a key; None where the document says that no more, or a build took the decision over."""
        return next((card for card in self.cards if self.key(card) == key), None)

    def is_decided(self, card: Card) -> bool:
        """Whether somebody judged a card since the store was built."""
        return any(self._decides(row, card) for row in self.review.fact)

    def following(self, key: str | None = None) -> Card | None:
        """Return the first undecided card behind the one with a key, else of all."""
        keys = [self.key(card) for card in self.cards]
        behind = keys.index(key) + 1 if key in keys else 0
        return next((card for card in self.cards[behind:] if not self.is_decided(card)), None)

    def place(self, card: Card) -> int:
        """Return the place of a card among all, from 1."""
        return self.cards.index(card) + 1

    def tally(self) -> Tally:
        """Count."""
        decided = sum(map(self.is_decided, self.cards))
        clauses = len(self.proposals.statements)
        return Tally(decided, len(self.cards) - decided, clauses, self.review.complete)

    def approved(self, card: Card) -> Self:
        """Confirm a card's fact."""
        return self._written(card, [self._row(card)])

    def rejected(self, card: Card) -> Self:
        """Reject a card's fact."""
        return self._written(card, [self._row(card, Verdict.REJECTED)])

    def undecided(self, card: Card) -> Self:
        """Take back what was decided on a card."""
        return self._written(card, [])

    def edited(self, card: Card, changes: Mapping[str, str], store: FactStore) -> Self:
        """Write a card's fact with some of its keys changed; raises ReviewError where that does not hold together."""
        row = self._edited_row(card, changes)
        problem = self._problem(row, store)
        if problem is not None:
            raise problem
        return self._written(card, [row])

    def completed(self) -> Self:
        """Say that the review holds everything that the document says."""
        return self._with(self.review.model_copy(update={"complete": True}))

    def _row(self, card: Card, verdict: Verdict = Verdict.CONFIRMED) -> FactReview:
        assert card.fact is not None  # noqa: S101  # cards of clauses are not laid out here
        return self.proposals.row(card.fact, verdict)

    def _edited_row(self, card: Card, changes: Mapping[str, str]) -> FactReview:
        row = self._row(card)
        before = row.model_dump(mode="json")
        new = {key: said or None for key, said in changes.items() if said != (before[key] or "")}
        if not new:
            return row
        assert card.fact is not None  # noqa: S101  # as above
        try:
            return self.proposals.corrected(card.fact, new)
        except ValidationError as fault:
            first = fault.errors()[0]
            message = f"{first['loc'][0]}: {first['msg']}"
            raise ReviewError(self.sidecar.file, None, message, "correct it") from fault

    def _problem(self, row: FactReview, store: FactStore) -> ReviewError | None:
        """Return why a decision cannot stand: what a build would say of it."""
        declared = declaring(self.review, self.proposals, [row]).entity
        lone = Sidecar(self.sidecar.file, Review(entity=declared, fact=(row,)))
        named = [one for name in (row.subject, row.value) for one in store.entities_named(name)]
        entities = {one.id: one for one in (*self.proposals.entities.values(), *named)}
        glossary = Glossaries.of(store.lexicon).reader(self.proposals.document)

        def parse(_: Document, words: str, kind: ValueKind) -> Value | None:
            return glossary.parse(words, kind)

        reviews = [(self.proposals.document, lone)]
        merged = merge_reviews(entities.values(), self.proposals.facts, reviews, store.lexicon, parse)
        return next(iter(merged.problems), None)

    def _decides(self, row: FactReview, card: Card) -> bool:
        own = self._row(card)
        if row.claim == own.claim:
            return True
        was = row.was
        assert card.fact is not None  # noqa: S101  # as above
        ruled = (own.subject, own.attribute, card.fact.value.text)
        return was is not None and (was.subject, was.attribute, was.value) == ruled and row.quote == own.quote

    def _written(self, card: Card, rows: Sequence[FactReview]) -> Self:
        kept = tuple(row for row in self.review.fact if not self._decides(row, card))
        return self._with(decided(self.review.model_copy(update={"fact": kept}), self.proposals, rows))

    def _with(self, review: Review) -> Self:
        write_review(self.sidecar.file, review, self.proposals.document)
        return replace(self, sidecar=replace(self.sidecar, review=review, lines={}))


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
