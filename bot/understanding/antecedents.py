"""What a pronoun, or a question without a subject, can mean after the last turn."""

from bot.models import Intent, Match, Mention
from bot.understanding.conversations import Turn
from bot.understanding.linking import Name
from bot.understanding.resolving import Resolver

ANSWERED_BY_ENTITIES = (Intent.REVERSE, Intent.SUPERLATIVE, Intent.FILTER, Intent.COUNT, Intent.ABOUT_BOT)


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
    if last.speaker is not None and last.speaker.match is not Match.UNKNOWN:
        speaker = last.speaker
        mentions.append(Mention(speaker.start, speaker.end, speaker.text, speaker.entities, Match.INHERITED))
    return mentions or [_mention(key, turn) for key in turn.answer.entities]


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


def _mention(key: str, turn: Turn) -> Mention:
    names = {value.entity for value in turn.answer.values if value.entity}
    is_named = len(turn.answer.entities) == len(names) == 1
    return Mention(0, 0, next(iter(names)) if is_named else key, (key,), Match.INHERITED)
