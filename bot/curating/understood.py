"""What was understood of one document, in reading order: facts, what clauses say beside them, what gave nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facts.models import Document, Entity, Fact, Passage, Statement
from facts.review.proposals import SENTENCE, ByPlace, by_passage, is_told_by
from facts.store.reader import FactStore

LEAST_SIDES = 2  # of a statement that tells something


@dataclass(frozen=True, slots=True)
class Understood:
    """One document and everything that was made of it."""

    document: Document
    passages: Sequence[Passage]
    facts: Sequence[Fact]
    statements: Sequence[Statement]
    entities: Sequence[Entity]

    @classmethod
    def of(cls, store: FactStore, name: str) -> "Understood":
        """Collect what a store holds of a document; raises KeyError where there is none of that name."""
        document, passages = store.document(name), store.passages(name)
        facts = store.facts(name, proposed=True)
        statements = [one for one in store.statements_in(passages) if one.shape != SENTENCE]
        keys = [key for fact in facts for key in (fact.subject, fact.value.entity) if key]
        keys += [key for one in statements for part in one.parts for key in part.entities]
        keys += [one.speaker for one in statements if one.speaker]
        entities = [store.entity(key) for key in dict.fromkeys(keys)]
        return cls(document, passages, facts, statements, entities)

    def told(self) -> Iterator[tuple[Passage, Sequence[Fact], Sequence[Statement]]]:
        """Yield each passage with the facts whose value stands in it, and what its clauses say beside them."""
        by_place, clauses = ByPlace(self.facts), by_passage(self.statements)
        for passage in self.passages:
            facts = by_place.within(passage.start, passage.end)
            telling = (one for one in clauses.get(passage.number, ()) if len(one.parts) >= LEAST_SIDES)
            yield passage, facts, [one for one in telling if not any(is_told_by(one, fact) for fact in facts)]


def apart(marks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans none of which begins inside another."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(marks, key=lambda mark: (mark[0], -mark[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
