"""Pictures are drawn in a child process, or not at all; either way the bot goes on."""

import pytest

from bot.charts.drawing import Drawer
from bot.charts.picture import picture_of, plotted
from bot.charts.plots import plot_of
from bot.charts.points import Panel, Point
from bot.models.answer import Source
from tests.bot.charts.test_plots import km, launch, things

SOURCE = Source("a.md", "x", 0, 1)
POINTS = (
    Point("Twingo", 20_000, None, True, "20,000 euros", SOURCE),
    Point("Spring", 18_000, None, False, "about 18,000", SOURCE),
)
PNG = b"\x89PNG\r\n\x1a\n"


async def test_picture_is_a_png_of_bounded_size():
    picture = await Drawer().draw(picture_of([Panel("price", "EUR", POINTS)], "Sources: a.md"))
    assert picture is not None
    assert picture.startswith(PNG)
    assert 5_000 < len(picture) < 300_000


@pytest.mark.parametrize("attributes", [["launch", "range"], ["launch"]])
async def test_every_sort_of_picture_can_be_drawn(attributes):
    entries = [
        [km(9), launch(20260101, 20261231)],
        [km(8, certainty="expected"), launch(20270220)],
    ]
    plot = plot_of(things(*entries), attributes)
    picture = await Drawer().draw(plotted(plot, ["up", "across"], "Sources: a.md", "fr-FR"))
    assert picture is not None
    assert picture.startswith(PNG)


async def test_without_the_extra_nothing_is_drawn():
    drawer = Drawer("no_such_module")
    assert not drawer.can_draw
    assert await drawer.draw({}) is None


async def test_what_cannot_be_drawn_is_logged(caplog):
    assert await Drawer().draw({"mark": "nonsense"}) is None
    assert "A chart was not drawn" in caplog.text
