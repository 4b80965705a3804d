"""What a pronoun, or a question without a subject, can mean after the last turn."""

from collections.abc import Iterable

from bot.models import Answer, Intent, Match, Mention, Query, Status
from bot.understanding.conversations import Turn
from bot.understanding.draft import Draft, KindPiece
from bot.understanding.linking import Name
from bot.understanding.resolving import Resolver

PLACE, CAR, MAKER = "place", "model", "organisation"
PAIR = ("one", "other")
MOST_TOGETHER = 6  # things in one set; nobody means more by "them"
ANSWERED_BY_ENTITIES = (Intent.REVERSE, Intent.SUPERLATIVE, Intent.FILTER, Intent.COUNT, Intent.ABOUT_BOT)


def carried(turn: Turn, *, every: bool = False) -> list[Mention]:
    """Return what the last turn leaves to talk about: what it answered with, or what it was about.

    Of an order the first is talked about, unless all are meant.
    """
    last = turn.query
    answered = last.intent in ANSWERED_BY_ENTITIES or last.inverse
    is_open = last.ordering is not None and bool(last.subjects) and turn.answer.status is not Status.ANSWERED
    if answered and not is_open and turn.answer.entities:
        first = last.ordering.count if last.ordering and not every else len(turn.answer.entities)
        return [_mention(key, turn) for key in turn.answer.entities[:first]]
    if seeks_in_vain(turn):
        return []
    subjects = last.subjects[:1] if _goes_on_about_one(last) and not every else last.subjects
    known = [mention for mention in subjects if mention.match not in (Match.UNKNOWN, Match.AMBIGUOUS)]
    mentions = [Mention(m.start, m.end, m.text, (key,), Match.INHERITED) for m in known for key in m.entities]
    if last.speaker is not None and last.speaker.match is not Match.UNKNOWN:
        speaker = last.speaker
        mentions.append(Mention(speaker.start, speaker.end, speaker.text, speaker.entities, Match.INHERITED))
    return mentions or [_mention(key, turn) for key in (turn.answer.entities or turn.topic)]


def _goes_on_about_one(last: Query) -> bool:
    """Whether a difference was asked for after something else ("by how much?"): what was spoken of stays the topic."""
    return last.intent is Intent.COMPARE and last.difference and "subjects" in last.inherited


def seeks_in_vain(turn: Turn) -> bool:
    """Whether a turn asked which thing has a value and got no answer: then "it" is that thing, which nobody knows."""
    if turn.query.ordering and not turn.query.subjects and turn.answer.status is not Status.ANSWERED:
        return True
    asked = {key for mention in turn.query.subjects for key in mention.entities}
    is_open = turn.answer.status is not Status.ANSWERED and set(turn.answer.entities) <= asked
    return is_open and turn.query.inverse and turn.query.intent in (Intent.REVERSE, Intent.LOOKUP)


def followed(before: Turn | None, query: Query, answer: Answer) -> Turn:
    """Return a turn with what of the conversation before it is still talked of.

    Things that are asked the same one after the other make a set; what is named for a question of its own begins anew.
    """
    turn = Turn(query, answer)
    if seeks_in_vain(turn):
        return turn
    own = _keys(carried(turn, every=True))
    if before is None:
        return Turn(query, answer, own)
    if not own:
        return Turn(query, answer, before.thread, _keys(carried(before)))
    if set(own) < set(before.thread):
        return Turn(query, answer, before.thread)
    asks_the_same = bool(query.attributes) and query.attributes == before.query.attributes
    kept = [key for key in before.thread if key not in own] if asks_the_same else []
    return Turn(query, answer, tuple([*kept, *own][-MOST_TOGETHER:]))


def together(turn: Turn, size: int | None = None) -> list[Mention]:
    """Return the set that "them" or "the two" means: what the last turn told of, else what was talked of in a row."""
    own = carried(turn, every=True)
    thread = [_mention(key, turn) for key in turn.thread]
    if size is None:
        return own if len(own) > 1 or len(thread) < len(PAIR) else thread
    return next((one for one in (own, thread) if len(one) == size), [])


def other_than(turn: Turn) -> Mention | None:
    """Return "the other one" of two that were talked of together."""
    mine = _keys(carried(turn))
    others = [key for key in turn.thread if key not in mine]
    if turn.answer.status is Status.AMBIGUOUS:
        return None
    is_pair = len(turn.thread) == len(PAIR) and len(mine) == len(others) == 1
    return _mention(others[0], turn) if is_pair else None


def places_of(turn: Turn, resolver: Resolver) -> list[Mention]:
    """Return what "there" can mean: the places that the last answer gave, else those that the question named."""
    last = turn.query
    told = [one.value.entity for one in turn.answer.values if one.value and one.value.entity]
    asked = [key for claim in last.claims for key in claim.entities]
    asked += [key for mention in last.subjects if mention.match is not Match.UNKNOWN for key in mention.entities]
    for keys in (asked, told) if last.inverse else (told, asked):
        found = [_mention(key, turn) for key in dict.fromkeys(keys)]
        if places := [one for one in found if is_a(one, resolver, PLACE)]:
            return places
    return []


def points_by_noun(draft: Draft) -> bool:
    """Whether a turn says "that platform", "this plant"."""
    return any(_is_pointed(draft, kind) for kind in draft.kinds)


def pointed_at(draft: Draft, turn: Turn, resolver: Resolver) -> list[Mention]:
    """Return the one thing that "that platform" or "that brand" means: what was said of the last one, or its maker."""
    kind = next((one.kinds[0] for one in draft.kinds if _is_pointed(draft, one)), None)
    if kind is None or resolver.lexicon.is_a(kind, CAR):
        return []
    wanted = MAKER if resolver.lexicon.is_a(kind, MAKER) else kind
    mentions = carried(turn)
    brands = [resolver.entity(key).brand for mention in mentions for key in mention.entities]
    makers = [_mention(brand, turn) for brand in dict.fromkeys(brands) if brand]
    near = [*mentions, *said_to_be(mentions, turn, resolver), *places_of(turn, resolver), *makers]
    fitting = {one.entities: one for one in near if is_a(one, resolver, wanted)}
    return list(fitting.values()) if len(fitting) == 1 else []


def _is_pointed(draft: Draft, kind: KindPiece) -> bool:
    return kind.first > 0 and draft.is_in_class("demonstratives", kind.first - 1)


def candidates(turn: Turn, resolver: Resolver) -> list[Mention]:
    """Return what a pronoun may mean: what was talked about, then what that was said to be."""
    mentions = carried(turn)
    return [*mentions, *said_to_be(mentions, turn, resolver)]


def said_to_be(mentions: list[Mention], turn: Turn, resolver: Resolver) -> list[Mention]:
    """Return the values that the last turn gave: of "where is the Twingo built", the plant."""
    keys = [key for mention in mentions for key in mention.entities]
    values = dict.fromkeys(value for one in turn.query.attributes for value in resolver.values(keys, one))
    return [Mention(0, 0, resolver.entity(key).name, (key,), Match.INHERITED) for key in values]


def is_a(mention: Mention, resolver: Resolver, *kinds: str) -> bool:
    """Whether a mention may mean something of one of these kinds."""
    return resolver.is_a(Name(0, 0, mention), *kinds)


def _keys(mentions: Iterable[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for mention in mentions for key in mention.entities))


def _mention(key: str, turn: Turn) -> Mention:
    is_alone = turn.answer.entities == (key,)
    names = {value.entity for value in turn.answer.values if value.entity} if is_alone else ()
    return Mention(0, 0, next(iter(names)) if len(names) == 1 else key, (key,), Match.INHERITED)
