"""Questions in messages. What the reply says is not decided here, only whether and where it is given."""

from typing import TYPE_CHECKING

import discord
from discord.ext import commands

from bot.discord import replies
from bot.discord.buttons.views import view_for
from bot.discord.commands.asking import pressed_by
from bot.discord.conversations import conversation_of
from bot.discord.messages import addressing
from bot.discord.rendering import limits
from bot.discord.texts import texts_in
from bot.discord.texts.language import language_of_server
from bot.models import Status

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot

WORTH_INTERRUPTING = (Status.ANSWERED, Status.AMBIGUOUS)  # for these a message not addressed to the bot gets a reply


class Listening(commands.Cog):
    """Hears messages and replies to those that ask something of the bot."""

    def __init__(self, bot: "LineupBot") -> None:
        self.bot = bot

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a message of a person, if it is meant for the bot or asked where the bot listens."""
        me = self.bot.user
        if me is None or not addressing.is_from_person(message):
            return
        asked = addressing.read_address(message, me, self.bot.channels_of(message.guild))
        if asked is None:
            return

        async def apologise() -> None:
            if asked.direct:
                language = language_of_server(message.guild, self.bot.settings_of(message.guild).language)
                await replies.say(message, texts_in(language)(replies.TROUBLE))

        await replies.guarded(self._answer(message, asked), where="to a message", apologise=apologise)

    async def _answer(self, message: discord.Message, asked: addressing.Asked) -> None:
        who = conversation_of(message, message.author)
        answer = self.bot.library.ask(asked.question[: limits.MESSAGE], who=who)
        if asked.direct or answer.status in WORTH_INTERRUPTING:
            await replies.reply(message, answer, view_for(answer, pressed_by(self.bot, message.author)))
