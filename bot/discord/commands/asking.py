"""/ask, the menu entry *Ask Lineup*, and what a pressed button asks: all are answered in the same way."""

from functools import partial
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord import pacing, replies
from bot.discord.buttons.acting import asked_by
from bot.discord.buttons.row import row_of
from bot.discord.commands.places import everywhere
from bot.discord.conversations import conversation_of
from bot.discord.rendering import limits
from bot.discord.rendering.escaping import visible
from bot.discord.texts import texts_in
from bot.discord.texts.language import language_of

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot

MENU = "Ask Lineup"


class Asking(commands.Cog):
    """Answers commands as messages are answered."""

    def __init__(self, bot: "LineupBot") -> None:
        self.bot = bot

    @app_commands.command(name="ask", description="Ask about what is in the documents, in your own words")
    @app_commands.describe(question="Your question, in English or French", private="Whether only you see the answer")
    @everywhere
    async def ask(
        self,
        interaction: discord.Interaction,
        question: app_commands.Range[str, 1, limits.COMMAND_OPTION],
        private: bool = False,  # noqa: FBT001, FBT002  # an option of a command
    ) -> None:
        """Answer a question asked as a command."""
        await take(self.bot, interaction, question, replies.whisper if private else replies.respond)

    @ask.autocomplete("question")
    async def suggest(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Suggest questions that have an answer; anything else can be asked as well."""
        language = language_of(interaction, self.bot.settings_of(interaction.guild).language)
        found = self.bot.library.browser.questions(typed, language)
        return [app_commands.Choice(name=visible(one), value=one) for one in found]


def menu_command(bot: "LineupBot") -> "app_commands.ContextMenu":
    """Return the entry in the menu of a message: what somebody wrote is asked, and only who asks sees the answer."""

    async def ask(interaction: discord.Interaction, message: discord.Message) -> None:
        await take(bot, interaction, bot.question_of(message)[: limits.MESSAGE], replies.whisper)

    menu: app_commands.ContextMenu = app_commands.ContextMenu(name=MENU, callback=ask)
    return everywhere(menu)


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

    await replies.guarded(work(), where="to a command", apologise=partial(apologise, bot, interaction))


async def apologise(bot: "LineupBot", interaction: discord.Interaction) -> None:
    """Own up to a fault, to whoever met it."""
    language = language_of(interaction, bot.settings_of(interaction.guild).language)
    await replies.whisper_text(interaction, texts_in(language)(replies.TROUBLE))
