"""Sends replies below messages and changes them later, within the rights that the bot has there; it pings nobody.

Each reply goes out with the id of its question as its nonce, so that Discord takes it once however often it is tried.
"""

import logging
from typing import Any

import aiohttp
import discord

from bot.discord.messages.addressing import Channel
from bot.discord.rendering import answers
from bot.discord.replies import NOBODY, pieces
from bot.models import Answer

log = logging.getLogger(__name__)

MISSING_PERMISSIONS = 50013
NO_HISTORY = 160002  # "Cannot reply without permission to read message history"


async def reply(
    message: discord.Message, answer: Answer, view: discord.ui.View | None, *, nonce: str | None = None
) -> discord.Message | None:
    """Answer a message below it and return the reply, or None where Discord refuses it."""
    shown = answers.show(answer)
    with_embed = rights_in(message.channel).embed_links
    try:
        return await _send(message, pieces(shown, view, with_embed=with_embed), nonce)
    except discord.Forbidden as refusal:
        if refusal.code != MISSING_PERMISSIONS or not with_embed or shown.embed is None:
            _log_refusal(message.channel, refusal)
            return None
    try:  # what is missing may be the right to embeds
        return await _send(message, pieces(shown, view, with_embed=False), nonce)
    except discord.Forbidden as refusal:
        _log_refusal(message.channel, refusal)
        return None


async def say(message: discord.Message, text: str) -> discord.Message:
    """Say one sentence below a message."""
    return await _send(message, {"content": text, "allowed_mentions": NOBODY}, None)


async def revise(
    sent: discord.PartialMessage, answer: Answer, view: discord.ui.View | None, *, with_embed: bool = True
) -> None:
    """Turn a reply into another answer; raises NotFound where it is gone."""
    shown = answers.show(answer)
    content = shown.text if with_embed else shown.plain
    embed = shown.embed if with_embed else None
    await sent.edit(content=content, embed=embed, view=view, allowed_mentions=NOBODY)


def may_write(channel: Channel) -> bool:
    """Whether the bot may send messages there; what is locked is for those who manage threads."""
    rights = rights_in(channel)
    if isinstance(channel, discord.Thread):
        return rights.send_messages_in_threads and (rights.manage_threads or not channel.locked)
    return rights.send_messages


def rights_in(channel: Channel) -> discord.Permissions:
    """Return what the bot may do in a channel. Where that cannot be known, Discord will say."""
    if channel.guild is None or isinstance(channel, discord.PartialMessageable):
        return discord.Permissions.text()
    return channel.permissions_for(channel.guild.me)


async def _send(message: discord.Message, content: dict[str, Any], nonce: str | None) -> discord.Message:
    """Send below a message, referring to it where the bot may read what was written before."""
    content |= {"nonce": nonce or str(message.id), "mention_author": False}
    if rights_in(message.channel).read_message_history:
        reference = message.to_reference(fail_if_not_exists=False)
        try:
            return await _send_again_if_cut(message.channel, content | {"reference": reference})
        except discord.Forbidden as refusal:
            if refusal.code != NO_HISTORY:
                raise
    return await _send_again_if_cut(message.channel, content)


async def _send_again_if_cut(channel: Channel, content: dict[str, Any]) -> discord.Message:
    """Send, and once more where the connection ends before Discord answers: discord.py leaves that to its users.

    A connection that was not used for a while often does. The nonce keeps a message that arrived from arriving twice.
    """
    try:
        return await channel.send(**content)
    except (OSError, aiohttp.ClientConnectionError):
        return await channel.send(**content)


def _log_refusal(channel: Channel, refusal: discord.Forbidden) -> None:
    log.warning("Discord refused a reply in channel %d: %s (code %d)", channel.id, refusal.text, refusal.code)
