"""A fact: what a document says of an entity, with the words that say so."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from facts.models.value import Value

OPEN_MARK = "~"  # before an attribute that the vocabulary does not have: the words of the document that relate the two


def open_attribute(words: str) -> str:
    """Return the attribute of a fact that no attribute of the vocabulary foresaw, by its words: "recall", "join in"."""
    return OPEN_MARK + words


def attribute_words(attribute: str) -> str:
    """Return an attribute as people read it where the vocabulary has no label for it."""
    return attribute.removeprefix(OPEN_MARK).replace("_", " ")


def is_open(attribute: str) -> bool:
    """Whether an attribute is none of the vocabulary's."""
    return attribute.startswith(OPEN_MARK)


class Certainty(StrEnum):
    """How far a document commits itself."""

    STATED = "stated"
    APPROXIMATE = "approximate"
    EXPECTED = "expected"
    RUMOURED = "rumoured"
    DENIED = "denied"  # the document says that it is not so


class Origin(StrEnum):
    """Who vouches for a fact."""

    REVIEWED = "reviewed"  # a person confirmed, corrected or added it
    EXTRACTED = "extracted"  # by a pattern whose measured precision lets it answer at once
    PROPOSED = "proposed"  # waits for review; never answers


@dataclass(frozen=True, slots=True)
class Fact:
    """Subject, attribute and value, with everything needed to quote it.

    `subject` is an entity id, `attribute` a vocabulary id. `document[start:end]` is the quote (a whole passage or a run
    of them), `document[at[0]:at[1]]` the words that give the value. Qualifiers narrow a fact: market, version, cycle,
    price kind, until, since.
    """

    subject: str
    attribute: str
    value: Value
    document: str
    start: int
    end: int
    at: tuple[int, int]
    pattern: str
    certainty: Certainty = Certainty.STATED
    origin: Origin = Origin.PROPOSED
    speaker: str | None = None  # name of whoever said it, as a reader should see it
    qualifiers: Mapping[str, str] = field(default_factory=dict)

    @property
    def turn(self) -> tuple[str, int, tuple[int, int], str, str]:
        """By what facts are put in order: as they stand in their documents."""
        return self.document, self.start, self.at, self.subject, self.attribute
