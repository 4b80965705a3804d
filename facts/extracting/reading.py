"""What was understood of one document."""

from dataclasses import dataclass

from facts.models import Document, Entity, Fact, Passage, Statement


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with the entities it names, the facts it states and the statements of its clauses."""

    document: Document
    passages: tuple[Passage, ...]
    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]
    statements: tuple[Statement, ...] = ()
