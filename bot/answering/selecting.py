"""Which of a set meet the conditions: "under 25k", "not built in China", "with more than 400 km"."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answering.judging import Judged, all_of, judge
from bot.answering.known import Known
from bot.answering.reverse import as_members, holders_of, without_versions
from bot.answering.sets import candidates_of
from bot.models.finding import Finding, Missing, Reason, Row
from bot.models.query import Condition, Operator, Query


def select(known: Known, query: Query) -> Finding:
    """Return the members that meet every condition, each with the rows that show it."""
    rows = meeting(known, query)
    if not rows:
        attributes = list(dict.fromkeys(condition.attribute for condition in query.conditions))
        if not attributes:
            return Missing(Reason.NOTHING)
        return Missing(Reason.NO_MEMBER, words=tuple(attributes), given=_nearest(known, query))
    return as_members(known, rows, query)


def meeting(known: Known, query: Query) -> list[Row]:
    """Return the rows of whoever meets every condition, in the order of the set."""
    conditions = sorted(query.conditions, key=lambda condition: condition.operator is Operator.IS_NOT)
    if query.attributes and query.subjects and query.inverse:
        candidates = [row.subject.id for row in holders_of(known, query)]
    else:
        candidates = candidates_of(known, query, conditions)
    found: list[Row] = []
    for key in candidates:
        judged = all_of(_condition(known, key, condition) for condition in conditions)
        if judged.verdict:
            found.extend(judged.rows)
    return without_versions(dict.fromkeys(found))


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
