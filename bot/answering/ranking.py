"""The cheapest, the longest, the second: a set in order, amounts of one unit and market only."""

from collections.abc import Sequence
from functools import partial

from bot.answering.judging import rows_meeting
from bot.answering.known import Known
from bot.answering.lookup import no_fact
from bot.answering.reverse import without_versions
from bot.answering.selecting import without_assumed
from bot.answering.sets import members_of, rows_of_set
from bot.models.finding import Finding, Gap, Missing, Ranking, Reason, Row
from bot.models.query import Condition, Query

FEWEST = 2  # rows: the cheapest of one is no superlative


def rank(known: Known, query: Query) -> Finding:
    """Return the first, second ... of a set, and what had to be left out of it."""
    query, ordering = without_assumed(known, query), query.ordering
    if ordering is None:
        return Missing(Reason.NOTHING)
    attribute, descending = ordering.attribute, ordering.descending
    fits = partial(_fits, known, query.conditions)
    rows = rows_of_set(known, query, attribute, descending=descending, conditions=query.conditions, accepts=fits)
    groups = _groups(without_versions(rows))
    if not groups:
        return no_fact(known, _gaps(known, query, ()))
    largest = max(groups, key=len)
    left_out = tuple(row for group in groups if group is not largest for row in group)
    ordered = _one_each(largest)
    gaps = _gaps(known, query, [*ordered, *left_out])
    place = ordering.place
    if query.set_size and not query.subjects and query.set_size != len(ordered) + len(left_out):
        return Missing(Reason.NOT_COMPARABLE, gaps=gaps)  # nobody knows which three are meant
    if len(ordered) < max(FEWEST, place):
        return Missing(Reason.NOT_COMPARABLE, gaps=gaps, given=(*ordered, *left_out))
    return Ranking(tuple(ordered), ordering, tuple(_at(ordered, place, ordering.count)), left_out, gaps)


def _fits(known: Known, conditions: Sequence[Condition], entity: str) -> bool:
    return not conditions or bool(rows_meeting(known, entity, conditions))


def _groups(rows: Sequence[Row]) -> list[list[Row]]:
    """Part rows that cannot be compared: by unit, market, cycle and whatever else narrows them."""
    groups: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        key = (row.fact.value.kind, row.fact.value.unit, *sorted(row.fact.qualifiers.items()))
        groups.setdefault(key, []).append(row)
    return list(groups.values())


def _one_each(rows: Sequence[Row]) -> list[Row]:
    """Keep the first row of each entity: its cheapest price, its longest range."""
    return list({row.subject.id: row for row in reversed(rows)}.values())[::-1]


def _at(rows: Sequence[Row], place: int, count: int) -> list[Row]:
    """Return the rows at a place, those that tie with the last of them included."""
    amounts = list(dict.fromkeys(row.fact.value.amount for row in rows))
    wanted = amounts[place - 1 : place - 1 + count]
    if count > 1:
        wanted = [row.fact.value.amount for row in rows[place - 1 : place - 1 + count]]
    return [row for row in rows if row.fact.value.amount in wanted]


def _gaps(known: Known, query: Query, rows: Sequence[Row]) -> tuple[Gap, ...]:
    """Return the named members of the set that have no such fact."""
    members = members_of(known, query)
    if members is None or query.ordering is None:
        return ()
    found = {row.subject.id for row in rows} | {row.subject.parent for row in rows}
    named = [key for mention in query.subjects for key in mention.entities]
    return tuple(
        Gap(known.entity(key), query.ordering.attribute) for key in members if key in named and key not in found
    )
