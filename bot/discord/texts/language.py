"""Which language a person is spoken to in where no question tells: theirs, else their server's choice, else its own."""

import discord

from bot.discord.texts.texts import ENGLISH, LANGUAGES


def language_of(interaction: discord.Interaction, chosen: str | None = None) -> str:
    """Return the language for a command or a button; `chosen` is what the server's admins set, if anything."""
    theirs = interaction.locale.value
    if theirs[:2] in LANGUAGES:
        return theirs[:2]
    return language_of_server(interaction.guild, chosen)


def language_of_server(server: discord.Guild | None, chosen: str | None = None) -> str:
    """Return the language for what nobody in particular is told."""
    preferred = server.preferred_locale.value if server is not None else ENGLISH
    return next((tag[:2] for tag in (chosen, preferred) if tag and tag[:2] in LANGUAGES), ENGLISH)
