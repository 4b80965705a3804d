"""Questions asked with /ask or by pressing a button."""

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord import pacing, replies
from bot.discord.buttons.views import Press, view_for
from bot.discord.conversations import conversation_of
from bot.discord.rendering import limits
from bot.discord.texts import texts_in
from bot.discord.texts.language import language_of

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot


class Asking(commands.Cog):
    """Answers commands as messages are answered."""

    def __init__(self, bot: "LineupBot") -> None:
        self.bot = bot

    @app_commands.command(name="ask", description="Ask about what is in the documents, in your own words")
    @app_commands.describe(question="Your question, in English or French")
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    async def ask(
        self, interaction: discord.Interaction, question: app_commands.Range[str, 1, limits.COMMAND_OPTION]
    ) -> None:
        """Answer a question asked as a command."""
        await take(self.bot, interaction, question, replies.respond)


def pressed_by(bot: "LineupBot", asker: discord.abc.User) -> Press:
    """Say what a button does: the asker's press turns the message into the answer, anybody else gets their own."""

    async def press(interaction: discord.Interaction, question: str) -> None:
        ending = replies.exchange if interaction.user.id == asker.id else replies.whisper
        await take(bot, interaction, question, ending)

    return press


async def take(bot: "LineupBot", interaction: discord.Interaction, question: str, ending: replies.Ending) -> None:
    """Answer a command or a pressed button in the way that fits it."""

    async def work() -> None:
        if await pacing.asks_too_often(bot, interaction):
            return
        answer = bot.library.ask(question, who=conversation_of(interaction, interaction.user))
        pacing.count(bot, interaction.guild, interaction.user)
        await ending(interaction, answer, view_for(answer, pressed_by(bot, interaction.user)))

    async def apologise() -> None:
        await replies.whisper_text(interaction, texts_in(language_of(interaction))(replies.TROUBLE))

    await replies.guarded(work(), where="to a command", apologise=apologise)
