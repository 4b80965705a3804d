"""What all buttons share: the bot behind an interaction, and a press that ends in one plain sentence if it fails."""

import re
from collections.abc import Awaitable
from typing import TYPE_CHECKING, Self, cast

import discord

from bot.discord import replies
from bot.discord.rendering import limits
from bot.discord.rendering.escaping import visible
from bot.discord.texts import Texts, marked, texts_in
from bot.discord.texts.language import language_of

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot

GONE = marked("The documents have changed since; this is no longer known. Ask again.")

NEVER = r"(?!)"


class LastingButton(discord.ui.DynamicItem["discord.ui.Button[discord.ui.View]"], template=NEVER):
    """A quiet button that outlives the bot: all that it knows is in its custom id."""

    def __init__(self, key: str, label: str) -> None:
        text = limits.clip(visible(label), limits.BUTTON_LABEL)
        made: discord.ui.Button[discord.ui.View] = discord.ui.Button(label=text or "…", custom_id=key)
        super().__init__(made)

    @classmethod
    async def from_custom_id(
        cls, _: discord.Interaction, item: discord.ui.Item[discord.ui.View], found: re.Match[str]
    ) -> Self:
        """Take up a button of before a restart."""
        return cls(found.string, getattr(item, "label", ""))


def bot_of(interaction: discord.Interaction) -> "LineupBot":
    """Return the bot that an interaction came to."""
    return cast("LineupBot", interaction.client)


def spoken(interaction: discord.Interaction) -> Texts:
    """Return the sentences in the language of whoever presses."""
    return texts_in(language_of(interaction, bot_of(interaction).settings_of(interaction.guild).language))


async def press(interaction: discord.Interaction, work: Awaitable[object]) -> None:
    """Do what a button does; a fault is owned up to."""

    async def apologise() -> None:
        await replies.whisper_text(interaction, spoken(interaction)(replies.TROUBLE))

    await replies.guarded(work, where="to a button", apologise=apologise)


def asked_by(interaction: discord.Interaction) -> int | None:
    """Return the id of what the message below which a button stands replies to: a message or a command."""
    message = interaction.message
    if message is None:
        return None
    if message.reference is not None:
        return message.reference.message_id
    return message.interaction_metadata.id if message.interaction_metadata is not None else None
