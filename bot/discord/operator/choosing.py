"""Which document is meant: offered while its name is typed, known by a short key in buttons."""

import asyncio
from collections.abc import Iterable
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.curating.errors import Reason, RefusedError
from bot.curating.folders import digest_of
from bot.discord.permissions import is_operator
from bot.discord.rendering.escaping import visible
from facts.terms import fold

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot

MOST_CHOICES = 25  # Discord takes no more
LONGEST_CHOICE = 100  # characters of a choice, likewise
KEY = "#"  # before the key of a document whose name is longer than that


def key_of(name: str) -> str:
    """Return what a document is known by where its name might not fit."""
    return digest_of(name.encode())


def name_of(names: Iterable[str], given: str) -> str:
    """Return the document that is meant: by its name, its key or the end of its path; raises RefusedError."""
    every = list(names)
    if given in every:
        return given
    keyed = [name for name in every if KEY + key_of(name) == given]
    near = keyed or [name for name in every if name.rpartition("/")[2] == given]
    if len(near) != 1:
        raise RefusedError(Reason.UNKNOWN, name=given[:LONGEST_CHOICE])
    return near[0]


def name_with_key(names: Iterable[str], key: str) -> str:
    """Return the document with a key; raises RefusedError."""
    found = next((name for name in names if key_of(name) == key), None)
    if found is None:
        raise RefusedError(Reason.VANISHED)
    return found


async def pressed_document(bot: "LineupBot", key: str) -> str:
    """Return the document that a button is about; raises RefusedError."""
    return await asyncio.to_thread(name_with_key, bot.library.document_names(), key)


async def suggest_documents(
    bot: "LineupBot", interaction: discord.Interaction, typed: str
) -> list[app_commands.Choice[str]]:
    """Offer documents whose names hold what was typed, those that begin with it first; nothing to others."""
    if not await is_operator(interaction, bot.home_servers):  # type: ignore[arg-type]  # discord types the client loosely
        return []
    found = await asyncio.to_thread(matching, bot.library.document_names(), typed)
    return [choice_of(name) for name in found]


def matching(names: Iterable[str], typed: str) -> list[str]:
    """List the names that hold what was typed, as many as can be offered."""
    wanted = fold(typed)
    holding = [name for name in names if wanted in fold(name)]
    return sorted(holding, key=lambda name: (not fold(name).startswith(wanted), name))[:MOST_CHOICES]


def choice_of(name: str) -> app_commands.Choice[str]:
    """Return a choice for a document; of a long name its end is shown, and its key is sent."""
    shown = visible(name) or key_of(name)
    if len(name) <= LONGEST_CHOICE:
        return app_commands.Choice(name=shown, value=name)
    return app_commands.Choice(name="…" + shown[-(LONGEST_CHOICE - 1) :], value=KEY + key_of(name))
