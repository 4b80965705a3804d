"""What matters of a message, and which words of it are the question. No Discord call is made here."""

import re
from collections.abc import Collection, Iterable

import discord

from bot.discord.messages.manners import Heard
from bot.discord.messages.thanking import is_thanks
from bot.discord.rendering import limits

_BY_PEOPLE = (discord.MessageType.default, discord.MessageType.reply)  # neither pins nor joins nor boosts
_MARKUP = re.compile(r"<(?:@[!&]?\d+|#\d+|a?:\w+:\d+|/[^:>]+:\d+|id:\w+)>")  # mentions, custom emoji, command links

Channel = (
    discord.TextChannel
    | discord.VoiceChannel
    | discord.StageChannel
    | discord.Thread
    | discord.DMChannel
    | discord.GroupChannel
    | discord.PartialMessageable
)


def hear(
    message: discord.Message, me: discord.ClientUser, *, channels: Collection[int], threads: Collection[int]
) -> Heard:
    """Return what matters of a message. `channels` are listened to, in `threads` the bot has answered before."""
    replied_to = _author_replied_to(message)
    answers_me = replied_to == me.id
    return Heard(
        by_person=is_from_person(message),
        in_private=message.guild is None,
        calls_me=is_mentioned(message, me, pinged_by_reply=answers_me)
        or calls_by_name(message.content, names_of(message, me)),
        answers_me=answers_me,
        in_my_thread=_is_own_thread(message.channel, me, threads),
        in_listened_channel=any(place in channels for place in places_of(message.channel)),
        only_thanks=is_thanks(message.content),
        to_others=replied_to not in (None, me.id, message.author.id) or _mentions_others(message, me),
    )


def is_from_person(message: discord.Message) -> bool:
    """Whether somebody wrote this: no bot, no webhook, no notice of Discord's own."""
    return (
        message.type in _BY_PEOPLE
        and message.webhook_id is None
        and not message.author.bot
        and not message.author.system
    )


def is_mentioned(message: discord.Message, me: discord.ClientUser, *, pinged_by_reply: bool = False) -> bool:
    """Whether the bot is mentioned by itself or by the role that Discord made for it; @everyone is not about it.

    Discord counts the ping of a reply as a mention. With `pinged_by_reply`, only one in the text is.
    """
    role = message.guild.self_role if message.guild is not None else None
    if role is not None and role in message.role_mentions:
        return True
    return any(user.id == me.id for user in message.mentions) and (
        not pinged_by_reply or re.search(rf"<@!?{me.id}>", message.content) is not None
    )


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


def question_of(message: discord.Message, me: discord.ClientUser) -> str:
    """Return what a message asks. Who only mentions the bot below somebody's message passes that one on."""
    names = names_of(message, me)
    asked = question_in(message.content, names)
    below = message.reference.resolved if message.reference is not None else None
    if asked or not isinstance(below, discord.Message) or not is_from_person(below):
        return asked
    return question_in(below.content, names)


def question_in(content: str, names: Iterable[str]) -> str:
    """Strip mentions, custom emoji and the bot's name in front; the rest is the question, as written."""
    bare = _MARKUP.sub(" ", content[: limits.COMMAND_OPTION]).strip()
    for name in names:
        called = re.match(rf"@{re.escape(name)}\b[\s,:]*|{re.escape(name)}\s*[,:]\s*", bare, re.IGNORECASE)
        if called:
            bare = bare[called.end() :]
            break
    return bare.lstrip(" ,:").strip()


def places_of(channel: Channel) -> frozenset[int]:
    """Return the ids that a channel's setting may stand under: its own, its parent's, its category's."""
    above = channel.parent if isinstance(channel, discord.Thread) else channel
    ids = (channel.id, getattr(channel, "parent_id", None), getattr(above, "category_id", None))
    return frozenset(one for one in ids if one is not None)


def _author_replied_to(message: discord.Message) -> int | None:
    """Return whose message this one replies to: 0 where that cannot be known, None where it replies to nothing.

    A forwarded message replies to nothing.
    """
    reference = message.reference
    if reference is None or reference.type is not discord.MessageReferenceType.reply:
        return None
    return reference.resolved.author.id if isinstance(reference.resolved, discord.Message) else 0


def _mentions_others(message: discord.Message, me: discord.ClientUser) -> bool:
    """Whether a message turns to somebody else by name or by role; who mentions themselves turns to nobody."""
    own = message.guild.self_role if message.guild is not None else None
    return any(user.id not in (me.id, message.author.id) for user in message.mentions) or any(
        role != own for role in message.role_mentions
    )


def _is_own_thread(channel: Channel, me: discord.ClientUser, threads: Collection[int]) -> bool:
    """Whether the bot opened this thread or takes part in it.

    Discord makes a member of a thread whoever is mentioned or writes there, and says so again after a restart.
    """
    if not isinstance(channel, discord.Thread):
        return channel.id in threads
    return channel.owner_id == me.id or channel.me is not None or channel.id in threads
