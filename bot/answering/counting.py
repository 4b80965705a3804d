"""How many of all there are meet conditions: a sum over flags, and the rows of the few members that are told."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from bot.answering.judging import rows_meeting
from bot.answering.known import Known
from bot.answering.populations import Population
from bot.answering.reverse import MOST_LISTED
from bot.models.finding import Row
from bot.models.query import Condition

Owned = tuple[tuple[int, Row], ...]  # rows, each with the number of whom it is about


def counted(known: Known, population: Population, conditions: Sequence[Condition]) -> tuple[list[Row], int]:
    """Return the rows of the first members, and how many members there are; versions beside their model are none."""
    numbering = known.store.numbering

    def judge(number: int) -> Owned:
        rows = rows_meeting(known, numbering.entity(number), conditions)
        return tuple((numbering.number(row.subject.id), row) for row in rows)

    sure, left = population.decided.sure, population.decided.open
    if left:
        left &= numbering.flags(population.order.numbers)
    judged = {number: rows for number in numbering.members(left) if (rows := judge(number))}
    owners = numbering.flags([owner for rows in judged.values() for owner, _ in rows])
    members = numbering.without_versions(sure | owners)
    passing = (sure & members) | numbering.flags(judged)
    numbers = population.order.of(known, passing)
    late = _late(judged, numbering.table(passing))
    first = _first_rows(numbers, lambda one: judged.get(one) or judge(one), numbering.table(members), late)
    return list(first), members.bit_count()


def _late(judged: Mapping[int, Owned], passing: bytes) -> set[int]:
    """Return whose rows may be about what was told long before: versions with a row of their model, and that model."""
    borrowed = {number: {owner for owner, _ in rows} - {number} for number, rows in judged.items()}
    return {one for number, owners in borrowed.items() if owners for one in (number, *owners) if passing[one]}


def _first_rows(
    numbers: Iterable[int], rows_of: Callable[[int], Owned], members: bytes, late: set[int]
) -> Iterator[Row]:
    """Yield the rows of the first members in order, and whatever more is about them."""
    told: set[int] = set()
    for number in numbers:
        is_full = len(told) >= MOST_LISTED
        if is_full and not late:
            return
        if is_full and number not in late:
            continue
        late = late - {number}
        for owner, row in rows_of(number):
            if members[owner] and (owner in told or len(told) < MOST_LISTED):
                told.add(owner)
                yield row
