"""Keeps what servers chose in step with the servers there are, and writes now and then what was counted."""

import logging
from collections.abc import Awaitable
from typing import TYPE_CHECKING

import discord
from discord.ext import commands, tasks

from bot.servers.errors import ServersError, UnreachableError

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot

log = logging.getLogger(__name__)

MINUTE = 60.0  # seconds between two writes of what was counted


class Keeping(commands.Cog):
    """Forgets servers that removed the bot, also while it was away."""

    def __init__(self, bot: "LineupBot") -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Begin to write now and then."""
        self.write.start()

    async def cog_unload(self) -> None:
        """Stop writing."""
        self.write.cancel()

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Forget a server that removed the bot. One that is only unavailable is not told of here."""
        await _logged(self.bot.servers.forget(guild.id))

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Forget the servers, of those that this process is told of, that removed the bot while it was away."""
        await _logged(self.bot.servers.keep_only({guild.id for guild in self.bot.guilds}))

    @tasks.loop(seconds=MINUTE)
    async def write(self) -> None:
        """Write what was counted."""
        await _logged(self.bot.servers.flush())


async def _logged(work: Awaitable[None]) -> None:
    """Tell the log where the file cannot be used: nobody waits for an answer here, and the bot goes on."""
    try:
        await work
    except UnreachableError:
        return  # `noticing` has told that the database is away, and counts wait here
    except ServersError as fault:
        log.warning("%s", fault)
