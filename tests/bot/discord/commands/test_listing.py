"""/lineup: all there is, by pages and by brand, with a chart where one attribute can be compared."""

import pytest

from bot.charts.drawing import Drawer
from tests.bot.discord import shelf
from tests.bot.discord.world import World, whispered, world


def labels(w: World) -> list[str]:
    return [button.label for row in w.general.last_message.components for button in row.children]


async def test_all_there_is_has_pages():
    async with world() as w:
        await w.alice.slash(w.general, "lineup")
        page = w.general.last_message
        assert page.embeds[0].description.startswith("**Twingo** · price: 20,000 euros\n")
        assert labels(w) == ["Next", "Dismiss"]
        await w.alice.click(page, label="Next")
        assert w.general.last_message.embeds[0].description.count("**Twingo**") == shelf.LISTED - 10
        assert labels(w) == ["Back", "Dismiss"]


async def test_page_button_outlives_a_restart():
    async with world() as w:
        await w.alice.slash(w.general, "lineup")
        await w.restart()
        await w.alice.click(w.general.last_message, label="Next")
        assert labels(w) == ["Back", "Dismiss"]


async def test_brand_that_is_not_known_is_said():
    async with world() as w:
        said = whispered(await w.alice.slash(w.general, "lineup", brand="Zorbo"))
        assert said == ["The documents name nothing of that kind."]


async def test_attributes_that_can_be_drawn_are_suggested():
    async with world() as w:
        found = await w.alice.autocomplete(w.general, "lineup", "chart", "pri")
        assert {"name": "price", "value": "price"} in found


@pytest.mark.parametrize("chart", ["price", "nothing of the sort"])
async def test_without_the_extra_the_list_stands_alone(chart):
    async with world(drawer=Drawer("no_such_module")) as w:
        await w.alice.slash(w.general, "lineup", chart=chart)
        assert w.general.last_message.embeds[0].image.url is None


async def test_it_is_a_command_of_servers():
    async with world() as w:
        payload = w.bot.tree.get_command("lineup").to_dict(w.bot.tree)
        assert (payload["contexts"], payload["integration_types"]) == ([0], [0])
