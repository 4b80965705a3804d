"""A thousand facts beside ten thousand: every answer is right, and ten times the store costs but little more.

`make scale` measures up to a million. Times are for people to read; what can fail is what they are of one another.
"""

import pytest

from tests.benchmarks.conftest import Report
from tests.benchmarks.scale import Measured, measured, prepared, table

pytestmark = pytest.mark.benchmark

SIZES = (1_000, 10_000)
EACH = 25  # questions of a kind
MOST_GROWTH = 3.0  # of what one look-up answers, for ten times the facts; the machine may be busy
LOOK_UPS = ("look-up", "misspelt", "description", "compare", "two hops", "dialogue")


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> list[Measured]:
    folder = tmp_path_factory.mktemp("scale")
    return [measured(*prepared(facts, folder, EACH), starts=1) for facts in SIZES]


def test_answers_are_those_of_the_lineup(runs: list[Measured], report: Report) -> None:
    for line in table(runs).splitlines():
        report(line[:44], line[44:])
    assert [run["faults"] for run in runs] == [{}, {}]


def test_look_ups_hardly_grow(runs: list[Measured]) -> None:
    small, large = (run["kinds"] for run in runs)
    growth = {kind: large[kind]["processor"]["median"] / small[kind]["processor"]["median"] for kind in LOOK_UPS}
    assert {kind: by for kind, by in growth.items() if by > MOST_GROWTH} == {}
