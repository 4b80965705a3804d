"""After something was changed on disk: the reload that takes it over, told to whoever changed it."""

from typing import TYPE_CHECKING

import discord

from bot.discord.library import Outcome
from bot.discord.operator.guarding import spoken
from bot.discord.operator.reloading import ended
from bot.discord.replies import NOBODY

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot


async def reload_after(bot: "LineupBot", interaction: discord.Interaction) -> bool:
    """Reload, after the one that may be under way, and say how it went: whether what was changed is in service.

    The interaction was responded to before.
    """
    who = interaction.user.display_name
    result = await bot.library.reload(by=who)
    while result.outcome is Outcome.BUSY and bot.library.under_way is not None:
        await bot.library.idle()
        result = await bot.library.reload(by=who)
    say = spoken(bot, interaction)
    is_in_service = result.outcome is Outcome.SWAPPED
    first = say("It is in service now.") if is_in_service else ""
    await interaction.followup.send(first, embed=ended(result, say), ephemeral=True, allowed_mentions=NOBODY)
    return is_in_service
