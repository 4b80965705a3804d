"""A small simulated Discord with the bot in it: one server, two channels, a member and a manager."""

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import discord
import simcord

from bot.charts.drawing import Drawer
from bot.discord.knowledge import Knowledge, Opener
from bot.discord.library import Library
from bot.discord.lineup import LineupBot
from bot.discord.operator.curator import Curator
from bot.servers import Servers
from tests.bot.discord.shelf import HeldBuild, knowledge


@dataclass
class World:
    """Handles to everything a test acts with."""

    env: simcord.Env
    bot: LineupBot
    guild: simcord.GuildHandle
    general: simcord.ChannelHandle  # the bot hears it, but is not to speak up
    lineup: simcord.ChannelHandle  # one of LINEUP_CHANNELS
    alice: simcord.MemberActor
    boss: simcord.MemberActor  # may manage the server

    def said(self, channel: simcord.ChannelHandle) -> list[discord.Message]:
        """List what the bot wrote in a channel, oldest first."""
        return [message for message in channel.history() if message.author.id == self.bot.user.id]

    async def mention(self, question: str) -> discord.Message:
        """Let Alice mention the bot with a question, and return its reply."""
        await self.alice.send(self.general, f"<@{self.bot.user.id}> {question}")
        return self.said(self.general)[-1]

    async def restart(self, library: Library | None = None) -> None:
        """Stop the bot and start it anew with the same settings and nothing in its memory."""
        library = library or Library(knowledge(), build=HeldBuild(), opener=lambda _: knowledge())
        old = self.bot
        self.bot = LineupBot(
            library,
            channels=old.channels,
            servers=old.servers,
            curator=old.curator,
            home_servers=old.home_servers,
        )
        await self.env.restart_bot(self.bot)


@asynccontextmanager
async def started(env: simcord.Env) -> AsyncIterator[None]:
    """Run a simulated Discord; a fault that the bot let through fails the test."""
    await env.start()
    try:
        with env.time_context():
            yield
    finally:
        await env.shutdown()
    env.raise_errors()


@asynccontextmanager
async def world(
    known: Knowledge | None = None,
    *,
    opener: Opener = lambda _: knowledge(price="The Twingo costs €19,000."),
    build: HeldBuild | None = None,
    library: Library | None = None,
    servers: Servers | None = None,
    curator: Curator | None = None,
    drawer: Drawer | None = None,
    home_servers: Collection[int] = (),
    message_content: bool = True,
    sync_fails: bool = False,
    **options: Any,
) -> AsyncIterator[World]:
    """Run the bot. A reload opens what `opener` returns."""
    library = library or Library(
        known or knowledge(),
        build=build or HeldBuild(),
        opener=opener,
    )
    bot = LineupBot(
        library,
        servers=servers,
        curator=curator,
        drawer=drawer,
        home_servers=home_servers,
        message_content=message_content,
    )
    env = simcord.Env(bot, shard_count=1, **options)
    if sync_fails:
        env.inject_error("PUT", "/applications/*/commands")
    async with started(env):
        if build is not None:
            build.wait = env.external_wait
        guild = env.create_guild("Garage")
        general, lineup = guild.create_text_channel("general"), guild.create_text_channel("lineup")
        bot.channels.add(lineup.id)
        manager = guild.create_role("manager", permissions=discord.Permissions(manage_guild=True))
        alice = guild.add_member(env.create_user("alice"))
        boss = guild.add_member(env.create_user("boss"), roles=[manager])
        await env.settle()
        yield World(env, bot, guild, general, lineup, alice, boss)


def whispered(result: simcord.InteractionResult) -> list[str]:
    """Return everything a command said, after making sure that nobody else saw it."""
    said = [one for one in (result.response, *result.followups) if one is not None]
    assert all(one.ephemeral for one in said)
    return [one.content for one in said]
