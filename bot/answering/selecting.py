"""Which of a set meet the conditions: "under 25k", "not built in China", "with more than 400 km"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from bot.answering.judging import Judged, all_of, judge
from bot.answering.known import Known
from bot.answering.reverse import MOST_LISTED, as_members, holding_of, without_versions
from bot.answering.sets import candidates_of
from bot.models.finding import Finding, Missing, Reason, Row
from bot.models.query import Condition, Intent, Operator, Query


def select(known: Known, query: Query) -> Finding:
    """Return the members that meet every condition, each with the rows that show it."""
    most = None if query.intent is Intent.COUNT else MOST_LISTED
    rows = without_versions(row for judged in meeting(known, query, most) for row in judged)
    if rows:
        members = list(dict.fromkeys(row.subject.id for row in rows))
        shown = [row for row in rows if row.subject.id in members[:MOST_LISTED]]
        return as_members(known, shown, query, total=0 if len(members) == most else len(members))
    attributes = list(dict.fromkeys(condition.attribute for condition in query.conditions))
    if not attributes:
        return Missing(Reason.NOTHING)
    return Missing(Reason.NO_MEMBER, words=tuple(attributes), given=_nearest(known, query))


def meeting(known: Known, query: Query, most: int | None = None) -> Iterator[tuple[Row, ...]]:
    """Yield the rows of whoever meets every condition, in the order of the set, at most so many."""
    conditions = sorted(query.conditions, key=lambda condition: condition.operator is Operator.IS_NOT)
    if query.attributes and query.subjects and query.inverse:
        candidates = list(holding_of(known, query))
    else:
        candidates = candidates_of(known, query, conditions)
    judged = (all_of(_condition(known, key, condition) for condition in conditions) for key in candidates)
    yield from islice((one.rows for one in judged if one.verdict), most)


def _condition(known: Known, entity: str, condition: Condition) -> Judged:
    """Judge one condition; rows about something else (the plant's country) follow the entity's own."""
    judged = judge(known, entity, condition)
    own = tuple(row for row in judged.rows if row.subject.id == entity)
    return Judged(judged.verdict, own or judged.rows[:1])


def _nearest(known: Known, query: Query) -> tuple[Row, ...]:
    """Return the rows that came closest, where the set was named."""
    if not query.subjects:
        return ()
    first: Sequence[Condition] = query.conditions[:1]
    unconditional = replace(query, conditions=())
    ids = candidates_of(known, unconditional, first)
    return tuple(row for key in ids[:3] for condition in first for row in known.family(key, condition.attribute)[:1])
