"""What was asked just before, by the same person in the same place, and what it lends to a short follow-up.

Only slots that the new turn leaves open are filled, only where it is short or points back, and every one is named in
the query.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace

from bot.models import Answer, Intent, Match, Mention, Query
from bot.understanding.descriptions import narrowed
from bot.understanding.draft import Draft
from bot.understanding.linking import Name
from bot.understanding.resolving import Resolver

REMEMBERED = 300.0  # seconds: a follow-up comes within minutes or not at all
MOST_CONVERSATIONS = 10_000  # kept at once; the oldest goes first
SHORT = 6  # words of a follow-up that points back at nothing: "how much?", "and the top speed?"
POINTING = ("it", "them", "that", "person", "there")
ORIGINS = ("parent_model", "platform")  # what a car is made from: asked of the next one, either may be meant
ANSWERED_BY_ENTITIES = (Intent.REVERSE, Intent.SUPERLATIVE, Intent.FILTER, Intent.COUNT, Intent.ABOUT_BOT)
NEEDS_SUBJECT = (
    Intent.LOOKUP,
    Intent.CHECK,
    Intent.REVERSE,
    Intent.COUNT,
    Intent.WHY,
    Intent.WHO_SAID,
    Intent.SUPERLATIVE,
)
REPEATABLE = (Intent.LOOKUP, Intent.REVERSE, Intent.COUNT, Intent.CHECK, Intent.WHY, Intent.WHAT_SAID, Intent.COMPARE)


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and what it was answered with."""

    query: Query
    answer: Answer


