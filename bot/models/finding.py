"""What answering found, before it is put into words: answering decides *what* is replied, wording *how*.

A finding is one of a few shapes. Whatever it claims is a `Row`, and a row cannot be made without its source.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.models.answer import Choice, Source
from bot.models.asked import AnswerType
from bot.models.query import Ordering, Topic
from facts.models import Certainty, Entity, Fact


@dataclass(frozen=True, slots=True)
class Row:
    """One fact, with the names that its ids stand for and the quote that says it."""

    fact: Fact
    subject: Entity
    source: Source
    language: str  # of the document, so of the value's words
    target: Entity | None = None  # the value, where it is an entity
    also: tuple[Source, ...] = ()  # other quotes that say the same
    rivals: tuple["Row", ...] = ()  # what other documents say instead

    def __hash__(self) -> int:
        return hash((self.fact.subject, self.fact.attribute, self.fact.document, self.fact.at, self.fact.value))

    @property
    def value(self) -> str:
        """The value as people should read it: an entity's name, else the words as written."""
        return self.target.name if self.target else self.fact.value.text


@dataclass(frozen=True, slots=True)
class Gap:
    """What was asked and no document gives."""

    subject: Entity
    attribute: str


@dataclass(frozen=True, slots=True)
class Told:
    """Facts that answer by being said; with a verdict where yes or no was asked."""

    rows: tuple[Row, ...]
    verdict: bool | None = None
    is_correction: bool = False  # the question supposed otherwise
    gaps: tuple[Gap, ...] = ()
    converted: str | None = None  # unit id that was asked for, where the documents use another of its dimension
    inverse: bool = False  # said from the value's side: "what replaces the Spring"


@dataclass(frozen=True, slots=True)
class Members:
    """A set: whoever has the attribute, the value or meets the conditions."""

    members: tuple[Entity, ...]  # the first of them, where there are too many to tell
    rows: tuple[Row, ...]  # at least one a member told
    counted: bool = False
    stated: Row | None = None  # a number that a document itself gives for the count
    total: int | None = None  # how many there are in all, where not all are told; 0 where that was not counted
    lacking: str | None = None  # the attribute that no document gives of any of them


