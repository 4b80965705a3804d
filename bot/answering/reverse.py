"""Whose attribute has this value: "which car is built in Slovenia", "what replaces the Spring"; lists and counts."""

from collections.abc import Iterable, Sequence
from itertools import islice

from bot.answering.known import Known, excluded_by, has_wanted_kind, subjects_of
from bot.answering.lookup import look_up
from bot.answering.places import contained
from bot.models.finding import Finding, Members, Missing, Reason, Row, Told
from bot.models.query import Intent, Query
from facts.models import Entity, Fact, ValueKind

MEASURED = ("date", "amount")  # wanted values that no entity is
MOST_LISTED = 24  # members of one answer; the others are counted


def find_holders(known: Known, query: Query) -> Finding:
    """List who has the subjects of the question as the value of its attributes, each with its quote."""
    holding = holding_of(known, query)
    if not holding:
        return look_up(known, query) if _may_be_direct(known, query) else Missing(Reason.NO_MEMBER)
    rows = [known.settled(facts, facts[0].attribute)[0] for facts in islice(holding.values(), MOST_LISTED)]
    if len(rows) == 1 and query.intent is not Intent.COUNT:
        return Told(tuple(rows), inverse=True)
    return as_members(known, rows, query, total=len(holding))


def holding_of(known: Known, query: Query) -> dict[str, list[Fact]]:
    """Return the facts that make somebody a holder, by holder: whoever the question asks about, versions left out."""
    found: dict[str, list[Fact]] = {}
    for attribute in query.attributes:
        for value in subjects_of(query):
            for fact in _with_value(known, value, attribute):
                found.setdefault(fact.subject, []).append(fact)
    entities = [known.entity(key) for key in found]
    members = {entity.id for entity in entities if is_member(known, entity, query)}
    return {one.id: found[one.id] for one in entities if one.id in members and one.parent not in members}


def are_values(known: Known, query: Query) -> bool:
    """Whether the subjects can only be values of the attributes: a plant has no factory, but cars have it."""
    attributes = [known.attribute(key) for key in query.attributes]
    entities = [known.entity(key) for key in subjects_of(query)]
    return bool(entities and attributes) and all(
        attribute is not None
        and _is_one_of(known, entity, attribute.kinds)
        and not _is_one_of(known, entity, attribute.of)
        for attribute in attributes
        for entity in entities
    )


def is_member(known: Known, entity: Entity, query: Query) -> bool:
    """Whether an entity is of the kind and brand that the question asks about, and not left out by it."""
    kind = query.set_kind or (query.wanted if query.wanted in known.lexicon.kinds else None)
    if entity.id in excluded_by(query) or (query.wanted in MEASURED and query.intent is not Intent.COUNT):
        return False
    return (kind is None or is_of_kind(known, entity.kind, kind)) and known.is_of_brand(entity, query.brand)


def is_of_kind(known: Known, own: str, kind: str) -> bool:
    """Whether what is of its own kind is of another as well; "who" may be an organisation."""
    return known.lexicon.is_a(own, kind) or (kind == "person" and known.lexicon.is_a(own, "organisation"))


def without_versions(rows: Iterable[Row]) -> list[Row]:
    """Drop versions whose model is there as well: they are the same car."""
    listed = list(rows)
    ids = {row.subject.id for row in listed}
    return [row for row in listed if row.subject.parent not in ids]


def as_members(known: Known, rows: Sequence[Row], query: Query, *, total: int) -> Members:
    """Return rows as a set of their subjects; a count comes with the number that a document itself gives, if any."""
    members = tuple({row.subject.id: row.subject for row in rows}.values())
    counted = query.intent is Intent.COUNT
    stated = _stated(known, query) if counted else None
    return Members(members, tuple(rows), counted, stated, None if total == len(members) else total)


def _with_value(known: Known, value: str, attribute: str) -> list[Fact]:
    """Return the facts with a value, what lies in it, or what it has itself: "cars on the Twingo's platform"."""
    described = known.attribute(attribute)
    entity = known.entity(value)
    if facts := [fact for place in contained(known, value) for fact in known.with_value(place, attribute)]:
        return facts
    is_value = described is None or _is_one_of(known, entity, described.kinds)
    is_subject = described is not None and _is_one_of(known, entity, described.of)
    if is_value or not is_subject:
        return []
    own = [row.target.id for row in known.family(value, attribute) if row.target]
    return [fact for shared in own for fact in known.with_value(shared, attribute)]


def _may_be_direct(known: Known, query: Query) -> bool:
    """Whether the subjects may after all be what the facts are about.

    Never where both sides are of one kind: what derives from the Micra is not what the Micra derives from.
    """
    return any(
        has_wanted_kind(known, row, query.wanted)
        for subject in subjects_of(query)
        for attribute in query.attributes
        if not _has_like_sides(known, attribute)
        for row in known.family(subject, attribute)
    )


def _has_like_sides(known: Known, attribute: str) -> bool:
    described = known.attribute(attribute)
    return described is not None and not set(described.of).isdisjoint(described.kinds)


def _is_one_of(known: Known, entity: Entity, kinds: Iterable[str]) -> bool:
    return any(known.lexicon.is_a(entity.kind, kind) for kind in kinds)


def _stated(known: Known, query: Query) -> Row | None:
    """Return a fact that gives a number for the subjects in so many words."""
    for subject in subjects_of(query):
        for attribute in query.attributes:
            for row in known.rows(subject, attribute):
                if row.fact.value.kind is ValueKind.COUNT:
                    return row
    return None
