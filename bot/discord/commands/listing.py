"""/lineup: all that the documents are about, page by page, by brand; with a chart of one attribute, or of dates."""

import io
from functools import partial
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.charts.picture import picture_of
from bot.charts.points import alt_text, panels_of
from bot.discord import pacing, replies
from bot.discord.buttons.pages import listing_view
from bot.discord.commands.asking import apologise
from bot.discord.rendering import limits
from bot.discord.rendering.escaping import visible
from bot.discord.rendering.listings import PAGE, listing_embed
from bot.discord.texts import Texts, texts_in
from bot.discord.texts.language import language_of
from bot.models.sheet import Grid
from facts.models import ValueKind

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot

BRAND = "brand"
LONGEST = 100
CHOICES = 25
CHARTED = 12  # things in one picture
DRAWN = (ValueKind.MONEY, ValueKind.QUANTITY)
FILE = "chart.png"


class Lineup(commands.Cog):
    """Lists everything, and draws an attribute of it."""

    def __init__(self, bot: "LineupBot") -> None:
        self.bot = bot

    @app_commands.command(name="lineup", description="All that the documents are about, with a chart if you like")
    @app_commands.describe(brand="Only of this brand", chart="What to draw")
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    async def lineup(
        self,
        interaction: discord.Interaction,
        brand: app_commands.Range[str, 1, LONGEST] | None,
        chart: app_commands.Range[str, 1, LONGEST] | None,
    ) -> None:
        """List what there is."""
        work = self._list(interaction, brand, chart)
        await replies.guarded(work, where="to /lineup", apologise=partial(apologise, self.bot, interaction))

    @lineup.autocomplete("brand")
    async def suggest_brand(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Suggest brands that begin so."""
        found = self.bot.library.browser.names(typed, self._language(interaction), (BRAND,)) if typed else []
        return [app_commands.Choice(name=visible(one.name)[:LONGEST], value=one.id[:LONGEST]) for one in found]

    @lineup.autocomplete("chart")
    async def suggest_chart(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Suggest attributes that can be drawn."""
        labels = self._drawable(self._language(interaction))
        fitting = [one for one in labels.items() if typed.casefold() in one[1].casefold()]
        return [app_commands.Choice(name=label[:LONGEST], value=key) for key, label in fitting[:CHOICES]]

    def _language(self, interaction: discord.Interaction) -> str:
        return language_of(interaction, self.bot.settings_of(interaction.guild).language)

    def _drawable(self, language: str) -> dict[str, str]:
        known = self.bot.library.lexicon.attributes
        return {key: self.bot.library.label(language, key) for key, one in known.items() if one.value in DRAWN}

    async def _list(self, interaction: discord.Interaction, brand: str | None, chart: str | None) -> None:
        if await pacing.asks_too_often(self.bot, interaction):
            return
        browser, say = self.bot.library.browser, texts_in(self._language(interaction))
        of_brand = self._brand(brand, say) if brand is not None else None
        listings, more = browser.listings(of_brand, say.language, 0, PAGE)
        if not listings or (brand is not None and of_brand is None):
            await replies.whisper_text(interaction, say("The documents name nothing of that kind."))
            return
        pacing.count(self.bot, interaction.guild, interaction.user)
        named = browser.named(of_brand, say.language) if of_brand is not None else None
        embed = listing_embed(listings, named.name if named is not None else "Lineup", say)
        view = listing_view(of_brand, 0, interaction.user.id, say, more=more)
        grid = self._grid(of_brand, chart, say) if chart is not None else None
        panels = panels_of(grid) if grid is not None else ()
        if grid is None or not panels or not self.bot.drawer.can_draw:
            await interaction.response.send_message(embed=embed, view=view, allowed_mentions=replies.NOBODY)
            return
        await interaction.response.defer()
        picture = await self.bot.drawer.draw(picture_of(panels, say("dashed: expected")))
        if picture is None:
            await interaction.followup.send(embed=embed, view=view, allowed_mentions=replies.NOBODY)
            return
        described = limits.clip(visible(alt_text(panels)), 1_024)
        embed.set_image(url=f"attachment://{FILE}")
        file = discord.File(io.BytesIO(picture), FILE, description=described)
        await interaction.followup.send(embed=embed, file=file, view=view, allowed_mentions=replies.NOBODY)

    def _brand(self, typed: str, say: Texts) -> str | None:
        """Return the id of a brand that was chosen or typed, or None where there is none of that name."""
        browser = self.bot.library.browser
        chosen = browser.named(typed, say.language)
        found = [chosen] if chosen is not None else browser.called(typed, say.language)
        return found[0].id if found else None

    def _grid(self, brand: str | None, chart: str, say: Texts) -> Grid | None:
        """Return one attribute of the first of them, side by side."""
        labels = self._drawable(say.language)
        key = (
            chart
            if chart in labels
            else next((k for k, one in labels.items() if one.casefold() == chart.casefold()), "")
        )
        listings, _ = self.bot.library.browser.listings(brand, say.language, 0, CHARTED)
        grid = self.bot.library.browser.grid([one.subject.id for one in listings], say.language)
        rows = tuple(row for row in grid.rows if row.attribute == key)
        return Grid(grid.subjects, grid.language, rows) if rows else None