@dataclass(frozen=True, slots=True)
class Ranking:
    """A set in order, with the place asked for."""

    rows: tuple[Row, ...]  # sorted as asked
    ordering: Ordering
    first: tuple[Row, ...]  # those at the place asked for; several where they tie
    left_out: tuple[Row, ...] = ()  # not comparable: another currency, unit or market
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """How far two amounts lie apart: `amount` in the base unit, worded like the words of `like`."""

    attribute: str
    amount: float  # of the first subject less the second
    like: Row
    is_rough: bool = False  # one of the two is about, expected or a bound


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two or more subjects side by side."""

    rows: tuple[Row, ...]
    differences: tuple[Difference, ...] = ()
    verdict: bool | None = None
    gaps: tuple[Gap, ...] = ()
    wants_difference: bool = False
    total: Difference | None = None  # of all rows, where their sum was asked for


class ClauseKind(StrEnum):
    """Which question a clause of a document answers."""

    WHO = "who"
    WHAT = "what"
    WHY = "why"


@dataclass(frozen=True, slots=True)
class Clauses:
    """Facts whose value is a clause: what was said, by whom, and reasons."""

    rows: tuple[Row, ...]
    kind: ClauseKind


@dataclass(frozen=True, slots=True)
class Read:
    """What one statement of a document says to the question: a span of it, or the entity that the span names."""

    text: str  # the span as written
    type: AnswerType
    source: Source  # the passage, the span marked
    language: str  # of the document
    entity: Entity | None = None
    certainty: Certainty = Certainty.STATED
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Description:
    """The facts that one tells first of an entity."""

    subject: Entity
    rows: tuple[Row, ...]
    opinion: bool = False  # advice was asked for; these are facts instead


@dataclass(frozen=True, slots=True)
class Passages:
    """No answer, but where to look."""

    passages: tuple[Source, ...]
    missing: tuple[str, ...] = ()  # words of the question that none of them holds
    passed: "Reason | None" = None  # what the tiers above lacked


@dataclass(frozen=True, slots=True)
class Cited:
    """Where the last answer came from."""

    cited: tuple[Source, ...]


class Reason(StrEnum):
    """Why there is no answer."""

    NO_FACT = "no_fact"  # the entity is known, this of it is not
    NO_SUCH_NAME = "no_such_name"
    STRANGE_WORDS = "strange_words"  # content words that nothing explains
    OTHER_UNIT = "other_unit"  # another currency or unit was asked for
    OTHER_MARKET = "other_market"
    OTHER_SPEAKER = "other_speaker"  # nobody quotes whom the question names on that
    NO_MEMBER = "no_member"  # nothing has that value or meets those conditions
    NOT_COMPARABLE = "not_comparable"  # fewer than two rows, or rows of different units
    UNDECIDED = "undecided"  # what is known neither confirms nor denies it
    NOT_WHOLE = "not_whole"  # what answers was extracted only: more may hold, or it contradicts itself
    NO_SOURCE = "no_source"  # nothing was answered before
    NOTHING = "nothing"  # nothing in the question is known


@dataclass(frozen=True, slots=True)
class Missing:
    """Not known, and what is known instead."""

    reason: Reason
    gaps: tuple[Gap, ...] = ()
    words: tuple[str, ...] = ()  # the name, the words, the unit or the market that stands in the way
    near: tuple[Entity, ...] = ()  # closest names
    kind: str | None = None  # what the unknown name would be
    makers: tuple[Entity, ...] = ()  # whose things of that kind are known
    given: tuple[Row, ...] = ()  # what the documents do give
    offers: tuple[Gap, ...] = ()  # attributes of entities that could be asked for instead


@dataclass(frozen=True, slots=True)
class Choosing:
    """Several things fit equally well."""

    choices: tuple[Choice, ...]
    words: str  # of the question that fit several


@dataclass(frozen=True, slots=True)
class Overview:
    """What the store knows, for questions about the bot."""

    entities: tuple[Entity, ...]  # of the kind asked about
    total: int  # of that kind; 0 where that was not counted
    attributes: tuple[str, ...]
    seen_in: tuple[Source, ...]
    examples: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class Shelf:
    """The documents, for questions about the bot: which they are, or of when."""

    documents: tuple[Source, ...]  # where each begins, the newest first
    total: int
    asks_age: bool = False


@dataclass(frozen=True, slots=True)
class Chatter:
    """Not a question for this bot; `empty` where there were no words at all, `topic` where it is about the bot and
    claims no fact.
    """

    empty: bool = False
    topic: Topic | None = None


Finding = (
    Told
    | Members
    | Ranking
    | Comparison
    | Clauses
    | Read
    | Description
    | Passages
    | Cited
    | Missing
    | Choosing
    | Overview
    | Shelf
    | Chatter
)


def sources_of(rows: Iterable[Row]) -> tuple[Source, ...]:
    """Return the sources of rows in order, each quote once."""
    found: dict[tuple[str, int, int], Source] = {}
    for row in rows:
        for source in (row.source, *row.also):
            key = (source.document, source.start, source.end)
            known = found.get(key)
            found[key] = source if known is None else with_marks(known, source.marks)
    return tuple(found.values())


def newest_rival(rivals: Iterable[Row]) -> Row | None:
    """Return what the newest other document gives instead."""
    return max(rivals, key=lambda row: row.source.published or "", default=None)


def with_marks(source: Source, marks: Iterable[tuple[int, int]]) -> Source:
    """Return the source with further spans marked."""
    return replace(source, marks=tuple(sorted({*source.marks, *marks})))
