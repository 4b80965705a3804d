"""A question as a statement with one open side: what reading a clause has to fill in. Understanding makes it."""

from dataclasses import dataclass
from enum import StrEnum


class AnswerType(StrEnum):
    """What sort of span answers; precision is measured by type."""

    PERSON = "person"
    ORGANISATION = "organisation"
    AGENT = "agent"  # "who": a person, or an organisation
    PLACE = "place"
    MODEL = "model"
    THING = "thing"  # "what": whatever stands there
    NAMED_KIND = "named_kind"  # "which prize": a phrase with that noun
    DATE = "date"
    DURATION = "duration"
    FREQUENCY = "frequency"
    AMOUNT = "amount"  # "how much": money, else the one amount there is
    QUANTITY = "quantity"  # of a dimension: "how far", "how heavy"
    SHARE = "share"
    COUNT = "count"
    REASON = "reason"
    MANNER = "manner"
    NAME = "name"  # "what is it called"
    CLAUSE = "clause"  # what was said, demanded, promised


@dataclass(frozen=True, slots=True)
class Given:
    """What a question says itself: a name or words, and the side of the predicate that they stand on, if any."""

    words: tuple[str, ...]  # folded lemmas of its content words
    names: tuple[str, ...] = ()  # ids of the entities it may mean
    text: str = ""
    is_head: bool = False  # of names: the side means it, and no more than it
    is_name: bool = False  # `words` are a name that means nothing known
    side: str | None = None  # a Side, or a preposition; None where it may stand anywhere


@dataclass(frozen=True, slots=True)
class Asked:
    """The open side, the predicate and everything given."""

    type: AnswerType
    predicate: str  # folded lemma, particles behind a space
    gap: str | None  # the open Side or preposition; None where a value of the type is looked for in the whole clause
    given: tuple[Given, ...]
    nouns: tuple[str, ...] = ()  # folded lemmas of the type word: "engineer" of "how many engineers"
    kind: str | None = None  # kind of entity that the type word asks for
    dimension: str | None = None
    is_negated: bool = False
    is_possible: bool = False
