"""What was understood of one document."""

from dataclasses import dataclass

from facts.models import Document, Entity, Fact, Passage


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with the entities it names and the facts it states."""

    document: Document
    passages: tuple[Passage, ...]
    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]
