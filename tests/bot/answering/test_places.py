"""Places inside places."""

import pytest

from bot.answering.known import Known
from bot.answering.places import contained, containers, lies_in
from facts.store.reader import FactStore


@pytest.fixture
def known(store: FactStore) -> Known:
    return Known(store)


@pytest.mark.parametrize(
    ("place", "wanted", "verdict", "steps"),
    [
        ("lomnica", "lomnica", True, 0),
        ("lomnica", "slovenia", True, 1),
        ("lomnica", "portugal", False, 1),
        ("slovenia", "portugal", False, 0),
        ("portugal", "lomnica", None, 0),
    ],
)
def test_lies_in(known: Known, place: str, wanted: str, verdict: bool | None, steps: int) -> None:
    found, rows = lies_in(known, place, wanted)
    assert (found, len(rows)) == (verdict, steps)


def test_containers_and_contents_are_each_others_reverse(known: Known) -> None:
    assert [row.value for row in containers(known, "lomnica")] == ["Slovenia"]
    assert contained(known, "slovenia") == ["slovenia", "lomnica"]
