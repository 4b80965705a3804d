"""After something was changed on disk: the reload that takes it over, told to whoever changed it."""

import asyncio
from typing import TYPE_CHECKING

import discord

from bot.discord.library import Outcome
from bot.discord.operator.guarding import spoken
from bot.discord.operator.reloading import REACHABLE, ended, reload_in_turn, tell_later
from bot.discord.replies import NOBODY

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot


async def reload_after(bot: "LineupBot", interaction: discord.Interaction) -> bool:
    """Reload, after the one that may be under way, and say how it went: whether what was changed is in service.

    The interaction was responded to before.
    """
    say, loop = spoken(bot, interaction), asyncio.get_running_loop()
    began = loop.time()
    result = await reload_in_turn(bot.library, interaction.user.display_name)
    is_in_service, embed = result.outcome is Outcome.SWAPPED, ended(result, say)
    if loop.time() - began >= REACHABLE:
        await tell_later(bot, interaction, embed)
        return is_in_service
    first = say("It is in service now.") if is_in_service else ""
    await interaction.followup.send(first, embed=embed, ephemeral=True, allowed_mentions=NOBODY)
    return is_in_service
