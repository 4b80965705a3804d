"""What a question asks for, typed. Understanding makes it, answering reads it; neither knows the other."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from bot.models.asked import Asked
from facts.models import Value


class Intent(StrEnum):
    """What sort of reply is wanted."""

    LOOKUP = "lookup"  # attribute of the subjects: "how much is the Twingo", "price and range of A and B"
    REVERSE = "reverse"  # whose attribute has this value: "which car is built in Novo Mesto", lists included
    COUNT = "count"  # how many of them
    SUPERLATIVE = "superlative"  # the first of a set by an ordering
    COMPARE = "compare"  # two or more subjects side by side, or the difference between them
    FILTER = "filter"  # which of a set meet the conditions
    CHECK = "check"  # yes or no: are the claims true of the subjects
    DESCRIBE = "describe"  # what is known of the subjects
    WHO_SAID = "who_said"  # the speaker of the words asked for
    WHAT_SAID = "what_said"  # what a speaker said (about something)
    WHY = "why"  # the reason given
    SOURCE = "source"  # where the last answer comes from
    ABOUT_BOT = "about_bot"  # "help", "what do you know", "what cars are there"
    OPINION = "opinion"  # advice wanted: facts are offered, no advice
    OPEN = "open"  # a question that no attribute foresees: passages may hold it
    CHATTER = "chatter"  # not a question for this bot


# What wants a clause or whatever is there, not the value of one attribute.
OPEN_ENDED = (Intent.OPEN, Intent.WHY, Intent.WHO_SAID, Intent.WHAT_SAID, Intent.DESCRIBE)


class Topic(StrEnum):
    """What of the bot a question is about, where it is not what the bot knows."""

    DOCUMENTS = "documents"  # "which documents do you have"
    AGE = "age"  # "how old is your information"
    MAKER = "maker"  # "who made you"
    LIMITS = "limits"  # "what can't you do"
    LANGUAGES = "languages"  # "do you speak French"
    NATURE = "nature"  # "are you a bot", "how do you work"


class Match(StrEnum):
    """How a name in a question was matched. Not a score: what may be done with each differs."""

    EXACT = "exact"
    CORRECTED = "corrected"  # within a typo or two
    DESCRIBED = "described"  # "the small Nissan", "the car that replaces the Spring"
    INHERITED = "inherited"  # taken over from the turn before
    AMBIGUOUS = "ambiguous"  # several fit equally well
    UNKNOWN = "unknown"  # a known name of the world, or a capitalised one, that the store does not hold


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the question that stand for entities. A set ("the three cars") has several, and is not ambiguous."""

    start: int
    end: int
    text: str
    entities: tuple[str, ...]  # ids; with AMBIGUOUS the candidates, with UNKNOWN the nearest names, maybe none
    match: Match
    negated: bool = False  # "not the Twingo", "except the Dacia"


class Operator(StrEnum):
    """How a condition compares. HAS and LACKS need no value."""

    BELOW = "below"
    ABOVE = "above"
    BETWEEN = "between"
    IS = "is"
    IS_NOT = "is not"
    HAS = "has"
    LACKS = "lacks"


class Limit(StrEnum):
    """What narrows a claim beyond its value: yes is only said where the documents say that too."""

    STILL = "still"
    ENDED = "no longer"
    ALREADY = "already"
    ONLY = "only"
    EXACTLY = "exactly"
    ALL = "all"  # of the cars of a brand
    EARLIER = "earlier"  # what was said before it was said otherwise


@dataclass(frozen=True, slots=True)
class Condition:
    """What members of a set must meet: "under 25k", "built in China", "not electric", "cheaper than the Twingo"."""

    attribute: str
    operator: Operator
    value: Value | None = None  # for BETWEEN with `upper`; of kind ENTITY: a name that the store does not hold
    entities: tuple[str, ...] = ()  # any of these as the value
    inverse: bool = False  # the member is the value and `entities` the subjects of the fact
    kind: str | None = None  # of entity, where `value` names one that the store does not hold
    than: tuple[str, ...] = ()  # compared with the value of these
    is_assumed: bool = False  # any question may say it: where it is known of nobody, it cuts nothing out


@dataclass(frozen=True, slots=True)
class Claim:
    """What a yes/no question supposes of its subjects. With `than`, their values are compared with those of others."""

    attribute: str
    operator: Operator
    value: Value | None = None
    entities: tuple[str, ...] = ()
    than: tuple[str, ...] = ()
    inverse: bool = False
    negated: bool = False  # "isn't it built in China?"
    kind: str | None = None  # of entity, where `value` names one that the store does not hold


@dataclass(frozen=True, slots=True)
class Ordering:
    """Sort a set by an attribute: "cheapest" is price, ascending, place 1."""

    attribute: str
    descending: bool
    place: int = 1  # "second cheapest" is 2
    count: int = 1  # "the two cheapest" is 2


@dataclass(frozen=True, slots=True)
class Query:
    """One question, understood. Fields that do not apply are empty; only a search of passages looks at words again."""

    text: str
    language: str
    intent: Intent
    subjects: tuple[
        Mention, ...
    ] = ()  # what it is about; negated ones are left out of a set ("what else is built there")
    attributes: tuple[str, ...] = ()  # what is asked of it: "price and range", or rival readings, best first
    inverse: bool = False  # the subjects are the *values* of the attribute: "what replaces the Spring"
    wanted: str | None = None  # kind of entity, or value kind, that the answer must be ("who" -> "person")
    brand: Mention | None = None  # "which Nissan ..." restricts the members of the set
    set_kind: str | None = None  # kind of the members of the set asked about: "which car", "the three SUVs"
    set_size: int | None = None  # "which of the three"
    is_plural: bool = False  # "which models": one member alone is hardly all
    conditions: tuple[Condition, ...] = ()
    ordering: Ordering | None = None
    claims: tuple[Claim, ...] = ()  # of CHECK what is asked, of other intents what the question takes for granted
    difference: bool = False  # "how much less": the answer is a difference
    total: bool = False  # "what do the two cost together": the answer is a sum
    speaker: Mention | None = None  # whose words are asked for, or who must have said what is answered
    limits: tuple[Limit, ...] = ()
    asked_unit: str | None = None  # "in dollars", "in miles"
    topic: Topic | None = None  # of ABOUT_BOT
    market: str | None = None  # "in the United States": id of the entity, or the words where none is known
    alternatives: bool = False  # `attributes` are rival readings, not a conjunction
    is_of_domain: bool = False  # it asks about something that documents of the domain are about, named or not
    words: tuple[str, ...] = ()  # content words (folded lemmas) that a passage must hold
    unknown: tuple[str, ...] = ()  # content words that nothing explains, as written: they block an answer
    only_names: bool = field(default=False, compare=False)  # it names something and asks nothing: "Twingo!!"
    inherited: tuple[str, ...] = ()  # names of the fields that were filled in from the turn before
    statement: Callable[[], Asked | None] | None = field(default=None, repr=False, compare=False)  # makes `asked`
    notes: tuple[str, ...] = ()  # how it was read, in words, for --explain

    @property
    def asked(self) -> Asked | None:
        """The question as a statement with one open side, where it has that shape; most answers never need it."""
        return self.statement() if self.statement else None

    @property
    def entities(self) -> set[str]:
        """The ids of everything that it mentions or supposes."""
        mentions = [*self.subjects, *filter(None, (self.brand, self.speaker))]
        found = {key for mention in mentions for key in mention.entities}
        supposed: tuple[Claim | Condition, ...] = (*self.claims, *self.conditions)
        for one in supposed:
            found.update(one.entities, one.than)
        return found
