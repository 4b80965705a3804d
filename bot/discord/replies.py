"""Sends answers to commands and pressed buttons. The one broad `except` of the project stands here."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import aiohttp
import discord

from bot.discord.rendering import answers, limits
from bot.discord.texts import marked
from bot.logs import describe
from bot.models import Answer

log = logging.getLogger(__name__)

Ending = Callable[[discord.Interaction, Answer, discord.ui.View | None], Awaitable[None]]

TROUBLE = marked("Something went wrong on my side; whoever runs me can see it in the log.")
UNSENT = (discord.DiscordException, aiohttp.ClientError, OSError)  # an apology that cannot be sent is none
REPLYING = "replying"  # the name of a task that works on a reply
WAITING = "waiting"  # the name of one that would reply once something is done that takes long
TOO_LATE = 10062  # Discord's code for an interaction that it waits for no more
NOBODY = discord.AllowedMentions.none()  # whatever a document or a question holds, no one is pinged


async def guarded(
    work: Awaitable[object], *, where: str, apologise: Callable[[], Awaitable[object]] | None = None
) -> None:
    """Do the work; a fault is logged once, without a word of the message, and owned up to in one sentence."""
    if (task := asyncio.current_task()) is not None:
        task.set_name(REPLYING)
    try:
        await work
    except Exception as fault:  # noqa: BLE001  # the one place: one bad question must not end the bot
        if isinstance(fault, discord.NotFound) and fault.code == TOO_LATE:
            log.warning("A reply %s came past its three seconds, and nobody sees it", where)
            return
        log.error("Could not reply %s: %s", where, describe(fault))  # noqa: TRY400  # a traceback quotes the message
        if apologise is not None:
            with suppress(*UNSENT):
                await apologise()


def under_way() -> set["asyncio.Task[object]"]:
    """Return the tasks in which somebody is being replied to just now."""
    return {task for task in asyncio.all_tasks() if task.get_name() == REPLYING}


@contextmanager
def waiting() -> Iterator[None]:
    """Let whoever stops the bot not wait for a reply that itself waits for something long, like a build."""
    task = asyncio.current_task()
    if task is None:
        yield
        return
    name = task.get_name()
    task.set_name(WAITING)
    try:
        yield
    finally:
        task.set_name(name)


async def respond(interaction: discord.Interaction, answer: Answer, view: discord.ui.View | None) -> None:
    """Answer a command for everyone to see."""
    await interaction.response.send_message(**pieces(answers.show(answer), view))


async def whisper(interaction: discord.Interaction, answer: Answer, view: discord.ui.View | None) -> None:
    """Answer so that only the person who asks sees it."""
    await interaction.response.send_message(**pieces(answers.show(answer), view), ephemeral=True)


async def exchange(interaction: discord.Interaction, answer: Answer, view: discord.ui.View | None) -> None:
    """Turn the message whose button was pressed into the answer."""
    shown = answers.show(answer)
    await interaction.response.edit_message(content=shown.text, embed=shown.embed, view=view, allowed_mentions=NOBODY)


async def whisper_text(interaction: discord.Interaction, text: str) -> None:
    """Say something that only this person sees, be it the first response or a later one."""
    text = limits.clip(text, limits.MESSAGE)
    if interaction.response.is_done():
        await interaction.followup.send(text, ephemeral=True, allowed_mentions=NOBODY)
    else:
        await interaction.response.send_message(text, ephemeral=True, allowed_mentions=NOBODY)


def pieces(shown: answers.Shown, view: discord.ui.View | None, *, with_embed: bool = True) -> dict[str, Any]:
    """Name what goes into a new message; without the right to embed links the quote stands in the text."""
    sent: dict[str, Any] = {"content": shown.text if with_embed else shown.plain, "allowed_mentions": NOBODY}
    if with_embed and shown.embed is not None:
        sent["embed"] = shown.embed
    if view is not None:
        sent["view"] = view
    return sent
