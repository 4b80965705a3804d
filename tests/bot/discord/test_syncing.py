"""Discord is told of the commands when they, or a translation of them, have changed; and by one process only."""

import logging
import sqlite3

import discord
import pytest
import simcord
from discord import app_commands

from bot.discord.library import Library
from bot.discord.lineup import LineupBot
from bot.discord.syncing import EVERYWHERE, digest_of
from bot.discord.texts.translator import CommandTranslator
from bot.models.shards import Shards
from bot.servers import Servers
from bot.servers.file import ServersFile
from tests.bot.discord import shelf
from tests.bot.discord.world import started, world


def syncs(env: simcord.Env) -> list[str]:
    return [entry.path for entry in env.http_requests if entry.method == "PUT" and entry.path.endswith("/commands")]


async def test_first_start_tells_discord_of_the_commands():
    async with world() as w:
        assert len(syncs(w.env)) == 1
        assert set(w.bot.servers.commands_told(w.bot.application_id)) == {EVERYWHERE}


async def test_next_start_with_the_same_commands_says_nothing():
    async with world() as w:
        await w.env.restart_bot(LineupBot(w.bot.library, servers=w.bot.servers))
        assert len(syncs(w.env)) == 1


async def test_next_start_without_memory_of_it_tells_discord_again():
    async with world() as w:
        await w.env.restart_bot(LineupBot(w.bot.library))
        assert len(syncs(w.env)) == 2


async def test_process_without_shard_zero_leaves_the_commands_alone():
    library = Library(shelf.knowledge(), build=shelf.HeldBuild(), opener=shelf.refuse)
    env = simcord.Env(LineupBot(library, shards=Shards((1,), 2)))
    async with started(env):
        assert syncs(env) == []


async def test_refused_commands_leave_the_answers_and_are_tried_again(caplog):
    servers = Servers()
    async with world(servers=servers, sync_fails=True) as w:
        assert servers.commands_told(w.bot.application_id) == {}
        assert (await w.mention(shelf.PRICE)).content == "The Twingo costs €20,000."
    (warning,) = (one.message for one in caplog.records if one.levelno == logging.WARNING)
    assert warning.startswith("Discord did not take the commands (")


async def test_commands_whose_hash_cannot_be_kept_are_told_again(tmp_path, caplog):
    with sqlite3.connect(tmp_path / "servers.db") as file:
        servers = Servers(ServersFile(tmp_path / "servers.db"))
        file.execute("CREATE TRIGGER full BEFORE INSERT ON commands BEGIN SELECT raise(ABORT, 'disk full'); END")
    async with world(servers=servers) as w:
        assert (await w.mention(shelf.PRICE)).content == "The Twingo costs €20,000."
        assert servers.commands_told(w.bot.application_id) == {}
    assert caplog.text.count("disk full") == 1


@pytest.fixture
def tree() -> app_commands.CommandTree[discord.Client]:
    return app_commands.CommandTree(discord.Client(intents=discord.Intents.none()))


def command(description: str) -> app_commands.Command:
    @app_commands.command(name="ask", description=description)
    async def ask(interaction: discord.Interaction) -> None: ...

    return ask


async def test_digest_changes_with_a_description(tree):
    tree.add_command(command("Ask about what is in the documents, in your own words"))
    before = await digest_of(tree, None)
    tree.add_command(command("Ask"), override=True)
    assert await digest_of(tree, None) != before


async def test_digest_changes_with_a_translation(tree):
    tree.add_command(command("Ask about what is in the documents, in your own words"))
    before = await digest_of(tree, None)
    await tree.set_translator(CommandTranslator())
    assert await digest_of(tree, None) != before


@pytest.mark.parametrize(("shards", "expected"), [(None, True), (Shards((0, 1), 4), True), (Shards((2, 3), 4), False)])
def test_process_with_shard_zero_is_the_first(shards, expected):
    library = Library(shelf.knowledge(), build=shelf.HeldBuild(), opener=shelf.refuse)
    assert LineupBot(library, shards=shards).is_first is expected
