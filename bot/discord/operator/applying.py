"""After something was changed on disk: the reload that takes it over, told to whoever changed it."""

from typing import TYPE_CHECKING

import discord

from bot.discord import replies
from bot.discord.library import Outcome
from bot.discord.operator.guarding import fenced, spoken

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot


async def reload_after(bot: "LineupBot", interaction: discord.Interaction) -> bool:
    """Reload, after the one that may be under way, and say how it went: whether what was changed is in service.

    The interaction was responded to before.
    """
    say = spoken(bot, interaction)
    result = await bot.library.reload()
    while result.outcome is Outcome.BUSY:
        await bot.library.idle()
        result = await bot.library.reload()
    if result.outcome is Outcome.SWAPPED:
        await replies.whisper_text(interaction, say("It is in service now."))
        return True
    first = say("The reload failed; the old facts go on answering.")
    await replies.whisper_text(interaction, f"{first}\n{fenced(result.said)}")
    return False
