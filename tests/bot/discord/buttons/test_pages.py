"""Pages are turned in place by whoever asked, for themselves by others, and stay within what there is."""

from dataclasses import dataclass, replace

import discord
import pytest

from bot.discord.buttons import ids
from bot.discord.knowledge import Knowledge
from bot.models.sheet import Sheet
from tests.bot.discord import shelf
from tests.bot.discord.world import World, whispered, world


@dataclass(frozen=True)
class Long(shelf.Shown):
    """A sheet of thirty entries."""

    def sheet(self, entity: str, language: str) -> Sheet | None:
        short = super().sheet(entity, language)
        if short is None:
            return None
        return replace(short, entries=tuple(replace(short.entries[0], label=f"label {n}") for n in range(30)))


def known() -> Knowledge:
    return Knowledge(shelf.Table(), shelf.Shelf(), Long())


def labels(message: discord.Message) -> list[str]:
    return [button.label for row in message.components for button in row.children]


async def opened(w: World) -> discord.Message:
    return (await w.alice.slash(w.general, "about", thing="twingo")).response.message


async def test_whoever_asked_turns_the_page_in_place():
    async with world(known()) as w:
        page = await opened(w)
        assert labels(page) == ["Next", "Dismiss"]
        assert page.embeds[0].footer.text == "model · and 18 more"
        await w.alice.click(page, label="Next")
        turned = w.general.last_message
        assert turned.id == page.id
        assert turned.embeds[0].description.startswith("**label 12**")
        assert labels(turned) == ["Back", "Next", "Dismiss"]


async def test_others_get_a_page_of_their_own():
    async with world(known()) as w:
        page = await opened(w)
        result = await w.boss.click(page, label="Next")
        assert result.response.ephemeral
        assert w.general.last_message.embeds[0].description.startswith("**label 0**")


@pytest.mark.parametrize("key", [ids.sheet(0, 900, "twingo"), ids.sheet(0, 1, "zoe"), ids.shelf(0, 9)])
async def test_page_that_is_not_there_is_said_to_be_gone(key):
    async with world(known()) as w:
        page = await opened(w)
        view = discord.ui.View(timeout=None)
        view.add_item(discord.ui.Button(label="x", custom_id=key))
        await w.bot.get_channel(w.general.id).get_partial_message(page.id).edit(view=view)
        said = whispered(await w.alice.click(w.general.last_message, custom_id=key))
        assert said == ["The documents have changed since; this is no longer known. Ask again."]
