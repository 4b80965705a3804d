"""The set a question chooses from: named, or all of a brand or kind that have the attribute."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from bot.answering.known import Known, excluded_by, subjects_of
from bot.answering.populations import Population, by_amount, candidates, deciding, everyone, is_ordered, order_of, taken
from bot.answering.reverse import is_member
from bot.models.finding import Row
from bot.models.query import Condition, Operator, Query
from facts.store.numbering import Flags

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
    known: Known,
    query: Query,
    attribute: str,
    *,
    descending: bool = False,
    conditions: Sequence[Condition] = (),
    accepts: Callable[[str], bool] = _anyone,
) -> list[Row]:
    """Return the rows of an attribute of every member of the set that is accepted, sorted by amount.

    Of all there are, whoever cannot meet the conditions is not even looked at.
    """
    members = members_of(known, query)
    if members is not None:
        rows = [row for key in members if accepts(key) for row in known.family(key, attribute)]
    else:
        among = deciding(known, _all(known, query), conditions).all
        numbers = _by_amount(known, query, attribute, descending=descending)
        kept = _first_accepted(known, numbers, among, accepts)
        rows = [row for key in kept for row in known.rows(key, attribute)]
    with_amount = [row for row in dict.fromkeys(rows) if row.fact.value.amount is not None]
    return sorted(with_amount, key=lambda row: row.fact.value.amount or 0.0, reverse=descending)


def candidates_of(
    known: Known, query: Query, conditions: Sequence[Condition], *, meeting: Sequence[Condition] = ()
) -> Iterable[str]:
    """Return the ids of the set, for conditions: named, or whoever may meet the first of them, one by one.

    Of those who are not named, whoever cannot be `meeting` conditions is left out.
    """
    members = members_of(known, query)
    if members is not None:
        return members
    if not conditions or conditions[0].operator is Operator.LACKS:
        return _everyone(known, query)
    if not is_ordered(known, conditions[0]):
        ends = known.store.ordering.ends(conditions[0].attribute)
        return _members_among(known, query, (value if conditions[0].inverse else subject for subject, value in ends))
    return candidates(known, _all(known, query), meeting, order_of(known, conditions[0]))


def population_of(known: Known, query: Query, conditions: Sequence[Condition]) -> Population | None:
    """Return the set where it is no named one and can be counted without looking at its members; else None."""
    if members_of(known, query) is not None or not conditions or conditions[0].operator is Operator.LACKS:
        return None
    if not is_ordered(known, conditions[0]):
        return None
    return Population(deciding(known, _all(known, query), conditions), order_of(known, conditions[0]))


def _everyone(known: Known, query: Query) -> Iterable[str]:
    """Return all of the kind and brand of the question; of a large store, those whose brand is a fact."""
    if known.is_large:
        brands = query.brand.entities if query.brand else ()
        return _members_among(known, query, (fact.subject for key in brands for fact in known.with_value(key, BRAND)))
    return _members_among(known, query, (one.id for one in known.store.entities(query.set_kind or DEFAULT_KIND)))


def _first_accepted(
    known: Known, numbers: Iterable[int], among: Flags, accepts: Callable[[str], bool]
) -> Iterator[str]:
    """Yield who is accepted of some: of a large store those whom the first facts are about, and then enough."""
    every, table = iter(numbers), bytearray(known.store.numbering.table(among))
    found = 0
    for facts in (islice(every, FIRST_READ if known.is_large else None), every):
        for number in taken(facts, table):
            if facts is every and found >= ENOUGH:
                return
            key = known.store.numbering.entity(number)
            if accepts(key):
                found += 1
                yield key


def _by_amount(known: Known, query: Query, attribute: str, *, descending: bool) -> Iterable[int]:
    """Return whom amounts are told of in order: of a large store, where a brand is asked about, of its cars alone."""
    brands = _brands_of(known, query)
    if brands and known.is_large:
        return known.store.ordering.of_brands(attribute, brands, descending=descending)
    return by_amount(known, attribute, descending=descending)


def _brands_of(known: Known, query: Query) -> tuple[str, ...]:
    """Return whose cars the set is limited to, none where it is not."""
    if query.brand is not None:
        return query.brand.entities
    maker = _maker_of(known, query)
    return () if maker is None else (maker,)


def _maker_of(known: Known, query: Query) -> str | None:
    """Return the single subject that stands for what it makes."""
    subjects = subjects_of(query)
    return subjects[0] if len(subjects) == 1 and _is_maker(known, subjects[0], query) else None


def _all(known: Known, query: Query) -> Flags:
    return everyone(known, query, query.set_kind or DEFAULT_KIND, _maker_of(known, query))


def _members_among(known: Known, query: Query, ids: Iterable[str | None]) -> Iterator[str]:
    """Yield those that are of the kind and brand of the question, each once, in order."""
    asked = query if query.set_kind else replace(query, set_kind=DEFAULT_KIND)
    maker = _maker_of(known, query)
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
