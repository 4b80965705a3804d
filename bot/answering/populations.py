"""All there are of a kind or brand in a large store: as flags, and one after the other in the order of an amount.

They are numbers, and become entities only when somebody looks at them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_

from bot.answering.deciding import Decided, decide, is_of_entities
from bot.answering.known import Known, excluded_by
from bot.answering.places import contained
from bot.answering.reverse import MEASURED, is_of_kind
from bot.models.query import Condition, Intent, Operator, Query
from facts.models import ValueKind
from facts.store.numbering import Flags

MANY = 4_000  # facts; among fewer it is as quick to look for somebody as to look somebody up
FEW = 200  # members
UNDECIDED = 32  # members; a list tells 24


@dataclass(frozen=True, slots=True)
class Order:
    """Of whom something is told that can show a condition, as often as it is: by amount, within bounds where it has."""

    numbers: Sequence[int] = ()
    attribute: str | None = None  # None where they are not in the order of its amounts
    low: float | None = None
    high: float | None = None

    def of(self, known: Known, among: Flags) -> Iterator[int]:
        """Yield the numbers of some in this order, each once; few of them are looked up, not looked for among all."""
        numbers: Iterable[int] = self.numbers
        numbering = known.store.numbering
        if self.attribute is not None and len(self.numbers) > MANY and among.bit_count() <= FEW:
            members = list(numbering.members(among))
            numbers = known.store.ordering.of_some(self.attribute, members, self.low, self.high)
        return taken(numbers, bytearray(numbering.table(among)))


@dataclass(frozen=True, slots=True)
class Population:
    """Who of all there are meets conditions or may, and the order in which they are told."""

    decided: Decided
    order: Order


def everyone(known: Known, query: Query, kind: str, maker: str | None) -> Flags:
    """Return whoever is of the kind and brand that the question asks about, and not left out by it."""
    numbering = known.store.numbering
    if query.wanted in MEASURED and query.intent is not Intent.COUNT:
        return 0
    found = numbering.of_kinds(frozenset(one for one in numbering.kinds if is_of_kind(known, one, kind)))
    if query.brand is not None:
        found &= numbering.of_brands(query.brand.entities)
    if maker is not None:
        found &= numbering.of_brands((maker,), parents=False)
    return found & ~numbering.flags([numbering.number(key) for key in excluded_by(query)])


def deciding(known: Known, among: Flags, conditions: Iterable[Condition]) -> Decided:
    """Return which of some meet all conditions, and which may."""
    return reduce(and_, (decide(known, condition) for condition in conditions), Decided(among, 0))


def candidates(known: Known, among: Flags, conditions: Sequence[Condition], order: Order) -> Iterator[str]:
    """Yield the ids of some that may meet all conditions, in order, each once.

    Nothing is decided of the first who are told to meet a single limit: most questions look at no more. What somebody
    is not told to be nearly all meet, and deciding it takes a look at every such thing.
    """
    numbering = known.store.numbering
    first = UNDECIDED if len(conditions) == 1 and _is_limit(conditions[0]) else 0
    table = bytearray(numbering.table(among))
    yield from map(numbering.entity, taken(order.numbers[:first], table))
    if first < len(order.numbers):
        quick = [one for one in conditions if one.operator is not Operator.IS_NOT or not is_of_entities(one)]
        left = deciding(known, int.from_bytes(table, "little"), quick).all
        yield from map(numbering.entity, order.of(known, left))


def taken(numbers: Iterable[int], table: bytearray) -> Iterator[int]:
    """Yield each of the numbers that a table still holds, and take it out."""
    for number in filter(table.__getitem__, numbers):
        table[number] = 0
        yield number


def is_ordered(known: Known, condition: Condition) -> bool:
    """Whether the store keeps in order of whom something is told that can show a condition."""
    return not condition.inverse and known.attribute(condition.attribute) is not None


def order_of(known: Known, condition: Condition) -> Order:
    """Return of whom something is told that can show a condition: by amount, or by what the condition names."""
    if condition.operator is Operator.IS and condition.entities:
        values = [place for key in condition.entities for place in contained(known, key)]
        if found := [one for key in values for one in known.store.ordering.with_value(key, condition.attribute)]:
            return Order(found)
    every = known.store.columns.every(condition.attribute)
    if every is None:
        return Order()
    low, high = _bounds(known, condition) if known.is_large else (None, None)
    numbers = every.entities if low is None and high is None else every.between(low, high)
    return Order(numbers, condition.attribute, low, high)


def by_amount(known: Known, attribute: str, *, descending: bool) -> Iterable[int]:
    """Return whom an amount of an attribute is told of, the smallest or largest first, as often as one is."""
    every = known.store.columns.every(attribute)
    if every is None:
        return ()
    return _downwards(every.amounts, every.between(None, None)) if descending else every.between(None, None)


def _downwards(amounts: Sequence[float], entities: Sequence[int]) -> Iterator[int]:
    """Yield those with the largest amount first, but those with the same one in their order."""
    end = len(amounts)
    while end:
        first = end - 1
        while first and amounts[first - 1] == amounts[end - 1]:
            first -= 1
        yield from entities[first:end]
        end = first


def _is_limit(condition: Condition) -> bool:
    """Whether those who come first within the bounds of a condition meet it. What is above an amount comes behind all
    that have just this one.
    """
    is_date = condition.value is not None and condition.value.kind is ValueKind.DATE
    others = (Operator.IS, Operator.ABOVE) if is_date else (Operator.BETWEEN,)
    return condition.operator in (Operator.BELOW, *others)


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
