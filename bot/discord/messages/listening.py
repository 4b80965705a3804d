"""Questions in messages. What the reply says is not decided here, only that it is given or owned up to."""

from typing import TYPE_CHECKING

import discord
from discord.ext import commands

from bot.discord import replies
from bot.discord.messages.answering import apologise_for, reply_to, worth_of
from bot.discord.messages.manners import is_addressed

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot


class Listening(commands.Cog):
    """Hears messages and replies to those that ask something of the bot."""

    def __init__(self, bot: "LineupBot") -> None:
        self.bot = bot

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a message of a person, if it is meant for the bot or asked where the bot listens."""
        worth = worth_of(self.bot, message)
        if not worth:
            return

        async def work() -> None:
            async with self.bot.remembered.work_on(message.id):
                await reply_to(self.bot, message, worth)

        async def apologise() -> None:
            if is_addressed(worth):
                await apologise_for(self.bot, message)

        await replies.guarded(work(), where="to a message", apologise=apologise)
