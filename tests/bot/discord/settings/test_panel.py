"""The panel of /settings: what it shows, who may press, and what each choice changes."""

import sqlite3

import discord
import pytest
import simcord

from bot.servers import Servers, ServerSettings
from bot.servers.file import ServersFile
from tests.bot.discord import shelf
from tests.bot.discord.world import World, whispered, world


async def opened(w: World) -> simcord.InteractionResult:
    return await w.boss.slash(w.general, "settings")


def shown(result: simcord.InteractionResult) -> str:
    (embed,) = result.response.message.embeds
    return embed.description


async def test_panel_shows_what_is_off_in_the_beginning():
    async with world() as w:
        result = await opened(w)
        assert result.response.ephemeral
        assert "**Channels in which I answer without being mentioned**: none" in shown(result)
        assert "**Replies to one person**: 5 in 20 seconds" in shown(result)
        assert "**Words of questions that were not known**: not kept" in shown(result)


async def test_chosen_channel_is_listened_to():
    async with world() as w:
        result = await opened(w)
        channels = result.response.message.components[0].children[0]
        await w.boss.select(result.response.message, [w.general], custom_id=channels.custom_id)
        assert w.bot.servers.settings(w.guild.id).channels == {w.general.id}
        assert f"<#{w.general.id}>" in shown(result)
        await w.alice.send(w.general, shelf.PRICE)
        assert w.general.last_message.content == "The Twingo costs €20,000."


async def test_chosen_language_is_kept():
    async with world() as w:
        result = await opened(w)
        language = result.response.message.components[2].children[0]
        await w.boss.select(result.response.message, ["fr"], custom_id=language.custom_id)
        assert w.bot.servers.settings(w.guild.id).language == "fr"


@pytest.mark.parametrize(
    ("replies", "seconds", "kept"),
    [("2", "30", (2, 30.0)), ("0", "30", None), ("many", "30", None), ("2", "9999", None)],
)
async def test_cooldown_is_bounded(replies, seconds, kept):
    async with world() as w:
        result = await opened(w)
        form = await w.boss.click(result.response.message, label="Cooldown")
        await w.boss.submit_modal(form, {"replies": replies, "seconds": seconds})
        chosen = w.bot.servers.settings(w.guild.id)
        assert (chosen.replies, chosen.seconds) == (kept or (5, 20.0))


async def test_keeping_words_is_switched_on_and_off():
    async with world() as w:
        result = await opened(w)
        for label, keeps in (("Keep them for 30 days", True), ("Keep them no more", False)):
            await w.boss.click(result.response.message, label="Keep and forget")
            await w.boss.click(result.response.message, label=label)
            assert w.bot.servers.settings(w.guild.id).keeps_words is keeps


async def test_what_was_counted_is_forgotten():
    async with world() as w:
        w.bot.servers.note(w.guild.id, [("Twingo", "range")], "x")
        result = await opened(w)
        await w.boss.click(result.response.message, label="Keep and forget")
        await w.boss.click(result.response.message, label="Forget all that was counted and kept")
        assert await w.bot.servers.gaps(w.guild.id, 9) != []
        await w.boss.click(result.response.message, label="Forget")
        assert await w.bot.servers.gaps(w.guild.id, 9) == []


async def test_reset_asks_back():
    async with world() as w:
        await w.bot.servers.change(w.guild.id, ServerSettings(language="fr"))
        result = await opened(w)
        await w.boss.click(result.response.message, label="Reset")
        await w.boss.click(result.response.message, label="Back")
        assert w.bot.servers.settings(w.guild.id).language == "fr"
        await w.boss.click(result.response.message, label="Reset")
        await w.boss.click(result.response.message, label="Reset")
        assert w.bot.servers.settings(w.guild.id) == ServerSettings()


async def test_channel_where_it_may_not_write_is_warned_of():
    async with world() as w:
        denied = discord.PermissionOverwrite(send_messages=False)
        silent = w.guild.create_text_channel("silent", overwrites={w.guild.default_role: denied})
        await w.bot.servers.change(w.guild.id, ServerSettings(channels=frozenset({silent.id, 42})))
        assert f"⚠ <#{silent.id}>: I am not allowed to send messages" in shown(await opened(w))
        assert "⚠ <#42> is gone." in shown(await opened(w))


async def test_member_opens_no_panel():
    async with world() as w:
        w.guild.create_role("x")
        everyone = w.guild.add_member(w.env.create_user("carol"))
        assert "settings" not in everyone.available_commands(w.general)


async def test_panel_closes_after_a_while():
    async with world() as w:
        result = await opened(w)
        await w.env.advance_time(11 * 60)
        assert result.response.message.content == "This panel is closed; /settings opens it again."


async def test_open_form_undoes_no_other_choice():
    async with world() as w:
        result = await opened(w)
        form = await w.boss.click(result.response.message, label="Cooldown")
        await w.bot.servers.change(w.guild.id, ServerSettings(language="fr"))
        await w.boss.submit_modal(form, {"replies": "2", "seconds": "30"})
        assert w.bot.servers.settings(w.guild.id) == ServerSettings(language="fr", replies=2, seconds=30.0)


async def test_panel_that_was_used_closes_too():
    async with world() as w:
        result = await opened(w)
        await w.env.advance_time(9 * 60)
        await w.boss.click(result.response.message, label="Reset")
        await w.env.advance_time(11 * 60)
        assert result.response.message.content == "This panel is closed; /settings opens it again."


async def test_choice_that_cannot_be_kept_is_owned_up_to(tmp_path):
    servers = Servers(ServersFile(tmp_path / "servers.db"))
    async with world(servers=servers) as w:
        result = await opened(w)
        with sqlite3.connect(tmp_path / "servers.db") as file:
            file.execute("CREATE TRIGGER full BEFORE INSERT ON settings BEGIN SELECT raise(ABORT, 'disk full'); END")
        language = result.response.message.components[2].children[0]
        said = whispered(await w.boss.select(result.response.message, ["fr"], custom_id=language.custom_id))
        assert said == ["That could not be kept; whoever runs me can see why in the log."]


async def test_missing_message_content_is_warned_of():
    async with world(message_content=False) as w:
        await w.bot.servers.change(w.guild.id, ServerSettings(channels=frozenset({w.general.id})))
        assert "⚠ Discord does not let me read messages" in shown(await opened(w))
