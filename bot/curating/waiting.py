"""What waits for a person's decision, one card at a time: a fact, or what the clauses of one passage say."""

import hashlib
from collections.abc import Hashable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Self

from facts.review import FactReview, Review, StatementReview, Verdict
from facts.review.proposals import Card, Proposals

DIGITS = 16  # of a card's key
Row = FactReview | StatementReview


@dataclass(frozen=True, slots=True)
class Waiting:
    """A card with the tables that confirm it. Its key stays the same as long as the document says this."""

    key: str
    card: Card
    rows: tuple[Row, ...]

    @classmethod
    def of(cls, card: Card, proposals: Proposals) -> Self:
        """Write a card as tables."""
        if card.fact is not None:
            row = proposals.row(card.fact)
            said = repr((proposals.document.name, row.claim, card.fact.at))
            return cls(_hashed(said), card, (row,))
        rows = tuple(proposals.statement_row(one) for one in card.statements)
        said = repr((proposals.document.name, [row.claim for row in rows], card.passage.start))
        return cls(_hashed(said), card, rows)

    @property
    def marks(self) -> list[tuple[int, int]]:
        """The words of the document that say it."""
        return [self.card.fact.at] if self.card.fact else [one.at for one in self.card.statements]

    @property
    def span(self) -> tuple[int, int]:
        """The stretch of the document that it stands in."""
        passage, fact = self.card.passage, self.card.fact
        return (min(passage.start, fact.start), max(passage.end, fact.end)) if fact else (passage.start, passage.end)

    def judged(self, verdicts: Mapping[int, Verdict] | Verdict) -> tuple[Row, ...]:
        """Return its tables with a verdict, one for all or each its own by its place from 1."""
        every = dict.fromkeys(range(1, len(self.rows) + 1), verdicts) if isinstance(verdicts, Verdict) else verdicts
        return tuple(row.model_copy(update={"verdict": every[place]}) for place, row in enumerate(self.rows, 1))

    def is_decided(self, decisions: Set[Hashable]) -> bool:
        """Whether all of it is judged, given what a review decides."""
        return all(any(name in decisions for name in names) for names in self._names())

    def left_out_of(self, review: Review) -> Review:
        """Return a review without anything on this."""
        own = {name for names in self._names() for name in names}
        facts = tuple(row for row in review.fact if own.isdisjoint(_subjects(row)))
        statements = tuple(row for row in review.statement if own.isdisjoint(_subjects(row)))
        return review.model_copy(update={"fact": facts, "statement": statements})

    def _names(self) -> Iterator[tuple[Hashable, ...]]:
        """Yield of each table what a decision on it is known by: what it says, and what a correction says it was."""
        for row in self.rows:
            if isinstance(row, FactReview) and self.card.fact is not None:
                yield row.claim, (row.subject, row.attribute, self.card.fact.value.text, row.quote)
            else:
                yield (row.claim,)


def decisions_of(review: Review) -> frozenset[Hashable]:
    """Return what a review decides, in the terms that a card is known by."""
    rows: tuple[Row, ...] = (*review.fact, *review.statement)
    return frozenset(name for row in rows for name in _subjects(row))


def _subjects(row: Row) -> Iterator[Hashable]:
    """Yield what a table of a review is on: what it says, and what that was before it was corrected."""
    yield row.claim
    match row:
        case FactReview(was=was) if was is not None:
            yield was.subject, was.attribute, was.value, row.quote
        case StatementReview(was=words) if words is not None:
            yield row.model_copy(update={"predicate": words.predicate, "parts": words.parts}).claim


def _hashed(said: str) -> str:
    return hashlib.sha256(said.encode()).hexdigest()[:DIGITS]
