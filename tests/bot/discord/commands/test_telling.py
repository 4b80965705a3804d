"""/sources, /help and /privacy: true to what there is, and seen by whoever asks."""

import re

import discord
import pytest

from bot.discord.knowledge import Knowledge
from bot.discord.permissions import NEEDED
from bot.servers import ServerSettings
from tests.bot.discord import shelf
from tests.bot.discord.world import World, whispered, world


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


async def test_help_names_the_commands_that_there_are():
    async with world() as w:
        said = await told(w, "help")
        every = w.bot.tree.get_commands(type=discord.AppCommandType.chat_input)
        assert {one.name for one in every if f"`/{one.name}`" in said} == {
            one.name for one in every if one.default_permissions is None
        }


async def test_help_names_the_commands_of_admins_to_admins():
    async with world() as w:
        (embed,) = (await w.boss.slash(w.general, "help")).response.embeds
        assert any("`/settings`" in field.value for field in embed.fields)


async def test_help_links_to_both_ways_of_adding_the_bot():
    async with world() as w:
        said = await told(w, "help")
        assert "[Add me to a server](https://discord.com/oauth2/authorize?client_id=" in said
        person = re.search(r"\[Add me to your account\]\((\S+)\)", said)
        assert person[1].endswith("scope=applications.commands&integration_type=1")


async def test_no_documents_are_said_to_be_none():
    async with world(Knowledge(shelf.Table(), shelf.Shelf(()), shelf.Shown(is_empty=True))) as w:
        assert whispered(await w.alice.slash(w.general, "sources")) == ["There are no documents."]
        assert "For example" not in await told(w, "help")


async def test_privacy_names_what_discord_keeps():
    async with world() as w:
        assert "kept by Discord itself" in await told(w, "privacy")


@pytest.mark.parametrize("keeps", [False, True])
async def test_privacy_is_true_of_this_server(keeps):
    async with world() as w:
        await w.bot.servers.change(w.guild.id, ServerSettings(keeps_words=keeps))
        assert ("In this server the words" in await told(w, "privacy")) is keeps
