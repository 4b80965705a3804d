"""/facts remove: asks back, takes a document with its review out of the folder, reloads, and can put it back."""

import asyncio
import re
from functools import partial
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import app_commands

from bot.curating.folders import REMOVED, digest_of
from bot.discord.buttons.acting import bot_of
from bot.discord.operator.applying import reload_after
from bot.discord.operator.choosing import key_of, name_of, name_with_key, suggest_documents
from bot.discord.operator.curator import Curator, curator_of
from bot.discord.operator.guarding import for_operator, spoken
from bot.discord.rendering.escaping import escape
from bot.discord.replies import NOBODY
from facts.store.reader import FactStore

if TYPE_CHECKING:
    from pathlib import Path

    from bot.discord.lineup import LineupBot

STYLES = {"yes": discord.ButtonStyle.danger}


def remove_command(bot: "LineupBot") -> "app_commands.Command[Any, ..., None]":
    """Return /facts remove."""

    @app_commands.command(name="remove", description="Take a document out, with its review; you are asked first")
    @app_commands.describe(name="The document")
    async def remove(interaction: discord.Interaction, name: str) -> None:
        await for_operator(bot, interaction, partial(_ask, bot, given=name))

    @remove.autocomplete("name")
    async def offer(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await suggest_documents(bot, interaction, typed)

    return remove


async def _ask(bot: "LineupBot", interaction: discord.Interaction, given: str) -> None:
    curator, say = curator_of(bot), spoken(bot, interaction)
    name, digest, facts = await asyncio.to_thread(_looked_up, curator, bot.library.store_path, given)
    counted = say.many("its {count} fact", "its {count} facts", facts)
    said = say(
        "Remove {name}, {counted} and its review? They are kept in the hidden folder {folder} beside the documents.",
        name=escape(name), counted=counted, folder=REMOVED,
    )  # fmt: skip
    view = discord.ui.View(timeout=None)
    view.add_item(RemoveButton("yes", key_of(name), digest, say("Remove")))
    view.add_item(RemoveButton("no", key_of(name), digest, say("Keep")))
    await interaction.response.send_message(said, view=view, ephemeral=True, allowed_mentions=NOBODY)


def _looked_up(curator: Curator, path: "Path", given: str) -> tuple[str, str, int]:
    """Return name and digest of a document that may be removed, and how many facts it gave; raises RefusedError.

    It is looked for on disk: one that no build can take is in no store, and in the way.
    """
    source = curator.folders.check_removable(name_of(_names(curator), given))
    with FactStore.open(path) as store:
        return source.name, digest_of(source.path.read_bytes()), len(store.facts(source.name, proposed=True))


def _names(curator: Curator) -> list[str]:
    return [source.name for source in curator.folders.sources()]


def _pressed(curator: Curator, key: str) -> str:
    return name_with_key(_names(curator), key)


async def _decide(bot: "LineupBot", interaction: discord.Interaction, verb: str, document: str, digest: str) -> None:
    curator, say = curator_of(bot), spoken(bot, interaction)
    name = await asyncio.to_thread(_pressed, curator, document)
    if verb == "no":
        said = say("{name} stays.", name=escape(name))
        await interaction.response.edit_message(content=said, view=None, allowed_mentions=NOBODY)
        return
    key = await asyncio.to_thread(curator.folders.remove, name, digest)
    said = say("{name} is removed. The documents are read again.", name=escape(name))
    view = discord.ui.View(timeout=None)
    view.add_item(PutBackButton(key, say("Put back")))
    await interaction.response.edit_message(content=said, view=view, allowed_mentions=NOBODY)
    await reload_after(bot, interaction)


async def _put_back(bot: "LineupBot", interaction: discord.Interaction, key: str) -> None:
    names = await asyncio.to_thread(curator_of(bot).folders.put_back, key)
    say = spoken(bot, interaction)
    said = say("{name} is back. The documents are read again.", name=escape(", ".join(names)))
    await interaction.response.edit_message(content=said, view=None, allowed_mentions=NOBODY)
    await reload_after(bot, interaction)


class RemoveButton(
    discord.ui.DynamicItem["discord.ui.Button[discord.ui.View]"],
    template=r"facts:remove:(?P<verb>yes|no):(?P<document>[0-9a-f]{16}):(?P<digest>[0-9a-f]{16})",
):
    """Removes a document as it was when this was asked, or keeps it."""

    def __init__(self, verb: str, document: str, digest: str, label: str = "") -> None:
        self.verb, self.document, self.digest = verb, document, digest
        style = STYLES.get(verb, discord.ButtonStyle.secondary)
        custom_id = f"facts:remove:{verb}:{document}:{digest}"
        super().__init__(discord.ui.Button(label=label or verb, custom_id=custom_id, style=style))

    @classmethod
    async def from_custom_id(
        cls, _pressed: discord.Interaction, _: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Make the button anew that was pressed."""
        return cls(match["verb"], match["document"], match["digest"])

    async def callback(self, interaction: discord.Interaction) -> Any:
        """Remove the document, or keep it."""
        bot = bot_of(interaction)
        act = partial(_decide, bot, verb=self.verb, document=self.document, digest=self.digest)
        await for_operator(bot, interaction, act)


class PutBackButton(
    discord.ui.DynamicItem["discord.ui.Button[discord.ui.View]"],
    template=r"facts:restore:(?P<key>[0-9]{8}T[0-9]{12}-[0-9a-f]{16})",
):
    """Puts back what was removed."""

    def __init__(self, key: str, label: str = "") -> None:
        self.key = key
        super().__init__(discord.ui.Button(label=label or key[:8], custom_id=f"facts:restore:{key}"))

    @classmethod
    async def from_custom_id(
        cls, _pressed: discord.Interaction, _: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Make the button anew that was pressed."""
        return cls(match["key"])

    async def callback(self, interaction: discord.Interaction) -> Any:
        """Put it back and reload."""
        bot = bot_of(interaction)
        await for_operator(bot, interaction, partial(_put_back, bot, key=self.key))
