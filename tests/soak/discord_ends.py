"""The two ends of Discord that the bot touches: messages come in as the gateway sends them, replies go out over HTTP.

The bot between them is the real one with discord.py's own models. Only this module knows what discord.py keeps private.
"""

import asyncio
from collections.abc import Callable
from itertools import count
from typing import Any

import discord
from discord.http import HTTPClient, MultipartParameters

from bot.discord.lineup import LineupBot

ME, SERVER, CHANNELS = 2, 10, range(20, 40)
JOINED = "2026-01-01T00:00:00+00:00"
ON_ITS_WAY = 0.02  # seconds until Discord has taken a reply
Sent = Callable[[str, str], None]  # (nonce, everything that is read of the reply)


class Outbox(HTTPClient):
    """Takes replies as Discord does, and hands them to whoever waits for them."""

    def __init__(self, sent: Sent) -> None:
        super().__init__(asyncio.get_running_loop())
        self._sent = sent
        self._ids = _snowflakes()

    async def send_message(self, channel_id: int | str, *, params: MultipartParameters) -> Any:
        """Take a reply and say what became of it."""
        payload: dict[str, Any] = params.payload or {}
        embeds = payload.get("embeds", [])
        shown = [payload.get("content") or "", *(str(embed.get("description", "")) for embed in embeds)]
        shown += [f"{one['name']} {one['value']}" for embed in embeds for one in embed.get("fields", [])]
        self._sent(str(payload["nonce"]), "\n".join(shown))
        await asyncio.sleep(ON_ITS_WAY)
        return _message(next(self._ids), int(channel_id), _user(ME, "Lineup", bot=True), shown[0]) | {"embeds": embeds}


class Gateway:
    """Tells the bot what people write in one server."""

    def __init__(self, bot: LineupBot) -> None:
        self._state: Any = bot._connection  # noqa: SLF001 - the door that the gateway uses
        self._ids = _snowflakes()

    @classmethod
    async def opened(cls, bot: LineupBot, outbox: Outbox) -> "Gateway":
        """Let the bot log in and join the server."""
        await bot._async_setup_hook()  # noqa: SLF001 - what discord.py does before it logs in
        gateway = cls(bot)
        bot.http = gateway._state.http = outbox
        gateway._state.user = discord.ClientUser(state=gateway._state, data=_user(ME, "Lineup", bot=True))  # type: ignore[arg-type]  # as Discord sends it
        gateway._state._add_guild_from_data(_server())  # noqa: SLF001 - as READY does
        await bot.setup_hook()
        return gateway

    def write(self, person: int, channel: int, text: str, *, calls: bool) -> str:
        """Write a message, which mentions the bot or not, and return its id."""
        number = next(self._ids)
        me = [_user(ME, "Lineup", bot=True) | {"member": _member()}] if calls else []
        content = f"<@{ME}> {text}" if calls else text
        message = _message(number, channel, _user(person, f"person{person}"), content)
        self._state.parsers["MESSAGE_CREATE"](message | {"guild_id": str(SERVER), "member": _member(), "mentions": me})
        return str(number)


def _snowflakes() -> "count[int]":
    return count(discord.utils.time_snowflake(discord.utils.utcnow(), high=True) + (1 << 40))


def _user(number: int, name: str, *, bot: bool = False) -> dict[str, Any]:
    return {"id": str(number), "username": name, "discriminator": "0", "avatar": None, "global_name": None, "bot": bot}


def _member() -> dict[str, Any]:
    return {"roles": [], "joined_at": JOINED, "deaf": False, "mute": False, "flags": 0}


def _message(number: int, channel: int, author: dict[str, Any], content: str) -> dict[str, Any]:
    nothing = {"embeds": [], "attachments": [], "mentions": [], "mention_roles": [], "edited_timestamp": None}
    flags = {"tts": False, "mention_everyone": False, "pinned": False, "type": 0, "timestamp": JOINED}
    return nothing | flags | {"id": str(number), "channel_id": str(channel), "author": author, "content": content}


def _server() -> dict[str, Any]:
    rights = discord.Permissions.text() | discord.Permissions(view_channel=True)
    everyone = {
        "id": str(SERVER), "name": "@everyone", "permissions": str(rights.value), "position": 0, "color": 0,
        "hoist": False, "managed": False, "mentionable": False,
    }  # fmt: skip
    channels = [
        {"id": str(one), "type": 0, "name": f"cars-{one}", "position": one, "permission_overwrites": []}
        for one in CHANNELS
    ]
    return {
        "id": str(SERVER), "name": "Garage", "owner_id": "3", "roles": [everyone], "channels": channels, "threads": [],
        "members": [_member() | {"user": _user(ME, "Lineup", bot=True)}], "member_count": 1_001, "emojis": [],
        "stickers": [], "features": [], "preferred_locale": "en-US", "verification_level": 0, "premium_tier": 0,
        "default_message_notifications": 0, "explicit_content_filter": 0, "mfa_level": 0, "nsfw_level": 0,
        "afk_timeout": 300, "system_channel_flags": 0, "voice_states": [], "presences": [], "stage_instances": [],
        "guild_scheduled_events": [], "soundboard_sounds": [],
    }  # fmt: skip
