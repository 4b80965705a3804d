"""What stops an answer before anything is looked up: names nobody knows, names that fit several, words left over.

Promise 4 of the design: a question word that nothing explains blocks an answer whose meaning it could change.
"""

from collections.abc import Iterator
from dataclasses import replace

from bot.answering.known import Known
from bot.models.answer import Choice
from bot.models.finding import Choosing, Finding, Missing, Reason
from bot.models.query import Intent, Match, Mention, Query

MOST_CHOICES = 6
MAIN_KIND = "model"  # what most questions are about


def stop(known: Known, query: Query) -> Finding | None:
    """Return why this question cannot be answered as it stands, or None."""
    for mention in mentions_of(query):
        if mention.match is Match.UNKNOWN:
            return _no_such_name(known, query, mention)
    if query.unknown:
        return Missing(Reason.STRANGE_WORDS, words=query.unknown)
    for mention in mentions_of(query):
        if mention.match is Match.AMBIGUOUS and len(mention.entities) > 1:
            return choose(known, query, mention)
    return _did_you_mean(known, query)


def _no_such_name(known: Known, query: Query, mention: Mention) -> Missing:
    """Say what is not known, of which kind it would be, and what is called nearly so, else whose cars are known."""
    near = tuple(known.entity(key) for key in mention.entities)
    attribute = known.attribute(query.attributes[0]) if query.attributes and mention in query.subjects else None
    kind = next((kind for kind in attribute.of if known.lexicon.is_a(kind, MAIN_KIND)), None) if attribute else None
    makers = known.makers[:MOST_CHOICES] if kind and not near else ()
    return Missing(Reason.NO_SUCH_NAME, words=(mention.text,), near=near, kind=kind, makers=makers)


def _did_you_mean(known: Known, query: Query) -> Choosing | None:
    """Ask back where one misspelt word is all there is: nothing beside it says that the name is meant at all."""
    if query.intent not in (Intent.DESCRIBE, Intent.OPEN) or query.attributes or len(query.subjects) != 1:
        return None
    (mention,) = query.subjects
    is_alone = mention.match is Match.CORRECTED and len(mention.text.split()) == 1
    return choose(known, query, mention) if is_alone else None


def choose(known: Known, query: Query, mention: Mention) -> Choosing:
    """Ask back: one choice for each entity that the words may mean, as a question that can be asked as it is."""
    choices = [
        Choice(key, known.entity(key).name, _filled_in(query.text, mention, known.entity(key).name))
        for key in mention.entities[:MOST_CHOICES]
    ]
    return Choosing(tuple(choices), mention.text)


def mentions_of(query: Query) -> Iterator[Mention]:
    """Yield everything that the question names."""
    yield from query.subjects
    if query.brand:
        yield query.brand
    if query.speaker:
        yield query.speaker


def entities_of_ties(query: Query) -> Iterator[str]:
    """Yield everything that a name of the question may mean, where it may mean several things."""
    for mention in mentions_of(query):
        if mention.match is Match.AMBIGUOUS and len(mention.entities) > 1:
            yield from mention.entities


def with_meaning(query: Query, entity: str) -> Query:
    """Return the question as it reads where every name that may mean an entity means it."""

    def of(mention: Mention) -> Mention:
        is_meant = mention.match is Match.AMBIGUOUS and entity in mention.entities
        return replace(mention, entities=(entity,), match=Match.EXACT) if is_meant else mention

    brand, speaker = (of(one) if one else None for one in (query.brand, query.speaker))
    return replace(query, subjects=tuple(map(of, query.subjects)), brand=brand, speaker=speaker)


def _filled_in(text: str, mention: Mention, name: str) -> str:
    if text[mention.start : mention.end] != mention.text:
        return f"{name}: {text}"  # the words come from an earlier turn
    return f"{text[: mention.start]}{name}{text[mention.end :]}"
