"""Which of a set meet the conditions: "under 25k", "not built in China", "with more than 400 km"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from bot.answering.counting import counted
from bot.answering.judging import is_unstated, judge, rows_meeting
from bot.answering.known import Known
from bot.answering.lookup import no_fact
from bot.answering.reverse import MOST_LISTED, as_members, holding_of, without_versions
from bot.answering.sets import candidates_of, population_of
from bot.models.finding import Finding, Gap, Missing, Reason, Row
from bot.models.query import Condition, Intent, Operator, Query

NARROWING_LAST = (Operator.IS_NOT, Operator.LACKS)  # conditions that few facts show: no index leads to who meets them


def select(known: Known, query: Query) -> Finding:
    """Return the members that meet every condition, each with the rows that show it."""
    query = without_assumed(known, query)
    if gaps := _not_given(known, query):
        return no_fact(known, gaps)
    rows, total = _told(known, query)
    if rows:
        found = as_members(known, rows, query, total=total)
        return replace(found, lacking=next((c.attribute for c in query.conditions if is_unstated(known, c)), None))
    attributes = list(dict.fromkeys(condition.attribute for condition in query.conditions))
    if not attributes:
        return Missing(Reason.NOTHING)
    return Missing(Reason.NO_MEMBER, words=tuple(attributes), given=_nearest(known, query))


def _told(known: Known, query: Query) -> tuple[list[Row], int]:
    """Return the rows of the first members, and how many members there are: 0 where nobody counted."""
    conditions = sorted(query.conditions, key=lambda one: (one.operator in NARROWING_LAST, one.is_assumed))
    is_held = query.attributes and query.subjects and query.inverse
    is_count = query.intent is Intent.COUNT
    if is_count and not is_held and (population := population_of(known, query, conditions)) is not None:
        return counted(known, population, conditions)
    candidates = holding_of(known, query) if is_held else candidates_of(known, query, conditions, meeting=conditions)
    met = (shown for key in candidates if (shown := rows_meeting(known, key, conditions)))
    most = None if is_count else MOST_LISTED
    rows = without_versions(row for judged in islice(met, most) for row in judged)
    members = list(dict.fromkeys(row.subject.id for row in rows))
    first = [row for row in rows if row.subject.id in members[:MOST_LISTED]]
    return first, 0 if len(members) == most else len(members)


def without_assumed(known: Known, query: Query) -> Query:
    """Drop what a question assumes of all cars ("electric") where the documents know it of none of the set."""
    kept = tuple(c for c in query.conditions if not c.is_assumed or known.is_large or _is_met(known, query, c))
    return replace(query, conditions=kept)


def _is_met(known: Known, query: Query, condition: Condition) -> bool:
    keys = candidates_of(known, replace(query, conditions=()), (condition,))
    return any(judge(known, key, condition).verdict for key in keys)


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
