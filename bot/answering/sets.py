"""The set a question chooses from: named, or all of a brand or kind that have the attribute."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from bot.answering.known import Known, excluded_by, subjects_of
from bot.answering.places import contained
from bot.answering.reverse import is_member
from bot.models.finding import Row
from bot.models.query import Condition, Operator, Query
from facts.models import ValueKind

FIRST_READ = 24  # facts read along an attribute's index in any case, in a large store
ENOUGH = 5  # members: the first, and those told beside it
DEFAULT_KIND = "model"
BRAND = "brand"  # the attribute that joins a car to its brand


def members_of(known: Known, query: Query) -> list[str] | None:
    """Return the ids of a set that the question names, or None for "all there are" (of its brand, where it has one)."""
    subjects = subjects_of(query)
    if len(subjects) == 1 and _is_maker(known, subjects[0], query):
        return None
    return [key for key in subjects if key not in excluded_by(query)] or None


def _anyone(_key: str) -> bool:
    return True


def rows_of_set(
    known: Known, query: Query, attribute: str, *, descending: bool = False, accepts: Callable[[str], bool] = _anyone
) -> list[Row]:
    """Return the rows of an attribute of every member of the set that is accepted, sorted by amount."""
    members = members_of(known, query)
    if members is not None:
        rows = [row for key in members if accepts(key) for row in known.family(key, attribute)]
    else:
        kept = _first_members(known, query, attribute, accepts, descending=descending)
        rows = [row for key in kept for row in known.rows(key, attribute)]
    with_amount = [row for row in dict.fromkeys(rows) if row.fact.value.amount is not None]
    return sorted(with_amount, key=lambda row: row.fact.value.amount or 0.0, reverse=descending)


def candidates_of(known: Known, query: Query, conditions: Sequence[Condition]) -> Iterable[str]:
    """Return the ids of the set, for conditions: named, or whoever may meet the first of them, one by one."""
    members = members_of(known, query)
    if members is not None:
        return members
    if not conditions or conditions[0].operator is Operator.LACKS:
        return _everyone(known, query)
    ends = _may_meet(known, conditions[0])
    return _members_among(known, query, (value if conditions[0].inverse else subject for subject, value in ends))


def _everyone(known: Known, query: Query) -> Iterable[str]:
    """Return all of the kind and brand of the question; of a large store, those whose brand is a fact."""
    if known.is_large:
        brands = query.brand.entities if query.brand else ()
        return _members_among(known, query, (fact.subject for key in brands for fact in known.with_value(key, BRAND)))
    return _members_among(known, query, (one.id for one in known.store.entities(query.set_kind or DEFAULT_KIND)))


def _first_members(
    known: Known, query: Query, attribute: str, accepts: Callable[[str], bool], *, descending: bool
) -> list[str]:
    """Return the members with the first amounts: all of a small store, enough of a large one."""
    if not known.is_large:
        every = known.store.facts_of(attribute, descending=descending)
        return [key for key in _members_among(known, query, (fact.subject for fact in every)) if accepts(key)]
    found: list[str] = []
    seen: set[str] = set()
    facts = known.store.ordering.first(attribute, _brands_of(known, query), descending=descending)
    for number, key in enumerate(facts, 1):
        if key not in seen and any(_members_among(known, query, (key,))) and accepts(key):
            found.append(key)
        seen.add(key)
        if number >= FIRST_READ and len(found) >= ENOUGH:
            break
    return found


def _brands_of(known: Known, query: Query) -> tuple[str, ...]:
    """Return whose cars the set is limited to, none where it is not."""
    if query.brand is not None:
        return query.brand.entities
    subjects = subjects_of(query)
    return tuple(subjects) if len(subjects) == 1 and _is_maker(known, subjects[0], query) else ()


def _may_meet(known: Known, condition: Condition) -> Iterable[tuple[str, str | None]]:
    """Return both ends of the facts that can show a condition, read along an index where there is one for it."""
    if condition.operator is Operator.IS and condition.entities and not condition.inverse:
        values = [place for key in condition.entities for place in contained(known, key)]
        if facts := [fact for key in values for fact in known.store.facts_with_value(key, condition.attribute)]:
            return [(fact.subject, fact.value.entity) for fact in facts]
    low, high = _bounds(known, condition) if known.is_large else (None, None)
    return known.store.ordering.within(condition.attribute, low, high)


def _bounds(known: Known, condition: Condition) -> tuple[float | None, float | None]:
    """Return the amounts between which a fact must lie to show a condition, as far as it says."""
    low, high = _compared_with(known, condition)
    is_date = condition.value is not None and condition.value.kind is ValueKind.DATE
    match condition.operator:
        case Operator.BETWEEN:
            return low, high
        case Operator.IS if is_date:
            return low, high
        case Operator.ABOVE:
            return high if is_date else low, None  # after a year is after its last day
        case Operator.BELOW:
            return None, low if is_date else high
    return None, None


def _compared_with(known: Known, condition: Condition) -> tuple[float | None, float | None]:
    """Return the least and the largest amount that a condition compares with: its value's, or those of others."""
    if not condition.than:
        value = condition.value
        return (value.amount, value.upper or value.amount) if value is not None else (None, None)
    every = [row for key in condition.than for row in known.family(key, condition.attribute)]
    amounts = [one.fact.value.amount for row in every for one in (row, *row.rivals)]
    told = [amount for amount in amounts if amount is not None]
    return (min(told), max(told)) if told and len(told) == len(amounts) else (None, None)


def _members_among(known: Known, query: Query, ids: Iterable[str | None]) -> Iterator[str]:
    """Yield those that are of the kind and brand of the question, each once, in order."""
    asked = query if query.set_kind else replace(query, set_kind=DEFAULT_KIND)
    subjects = subjects_of(query)
    maker = subjects[0] if len(subjects) == 1 and _is_maker(known, subjects[0], query) else None
    seen: set[str | None] = {None}
    for key in ids:
        if key is None or key in seen:
            continue
        seen.add(key)
        entity = known.entity(key)
        if is_member(known, entity, asked) and (maker is None or entity.brand == maker):
            yield key


def _is_maker(known: Known, entity: str, query: Query) -> bool:
    """Whether a single subject stands for what it makes: "the cheapest Nissan"."""
    kind = query.set_kind or DEFAULT_KIND
    return query.brand is None and known.is_a(known.entity(entity), "organisation") and kind == DEFAULT_KIND
