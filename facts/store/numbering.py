"""Numbers of entities, so that a set of them can be held as flags: a byte for each entity, at the place of its number.

What is a version of something, and has no versions itself, stands right behind it: so one sum of two long numbers leads
from all members of a set to what stands behind them. What else is a part of another is told in pairs.
"""

import json
import sqlite3
import sys
from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache, reduce
from itertools import chain
from operator import or_
from typing import Any
from zlib import crc32

from facts.models import Entity
from facts.store import rows
from facts.store.file import StoreFile

BEHIND = 0xFF
NUMBER = "I"  # an array's code: four bytes for each entity
CACHED_KINDS = 16
Flags = int  # 1 in the byte of each member

NUMBERING = "SELECT kinds, codes, behind, apart, checksum FROM numbering"


class Numbering:
    """The numbers of the entities of one store, and sets of them."""

    def __init__(self, file: StoreFile) -> None:
        self._file = file
        self.of_kinds = lru_cache(maxsize=CACHED_KINDS)(self._of_kinds)

    @cached_property
    def size(self) -> int:
        """How many entities there are."""
        return len(self._blobs[1])

    def flags(self, numbers: Collection[int]) -> Flags:
        """Return a set of numbers as flags."""
        if not numbers:
            return 0
        held = bytearray(self.size)
        for number in numbers:
            held[number] = 1
        return int.from_bytes(held, "little")

    def members(self, flags: Flags) -> Iterator[int]:
        """Yield the numbers of a set, the smallest first."""
        table, number = self.table(flags), -1
        while (number := table.find(1, number + 1)) >= 0:
            yield number

    def table(self, flags: Flags) -> bytes:
        """Return a set as bytes: the one at the place of a number says whether it is a member."""
        return flags.to_bytes(self.size, "little")

    @cached_property
    def everyone(self) -> Flags:
        """All entities."""
        return int.from_bytes(b"\1" * self.size, "little")

    def without_versions(self, flags: Flags) -> Flags:
        """Leave out those whose parent is a member as well."""
        return flags & ~self.parts_of(flags)

    def parts_of(self, flags: Flags) -> Flags:
        """Return whatever has a member for its parent. A sum carries each member over all that stand behind it."""
        behind = self._behind
        begun = (flags & ~behind) << 8 & behind
        carried = ((behind + begun) ^ behind) & behind & self.everyone
        return reduce(or_, (1 << 8 * part for part, parent in self._apart if flags >> 8 * parent & 1), carried)

    def wholes_of(self, flags: Flags, among: Flags) -> Flags:
        """Return what some have for their parents, as far as that is among others; best few of those have parts."""
        behind = self._blobs[2]
        parts = self.parts_of(among & self._with_parts) & flags
        near = [behind.rindex(0, 0, number) for number in self.members(parts) if behind[number]]
        apart = [parent for part, parent in self._apart if flags >> 8 * part & 1]
        return self.flags(near + apart) & among

    @cached_property
    def _with_parts(self) -> Flags:
        apart = self.flags([parent for _, parent in self._apart])
        return ((self._behind >> 8) & self.everyone & ~self._behind) | apart

    def number(self, entity: str) -> int:
        """Return the number of an entity; raises KeyError where no entity has this id."""
        found = self._file.rows("SELECT number FROM entities WHERE id = ?", (entity,))
        if not found:
            raise KeyError(entity)
        number: int = found[0][0]
        return number

    def entity(self, number: int) -> str:
        """Return the id of an entity."""
        key: str = self._file.rows("SELECT id FROM entities WHERE number = ?", (number,))[0][0]
        return key

    def of_brands(self, brands: Sequence[str], *, parents: bool = True) -> Flags:
        """Return what is of these brands; with parents, or a version of what is named like one."""
        columns = ("brand", "parent") if parents else ("brand",)
        queries = [f"SELECT number FROM entities WHERE {one} IN ({rows.marks(brands)})" for one in columns]  # noqa: S608  # marks alone
        return self.flags([row[0] for query in queries for row in self._file.rows(query, brands)])

    @property
    def kinds(self) -> Sequence[str]:
        """The kinds of all entities."""
        return self._blobs[0]

    def _of_kinds(self, kinds: frozenset[str]) -> Flags:
        names, codes, *_ = self._blobs
        return int.from_bytes(codes.translate(bytes(one in kinds for one in names).ljust(256, b"\0")), "little")

    @cached_property
    def _behind(self) -> int:
        return int.from_bytes(self._blobs[2], "little")

    @cached_property
    def _apart(self) -> list[tuple[int, int]]:
        pairs = iter(unpacked(NUMBER, self._blobs[3]))
        return list(zip(pairs, pairs, strict=True))

    @cached_property
    def _blobs(self) -> tuple[list[str], bytes, bytes, bytes]:
        kinds, codes, behind, apart, checksum = self._file.rows(NUMBERING)[0]
        if checksum_of(codes, behind, apart) != checksum:
            raise self._file.damage("the numbers of its entities are damaged")
        return json.loads(kinds), codes, behind, apart


def numbered(entities: Sequence[Entity]) -> tuple[list[Entity], bytes, list[tuple[int, int]]]:
    """Return entities in the order of their numbers, whether each stands behind its parent, and pairs of the others."""
    known = {one.id for one in entities}
    parts: dict[str, list[Entity]] = {}
    for one in entities:
        if one.parent is not None and one.parent in known and one.parent != one.id:
            parts.setdefault(one.parent, []).append(one)
    of_something = {part.id: parent for parent, of_it in parts.items() for part in of_it}
    heads = [one for one in entities if one.id not in of_something or one.id in parts]
    runs = [[head, *(part for part in parts.get(head.id, ()) if part.id not in parts)] for head in heads]
    ordered = list(chain.from_iterable(runs))
    behind = b"".join(bytes((0, *[BEHIND] * (len(run) - 1))) for run in runs)
    numbers = {one.id: number for number, one in enumerate(ordered)}
    apart = [(numbers[one.id], numbers[of_something[one.id]]) for one in heads if one.id in of_something]
    return ordered, behind, apart


def write_numbering(connection: sqlite3.Connection, entities: Sequence[Entity]) -> dict[str, int]:
    """Write what is known of the numbers of entities; return them by id."""
    ordered, behind, apart = numbered(entities)
    kinds = sorted({one.kind for one in ordered})
    codes = bytes(kinds.index(one.kind) for one in ordered)
    pairs = packed(NUMBER, chain.from_iterable(apart))
    row = (json.dumps(kinds), codes, behind, pairs, checksum_of(codes, behind, pairs))
    connection.execute("INSERT INTO numbering VALUES (?, ?, ?, ?, ?)", row)
    return {one.id: number for number, one in enumerate(ordered)}


def packed(code: str, content: Iterable[float]) -> bytes:
    """Return numbers as bytes that every machine reads alike."""
    numbers: array[Any] = array(code, content)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def unpacked(code: str, content: bytes) -> Sequence[Any]:
    """Return the numbers that were packed."""
    numbers: array[Any] = array(code, content)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def checksum_of(*parts: bytes) -> int:
    """Return what tells bytes from damaged ones: SQLite does not look into pages that hold nothing else."""
    return reduce(lambda sum_, part: crc32(part, sum_), parts, 0)
