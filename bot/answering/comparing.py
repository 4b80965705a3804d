"""Two or more subjects side by side, every row cited, and how far apart they are."""

from collections.abc import Sequence

from bot.answering.amounts import is_comparable, is_rough
from bot.answering.judging import comparable_pair
from bot.answering.known import Known, subjects_of
from bot.answering.lookup import no_fact
from bot.models.finding import Comparison, Difference, Finding, Gap, Missing, Reason, Row
from bot.models.query import Query
from facts.models import Certainty, ValueKind

PAIR = 2
ADDED = (ValueKind.MONEY, ValueKind.QUANTITY, ValueKind.COUNT)  # what a sum of means something
MOST_ATTRIBUTES = 3  # told side by side where none is asked for


def compare(known: Known, query: Query) -> Finding:
    """Return the rows of each subject, attribute by attribute, with the difference of the first two where it is one."""
    subjects = subjects_of(query)
    attributes = _attributes(known, query, subjects)
    rows: list[Row] = []
    gaps: list[Gap] = []
    differences: list[Difference] = []
    for attribute in attributes:
        found = _side_by_side(known, subjects, attribute)
        rows.extend(row for row in found if row)
        gaps.extend(Gap(known.entity(key), attribute) for key, row in zip(subjects, found, strict=True) if row is None)
        if difference := _difference(attribute, [row for row in found if row]):
            differences.append(difference)
    if not rows:
        return no_fact(known, gaps or [Gap(known.entity(key), a) for key in subjects for a in query.attributes[:1]])
    total = _total(attributes[0], rows) if query.total and not gaps and len(attributes) == 1 else None
    if (query.difference and not differences) or (query.total and total is None):
        return Missing(Reason.NOT_COMPARABLE, gaps=tuple(gaps), given=tuple(rows))
    if total is not None:
        return Comparison(tuple(rows), total=total)
    return Comparison(tuple(rows), tuple(differences), gaps=tuple(gaps), wants_difference=query.difference)


def _attributes(known: Known, query: Query, subjects: Sequence[str]) -> tuple[str, ...]:
    """Return the attributes asked for, else those that the first subjects share."""
    if query.alternatives:
        shared = [a for a in query.attributes if all(known.family(key, a) for key in subjects)]
        return tuple(shared[:1] or query.attributes[:1])
    if query.attributes:
        return query.attributes
    given = [set(known.gives(key, most=1000)) for key in subjects]
    shared_by_all = set.intersection(*given) if given else set()
    return tuple(sorted(shared_by_all, key=known.rank)[:MOST_ATTRIBUTES])


def _side_by_side(known: Known, subjects: Sequence[str], attribute: str) -> list[Row | None]:
    """Return one row a subject, comparable with the first one's where possible."""
    every = [known.family(key, attribute) for key in subjects]
    best = [rows[0] if rows else None for rows in every]
    if all(every[:PAIR]) and len(every) >= PAIR:
        first, second = comparable_pair(every[0], every[1])
        return [first or best[0], second or best[1], *best[PAIR:]]
    return best


def _difference(attribute: str, rows: Sequence[Row]) -> Difference | None:
    if len(rows) != PAIR or not is_comparable(rows[0].fact.value, rows[1].fact.value):
        return None
    one, other = rows[0].fact, rows[1].fact
    if one.value.kind is ValueKind.DATE or one.value.amount is None or other.value.amount is None:
        return None
    return Difference(attribute, one.value.amount - other.value.amount, rows[0], _is_rough(rows))


def _total(attribute: str, rows: Sequence[Row]) -> Difference | None:
    """Add up amounts of one unit; None where they cannot be added."""
    values = [row.fact.value for row in rows]
    if len(rows) < PAIR or values[0].kind not in ADDED or not all(is_comparable(one, values[0]) for one in values):
        return None
    return Difference(attribute, sum(one.amount or 0.0 for one in values), rows[0], _is_rough(rows))


def _is_rough(rows: Sequence[Row]) -> bool:
    return any(is_rough(row.fact.value) or row.fact.certainty is not Certainty.STATED for row in rows)
