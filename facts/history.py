"""Which facts later documents took back: denied since, given anew, or rumours that were settled.

Worked out when it is asked, never stored: what a document took back stands again once it is removed.
"""

from collections.abc import Callable, Sequence
from math import isclose

from facts.lexicon import Attribute
from facts.models import Certainty, Fact, Origin, Value, ValueKind
from facts.terms import squeeze

Published = Callable[[str], str | None]  # a document's date, as far as it is known: "2025", "2025-06-19"


def standing(facts: Sequence[Fact], attribute: Attribute | None, published: Published) -> tuple[list[Fact], list[Fact]]:
    """Part what was said of one thing under one attribute into what stands and what later documents took back.

    Denials are in neither. Documents without a date take nothing back, and nothing of theirs is.
    """
    said = [fact for fact in facts if fact.certainty is not Certainty.DENIED]
    if len({fact.document for fact in facts}) == 1:
        return said, []
    denials = [fact for fact in facts if fact.certainty is Certainty.DENIED]
    gives_anew = attribute is not None and (not attribute.many or attribute.renewed)
    past = [
        fact
        for fact in said
        if any(_denies(denial, fact, published) for denial in denials)
        or any(_settles(other, fact, published) for other in said)
        or (gives_anew and _is_given_anew(fact, said, published))
    ]
    return [fact for fact in said if not any(fact is one for one in past)], past


def is_later(one: str | None, other: str | None) -> bool:
    """Whether the one date is after the other, as far as both are known: "2025" is not after "2025-06"."""
    if not one or not other:
        return False
    length = min(len(one), len(other))
    return one[:length] > other[:length]


def is_said_again(one: Value, other: Value) -> bool:
    """Whether two values are the same, dates as precise as the vaguer one."""
    if one.kind is not other.kind:
        return False
    if one.kind is ValueKind.ENTITY:
        return one.entity == other.entity
    if one.kind is ValueKind.DATE and one.date and other.date:
        return f"{one.date}-".startswith(f"{other.date}-") or f"{other.date}-".startswith(f"{one.date}-")
    if one.amount is not None and other.amount is not None:
        return isclose(one.amount, other.amount) and one.unit == other.unit
    return squeeze(one.text) == squeeze(other.text)


def _may_take_back(later: Fact, fact: Fact, published: Published) -> bool:
    """Whether another, later document speaks of the same market in the same money; a person's word outweighs it."""
    if later.document == fact.document or (fact.origin is Origin.REVIEWED and later.origin is not Origin.REVIEWED):
        return False
    is_alike = dict(later.qualifiers) == dict(fact.qualifiers) and later.value.unit == fact.value.unit
    return is_alike and is_later(published(later.document), published(fact.document))


def _denies(denial: Fact, fact: Fact, published: Published) -> bool:
    return is_said_again(denial.value, fact.value) and _may_take_back(denial, fact, published)


def _settles(other: Fact, fact: Fact, published: Published) -> bool:
    """Whether a later document states what was but a rumour, the same or something else."""
    is_rumour = fact.certainty is Certainty.RUMOURED
    return is_rumour and other.certainty is not Certainty.RUMOURED and _may_take_back(other, fact, published)


def _is_given_anew(fact: Fact, said: Sequence[Fact], published: Published) -> bool:
    """Whether a later document gives other values, and none gives this one again."""
    later = [one for one in said if one.certainty is not Certainty.RUMOURED and _may_take_back(one, fact, published)]
    dates = {published(one.document) or "" for one in later}
    newest = [one for one in later if published(one.document) == max(dates)]
    return bool(later) and not any(is_said_again(one.value, fact.value) for one in newest)
