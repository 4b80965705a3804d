"""What was changed on disk is in service after a reload of its own, whatever else is being reloaded."""

import discord
import pytest

from tests.bot.discord import shelf
from tests.bot.discord.shelf import HeldBuild
from tests.bot.discord.world import world


def reload_button() -> discord.ui.View:
    view = discord.ui.View()
    view.add_item(discord.ui.Button(label="Reload", custom_id="facts:review:reload:0123456789abcdef"))
    return view


async def test_a_reload_that_was_under_way_is_followed_by_another():
    build = HeldBuild()
    async with world(build=build, settle_timeout=0.2) as w:
        await w.boss.slash(w.general, "facts reload")
        sent = await w.bot.get_channel(w.general.id).send(view=reload_button())
        with pytest.raises(TimeoutError):  # simcord does not know what the bot waits for here
            await w.boss.click(sent, label="Reload")
        assert build.started == 1
        build.release.set()
        await w.env.settle(timeout=5)
        assert build.started == 2
        assert (await w.mention(shelf.PRICE)).content == "The Twingo costs €19,000."
