"""Which commands stand where: all of /facts in the operator's servers, of others what their admins may see."""

from bot.discord.library import Library
from bot.discord.lineup import LineupBot
from tests.bot.discord.shelf import HeldBuild, knowledge
from tests.bot.discord.world import World, whispered, world


async def at_home(w: World) -> None:
    """Start anew with the world's server as the one home."""
    library = Library(knowledge(), build=HeldBuild(), opener=lambda _: knowledge())
    w.bot = LineupBot(library, servers=w.bot.servers, home_servers={w.guild.id})
    await w.env.restart_bot(w.bot)


async def test_home_servers_have_every_command():
    async with world() as w:
        await at_home(w)
        assert {"facts status", "facts reload", "facts add"} <= set(w.boss.available_commands(w.general))
        assert "article.txt" in whispered(await w.boss.slash(w.general, "facts status"))[0]


async def test_other_servers_have_only_what_their_admins_may_see():
    async with world() as w:
        elsewhere = w.env.create_guild("Elsewhere", owner=w.alice.user)
        channel, alice = elsewhere.create_text_channel("general"), elsewhere.add_member(w.alice.user)
        await at_home(w)
        facts = {one for one in alice.available_commands(channel) if one.startswith("facts")}
        assert facts == {"facts gaps", "facts status"}
