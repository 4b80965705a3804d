"""The two buttons below the preview of a document: one stores it, one leaves nothing. They outlive the bot."""

import asyncio
import re
from functools import partial
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.curating.folders import Before
from bot.curating.staging import Staged
from bot.discord.buttons.acting import bot_of
from bot.discord.operator.applying import reload_after
from bot.discord.operator.curator import Curator, curator_of
from bot.discord.operator.guarding import for_operator, spoken
from bot.discord.rendering.escaping import escape
from bot.discord.replies import NOBODY
from bot.discord.texts import Texts

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot

STYLES = {"approve": discord.ButtonStyle.success, "discard": discord.ButtonStyle.secondary}


def buttons_of(key: str, say: Texts) -> discord.ui.View:
    """Return what can be decided on a waiting document."""
    view = discord.ui.View(timeout=None)
    view.add_item(StagedButton("approve", key, say("Approve")))
    view.add_item(StagedButton("discard", key, say("Discard")))
    return view


async def _approve(bot: "LineupBot", interaction: discord.Interaction, key: str) -> None:
    curator, say = curator_of(bot), spoken(bot, interaction)
    staged, before = await asyncio.to_thread(_store, curator, key)
    said = say("{name} is stored. The documents are read again.", name=escape(staged.name))
    await interaction.response.edit_message(content=said, view=None, allowed_mentions=NOBODY)
    if await reload_after(bot, interaction):
        await asyncio.to_thread(curator.staging.discard, staged)
        return
    await asyncio.to_thread(_take_back, curator, staged, before)
    said = say("{name} was taken out again, and waits for another decision of yours.", name=escape(staged.name))
    await interaction.edit_original_response(content=said, view=buttons_of(key, say), allowed_mentions=NOBODY)


async def _discard(bot: "LineupBot", interaction: discord.Interaction, key: str) -> None:
    staged = await asyncio.to_thread(_drop, curator_of(bot), key)
    said = spoken(bot, interaction)("{name} was discarded; nothing has changed.", name=escape(staged.name))
    await interaction.response.edit_message(content=said, embed=None, view=None, allowed_mentions=NOBODY)


def _store(curator: Curator, key: str) -> tuple[Staged, Before]:
    """Put a waiting document where it belongs, once, and return what was there; raises RefusedError.

    It waits again where the disk fails.
    """
    staged = curator.staging.take(key)
    try:
        before = curator.folders.put(staged.target, staged.content(), staged.replaces)
    except OSError:
        curator.staging.give_back(staged)
        raise
    return staged, before


def _take_back(curator: Curator, staged: Staged, before: Before) -> None:
    """Undo what `_store` did: a document that no build can take would be in the way of every other."""
    curator.folders.take_back(staged.target, staged.content(), before)
    curator.staging.give_back(staged)


def _drop(curator: Curator, key: str) -> Staged:
    staged = curator.staging.take(key)
    curator.staging.discard(staged)
    return staged


class StagedButton(
    discord.ui.DynamicItem["discord.ui.Button[discord.ui.View]"],
    template=r"facts:add:(?P<verb>approve|discard):(?P<key>[0-9a-f]{16})",
):
    """Decides on a waiting document."""

    def __init__(self, verb: str, key: str, label: str = "") -> None:
        self.verb, self.key = verb, key
        custom_id = f"facts:add:{verb}:{key}"
        super().__init__(discord.ui.Button(label=label or verb, custom_id=custom_id, style=STYLES[verb]))

    @classmethod
    async def from_custom_id(
        cls, _pressed: discord.Interaction, _: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Make the button anew that was pressed."""
        return cls(match["verb"], match["key"])

    async def callback(self, interaction: discord.Interaction) -> Any:
        """Store the document, or leave nothing of it."""
        bot = bot_of(interaction)
        act = _approve if self.verb == "approve" else _discard
        await for_operator(bot, interaction, partial(act, bot, key=self.key))
