"""Lets only the operator do something, and says why where it is not done. Buttons and forms too come by here."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

import discord

from bot.curating.errors import RefusedError
from bot.discord import replies
from bot.discord.operator.refusals import refusal
from bot.discord.permissions import is_operator
from bot.discord.rendering import limits
from bot.discord.rendering.escaping import in_code
from bot.discord.texts import Texts, marked, texts_in
from bot.discord.texts.language import language_of
from facts.errors import FactsError

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot

NOT_OPERATOR = marked("Only the operator of this bot can do that.")
NOT_ADMIN = marked("Only somebody who may manage this server can do that.")
ROOM_FOR_FAULTS = 1_700  # leaves room for the sentence around them

Act = Callable[[discord.Interaction], Awaitable[None]]


async def for_operator(bot: "LineupBot", interaction: discord.Interaction, act: Act) -> None:
    """Do something for the operator; whatever is refused or wrong with a document is told to them alone."""
    allowed = is_operator(interaction, bot.home_servers)  # type: ignore[arg-type]  # discord types the client loosely
    await _guarded(bot, interaction, act, allowed, NOT_OPERATOR)


async def for_admin(bot: "LineupBot", interaction: discord.Interaction, act: Act) -> None:
    """Do something for whoever manages the server it is asked in, and for the operator anywhere."""

    async def is_admin() -> bool:
        if interaction.guild_id is not None and interaction.permissions.manage_guild:
            return True
        return await is_operator(interaction, bot.home_servers)  # type: ignore[arg-type]  # as above

    await _guarded(bot, interaction, act, is_admin(), NOT_ADMIN)


async def _guarded(
    bot: "LineupBot", interaction: discord.Interaction, act: Act, allowed: Awaitable[bool], refused: str
) -> None:
    say = spoken(bot, interaction)

    async def work() -> None:
        if not await allowed:
            await replies.whisper_text(interaction, say(refused))
            return
        try:
            await act(interaction)
        except RefusedError as fault:
            await replies.whisper_text(interaction, refusal(fault, say))
        except FactsError as fault:
            await replies.whisper_text(interaction, fenced(str(fault)))

    async def apologise() -> None:
        await replies.whisper_text(interaction, say(replies.TROUBLE))

    await replies.guarded(work(), where="to an operator", apologise=apologise)


def spoken(bot: "LineupBot", interaction: discord.Interaction) -> Texts:
    """Return the sentences in the language of whoever acts."""
    return texts_in(language_of(interaction, bot.settings_of(interaction.guild).language))


def fenced(said: str) -> str:
    """Set what a build or a check said apart, as it is: it names files and lines."""
    inside = limits.clip(in_code(said), ROOM_FOR_FAULTS)
    return f"```\n{inside}\n```"
