"""Which messages are meant for the bot, and which words of them are the question. No Discord call is made here."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

import discord

from bot.discord.rendering import limits

_BY_PEOPLE = (discord.MessageType.default, discord.MessageType.reply)  # neither pins nor joins nor boosts
_MARKUP = re.compile(r"<(?:@[!&]?\d+|#\d+|a?:\w+:\d+|/[^:>]+:\d+|id:\w+)>")  # mentions, custom emoji, command links


@dataclass(frozen=True, slots=True)
class Asked:
    """A message that may be answered. `direct`: the person turned to the bot, so that silence would be rude."""

    question: str
    direct: bool


def is_from_person(message: discord.Message) -> bool:
    """Whether somebody wrote this: no bot, no webhook, no notice of Discord's own."""
    return (
        message.type in _BY_PEOPLE
        and message.webhook_id is None
        and not message.author.bot
        and not message.author.system
    )


def read_address(message: discord.Message, me: discord.ClientUser, channels: Collection[int]) -> Asked | None:
    """Return what a message asks of the bot, or None where it is none of its business."""
    names = names_of(message, me)
    direct = message.guild is None or is_mentioned(message, me) or calls_by_name(message.content, names)
    if not direct and not _is_listened_to(message, channels):
        return None
    return Asked(question_in(message.content, names), direct)


def is_mentioned(message: discord.Message, me: discord.ClientUser) -> bool:
    """Whether the bot is mentioned by itself or by the role that Discord made for it; @everyone is not about it."""
    role = message.guild.self_role if message.guild is not None else None
    return any(user.id == me.id for user in message.mentions) or (role is not None and role in message.role_mentions)


def names_of(message: discord.Message, me: discord.ClientUser) -> tuple[str, ...]:
    """Return what people of this server see the bot called, longest first."""
    member = message.guild.me if message.guild is not None else None
    names = {me.name, me.display_name, member.display_name if member is not None else me.name}
    return tuple(sorted(names, key=len, reverse=True))


def calls_by_name(content: str, names: Iterable[str]) -> bool:
    """Whether a message opens with "@name" or "name," typed by hand."""
    return any(
        re.match(rf"\s*(?:@{re.escape(name)}\b|{re.escape(name)}\s*,)", content, re.IGNORECASE) for name in names
    )


def question_in(content: str, names: Iterable[str]) -> str:
    """Strip mentions, custom emoji and the bot's name in front; the rest is the question, as written."""
    bare = _MARKUP.sub(" ", content[: limits.COMMAND_OPTION]).strip()
    for name in names:
        called = re.match(rf"@{re.escape(name)}\b[\s,:]*|{re.escape(name)}\s*[,:]\s*", bare, re.IGNORECASE)
        if called:
            bare = bare[called.end() :]
            break
    return bare.lstrip(" ,:").strip()


def _is_listened_to(message: discord.Message, channels: Collection[int]) -> bool:
    """Whether the operator chose this channel, or the one that this thread belongs to."""
    return message.channel.id in channels or getattr(message.channel, "parent_id", None) in channels
