"""Columns: the amounts of one attribute in order, beside the numbers of the entities that they are told of.

In a column stand those of one sort, each the only value that stands of its entity: then an amount alone decides a
condition, for all of them at once. Of whom more is said (other markets, versions, ranges, denials) stands apart, and is
judged one by one. Written with the store; read as a whole, and kept as long as questions are about it.
"""

import sqlite3
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import groupby
from operator import attrgetter

from facts.history import standing
from facts.lexicon import Lexicon
from facts.models import Bound, Certainty, Fact, Value, ValueKind
from facts.store import rows
from facts.store.file import StoreFile
from facts.store.numbering import NUMBER, Flags, Numbering, checksum_of, packed, unpacked

CACHED = 24  # columns: a megabyte each, where an attribute is known of ninety thousand things
AMOUNT = "d"  # an array's code
WORDS = (ValueKind.ENTITY, ValueKind.TEXT, ValueKind.YES_NO)  # kinds of values whose amount decides nothing
PLAIN = (None, Bound.FROM, Bound.UP_TO)  # bounds that leave an amount what it is: a car from 20,000 euros is one for it
# Columns of other things than values of one sort: of every fact, of whom more is said, of whom nothing stands.
EVERY, UNSETTLED, NOTHING = "every fact", "unsettled", "nothing"

HEADS = "SELECT id, kind, unit, span FROM columns WHERE attribute = ? ORDER BY id"
BLOBS = "SELECT amounts, entities, checksum FROM columns WHERE id = ?"
ORDERED = """
SELECT amount, number FROM facts JOIN entities ON entities.id = subject
WHERE attribute = ? AND origin <> 'proposed' ORDER BY amount, facts.id
"""
SAID = f"{rows.FACTS} WHERE attribute = ? AND origin <> 'proposed' ORDER BY subject, facts.id"
INSERT = "INSERT INTO columns (attribute, kind, unit, span, amounts, entities, checksum) VALUES (?, ?, ?, ?, ?, ?, ?)"
Sort = tuple[str, str | None, float | None]  # kind, unit and span of a column
Pair = tuple[float | None, int]  # an amount, and the number of whom it is told


@dataclass(frozen=True)
class Column:
    """Entities by one of their values: of one kind, unit and, of dates, length."""

    kind: str
    unit: str | None
    span: float | None  # from the first to the last day that a date may mean
    load: Callable[[], tuple[Sequence[float], Sequence[int]]]

    @property
    def amounts(self) -> Sequence[float]:
        """The amounts in order."""
        return self.load()[0]

    @property
    def entities(self) -> Sequence[int]:
        """The numbers of entities by amount; those without one come first."""
        return self.load()[1]

    def between(self, low: float | None, high: float | None) -> Sequence[int]:
        """Return the entities of the amounts within bounds, the bounds included."""
        amounts, entities = self.load()
        first = 0 if low is None else bisect_left(amounts, low)
        end = len(amounts) if high is None else bisect_right(amounts, high)
        unknown = len(entities) - len(amounts)
        return entities[unknown + first : unknown + end]

    def value(self, place: int) -> Value:
        """Return a value as far as it decides conditions."""
        amount = self.amounts[place]
        upper = None if self.span is None else amount + self.span
        return Value("", ValueKind(self.kind), amount, upper, self.unit)


class Columns:
    """The columns of one store."""

    def __init__(self, file: StoreFile, numbering: Numbering) -> None:
        self._file, self._numbering = file, numbering
        self.told = lru_cache(maxsize=CACHED)(self._told)
        self._whole = lru_cache(maxsize=CACHED)(lambda column: numbering.flags(column.entities))
        self.of = lru_cache(maxsize=CACHED)(self._of)
        self._loaded = lru_cache(maxsize=CACHED)(self._load)

    def settled(self, attribute: str) -> list[Column]:
        """Return the columns of single values of an attribute."""
        return [one for one in self.of(attribute) if one.kind not in (EVERY, UNSETTLED, NOTHING)]

    def every(self, attribute: str) -> Column | None:
        """Return whoever a fact is told of, denied and outdated ones among them, as often as one is."""
        return self._named(attribute, EVERY)

    def unsettled(self, attribute: str) -> Sequence[int]:
        """Return whom no settled column holds: those of whom more is told, or something else than an amount."""
        column = self._named(attribute, UNSETTLED)
        return column.entities if column is not None else ()

    def run(self, column: Column, first: int, end: int) -> Flags:
        """Return the entities of a run of a column, by whichever are fewer: they or the others."""
        entities = column.entities
        if 2 * (end - first) <= len(entities):
            return self._numbering.flags(entities[first:end])
        return self._whole(column) & ~self._numbering.flags([*entities[:first], *entities[end:]])

    def _told(self, attribute: str) -> Flags:
        """Return of whom a value stands."""
        every, nothing = (self._named(attribute, kind) for kind in (EVERY, NOTHING))
        told, not_told = (self._numbering.flags(one.entities if one else ()) for one in (every, nothing))
        return told & ~not_told

    def _named(self, attribute: str, kind: str) -> Column | None:
        return next((one for one in self.of(attribute) if one.kind == kind), None)

    def _of(self, attribute: str) -> list[Column]:
        return [
            Column(kind, unit, span, partial(self._loaded, key))
            for key, kind, unit, span in self._file.rows(HEADS, (attribute,))
        ]

    def _load(self, column: int) -> tuple[Sequence[float], Sequence[int]]:
        amounts, entities, checksum = self._file.rows(BLOBS, (column,))[0]
        if checksum_of(amounts, entities) != checksum:
            raise self._file.damage("a column of amounts is damaged")
        return unpacked(AMOUNT, amounts), unpacked(NUMBER, entities)


