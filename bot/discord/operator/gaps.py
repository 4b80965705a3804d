"""/facts gaps: what was asked in this server and not known, so that somebody can look for a document that says it."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.discord.operator.guarding import for_admin, spoken
from bot.discord.rendering import limits
from bot.discord.rendering.escaping import escape
from bot.discord.replies import NOBODY, whisper_text
from bot.discord.texts import Texts
from bot.servers import Asked

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot

SHOWN = 20
SHOWN_WORDS = 3
LONGEST_WORDS = 120


def gaps_command(bot: "LineupBot") -> "app_commands.Command[Any, ..., None]":
    """Return /facts gaps."""

    @app_commands.command(name="gaps", description="What was asked in this server and not known")
    async def gaps(interaction: discord.Interaction) -> None:
        await for_admin(bot, interaction, partial(_gaps, bot))

    return gaps


async def _gaps(bot: "LineupBot", interaction: discord.Interaction) -> None:
    say = spoken(bot, interaction)
    if interaction.guild_id is None or not interaction.permissions.manage_guild:
        await whisper_text(interaction, say("What was asked in a server can only be seen there, by its admins."))
        return
    asked = await bot.servers.gaps(interaction.guild_id, SHOWN)
    if not asked:
        await whisper_text(interaction, say("Nothing was asked here that I did not know."))
        return
    labels = partial(bot.library.label, say.language)
    lines = [line for one in asked for line in _lines(one, labels(one.attribute), say)]
    embed = discord.Embed(
        title=say("Asked here and not known"), description=limits.clip("\n".join(lines), limits.DESCRIPTION)
    )
    await interaction.response.send_message(embed=embed, ephemeral=True, allowed_mentions=NOBODY)


def _lines(asked: Asked, label: str, say: Texts) -> Iterator[str]:
    times = say.many("{count} time", "{count} times", asked.count)
    yield f"**{escape(asked.entity)}** · {escape(label)} · {times}"
    for words in asked.words[:SHOWN_WORDS]:
        yield f"-# {escape(limits.clip(words, LONGEST_WORDS))}"
