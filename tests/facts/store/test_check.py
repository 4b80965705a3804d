"""A store that is not sound is refused, whatever is wrong with it."""

import sqlite3
from pathlib import Path

import pytest

from facts.errors import StoreError
from facts.store.check import check_store


def test_a_sound_store_passes(path: Path) -> None:
    check_store(path)


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        ("DELETE FROM entities WHERE id = 'bree'", "points to a missing row of entities"),
        ("UPDATE documents SET text = substr(text, 1, 80)", "reaches beyond its document"),
        ("UPDATE facts SET text = ''", "empty value"),
        ("DELETE FROM facts WHERE id = 1", "4 facts were written and 3 are there"),
        ("DELETE FROM aliases WHERE entity = 'bree'", "without a name"),
    ],
)
def test_what_does_not_hold_together_is_refused(path: Path, damage: str, problem: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(damage)
    connection.commit()
    connection.close()

    with pytest.raises(StoreError, match=problem):
        check_store(path)
