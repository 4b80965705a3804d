"""Which of all entities meet a condition, decided for whole sets at once over the columns of a large store.

A column tells it of whoever has one plain value: those are sure. Whoever has more, or borrows what is told of its model
or its versions, is left open and judged one by one. Nothing is decided here otherwise than `judging` would.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from itertools import product
from operator import and_

from bot.answering.amounts import NUMERIC, is_comparable, meets
from bot.answering.judging import judge
from bot.answering.known import Known
from bot.answering.places import DEEPEST
from bot.models.query import Condition, Operator
from facts.models import Value, ValueKind
from facts.store.columns import Column
from facts.store.numbering import Flags

BESIDE = (Operator.IS, Operator.IS_NOT)  # the words of a value may meet these, where no amount does
RELATIVE = (Operator.BELOW, Operator.ABOVE)  # what others may be compared with


@dataclass(frozen=True, slots=True)
class Decided:
    """Who meets a condition, and who may: nobody else does."""

    sure: Flags
    open: Flags

    @property
    def all(self) -> Flags:
        return self.sure | self.open

    def __and__(self, other: "Decided") -> "Decided":
        sure = self.sure & other.sure
        return Decided(sure, self.all & other.all & ~sure)


def decide(known: Known, condition: Condition) -> Decided:
    """Return who meets a condition; everyone is open where the columns do not decide it."""
    columns, everyone = known.store.columns, known.store.numbering.everyone
    if known.attribute(condition.attribute) is None or condition.operator is Operator.LACKS:
        return Decided(0, everyone)
    if not condition.inverse and columns.every(condition.attribute) is None:
        return Decided(0, 0)  # nobody is told to have any such value
    if is_of_entities(condition):
        decided = _over_values(known, condition)
    else:
        targets = _targets(known, condition)
        if targets is None:
            return Decided(0, everyone)
        decided = reduce(and_, (_over_columns(known, condition, target) for target in targets))
    return Decided(decided.sure, decided.open | _heirs(known, condition.attribute, decided.all))


def is_of_entities(condition: Condition) -> bool:
    """Whether a condition names what the value must be, or must not."""
    return bool(condition.entities) and condition.operator in BESIDE and not condition.inverse and not condition.than


def _over_values(known: Known, condition: Condition) -> Decided:
    """Return who meets a condition by the thing that is told of it: each is judged once, for all of whom it is told."""
    columns, numbering = known.store.columns, known.store.numbering
    may = numbering.flags(columns.unsettled(condition.attribute))
    met: list[int] = []
    for column in columns.settled(condition.attribute):
        if column.kind != ValueKind.ENTITY:
            may |= numbering.flags(column.entities)
            continue
        values = _may_be_meant(known, condition) if condition.operator is Operator.IS else set(column.amounts)
        for value in values:
            first, end = bisect_left(column.amounts, value), bisect_right(column.amounts, value)
            if first < end and judge(known, numbering.entity(column.entities[first]), condition).verdict:
                met += column.entities[first:end]
    return Decided(numbering.flags(met), may)


def _may_be_meant(known: Known, condition: Condition) -> set[float]:
    """Return the numbers of what may be one of the entities of a condition, or lie in it."""
    found = set(condition.entities)
    for entity in map(known.entity, condition.entities):
        found |= {one.id for one in known.store.children(entity.id)} | {entity.parent or entity.id}
        found |= set(known.store.gazetteer.named([entity.name]))
    inside = found
    for _ in range(DEEPEST):
        pairs = product(inside, known.place_attributes)
        inside = {fact.subject for key, one in pairs for fact in known.store.facts_with_value(key, one)} - found
        found = found | inside
    return {float(known.store.numbering.number(key)) for key in found}


def _targets(known: Known, condition: Condition) -> list[Value] | None:
    """Return the amounts that a condition compares with; None where amounts alone do not decide it."""
    if condition.inverse or condition.entities or condition.operator is Operator.HAS:
        return None
    if condition.than:
        families = [known.family(key, condition.attribute) for key in condition.than]
        single = [rows[0] for rows in families if len(rows) == 1 and rows[0].target is None]
        if condition.operator not in RELATIVE or len(single) < len(families):
            return None
        values = [row.fact.value for row in single]
    else:
        values = [condition.value] if condition.value is not None else []
    kinds = (*NUMERIC, ValueKind.DATE)
    is_amount = all(one.amount is not None and one.kind in kinds for one in values)
    return values if values and is_amount and not _is_worded(known, condition) else None


def _is_worded(known: Known, condition: Condition) -> bool:
    """Whether the vocabulary has words for the value of a condition."""
    attribute, value = known.attribute(condition.attribute), condition.value
    if attribute is None or value is None:
        return False
    return any(value.text in wording.values for wording in attribute.wording.values())


def _heirs(known: Known, attribute: str, decided: Flags) -> Flags:
    """Return of whom nothing is told itself: those whose model may meet what was decided, and those with versions."""
    numbering, told = known.store.numbering, known.store.columns.told(attribute)
    untold = numbering.everyone & ~told
    return (numbering.parts_of(decided) & untold) | numbering.wholes_of(told, untold)


def _over_columns(known: Known, condition: Condition, target: Value) -> Decided:
    """Return who meets a condition by what is told of them itself."""
    columns, numbering = known.store.columns, known.store.numbering
    sure = may = 0
    for column in columns.settled(condition.attribute):
        if _is_told_by_amount(column, target):
            first, end = _run(column, condition.operator, target)
            met = columns.run(column, first, end)
            sure |= columns.run(column, 0, len(column.amounts)) & ~met if condition.operator is Operator.IS_NOT else met
        elif condition.operator in BESIDE:
            may |= numbering.flags(column.entities)
    return Decided(sure, may | numbering.flags(columns.unsettled(condition.attribute)))


def _is_told_by_amount(column: Column, target: Value) -> bool:
    """Whether amounts of a column can be held against another: of others, words may say the same."""
    if ValueKind.DATE in (column.kind, target.kind):
        return column.kind == target.kind
    return column.kind in NUMERIC


def _run(column: Column, operator: Operator, target: Value) -> tuple[int, int]:
    """Return where those of a column begin and end of whom `meets` says that they do; of a negation, the others."""
    last = len(column.amounts)
    if not last or (target.kind is not ValueKind.DATE and not is_comparable(column.value(0), target)):
        return (0, last) if operator is Operator.IS_NOT else (0, 0)  # nobody can tell of any
    met = Operator.IS if operator is Operator.IS_NOT else operator

    def is_met(place: int) -> bool:
        return meets(column.value(place), met, target) is True

    def may_be(place: int) -> bool:
        return meets(column.value(place), met, target) is not False

    holds = may_be if operator is Operator.IS_NOT else is_met
    middle = bisect_left(column.amounts, target.amount or 0.0)
    if operator is Operator.BELOW:
        first, end = 0, _first_where(range(last), lambda place: not holds(place))
    elif operator is Operator.ABOVE:
        first, end = _first_where(range(last), holds), last
    else:
        first = _first_where(range(middle), holds)
        end = _first_where(range(middle, last), lambda place: not holds(place))
    return first, end


def _first_where(places: range, test: Callable[[int], bool]) -> int:
    """Return the first place that passes a test, as all do behind it; the end where none does."""
    return places.start + bisect_left(places, 1, key=test)
