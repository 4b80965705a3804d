"""How often a person is replied to, wherever they ask; the server's admins choose. Commands are told, messages are not.

Whoever sends a reply asks first and counts it afterwards: a reply that could not be sent costs nothing.
"""

from math import ceil
from typing import TYPE_CHECKING

import discord

from bot.discord import replies
from bot.discord.texts import texts_in
from bot.discord.texts.language import language_of

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot


def pause(bot: "LineupBot", server: discord.Guild | None, person: discord.abc.User) -> float:
    """Return the seconds until a person may be replied to again; 0 where that is now."""
    settings = bot.settings_of(server)
    return bot.cooldown.pause(_who(server, person), settings.replies, settings.seconds)


def count(bot: "LineupBot", server: discord.Guild | None, person: discord.abc.User) -> None:
    """Count a reply that was sent to a person."""
    bot.cooldown.spend(_who(server, person))


async def asks_too_often(bot: "LineupBot", interaction: discord.Interaction) -> bool:
    """Whether a command or a pressed button comes too soon after others; the person, and nobody else, is told so."""
    left = pause(bot, interaction.guild, interaction.user)
    if not left:
        return False
    say = texts_in(language_of(interaction, bot.settings_of(interaction.guild).language))
    notice = say.many(
        "That was quick. Ask again in {count} second.", "That was quick. Ask again in {count} seconds.", ceil(left)
    )
    await replies.whisper_text(interaction, notice)
    return True


def _who(server: discord.Guild | None, person: discord.abc.User) -> tuple[int | None, int]:
    return (server.id if server is not None else None), person.id