class Conversations:
    """The last turn of each conversation, for some minutes. Keys say whose it is: server, channel and person."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._turns: dict[Hashable, tuple[float, Turn]] = {}

    def last(self, key: Hashable) -> Turn | None:
        """Return the last turn of a conversation, or None where it is too long ago."""
        if key not in self._turns:
            return None
        when, turn = self._turns[key]
        if self._clock() - when > REMEMBERED:
            del self._turns[key]
            return None
        return turn

    def remember(self, key: Hashable, turn: Turn) -> None:
        """Keep a turn as the last one of its conversation; chatter in between changes no subject."""
        if turn.query.intent is Intent.CHATTER:
            return
        self._turns.pop(key, None)
        self._turns[key] = (self._clock(), turn)
        while len(self._turns) > MOST_CONVERSATIONS:
            del self._turns[next(iter(self._turns))]


def filled_in(query: Query, draft: Draft, turn: Turn, resolver: Resolver) -> Query:
    """Return the query with what it leaves open taken from the turn before."""
    if query.intent is Intent.DESCRIBE and _is_fragment(draft):
        return _asked_again(query, turn, resolver)
    if draft.has_tag("difference") and not query.subjects:
        return _how_far_apart(query, turn)
    if query.intent is Intent.WHAT_SAID and query.speaker is None:
        return _with_speaker(query, draft, turn, resolver)
    points = draft.has_tag(*POINTING)
    if query.intent in (Intent.CHATTER, Intent.OPEN) and not query.subjects and points and query.words:
        return _with_subjects(replace(query, intent=Intent.OPEN), draft, turn, resolver)
    if query.intent in NEEDS_SUBJECT and not query.subjects and (points or _is_short(draft)):
        return _with_subjects(query, draft, turn, resolver)
    return query


def _is_short(draft: Draft) -> bool:
    return len(draft.words) <= SHORT


def _is_fragment(draft: Draft) -> bool:
    """Whether a turn is but a name: "and the Dacia?", "the Leaf?"."""
    asks = draft.has_tag("describe", "who", "what", "where", "when", "how")
    return _is_short(draft) and (draft.has_tag("and") or not asks)


def _asked_again(query: Query, turn: Turn, resolver: Resolver) -> Query:
    """Ask the last question of another subject."""
    last = turn.query
    if last.intent not in REPEATABLE:
        return query
    subjects = tuple(narrowed(Name(0, 0, mention), last.attributes, resolver) for mention in query.subjects)
    keys = [key for mention in subjects if mention.match is not Match.UNKNOWN for key in mention.entities]
    attributes, rivals = last.attributes, last.alternatives
    if set(attributes) & set(ORIGINS) and not any(resolver.facts(key, attributes) for key in keys):
        attributes, rivals = tuple(dict.fromkeys((*attributes, *ORIGINS))), True
    return replace(
        last,
        text=query.text,
        language=query.language,
        subjects=subjects,
        attributes=attributes,
        alternatives=rivals,
        words=tuple(dict.fromkeys((*last.words, *query.words))),
        unknown=query.unknown,
        inherited=_filled("intent", "attributes" if last.attributes else "", "claims" if last.claims else ""),
        notes=(*query.notes, f"asked again: {', '.join(last.attributes) or last.intent.value}"),
    )


def _how_far_apart(query: Query, turn: Turn) -> Query:
    """Read "by how much?" behind a comparison."""
    last = turn.query
    others = tuple(Mention(0, 0, key, (key,), Match.INHERITED) for claim in last.claims for key in claim.than)
    subjects = (*last.subjects, *others)
    if len(subjects) != len(("one", "other")):
        return query
    attributes = tuple(claim.attribute for claim in last.claims if claim.than) or last.attributes
    return replace(
        query,
        intent=Intent.COMPARE,
        subjects=subjects,
        attributes=attributes,
        alternatives=False,
        difference=True,
        unknown=(),
        inherited=("subjects", "attributes"),
        notes=(*query.notes, "how far apart what was compared lies"),
    )


def _with_speaker(query: Query, draft: Draft, turn: Turn, resolver: Resolver) -> Query:
    kinds = ("person",) if draft.has_tag("person") else ("person", "organisation")
    for mention in candidates(turn, resolver):
        if resolver.is_a(Name(0, 0, mention), *kinds):
            notes = (*query.notes, f"the speaker is {mention.text}")
            return replace(query, speaker=mention, inherited=("speaker",), notes=notes)
    return query


def _with_subjects(query: Query, draft: Draft, turn: Turn, resolver: Resolver) -> Query:
    """Take the subjects of the last turn: all of them where a set is meant, else the one that fits what is asked."""
    wants_set = draft.has_tag("them") or query.intent is Intent.SUPERLATIVE
    mentions = [mention for mention in carried(turn, every=wants_set) if _fits(mention, query, draft, resolver)]
    if not any(resolver.facts(key, query.attributes) for mention in mentions for key in mention.entities):
        further = [m for m in candidates(turn, resolver) if m not in mentions and _fits(m, query, draft, resolver)]
        told = [m for m in further if query.inverse or resolver.facts(m.entities[0], query.attributes)]
        mentions = told[:1] or mentions
    if not mentions or (len(mentions) > 1 and not wants_set and not _may_be_several(turn)):
        return query
    in_words = query.intent in (Intent.WHY, Intent.WHO_SAID)
    words = tuple(dict.fromkeys((*query.words, *turn.query.words))) if in_words else query.words
    claims = query.claims or (turn.query.claims if query.intent is Intent.WHY else ())
    besides = tuple(replace(m, negated=True) for m in carried(turn) if draft.has_tag("else") and m not in mentions)
    return replace(
        query,
        subjects=(*mentions, *besides),
        words=words,
        claims=claims,
        inherited=_filled("subjects", "words" if words != query.words else ""),
        notes=(
            *query.notes,
            f"it is about {', '.join(dict.fromkeys(mention.text for mention in mentions))}, as before",
        ),
    )


def candidates(turn: Turn, resolver: Resolver) -> list[Mention]:
    """Return what a pronoun may mean: what was talked about, then what that was said to be."""
    mentions = carried(turn)
    keys = [key for mention in mentions for key in mention.entities]
    values = [value for attribute in turn.query.attributes for value in resolver.values(keys, attribute)]
    return [*mentions, *(Mention(0, 0, resolver.entity(key).name, (key,), Match.INHERITED) for key in values)]


def _fits(mention: Mention, query: Query, draft: Draft, resolver: Resolver) -> bool:
    """Whether something of the last turn can be what this one is about."""
    name = Name(0, 0, mention)
    if draft.has_tag("there"):
        return resolver.is_a(name, "place")
    if draft.has_tag("person"):
        return resolver.is_a(name, "person")
    if not query.attributes or query.intent in (Intent.WHY, Intent.WHO_SAID):
        return True
    kinds = [
        kind
        for key in query.attributes
        for kind in (resolver.attribute(key).kinds if query.inverse else resolver.attribute(key).of)
    ]
    return resolver.is_a(name, *kinds)


def _may_be_several(turn: Turn) -> bool:
    """Whether the last question was about several things at once, so that this one is as well."""
    return len(turn.query.subjects) > 1


def carried(turn: Turn, *, every: bool = False) -> list[Mention]:
    """Return what the last turn leaves to talk about: what it answered with, or what it was about.

    Of an order the first is talked about, unless all are meant.
    """
    last = turn.query
    answered = last.intent in ANSWERED_BY_ENTITIES or last.inverse
    if answered and turn.answer.entities:
        first = last.ordering.count if last.ordering and not every else len(turn.answer.entities)
        return [_mention(key, turn) for key in turn.answer.entities[:first]]
    known = [mention for mention in last.subjects if mention.match not in (Match.UNKNOWN, Match.AMBIGUOUS)]
    mentions = [Mention(m.start, m.end, m.text, (key,), Match.INHERITED) for m in known for key in m.entities]
    if last.speaker is not None:
        mentions.append(replace(last.speaker, match=Match.INHERITED))
    return mentions or [_mention(key, turn) for key in turn.answer.entities]


def _mention(key: str, turn: Turn) -> Mention:
    text = (
        next((value.entity for value in turn.answer.values if value.entity), key)
        if len(turn.answer.entities) == 1
        else key
    )
    return Mention(0, 0, text, (key,), Match.INHERITED)


def _filled(*names: str) -> tuple[str, ...]:
    return tuple(name for name in names if name)
