"""Which of a set meet the conditions: "under 25k", "not built in China", "with more than 400 km"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from bot.answering.amounts import NUMERIC
from bot.answering.judging import Judged, all_of, judge
from bot.answering.known import Known
from bot.answering.lookup import no_fact
from bot.answering.reverse import MOST_LISTED, as_members, holding_of, without_versions
from bot.answering.sets import candidates_of
from bot.models.finding import Finding, Gap, Missing, Reason, Row
from bot.models.query import Condition, Intent, Operator, Query
from facts.models import ValueKind

NARROWING_LAST = (Operator.IS_NOT, Operator.LACKS)  # conditions that few facts show: no index leads to who meets them


def select(known: Known, query: Query) -> Finding:
    """Return the members that meet every condition, each with the rows that show it."""
    query = without_assumed(known, query)
    if gaps := _not_given(known, query):
        return no_fact(known, gaps)
    most = None if query.intent is Intent.COUNT else MOST_LISTED
    rows = without_versions(row for judged in meeting(known, query, most) for row in judged)
    if rows:
        members = list(dict.fromkeys(row.subject.id for row in rows))
        shown = [row for row in rows if row.subject.id in members[:MOST_LISTED]]
        found = as_members(known, shown, query, total=0 if len(members) == most else len(members))
        return replace(found, lacking=next((c.attribute for c in query.conditions if _is_unstated(known, c)), None))
    attributes = list(dict.fromkeys(condition.attribute for condition in query.conditions))
    if not attributes:
        return Missing(Reason.NOTHING)
    return Missing(Reason.NO_MEMBER, words=tuple(attributes), given=_nearest(known, query))


def meeting(known: Known, query: Query, most: int | None = None) -> Iterator[tuple[Row, ...]]:
    """Yield the rows of whoever meets every condition, in the order of the set, at most so many."""
    conditions = sorted(query.conditions, key=lambda one: (one.operator in NARROWING_LAST, one.is_assumed))
    is_held = query.attributes and query.subjects and query.inverse
    candidates = holding_of(known, query) if is_held else candidates_of(known, query, conditions)
    met = (rows for key in candidates if (rows := rows_meeting(known, key, conditions)))
    yield from islice(met, most)


def rows_meeting(known: Known, entity: str, conditions: Sequence[Condition]) -> tuple[Row, ...]:
    """Return the rows that show that an entity meets every condition; none where it does not, or nobody knows."""
    judged = all_of(_condition(known, entity, condition) for condition in conditions)
    if conditions and not judged.verdict:
        return ()
    return judged.rows or known.telling(entity)


def without_assumed(known: Known, query: Query) -> Query:
    """Drop what a question assumes of all cars ("electric") where the documents know it of none of the set."""
    kept = tuple(c for c in query.conditions if not c.is_assumed or known.is_large or _is_met(known, query, c))
    return replace(query, conditions=kept)


def _is_met(known: Known, query: Query, condition: Condition) -> bool:
    keys = candidates_of(known, replace(query, conditions=()), (condition,))
    return any(judge(known, key, condition).verdict for key in keys)


def _condition(known: Known, entity: str, condition: Condition) -> Judged:
    """Judge one condition; rows about something else (the plant's country) follow the entity's own."""
    if _is_unstated(known, condition):
        return Judged(not known.family(entity, condition.attribute) and bool(known.telling(entity)))
    judged = judge(known, entity, condition)
    own = tuple(row for row in judged.rows if row.subject.id == entity)
    return Judged(judged.verdict, own or judged.rows[:1])


def _is_unstated(known: Known, condition: Condition) -> bool:
    """Whether "without a price" can only mean that none is given: every car has one."""
    attribute = known.attribute(condition.attribute)
    kinds = (*NUMERIC, ValueKind.DATE)
    return condition.operator is Operator.LACKS and attribute is not None and attribute.value in kinds


def _not_given(known: Known, query: Query) -> list[Gap]:
    """Return what members cannot be compared with, as no document gives it: "cheaper than the Micra"."""
    return [
        Gap(known.entity(key), condition.attribute)
        for condition in query.conditions
        for key in condition.than
        if not known.family(key, condition.attribute)
    ]


def _nearest(known: Known, query: Query) -> tuple[Row, ...]:
    """Return the rows that came closest, where the set was named."""
    if not query.subjects:
        return ()
    first: Sequence[Condition] = query.conditions[:1]
    unconditional = replace(query, conditions=())
    ids = candidates_of(known, unconditional, first)
    return tuple(
        row for key in islice(ids, 3) for condition in first for row in known.family(key, condition.attribute)[:1]
    )