def write_columns(connection: sqlite3.Connection, lexicon: Lexicon) -> None:
    """Write the columns of every attribute of the vocabulary that is told of anything, one in memory at a time."""
    published = dict(connection.execute("SELECT name, published FROM documents"))
    numbers = dict(connection.execute("SELECT id, number FROM entities"))
    for key, attribute in sorted(lexicon.attributes.items()):
        every: list[Pair] = connection.execute(ORDERED, (key,)).fetchall()
        if not every:
            continue
        columns: dict[Sort, list[Pair]] = defaultdict(list)
        said = (fact for fact in map(rows.fact, connection.execute(SAID, (key,))) if _resolves(fact, numbers))
        for subject, facts in groupby(said, key=attrgetter("subject")):
            told = list(facts)
            stand, _ = standing(told, attribute, published.get)
            value = _settled(told, stand)
            sort = _sort(value)
            amount = None if sort[0] is UNSETTLED else _amount(value, numbers)
            columns[sort].append((amount, numbers[subject]))
            if not stand:
                columns[NOTHING, None, None].append((None, numbers[subject]))
        ordered = {sort: sorted(pairs, key=_place) for sort, pairs in columns.items()}
        _insert(connection, key, {(EVERY, None, None): every, **ordered})


def _resolves(fact: Fact, numbers: Mapping[str, int]) -> bool:
    """Whether a fact is about entities that there are; the check of the store refuses any others."""
    return fact.subject in numbers and (fact.value.entity is None or fact.value.entity in numbers)


def _settled(told: Sequence[Fact], stand: Sequence[Fact]) -> Value | None:
    """Return the only value that stands of what is told of an entity; None where there is another, or a denial."""
    said = {(replace(fact.value, text=""), *sorted(fact.qualifiers.items())) for fact in stand}
    is_denied = any(fact.certainty is Certainty.DENIED for fact in told)
    return stand[0].value if len(said) == 1 and not is_denied else None


def _sort(value: Value | None) -> Sort:
    """Return the column in which whoever has this value stands."""
    if value is not None and value.kind is ValueKind.ENTITY and value.entity is not None:
        return value.kind, None, None
    if value is None or value.amount is None or value.entity is not None or value.kind in WORDS:
        return UNSETTLED, None, None
    if value.kind is ValueKind.DATE:
        return value.kind, None, (value.upper or value.amount) - value.amount
    is_plain = value.upper is None and value.bound in PLAIN
    return (value.kind, value.unit, None) if is_plain else (UNSETTLED, None, None)


def _amount(value: Value | None, numbers: Mapping[str, int]) -> float | None:
    """Return by what a value is put in order: an entity by its number."""
    if value is None or value.entity is None:
        return None if value is None else value.amount
    return numbers[value.entity]


def _place(pair: Pair) -> tuple[float, int]:
    amount, number = pair
    return (0.0 if amount is None else amount), number


def _insert(connection: sqlite3.Connection, attribute: str, columns: Mapping[Sort, Sequence[Pair]]) -> None:
    for (kind, unit, span), pairs in columns.items():
        amounts = packed(AMOUNT, (amount for amount, _ in pairs if amount is not None))
        entities = packed(NUMBER, (number for _, number in pairs))
        row = (attribute, kind, unit, span, amounts, entities, checksum_of(amounts, entities))
        connection.execute(INSERT, row)
