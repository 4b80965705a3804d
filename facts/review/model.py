"""What stands in a review file: names and values as a person writes them. Nothing here knows a store or a document."""

from collections.abc import Hashable
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from facts.models import Certainty
from facts.terms import squeeze


class Verdict(StrEnum):
    """What the reviewer decided."""

    CONFIRMED = "confirmed"  # proposed, and right
    CORRECTED = "corrected"  # proposed, but not so: `was` says how
    ADDED = "added"  # not proposed
    REJECTED = "rejected"  # proposed, and wrong


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class EntityReview(_Table):
    """A thing the reviewer names. It absorbs proposed entities that share one of its names."""

    name: str = Field(min_length=1)
    kind: str
    aliases: tuple[str, ...] = ()
    brand: str | None = None
    traits: tuple[str, ...] = ()
    described: bool = False


class Was(_Table):
    """The proposal that a correction stands for."""

    subject: str
    attribute: str
    value: str


class FactReview(_Table):
    """A decision on one fact. `words` of the quote give the value, where it is not written as `value`."""

    verdict: Verdict
    subject: str = Field(min_length=1)
    attribute: str
    value: str = Field(min_length=1)
    words: str | None = None
    certainty: Certainty | None = None  # None: approximate where the value says "about", else stated
    qualifiers: dict[str, str] = {}
    speaker: str | None = None
    was: Was | None = None
    quote: str = Field(min_length=1)

    @property
    def claim(self) -> Hashable:
        """What is decided: two decisions on one claim cannot both stand."""
        quote, narrowed = " ".join(self.quote.split()), tuple(sorted(self.qualifiers.items()))
        return quote, squeeze(self.subject), self.attribute, squeeze(self.value), narrowed


class ClauseWords(_Table):
    """What one clause says: its predicate, and words of the quote by the side of it that they stand on."""

    predicate: str = Field(min_length=1)
    parts: dict[str, str] = {}


class StatementReview(ClauseWords):
    """A decision on one statement."""

    verdict: Verdict
    negated: bool = False
    possible: bool = False  # it could, might or would be so
    certainty: Certainty = Certainty.STATED
    speaker: str | None = None
    was: ClauseWords | None = None
    quote: str = Field(min_length=1)

    @property
    def claim(self) -> Hashable:
        """What is decided."""
        return " ".join(self.quote.split()), self.predicate, tuple(sorted(self.parts.items()))


def _listed(given: object) -> object:
    """Take tables under labels as a list: the labels only keep the lines of a file apart."""
    return list(given.values()) if isinstance(given, dict) else given


class Review(_Table):
    """Everything decided on one document. Where it is complete, what it leaves out is not said there."""

    complete: bool = False
    entity: Annotated[tuple[EntityReview, ...], BeforeValidator(_listed)] = ()
    fact: Annotated[tuple[FactReview, ...], BeforeValidator(_listed)] = ()
    statement: Annotated[tuple[StatementReview, ...], BeforeValidator(_listed)] = ()
