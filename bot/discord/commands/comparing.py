"""/compare: two to four things side by side, with a chart where amounts can be compared."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.charts.picture import picture_of
from bot.charts.points import alt_text, panels_of
from bot.discord import pacing, replies
from bot.discord.buttons import ids
from bot.discord.buttons.dismissing import DismissButton
from bot.discord.buttons.row import view_of
from bot.discord.commands import picturing
from bot.discord.commands.about import LONGEST_NAME, meant, name_choices
from bot.discord.commands.asking import apologise
from bot.discord.commands.picturing import Picture
from bot.discord.commands.places import everywhere
from bot.discord.rendering.charts import caption_of
from bot.discord.rendering.escaping import escape
from bot.discord.rendering.tables import grid_embed
from bot.discord.texts import Texts, texts_in
from bot.discord.texts.language import language_of
from bot.models.sheet import Grid, Named

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot

FEWEST = 2
CANDIDATES = 4

Name = app_commands.Range[str, 1, LONGEST_NAME]


class Comparing(commands.Cog):
    """Shows things side by side."""

    def __init__(self, bot: "LineupBot") -> None:
        self.bot = bot

    @app_commands.command(name="compare", description="Two to four things side by side, with a chart")
    @app_commands.describe(first="One", second="Another", third="A third", fourth="A fourth")
    @everywhere
    async def compare(
        self, interaction: discord.Interaction, first: Name, second: Name, third: Name | None, fourth: Name | None
    ) -> None:
        """Compare what is known of each."""
        typed = [one for one in (first, second, third, fourth) if one is not None]
        work = self._compare(interaction, typed)
        await replies.guarded(work, where="to /compare", apologise=partial(apologise, self.bot, interaction))

    @compare.autocomplete("first")
    @compare.autocomplete("second")
    @compare.autocomplete("third")
    @compare.autocomplete("fourth")
    async def suggest(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Suggest names that begin so."""
        return name_choices(self.bot, interaction, typed)

    async def _compare(self, interaction: discord.Interaction, typed: Sequence[str]) -> None:
        if await pacing.asks_too_often(self.bot, interaction):
            return
        say = texts_in(language_of(interaction, self.bot.settings_of(interaction.guild).language))
        found = [meant(self.bot, one, say.language) for one in typed]
        problem = _problem(typed, found, say)
        if problem is not None:
            await replies.whisper_text(interaction, problem)
            return
        chosen = list(dict.fromkeys(one[0].id for one in found))
        grid = self.bot.library.browser.grid(chosen, say.language)
        pacing.count(self.bot, interaction.guild, interaction.user)
        await self._show(interaction, grid, say)

    async def _show(self, interaction: discord.Interaction, grid: Grid, say: Texts) -> None:
        embed = grid_embed(grid)
        view = view_of([DismissButton(ids.dismiss(interaction.user.id), say("Dismiss"))])
        await picturing.send(self.bot, interaction, embed, view, _picture(grid, say))


def _problem(typed: Sequence[str], found: Sequence[list[Named]], say: Texts) -> str | None:
    """Say what stands in the way of a comparison: a name that is not known, or that several have, or twice the same."""
    for name, those in zip(typed, found, strict=True):
        if not those:
            return say("The documents say nothing of “{thing}”.", thing=escape(name))
        if len(those) > 1:
            names = ", ".join(escape(one.name) for one in those[:CANDIDATES])
            return say("“{thing}” may be several things: {names}. Say which.", thing=escape(name), names=names)
    if len({one[0].id for one in found}) < FEWEST:
        return say("That is one and the same; name another to compare it with.")
    return None


def _picture(grid: Grid, say: Texts) -> Picture | None:
    """Return the picture of what can be compared, if anything can."""
    panels = panels_of(grid)
    points = [point for panel in panels for point in panel.points]
    if not points:
        return None
    caption = caption_of([one.source for one in points], say, is_sure=all(one.is_sure for one in points))
    return Picture(lambda: picture_of(panels, caption), alt_text(panels))
