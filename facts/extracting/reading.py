"""What was understood of one document."""

from dataclasses import dataclass

from facts.models import Document, Entity, Fact, Passage, Searchable, Statement


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with the entities it names, the facts it states, the statements of its clauses, and its words."""

    document: Document
    passages: tuple[Passage, ...]
    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]
    statements: tuple[Statement, ...] = ()
    searchables: tuple[Searchable, ...] = ()  # by passage
    lemmas: tuple[str, ...] = ()  # of all its words, sorted
