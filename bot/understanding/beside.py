"""A question word by itself: "when?", "by whom?", "where is that?" ask for what goes with the last answer.

Who said or did something, when and where are attributes of one event: their verbs are the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product

from bot.models import Intent, Mention, Query
from bot.understanding.antecedents import carried, is_a, said_to_be
from bot.understanding.conversations import Turn
from bot.understanding.draft import Draft
from bot.understanding.focus import DATE, PERSON, PLACE, find_focus
from bot.understanding.leftover import is_plain
from bot.understanding.resolving import Resolver
from facts.lexicon import Attribute
from facts.models import ValueKind

KINDS = {PERSON: ("person", "organisation"), PLACE: ("place", "event")}


def asked_beside(query: Query, draft: Draft, turn: Turn, resolver: Resolver) -> Query | None:
    """Return what a bare question word asks after the last turn, or None where that is not plain."""
    focus = find_focus(draft)
    wanted = focus.wanted if focus and focus.kind is None and focus.cue is None else None
    if wanted not in (*KINDS, DATE) or not (turn.query.attributes or turn.query.subjects):
        return None
    return _of_last(query, wanted, turn, resolver)


def asked_in_which(query: Query, draft: Draft, turn: Turn, resolver: Resolver) -> Query | None:
    """Return what "which country is that in?" asks: of the sort of place, where nothing else is asked."""
    focus = find_focus(draft)
    if focus is None or focus.kind is None or not resolver.lexicon.is_a(focus.kind.kinds[0], PLACE):
        return None
    if not all(focus.first <= p < focus.last or is_plain(draft, p) for p in range(len(draft.words))):
        return None
    return _of_last(query, focus.kind.kinds[0], turn, resolver)


def _of_last(query: Query, wanted: str, turn: Turn, resolver: Resolver) -> Query | None:
    """Return the question for what is wanted of what was talked of."""
    if again := _asked_of_claim(query, wanted, turn, resolver):
        return again
    for mention in _talked_of(turn, wanted, resolver):
        if attributes := _fitting(mention, wanted, turn.query.attributes, resolver):
            return replace(
                query,
                intent=Intent.LOOKUP,
                subjects=(mention,),
                attributes=attributes,
                alternatives=len(attributes) > 1,
                inverse=False,
                conditions=(),
                wanted=wanted,
                inherited=("subjects", "attributes"),
            )
    return None


def _asked_of_claim(query: Query, wanted: str, turn: Turn, resolver: Resolver) -> Query | None:
    """Return the open question behind one for yes or no: "is it built in Spain?", then "where then?"."""
    last, subjects = turn.query, carried(turn)
    attributes = tuple(one for one in last.attributes if _answers(resolver.attribute(one), wanted, resolver))
    if last.intent is not Intent.CHECK or len(subjects) != 1 or not attributes:
        return None
    return replace(
        query,
        intent=Intent.LOOKUP,
        subjects=tuple(subjects),
        attributes=attributes,
        alternatives=len(attributes) > 1,
        wanted=wanted,
        inherited=("subjects", "attributes"),
    )


def _talked_of(turn: Turn, wanted: str, resolver: Resolver) -> Iterator[Mention]:
    """Yield what the question may be about: where the last one asked the same, its answer; else its subjects."""
    subjects = carried(turn)
    kinds = KINDS.get(wanted, (PLACE,))
    if wanted != DATE and any(_answers(resolver.attribute(one), wanted, resolver) for one in turn.query.attributes):
        yield from (one for one in said_to_be(subjects, turn, resolver) if is_a(one, resolver, *kinds))
        return
    if len(subjects) == 1:
        yield subjects[0]


def _fitting(mention: Mention, wanted: str, before: tuple[str, ...], resolver: Resolver) -> tuple[str, ...]:
    """Return the attributes that answer it: those that share most verbs with what was asked, told or not ("where is it
    built?", then "when?"); where none shares one, the only one that is told.
    """
    kinds = [resolver.entity(key).kind for key in mention.entities]
    every = [one for one in resolver.lexicon.attributes.values() if _may_have(kinds, one, resolver)]
    if nearest := _nearest([one.id for one in every if _answers(one, wanted, resolver)], before, resolver):
        return nearest
    told = [one for key in mention.entities for one in resolver.told(key) if one not in before]
    answering = [one for one in dict.fromkeys(told) if _answers(resolver.attribute(one), wanted, resolver)]
    return tuple(answering) if len(answering) == 1 else ()


def _may_have(kinds: list[str], attribute: Attribute, resolver: Resolver) -> bool:
    return any(resolver.lexicon.is_a(kind, one) for kind in kinds for one in attribute.of)


def akin(attributes: Sequence[str], keys: Iterable[str], resolver: Resolver) -> tuple[str, ...]:
    """Return what is told of these by the same verbs, as a place too: the country where a car is built."""
    places = [one for one in attributes if _answers(resolver.attribute(one), PLACE, resolver)]
    told = dict.fromkeys(one for key in keys for one in resolver.told(key) if one not in attributes)
    near = (one for one in told if _answers(resolver.attribute(one), PLACE, resolver))
    return tuple(one for one in near if places and _shared(one, tuple(places), resolver))


def _nearest(attributes: list[str], before: tuple[str, ...], resolver: Resolver) -> tuple[str, ...]:
    """Return the attributes that share most verbs with those asked before, where any does."""
    shared = {one: _shared(one, before, resolver) for one in attributes if one not in before}
    most = max(shared.values(), default=0)
    return tuple(one for one, count in shared.items() if most and count == most)


def _shared(attribute: str, others: tuple[str, ...], resolver: Resolver) -> int:
    """Count the verbs that tell of an attribute and of the others as well; of all things one says that they are."""
    copulas = frozenset[str]().union(*(one.classes["copulas"] for one in resolver.lexicon.languages.values()))
    verbs = {verb for one in others for verb in _verbs(resolver.attribute(one))}
    return sum(not copulas.issuperset(verb) for verb in verbs & _verbs(resolver.attribute(attribute)))


def _answers(attribute: Attribute, wanted: str, resolver: Resolver) -> bool:
    """Whether a value of the attribute is what a question word asks for."""
    if wanted == DATE:
        return attribute.value is ValueKind.DATE
    kinds = KINDS.get(wanted, (wanted,))
    return any(resolver.lexicon.is_a(kind, one) for kind in attribute.kinds for one in kinds)


def _verbs(attribute: Attribute) -> set[tuple[str, ...]]:
    """Return the verbs that tell of an attribute, in every language."""
    return set(_of_frames(frame.verb for wording in attribute.wording.values() for frame in wording.frames))


def _of_frames(verbs: Iterable[tuple[tuple[str, ...], ...]]) -> Iterator[tuple[str, ...]]:
    for verb in verbs:
        yield from product(*verb)
