"""Questions from people: in messages, in direct messages, with /ask and by button."""

from collections.abc import Hashable
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord import addressing, limits, notices, replies
from bot.discord.views import Press, view_for
from bot.models import Status

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot

WORTH_INTERRUPTING = (Status.ANSWERED, Status.AMBIGUOUS)  # for these a message not addressed to the bot gets a reply


def conversation_of(place: discord.Message | discord.Interaction, person: discord.abc.User) -> Hashable:
    """Name a conversation: one person in one channel of one server."""
    server = place.guild.id if place.guild is not None else None
    return server, place.channel.id if place.channel is not None else None, person.id


class Questions(commands.Cog):
    """Hears questions and replies. What the reply says is not decided here, only whether and where it is given."""

    def __init__(self, bot: "LineupBot") -> None:
        self.bot = bot

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a message of a person, if it is meant for the bot or asked where the bot listens."""
        me = self.bot.user
        if me is None or not addressing.is_from_person(message):
            return
        asked = addressing.read_address(message, me, self.bot.channels)
        if asked is None:
            return

        async def apologise() -> None:
            if asked.direct:
                await replies.say(message, notices.TROUBLE["en"])

        await replies.guarded(self._answer(message, asked), where="to a message", apologise=apologise)

    async def _answer(self, message: discord.Message, asked: addressing.Asked) -> None:
        who = conversation_of(message, message.author)
        answer = self.bot.library.ask(asked.question[: limits.MESSAGE], who=who)
        if asked.direct or answer.status in WORTH_INTERRUPTING:
            await replies.reply(message, answer, view_for(answer, self._pressed_by(message.author)))

    @app_commands.command(name="ask", description="Ask about the cars in the documents, in your own words")
    @app_commands.describe(question="Your question, in English or French")
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    async def ask(
        self, interaction: discord.Interaction, question: app_commands.Range[str, 1, limits.COMMAND_OPTION]
    ) -> None:
        """Answer a question asked as a command."""
        await self._take(interaction, question, replies.respond)

    def _pressed_by(self, asker: discord.abc.User) -> Press:
        """Say what a button does: the asker's press turns the message into the answer, anybody else gets their own."""

        async def press(interaction: discord.Interaction, question: str) -> None:
            ending = replies.exchange if interaction.user.id == asker.id else replies.whisper
            await self._take(interaction, question, ending)

        return press

    async def _take(self, interaction: discord.Interaction, question: str, ending: replies.Ending) -> None:
        """Answer a command or a pressed button in the way that fits it."""

        async def work() -> None:
            answer = self.bot.library.ask(question, who=conversation_of(interaction, interaction.user))
            await ending(interaction, answer, view_for(answer, self._pressed_by(interaction.user)))

        async def apologise() -> None:
            await replies.whisper_text(interaction, notices.in_language(notices.TROUBLE, interaction.locale.value))

        await replies.guarded(work(), where="to a command", apologise=apologise)
