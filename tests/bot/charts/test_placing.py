"""Names beside marks: none covers another, a mark or the edge, whatever the marks."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.charts.boxes import Box
from bot.charts.labels import Side, width_of
from bot.charts.placing import placed

ROOM = Box(0, 0, 680, 400)


def dot(x: float, y: float) -> Box:
    return Box(x, y, x, y).at_least(10, 10)


def crossings(labels) -> int:
    return sum(other.box.is_crossed(one.line) for one in labels if one.line for other in labels if other is not one)


@settings(deadline=None, max_examples=25)
@given(
    st.lists(
        st.tuples(st.text("Aimn Wé-9", min_size=1, max_size=26), st.floats(5, 555), st.floats(5, 395)),
        min_size=1,
        max_size=24,
    )
)
def test_no_name_covers_anything(things):
    marks = [(name, dot(x, y)) for name, x, y in things]
    labels = placed(marks, ROOM)
    assert all(ROOM.holds(one.box) for one in labels)
    assert not any(one.box.meets(other.box) for one, other in combinations(labels, 2))
    assert not any(one.box.meets(mark) for one in labels for _, mark in marks)


@pytest.mark.parametrize("name", ["Twingo", "A car of a very long name", "比亚迪海豚"])
def test_each_of_several_at_one_place_has_its_name(name):
    labels = placed([(f"{name} {n}", dot(280, 200)) for n in range(9)], ROOM)
    assert sorted(one.text for one in labels) == sorted(f"{name} {n}" for n in range(9))


def test_lone_name_stands_right_of_its_mark_without_a_line():
    (label,) = placed([("Twingo", dot(100, 100))], ROOM)
    assert (label.align, label.line, label.x) == (Side.LEFT, None, 110)
    assert label.box.middle[1] == 100


def test_name_at_the_edge_stands_left_of_its_mark():
    (label,) = placed([("Twingo", dot(670, 100))], ROOM)
    assert (label.align, label.x) == (Side.RIGHT, 660)


def test_names_of_a_diagonal_are_near_and_cross_nothing():
    """Twenty things that get dearer as they get faster, as in many a lineup."""
    labels = placed([(f"Velmora Tiko {n}", dot(20 + 26 * n, 380 - 18 * n)) for n in range(20)], ROOM)
    assert len(labels) == 20
    assert crossings(labels) == 0


def test_wide_letters_take_more_room():
    assert width_of("Wm") > width_of("il") > 0
    assert width_of("é") == width_of("e")
