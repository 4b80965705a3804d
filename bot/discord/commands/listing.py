"""/lineup: all that the documents are about, page by page, by brand; with a chart of one attribute or of two.

Amounts are drawn as bars, dates as a timeline, one attribute against another as a scatter plot.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.charts.picture import plotted
from bot.charts.plots import Plot, numbers_of, plot_of
from bot.discord import pacing, replies
from bot.discord.buttons.pages import listing_view
from bot.discord.commands import picturing
from bot.discord.commands.asking import apologise
from bot.discord.commands.picturing import Picture
from bot.discord.rendering.charts import axis_title, caption_of, left_out
from bot.discord.rendering.escaping import escape, visible
from bot.discord.rendering.listings import PAGE, listing_embed, title_of
from bot.discord.texts import Texts, texts_in
from bot.discord.texts.language import language_of
from bot.models.measure import DRAWN
from bot.wording.languages import catalogue_of
from facts.terms import fold

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot

LONGEST = 100
CHOICES = 25
LOOKED_AT = 40  # things with these attributes, of which those are drawn that are measured alike
LOCALES = {"en": "en-US", "fr": "fr-FR"}  # of numbers and dates along an axis

Typed = app_commands.Range[str, 1, LONGEST]
Choices = list[app_commands.Choice[str]]


class Lineup(commands.Cog):
    """Lists everything, and draws attributes of it."""

    def __init__(self, bot: "LineupBot") -> None:
        self.bot = bot

    @app_commands.command(name="lineup", description="All that the documents are about, with a chart if you like")
    @app_commands.describe(
        brand="Only of this brand",
        attribute="What to list and draw: amounts as bars, dates as a timeline",
        against="Another attribute, to draw the first against",
    )
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    async def lineup(
        self, interaction: discord.Interaction, brand: Typed | None, attribute: Typed | None, against: Typed | None
    ) -> None:
        """List what there is."""
        typed = [one for one in (attribute, against) if one is not None]
        work = self._list(interaction, brand, typed)
        await replies.guarded(work, where="to /lineup", apologise=partial(apologise, self.bot, interaction))

    @lineup.autocomplete("brand")
    async def suggest_brand(self, interaction: discord.Interaction, typed: str) -> Choices:
        """Suggest brands that have models."""
        found = self.bot.library.browser.brands(typed, self._language(interaction))
        return [app_commands.Choice(name=visible(one.name)[:LONGEST], value=one.id[:LONGEST]) for one in found]

    @lineup.autocomplete("attribute")
    async def suggest_attribute(self, interaction: discord.Interaction, typed: str) -> Choices:
        """Suggest attributes of which something can be drawn."""
        return self._drawable(interaction, typed, None)

    @lineup.autocomplete("against")
    async def suggest_against(self, interaction: discord.Interaction, typed: str) -> Choices:
        """Suggest attributes that the chosen one can be drawn against."""
        chosen = getattr(interaction.namespace, "attribute", None)
        return self._drawable(interaction, typed, self.bot.library.browser.attribute(chosen) if chosen else None)

    def _language(self, interaction: discord.Interaction) -> str:
        return language_of(interaction, self.bot.settings_of(interaction.guild).language)

    def _drawable(self, interaction: discord.Interaction, typed: str, beside: str | None) -> Choices:
        browser, language = self.bot.library.browser, self._language(interaction)
        brand = getattr(interaction.namespace, "brand", None)
        labels = browser.attributes(self._brand(brand, language) if brand else None, language, beside)
        meant, begun = browser.attribute(typed) if typed else None, fold(typed)
        fitting = [(key, label) for key, label in labels.items() if key == meant or begun in fold(label)]
        return [app_commands.Choice(name=visible(label)[:LONGEST], value=key) for key, label in fitting[:CHOICES]]

    async def _list(self, interaction: discord.Interaction, brand: str | None, typed: Sequence[str]) -> None:
        if await pacing.asks_too_often(self.bot, interaction):
            return
        browser, say = self.bot.library.browser, texts_in(self._language(interaction))
        of_brand = self._brand(brand, say.language) if brand is not None else None
        attributes = list(dict.fromkeys(filter(None, map(browser.attribute, typed))))
        found, more = browser.listings(of_brand, say.language, 0, PAGE, attributes)
        problem = next(self._problems(brand, of_brand, typed, say), None)
        if problem is not None or not found:
            await replies.whisper_text(interaction, problem or say("The documents name nothing of that kind."))
            return
        pacing.count(self.bot, interaction.guild, interaction.user)
        picture, note = self._picture(of_brand, attributes, say) if attributes else (None, "")
        named = browser.named(of_brand, say.language) if of_brand is not None else None
        title = title_of(named, [self.bot.library.label(say.language, one) for one in attributes])
        embed = listing_embed(found, title, say, note)
        view = listing_view(of_brand, 0, interaction.user.id, say, more=more, attributes=attributes)
        await picturing.send(self.bot, interaction, embed, view, picture)

    def _problems(self, brand: str | None, of_brand: str | None, typed: Sequence[str], say: Texts) -> Iterator[str]:
        """Yield what was typed and is not known."""
        if brand is not None and of_brand is None:
            yield say("The documents name nothing of that kind.")
        for one in typed:
            if self.bot.library.browser.attribute(one) is None:
                yield say("“{name}” is nothing that I can list or draw; pick one of the suggestions.", name=escape(one))

    def _brand(self, typed: str, language: str) -> str | None:
        """Return the id of a brand that was chosen or typed, or None where there is none of that name."""
        browser = self.bot.library.browser
        chosen = browser.named(typed, language)
        found = [chosen] if chosen is not None else browser.called(typed, language)
        return found[0].id if found else None

    def _picture(self, brand: str | None, attributes: Sequence[str], say: Texts) -> tuple[Picture | None, str]:
        """Return the picture of the attributes, if there is one, and what to say of it."""
        kinds = {self.bot.library.lexicon.attributes[one].value for one in attributes}
        if not self.bot.drawer.can_draw or not kinds <= set(DRAWN):
            return None, ""
        found, more = self.bot.library.browser.listings(brand, say.language, 0, LOOKED_AT, attributes)
        plot = plot_of(found, attributes)
        note = left_out(plot, say, has_more=more)
        return (_picture_of(plot, say) if plot is not None else None), note


def _picture_of(plot: Plot, say: Texts) -> Picture:
    extents = [extent for mark in plot.marks for extent in mark.extents]
    caption = caption_of([one.source for one in extents], say, is_sure=all(one.is_sure for one in extents))
    titles = [axis_title(axis, say) for axis in plot.axes]
    locale = LOCALES[catalogue_of(say.language).language]
    return Picture(lambda: plotted(plot, titles, caption, locale), numbers_of(plot))
