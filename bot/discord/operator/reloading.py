"""/facts reload: the documents are read anew beside the running bot, and whoever asked sees it go and how it ended."""

import asyncio
import logging
from functools import partial
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.utils import format_dt

from bot.building.messages import Progress
from bot.discord.following import subscription_of
from bot.discord.library import Library, Outcome, Reload
from bot.discord.operator.guarding import for_operator, spoken
from bot.discord.rendering.diffs import failure_embed, progress_line, report_embed
from bot.discord.rendering.escaping import escape
from bot.discord.replies import NOBODY, waiting, whisper_text
from bot.discord.texts import Texts

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot

log = logging.getLogger(__name__)

PAUSE = 2.0  # seconds between two edits of the same message
LOOK_AGAIN = 0.5  # seconds between looks at a reload of another process
REACHABLE = 14 * 60.0  # seconds; Discord forgets after 15 minutes whom to tell


def reload_command(bot: "LineupBot") -> "app_commands.Command[Any, ..., None]":
    """Return /facts reload."""

    @app_commands.command(name="reload", description="Read the documents again and answer from them")
    async def reload(interaction: discord.Interaction) -> None:
        await for_operator(bot, interaction, partial(_reload, bot))

    return reload


async def _reload(bot: "LineupBot", interaction: discord.Interaction) -> None:
    say = spoken(bot, interaction)
    if bot.library.under_way is not None:
        await whisper_text(interaction, busy(bot.library.under_way, say))
        return
    subscription = subscription_of(bot.library)
    if subscription is None:
        begun = say("Reading the documents again. Questions are answered from the old facts meanwhile.")
    else:
        begun = say(
            "The facts come from {place}; looking for newer ones there. Questions are answered from the old facts "
            "meanwhile.",
            place=escape(subscription.shown),
        )
    await whisper_text(interaction, begun)
    await reload_and_tell(bot, interaction)


async def reload_and_tell(bot: "LineupBot", interaction: discord.Interaction) -> None:
    """Reload, and tell whoever acted, in the message that they were answered with, how it goes and ends."""
    say = spoken(bot, interaction)
    board = _Board(interaction, say)
    with waiting():
        result = await bot.library.reload(by=interaction.user.display_name, tell=board.show)
    await board.end()
    embed = ended(result, say)
    if board.is_reachable:
        await interaction.edit_original_response(content=None, embed=embed, allowed_mentions=NOBODY)
        return
    await tell_later(bot, interaction, embed)


async def reload_in_turn(library: Library, by: str) -> Reload:
    """Reload once no other is under way, here or in another process: what was changed just now is to be in it."""
    with waiting():
        while (result := await library.reload(by=by)).outcome is Outcome.BUSY:
            if library.under_way is not None:
                await library.idle()
            else:
                await asyncio.sleep(LOOK_AGAIN)
    return result


def ended(result: Reload, say: Texts) -> discord.Embed:
    """Lay out how a reload ended."""
    if result.outcome is Outcome.BUSY:
        return discord.Embed(description=busy(result, say))
    if result.outcome is Outcome.FAILED or result.built.report is None:
        return failure_embed(result.built.faults, say)
    return report_embed(result.built.report, say)


def busy(reload: Reload, say: Texts) -> str:
    """Say that a reload is under way, whose, and since when."""
    since = format_dt(reload.at, "R") if reload.at is not None else ""
    if reload.by and since:
        return say("A reload by {who} is under way; it began {since}.", who=escape(reload.by), since=since)
    return say("A reload is already under way.")


async def tell_later(bot: "LineupBot", interaction: discord.Interaction, embed: discord.Embed) -> None:
    """Tell in the admins' channel, else directly, what Discord does not take as an answer any more."""
    chosen = bot.settings_of(interaction.guild).admin_channel
    channel = bot.get_channel(chosen) if chosen is not None else None
    place: discord.abc.Messageable = channel if isinstance(channel, discord.abc.Messageable) else interaction.user
    try:
        await place.send(embed=embed, allowed_mentions=NOBODY)
    except discord.Forbidden:
        log.warning("A reload ended, and nobody could be told: no admins' channel is set, and direct messages are off")


class _Board:
    """The message that shows how far a reload is, changed no more often than Discord likes."""

    def __init__(self, interaction: discord.Interaction, say: Texts) -> None:
        self._interaction, self._say = interaction, say
        self._loop = asyncio.get_running_loop()
        self._next = self._loop.time() + PAUSE
        self._until = self._loop.time() + REACHABLE
        self._editing: asyncio.Task[None] | None = None

    def show(self, progress: Progress) -> None:
        """Take up how far it is; most of it is never shown."""
        now = self._loop.time()
        if now < self._next or not self.is_reachable or (self._editing is not None and not self._editing.done()):
            return
        self._next = now + PAUSE
        self._editing = asyncio.create_task(self._edit(progress_line(progress, self._say)))

    @property
    def is_reachable(self) -> bool:
        """Whether Discord still takes an answer."""
        return self._loop.time() < self._until

    async def end(self) -> None:
        """Wait for the edit that is on its way: what follows must not be overwritten by it."""
        if self._editing is not None:
            await self._editing

    async def _edit(self, line: str) -> None:
        try:
            await self._interaction.edit_original_response(content=line, allowed_mentions=NOBODY)
        except discord.HTTPException as fault:
            log.info("The progress of a reload could not be shown (%s)", fault)
