"""What a build has read so far comes back as it went in, and earlier readings by their key alone."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from facts.store.readings import CACHE, KeptReadings, NewReadings

MANY = 40
PART = bytes(CACHE * 1024 // MANY * 2)  # so many of them are twice what is held in memory


@pytest.mark.parametrize("part", [b"front", PART], ids=["in memory", "on disk"])
def test_new_readings_come_back_in_their_order(part: bytes) -> None:
    rows = [(f"{number:02}.txt", f"key {number}", part + bytes([number]), bytes([number])) for number in range(MANY)]

    with NewReadings() as readings:
        for name, key, front, back in rows:
            readings.add(name, key, (front, back))

        assert [front[-1] for front in readings.fronts()] == list(range(MANY))
        assert list(readings.backs()) == [back for *_, back in rows]
        assert [row[:2] for row in readings.rows()] == [row[:2] for row in rows]


def test_readings_are_walked_twice_at_once() -> None:
    with NewReadings() as readings:
        for number in range(3):
            readings.add(str(number), "", (b"%d" % number, b""))

        assert list(zip(readings.fronts(), readings.fronts(), strict=True)) == [
            (b"0", b"0"),
            (b"1", b"1"),
            (b"2", b"2"),
        ]


def test_kept_readings_are_known_by_their_key(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "facts.db")) as connection, connection:
        connection.execute('CREATE TABLE readings (document, "key", front, back)')
        connection.execute("INSERT INTO readings VALUES (1, 'key', x'01', x'02')")

    with KeptReadings.open(tmp_path / "facts.db") as kept:
        assert ("key" in kept, "another" in kept) == (True, False)
        assert (kept.get("key"), kept.get("another")) == ((b"\x01", b"\x02"), None)
    with KeptReadings.open(tmp_path / "none.db") as kept:
        assert "key" not in kept
