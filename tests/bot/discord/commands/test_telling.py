"""/sources, /help and /privacy: true to what there is, and seen by whoever asks."""

import pytest

from bot.discord.permissions import NEEDED
from bot.servers import ServerSettings
from tests.bot.discord import shelf
from tests.bot.discord.world import World, world


async def told(w: World, command: str) -> str:
    result = await w.alice.slash(w.general, command)
    assert result.response.ephemeral
    (embed,) = result.response.embeds
    return "\n".join((embed.description, *(field.value for field in embed.fields)))


async def test_sources_are_listed():
    async with world() as w:
        assert await told(w, "sources") == "1\\. article.txt · publisher unknown · published: unknown · English"


async def test_help_gives_examples_that_it_can_answer():
    async with world() as w:
        said = await told(w, "help")
        assert f"{shelf.PRICE}\n{shelf.LAUNCH}" in said


async def test_help_names_the_exact_permissions():
    async with world() as w:
        said = await told(w, "help")
        assert f"permissions={NEEDED.value}" in said
        assert "view channel, send messages" in said
        assert "administrator" not in said


@pytest.mark.parametrize("keeps", [False, True])
async def test_privacy_is_true_of_this_server(keeps):
    async with world() as w:
        await w.bot.servers.change(w.guild.id, ServerSettings(keeps_words=keeps))
        assert ("In this server the words" in await told(w, "privacy")) is keeps
