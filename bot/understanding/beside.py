"""A question word by itself: "when?", "by whom?", "where is that?" ask for what goes with the last answer.

Who said or did something, when and where are attributes of one event: their verbs are the same.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product

from bot.models import Intent, Mention, Query
from bot.understanding.antecedents import carried, is_a, said_to_be
from bot.understanding.conversations import Turn
from bot.understanding.draft import Draft
from bot.understanding.focus import DATE, PERSON, PLACE, find_focus
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
    for mention in _talked_of(turn, wanted, resolver):
        if attributes := _fitting(mention, wanted, turn.query.attributes, resolver):
            return replace(
                query,
                intent=Intent.LOOKUP,
                subjects=(mention,),
                attributes=attributes,
                alternatives=len(attributes) > 1,
                wanted=wanted,
                inherited=("subjects", "attributes"),
            )
    return None


def _talked_of(turn: Turn, wanted: str, resolver: Resolver) -> Iterator[Mention]:
    """Yield what the question may be about: where the last one asked the same, its answer; else its subjects."""
    subjects = carried(turn)
    if wanted in KINDS and any(_answers(resolver.attribute(one), wanted, resolver) for one in turn.query.attributes):
        yield from (one for one in said_to_be(subjects, turn, resolver) if is_a(one, resolver, *KINDS[wanted]))
        return
    if len(subjects) == 1:
        yield subjects[0]


def _fitting(mention: Mention, wanted: str, before: tuple[str, ...], resolver: Resolver) -> tuple[str, ...]:
    """Return the known attributes that answer it: those that share a verb with what was asked, else the only one."""
    told = [one for key in mention.entities for one in resolver.told(key) if one not in before]
    answering = [one for one in dict.fromkeys(told) if _answers(resolver.attribute(one), wanted, resolver)]
    shared = {one: _shared(one, before, resolver) for one in answering}
    most = max(shared.values(), default=0)
    if not most:
        return tuple(answering) if len(answering) == 1 else ()
    return tuple(one for one in answering if shared[one] == most)


def _shared(attribute: str, others: tuple[str, ...], resolver: Resolver) -> int:
    """Count the verbs that tell of an attribute and of the others as well; of all things one says that they are."""
    copulas = frozenset[str]().union(*(one.classes["copulas"] for one in resolver.lexicon.languages.values()))
    verbs = {verb for one in others for verb in _verbs(resolver.attribute(one))}
    return sum(not copulas.issuperset(verb) for verb in verbs & _verbs(resolver.attribute(attribute)))


def _answers(attribute: Attribute, wanted: str, resolver: Resolver) -> bool:
    """Whether a value of the attribute is what a question word asks for."""
    if wanted == DATE:
        return attribute.value is ValueKind.DATE
    return any(resolver.lexicon.is_a(kind, one) for kind in attribute.kinds for one in KINDS[wanted])


def _verbs(attribute: Attribute) -> set[tuple[str, ...]]:
    """Return the verbs that tell of an attribute, in every language."""
    return set(_of_frames(frame.verb for wording in attribute.wording.values() for frame in wording.frames))


def _of_frames(verbs: Iterable[tuple[tuple[str, ...], ...]]) -> Iterator[tuple[str, ...]]:
    for verb in verbs:
        yield from product(*verb)
