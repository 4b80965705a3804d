"""/about: everything on one thing; what is meant is asked back, and what is not known is said."""

import pytest

from bot.discord.buttons import ids
from bot.discord.rendering.sheets import SHOWN
from tests.bot.discord import shelf
from tests.bot.discord.world import whispered, world


@pytest.mark.parametrize("thing", ["twingo", "Twingo", "tw"])
async def test_everything_on_one_thing(thing):
    async with world() as w:
        result = await w.alice.slash(w.general, "about", thing=thing)
        (embed,) = result.response.embeds
        assert (embed.title, result.response.ephemeral) == ("Twingo", False)
        assert embed.description.startswith("**price**: 20,000 euros")


async def test_unknown_thing_is_said_to_be_unknown():
    async with world() as w:
        said = whispered(await w.alice.slash(w.general, "about", thing="*Zoe*"))
        assert said == [r"The documents say nothing of “\*Zoe\*”."]


async def test_names_are_suggested():
    async with world() as w:
        found = await w.alice.autocomplete(w.general, "about", "thing", "tw")
        assert found == [{"name": "Twingo · model", "value": "twingo"}]


async def test_works_in_direct_messages():
    async with world() as w:
        result = await w.alice.user.slash("about", thing="twingo")
        assert result.response.embeds[0].title == "Twingo"


def test_page_button_holds_its_entity():
    assert ids.sheet(7, 1, "twingo") == "sheet:7:1:twingo"
    assert ids.sheet(7, 1, "x" * 95) is None
    assert SHOWN > 1
    assert shelf.TWINGO.id == "twingo"
