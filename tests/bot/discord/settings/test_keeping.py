"""A server that removes the bot is forgotten, also where the bot was away; an outage of Discord is no removal."""

from dataclasses import replace

from bot.models.shards import Shards
from bot.servers import Servers, ServerSettings
from bot.servers.file import ServersFile
from tests.bot.discord.world import World, world

CHOSEN = ServerSettings(language="fr")
GONE = 4242


async def known_of(servers: Servers, server: int) -> tuple[ServerSettings, int]:
    """Return what is kept of a server; asking waits until what is under way is written."""
    await servers.flush()
    asked = await servers.gaps(server, 9)
    return servers.settings(server), len(asked)


async def chosen_in(w: World, server: int) -> None:
    await w.bot.servers.change(server, CHOSEN)
    w.bot.servers.note(server, [("Twingo", "range")], "x")
    await w.bot.servers.flush()


async def test_server_that_removes_the_bot_is_forgotten():
    async with world() as w:
        await chosen_in(w, w.guild.id)
        w.env.backend.remove_guild(w.guild.id)
        await w.env.settle()
        assert await known_of(w.bot.servers, w.guild.id) == (ServerSettings(), 0)


async def test_outage_is_no_removal():
    async with world() as w:
        await chosen_in(w, w.guild.id)
        w.env.backend.emit("GUILD_DELETE", {"id": str(w.guild.id), "unavailable": True})
        await w.env.settle()
        assert await known_of(w.bot.servers, w.guild.id) == (CHOSEN, 1)


async def test_server_that_left_while_the_bot_was_away_is_forgotten():
    async with world() as w:
        await chosen_in(w, w.guild.id)
        await chosen_in(w, GONE)
        await w.restart()
        assert await known_of(w.bot.servers, GONE) == (ServerSettings(), 0)
        assert await known_of(w.bot.servers, w.guild.id) == (CHOSEN, 1)


async def test_process_of_some_shards_forgets_none_of_the_others(tmp_path):
    ours, theirs = 4 << 22, 5 << 22
    every = Servers(ServersFile(tmp_path / "servers.db"))
    for server in (ours, theirs):
        await every.change(server, CHOSEN)
    async with world(servers=Servers(ServersFile(tmp_path / "servers.db"), Shards((0,), 2))):
        await every.refresh()
        assert (every.settings(ours), every.settings(theirs)) == (ServerSettings(), CHOSEN)


async def test_counts_are_written_each_minute(tmp_path):
    path = tmp_path / "servers.db"
    async with world(servers=Servers(ServersFile(path))) as w:
        w.bot.servers.note(w.guild.id, [("Twingo", "range")], "x")
        await w.env.advance_time(61)
        await w.bot.servers.change(w.guild.id, replace(CHOSEN))  # waits its turn
        (asked,) = await Servers(ServersFile(path)).gaps(w.guild.id, 9)
        assert asked.count == 1
