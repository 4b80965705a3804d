"""/about: everything that is known of one thing, page by page; where several have the name, it asks which."""

from functools import partial
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord import pacing, replies
from bot.discord.buttons import ids
from bot.discord.buttons.more import MoreButton
from bot.discord.buttons.pages import sheet_view
from bot.discord.commands.asking import apologise
from bot.discord.commands.places import everywhere
from bot.discord.rendering.escaping import escape, visible
from bot.discord.rendering.limits import clip
from bot.discord.rendering.sheets import sheet_embed
from bot.discord.texts import Texts, texts_in
from bot.discord.texts.language import language_of
from bot.models.sheet import Named

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot

CHOICES = 4
LONGEST_CHOICE = 100
LONGEST_NAME = 200


class About(commands.Cog):
    """Shows sheets."""

    def __init__(self, bot: "LineupBot") -> None:
        self.bot = bot

    @app_commands.command(name="about", description="Everything that the documents say of one thing")
    @app_commands.describe(thing="Its name")
    @everywhere
    async def about(self, interaction: discord.Interaction, thing: app_commands.Range[str, 1, LONGEST_NAME]) -> None:
        """Show everything on one entity."""
        work = self._show(interaction, thing)
        await replies.guarded(work, where="to /about", apologise=partial(apologise, self.bot, interaction))

    @about.autocomplete("thing")
    async def suggest(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Suggest names that begin so."""
        return name_choices(self.bot, interaction, typed)

    async def _show(self, interaction: discord.Interaction, thing: str) -> None:
        if await pacing.asks_too_often(self.bot, interaction):
            return
        say = texts_in(language_of(interaction, self.bot.settings_of(interaction.guild).language))
        found = meant(self.bot, thing, say.language)
        sheet = self.bot.library.browser.sheet(found[0].id, say.language) if len(found) == 1 else None
        if sheet is None:
            await _ask_back(interaction, thing, found, say)
            return
        pacing.count(self.bot, interaction.guild, interaction.user)
        view = sheet_view(sheet, 0, interaction.user.id)
        await interaction.response.send_message(embed=sheet_embed(sheet), view=view, allowed_mentions=replies.NOBODY)


def name_choices(bot: "LineupBot", interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Return the entities that a typed name may become, for a menu; the value is what finds each again."""
    language = language_of(interaction, bot.settings_of(interaction.guild).language)
    found = bot.library.browser.names(typed, language)
    fitting = [one for one in found if len(one.id) <= LONGEST_CHOICE]
    return [
        app_commands.Choice(name=clip(visible(f"{one.name} · {one.kind}"), LONGEST_CHOICE), value=one.id)
        for one in fitting
    ]


def meant(bot: "LineupBot", thing: str, language: str) -> list[Named]:
    """Return what a typed or chosen name means: one where it is clear, several where it is not, none where unknown."""
    browser = bot.library.browser
    chosen = browser.named(thing, language)
    if chosen is not None:
        return [chosen]
    return browser.called(thing, language) or browser.names(thing, language)


async def _ask_back(interaction: discord.Interaction, thing: str, found: list[Named], say: Texts) -> None:
    """Ask which of several was meant, or say that nothing is known; nobody else need see that."""
    view = discord.ui.View(timeout=None)
    for one in found[:CHOICES]:
        key = ids.more(interaction.user.id, one.id)
        if key is not None:
            view.add_item(MoreButton(key, one.name))
    if not view.children or len(found) == 1:
        await replies.whisper_text(interaction, say("The documents say nothing of “{thing}”.", thing=escape(thing)))
        return
    question = say("Which one do you mean?")
    await interaction.response.send_message(question, view=view, ephemeral=True, allowed_mentions=replies.NOBODY)
