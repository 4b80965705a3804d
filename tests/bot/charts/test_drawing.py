"""Pictures are drawn in a child process, or not at all; either way the bot goes on."""

from bot.charts.drawing import Drawer
from bot.charts.picture import picture_of
from bot.charts.points import Panel, Point

POINTS = (Point("Twingo", 20_000, None, True, "20,000 euros"), Point("Spring", 18_000, None, False, "about 18,000"))
PNG = b"\x89PNG\r\n\x1a\n"


async def test_picture_is_a_png_of_bounded_size():
    picture = await Drawer().draw(picture_of([Panel("price", "EUR", POINTS)], "Sources: a.md"))
    assert picture is not None
    assert picture.startswith(PNG)
    assert 5_000 < len(picture) < 300_000


async def test_without_the_extra_nothing_is_drawn():
    drawer = Drawer("no_such_module")
    assert not drawer.can_draw
    assert await drawer.draw({}) is None


async def test_what_cannot_be_drawn_is_logged(caplog):
    assert await Drawer().draw({"mark": "nonsense"}) is None
    assert "A chart was not drawn" in caplog.text
