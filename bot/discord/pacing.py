"""How often a person is replied to, wherever they ask; the server's admins choose. Commands are told, messages are not.

Whoever is about to reply asks first, counts the reply and sends it; one that could not be sent is given back.
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


def count(bot: "LineupBot", server: discord.Guild | None, person: discord.abc.User) -> float:
    """Count a reply that is about to be sent to a person, and return its moment."""
    return bot.cooldown.spend(_who(server, person))


def give_back(bot: "LineupBot", server: discord.Guild | None, person: discord.abc.User, moment: float) -> None:
    """Count the reply of that moment no longer: it was not sent."""
    bot.cooldown.give_back(_who(server, person), moment)


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
