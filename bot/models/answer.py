"""A reply, before it is put into words, and the promise it cannot break: what claims something has a source."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from bot.models.query import Intent
from facts.models import Value


class Status(StrEnum):
    """What sort of reply this is."""

    ANSWERED = "answered"
    PASSAGE = "passage"
    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"
    CHATTER = "chatter"


class Tier(StrEnum):
    """How the answer was come by, surest first."""

    FACTS = "facts"
    READING = "reading"


@dataclass(frozen=True, slots=True)
class Source:
    """A quote and where it stands: `text_of(document)[start:end] == quote`."""

    document: str
    quote: str
    start: int
    end: int
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    note: str | None = None  # "machine-translated from French"
    language: str | None = None  # of the document
    digest: str = ""  # of the document, whatever it is called
    reviewed: bool = False
    marks: tuple[tuple[int, int], ...] = ()  # spans of the document, inside the quote, that say it


@dataclass(frozen=True, slots=True)
class AnswerValue:
    """One value of the answer, as worded for the reader, with what it was made of."""

    text: str
    kind: str
    value: Value | None = None  # None where it was computed (a count, a difference)
    entity: str | None = None  # name of the entity it is said of, or that it is
    certainty: str | None = None
    market: str | None = None
    speaker: str | None = None  # who vouches for it, where that is not the document itself


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several things the question may have meant."""

    entity: str  # id
    name: str
    question: str  # the question with this choice filled in


@dataclass(frozen=True, slots=True)
class Conflict:
    """Another value that a document gives for the same thing."""

    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class Answer:
    """One reply. ANSWERED and PASSAGE cannot be built without a source."""

    status: Status
    text: str
    language: str
    tier: Tier | None = None
    verdict: bool | None = None
    values: tuple[AnswerValue, ...] = ()
    sources: tuple[Source, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    choices: tuple[Choice, ...] = ()
    suggestions: tuple[str, ...] = ()  # questions that could be answered instead
    unknown_words: tuple[str, ...] = ()
    interpret: Callable[[], str] = field(default=str, repr=False, compare=False)  # words for few: made when they are
    explain: Callable[[], str] = field(default=str, repr=False, compare=False)  # asked for; by default none
    gaps: tuple[tuple[str, str], ...] = ()  # what was asked for and not known: name of an entity, id of an attribute
    entities: tuple[str, ...] = field(default=())  # ids the answer is about, in order, for the next turn
    is_asked_for: bool = field(default=True, compare=False)  # False: something was named, and nothing asked of it
    intent: Intent | None = field(default=None, compare=False)  # what sort of reply was wanted
    elapsed_ms: float = 0.0

    def __post_init__(self) -> None:
        if self.status in (Status.ANSWERED, Status.PASSAGE) and not self.sources:
            raise ValueError(f"an answer that claims something needs a source: {self.text!r}")

    @property
    def interpretation(self) -> str:
        """How the question was read, on one line."""
        return self.interpret()

    @property
    def explanation(self) -> str:
        """How the question was read and why this is the reply, for whoever wonders; a line a piece."""
        return self.explain()
