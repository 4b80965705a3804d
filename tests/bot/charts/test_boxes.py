"""Rectangles: what they meet, hold and are crossed by."""

import pytest

from bot.charts.boxes import Box

BOX = Box(10, 10, 30, 20)


@pytest.mark.parametrize(
    ("line", "is_crossed"),
    [
        ((0, 15, 40, 15), True),
        ((0, 15, 5, 15), False),
        ((20, 0, 20, 40), True),
        ((20, 0, 20, 5), False),
        ((0, 0, 40, 30), True),
        ((0, 12, 12, 0), False),  # past the corner
        ((0, 10, 40, 10), False),  # along the edge
        ((15, 12, 18, 16), True),  # wholly inside
    ],
)
def test_line_through_a_box_crosses_it(line, is_crossed):
    assert BOX.is_crossed(line) is is_crossed


@pytest.mark.parametrize(
    ("other", "apart", "meets"),
    [
        (Box(20, 15, 40, 40), 0, True),
        (Box(30, 10, 40, 20), 0, False),
        (Box(31, 10, 40, 20), 2, True),
        (Box(10, 21, 30, 40), 0, False),
    ],
)
def test_boxes_meet_where_they_share_a_pixel(other, apart, meets):
    assert BOX.meets(other, apart) is meets


def test_box_is_never_smaller_than_asked():
    assert BOX.at_least(40, 4) == Box(0, 10, 40, 20)
    assert BOX.nearest(0, 15) == (10, 15)
