"""The score of `../.ci/score.py` against its floors: which figures fail, and which way a floor may move."""

import importlib.util
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

CI = Path(__file__).parent.parent / ".ci"
FLOORS = {"least": {"right": 80.0}, "most": {"wrong": 3.0}}


@pytest.fixture(scope="module")
def score() -> ModuleType:
    """Load the script, which is no part of a package."""
    spec = importlib.util.spec_from_file_location("score", CI / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        (80.0, 3.0, []),
        (91.5, 0.0, []),
        (79.9, 3.0, ["right 79.9 is below 80.0"]),
        (80.0, 3.1, ["wrong 3.1 is above 3.0"]),
        (10.0, 50.0, ["right 10.0 is below 80.0", "wrong 50.0 is above 3.0"]),
    ],
)
def test_figures_beyond_their_floor_are_named(score: ModuleType, right: float, wrong: float, said: list[str]) -> None:
    assert score.misses({"right": right, "wrong": wrong, "median_ms": 1.0}, FLOORS) == said


def test_better_figures_move_the_floors(score: ModuleType) -> None:
    assert score.tightened({"right": 85.0, "wrong": 1.0}, FLOORS) == {"least": {"right": 85.0}, "most": {"wrong": 1.0}}


def test_worse_figures_move_nothing(score: ModuleType) -> None:
    assert score.tightened({"right": 70.0, "wrong": 9.0}, FLOORS) == FLOORS


def test_every_suite_has_floors(score: ModuleType) -> None:
    assert set(tomllib.loads((CI / "floors.toml").read_text(encoding="utf-8"))) == set(score.SUITES)


def test_floors_are_written_as_they_are_read(score: ModuleType, tmp_path: Path) -> None:
    shipped = (CI / "floors.toml").read_text(encoding="utf-8")
    copy = tmp_path / "floors.toml"
    copy.write_text(shipped, encoding="utf-8")

    score.write(tomllib.loads(shipped), copy)

    assert copy.read_text(encoding="utf-8") == shipped
