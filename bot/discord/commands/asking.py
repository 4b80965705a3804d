"""Questions asked with /ask or by pressing a button."""

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord import pacing, replies
from bot.discord.buttons.acting import asked_by
from bot.discord.buttons.row import row_of
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


async def take(bot: "LineupBot", interaction: discord.Interaction, question: str, ending: replies.Ending) -> None:
    """Answer a command or a pressed button in the way that fits it."""

    async def work() -> None:
        if await pacing.asks_too_often(bot, interaction):
            return
        answer = bot.library.ask(question, who=conversation_of(interaction, interaction.user))
        changed = asked_by(interaction) if ending is replies.exchange else None
        bot.recent.keep(changed or interaction.id, answer)
        bot.note_gaps(interaction.guild, answer, question)
        pacing.count(bot, interaction.guild, interaction.user)
        await ending(interaction, answer, row_of(answer, interaction.user.id))

    async def apologise() -> None:
        await replies.whisper_text(interaction, texts_in(language_of(interaction))(replies.TROUBLE))

    await replies.guarded(work(), where="to a command", apologise=apologise)
