"""Sends a table with its picture, or alone where none can be drawn. Drawing takes long: Discord is told to wait."""

import asyncio
import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord

from bot.charts.layers import Spec
from bot.discord import replies
from bot.discord.rendering.charts import described

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot

FILE = "chart.png"
INSIDE = f"attachment://{FILE}"  # as the picture of an embed


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that is still to be drawn, and its numbers in words."""

    describe: Callable[[], Spec]  # places names, which takes a while: not for the event loop
    numbers: str


async def send(
    bot: "LineupBot",
    interaction: discord.Interaction,
    embed: discord.Embed,
    view: discord.ui.View,
    picture: Picture | None,
) -> None:
    """Send a table, with its picture where there is one and it can be drawn."""
    if picture is None or not bot.drawer.can_draw:
        await interaction.response.send_message(embed=embed, view=view, allowed_mentions=replies.NOBODY)
        return
    await interaction.response.defer()
    drawn = await bot.drawer.draw(await asyncio.to_thread(picture.describe))
    if drawn is None:
        await interaction.followup.send(embed=embed, view=view, allowed_mentions=replies.NOBODY)
        return
    embed.set_image(url=INSIDE)
    file = discord.File(io.BytesIO(drawn), FILE, description=described(picture.numbers))
    await interaction.followup.send(embed=embed, file=file, view=view, allowed_mentions=replies.NOBODY)
