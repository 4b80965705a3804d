"""Discord's own address on this machine: as much of its API and gateway as a bot needs to log in and to reply.

It refuses on demand, as Discord does: a token, the content of messages, a message too many, a message by its own fault.
"""

import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta

from aiohttp import WSMsgType, web
from discord.utils import snowflake_time

MESSAGE_CONTENT = 1 << 15
BOT = {"id": "1", "username": "Lineup", "discriminator": "0", "avatar": None, "bot": True}
APPLICATION = {
    "id": "1",
    "name": "Lineup",
    "icon": None,
    "description": "",
    "bot_public": True,
    "bot_require_code_grant": False,
    "verify_key": "0",
    "owner": BOT,
    "flags": 0,
    "team": None,
    "rpc_origins": [],
}
HELLO = {"op": 10, "d": {"heartbeat_interval": 45_000}}
ASKER = {"id": "2", "username": "alice", "discriminator": "0", "avatar": None}
DIRECT = "7"  # id of the channel between the two
NOW = "2026-03-01T12:00:00+00:00"
READY = {
    "op": 0,
    "t": "READY",
    "s": 1,
    "d": {
        "v": 10,
        "user": BOT,
        "guilds": [],
        "shard": [0, 1],
        "session_id": "1",
        "resume_gateway_url": "ws://127.0.0.1",
        "application": {"id": "1", "flags": 0},
    },
}

SERVER, CHANNEL = "5", "8"
MEMBER = {"roles": [], "joined_at": NOW, "deaf": False, "mute": False, "flags": 0}
EVERYONE = {"id": SERVER, "name": "@everyone", "permissions": str((1 << 50) - 1), "position": 0, "color": 0}
GUILD = {
    "id": SERVER,
    "name": "Garage",
    "owner_id": "2",
    "member_count": 2,
    "preferred_locale": "en-US",
    "roles": [EVERYONE],
    "members": [MEMBER | {"user": BOT}],
    "channels": [{"id": CHANNEL, "type": 0, "name": "general", "position": 0, "permission_overwrites": []}],
}


def replied(content: object, status: int = 200) -> web.Response:
    """Send JSON under the exact content type that Discord uses; with a charset behind it discord.py reads text."""
    return web.Response(body=json.dumps(content).encode(), status=status, headers={"Content-Type": "application/json"})


def message(number: int, author: dict[str, object], content: str) -> dict[str, object]:
    """Return a direct message as Discord tells of it."""
    empty: dict[str, object] = {"embeds": [], "attachments": [], "mentions": [], "mention_roles": [], "components": []}
    flags = {"tts": False, "mention_everyone": False, "pinned": False, "type": 0}
    told = {"channel_id": DIRECT, "timestamp": NOW, "edited_timestamp": None}
    return empty | flags | told | {"id": str(number), "author": author, "content": content}


@dataclass(frozen=True)
class Failure:
    """A request to send a message that fails; `taken`: Discord has the message all the same."""

    status: int | None  # None: the connection is cut
    body: dict[str, object] = field(default_factory=dict)
    taken: bool = False


@dataclass
class Loopback:
    """What this Discord accepts, and what it was asked for."""

    address: str = ""
    accepts_token: bool = True
    grants_content: bool = True
    closes_with: int | None = None
    failures: list[Failure] = field(default_factory=list)  # of the next messages that the bot sends
    intents: list[int] = field(default_factory=list)
    resumed: list[str] = field(default_factory=list)  # ids of the sessions
    commands_told: int = 0
    tried: list[dict[str, object]] = field(default_factory=list)  # messages that the bot sent, each time it did
    taken: dict[str, dict[str, object]] = field(default_factory=dict)  # those that people see, by their nonce
    gone: list[object] = field(default_factory=list)  # what the bot deleted
    concurrency: int = 1  # sessions that may begin within five seconds
    sessions: list[tuple[float, int, int]] = field(default_factory=list)  # begun: when, shard, number of all shards
    _sockets: dict[int, web.WebSocketResponse] = field(default_factory=dict)  # by shard
    _sequence: int = 1

    async def ask(self, content: str, number: int = 100, asker: int = 2) -> None:
        """Let Alice, or somebody of another number, write to the bot directly."""
        await self._tell("MESSAGE_CREATE", message(number, ASKER | {"id": str(asker)}, content))

    async def join(self, server: str = SERVER) -> None:
        """Let the bot be in a server of Alice's."""
        await self._tell("GUILD_CREATE", GUILD | {"id": server, "roles": [EVERYONE | {"id": server}]})

    async def ask_in_server(self, content: str, number: int, server: str = SERVER) -> None:
        """Let Alice write in the one channel of her server."""
        place = {"guild_id": server, "channel_id": CHANNEL, "member": MEMBER}
        await self._tell("MESSAGE_CREATE", message(number, ASKER, content) | place)

    async def edit(self, content: str, number: int) -> None:
        """Let Alice edit her message a moment after she wrote it."""
        edited = (snowflake_time(number) + timedelta(seconds=1)).isoformat()
        await self._tell("MESSAGE_UPDATE", message(number, ASKER, content) | {"edited_timestamp": edited})

    async def delete(self, number: int) -> None:
        """Let Alice delete her message."""
        await self._tell("MESSAGE_DELETE", {"id": str(number), "channel_id": DIRECT})

    async def send_away(self) -> None:
        """Tell the bot to connect anew, as Discord does when it moves a gateway."""
        await self._sockets[0].send_json({"op": 7, "d": None})

    async def me(self, _: web.Request) -> web.Response:
        if not self.accepts_token:
            return replied({"message": "401: Unauthorized", "code": 0}, status=401)
        return replied(BOT)

    async def application(self, _: web.Request) -> web.Response:
        return replied(APPLICATION)

    async def commands(self, _: web.Request) -> web.Response:
        self.commands_told += 1
        return replied([])

    async def gateway(self, _: web.Request) -> web.Response:
        limit = {"total": 9, "remaining": 9, "reset_after": 0, "max_concurrency": self.concurrency}
        url = self.address.replace("http", "ws", 1)
        return replied({"url": f"{url}/socket", "shards": 1, "session_start_limit": limit})

    async def messages(self, request: web.Request) -> web.Response:
        """Take a message, once for each nonce, or fail as was asked for."""
        body = await request.json()
        self.tried.append(body)
        failure = self.failures.pop(0) if self.failures else None
        if failure is None or failure.taken:
            self.taken.setdefault(body["nonce"], message(200 + len(self.taken), BOT, body["content"]))
        if failure is None:
            return replied(self.taken[body["nonce"]])
        if failure.status is None:
            assert request.transport is not None
            request.transport.close()
            return web.Response()
        response = replied(failure.body, status=failure.status)
        response.headers["Via"] = "1.1 here"  # without it discord.py takes a refusal for one of Cloudflare's
        return response

    async def change(self, request: web.Request) -> web.Response:
        """Edit or delete a message of the bot's."""
        nonce, old = next(one for one in self.taken.items() if one[1]["id"] == request.match_info["id"])
        if request.method == "DELETE":
            self.gone.append(self.taken.pop(nonce)["content"])
            return web.Response(status=204)
        self.taken[nonce] = old | {"content": (await request.json())["content"]}
        return replied(self.taken[nonce])

    async def socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json(HELLO)
        async for frame in socket:
            if frame.type is WSMsgType.TEXT:
                told = frame.json()
                if told["op"] == 2:
                    await self._identify(socket, told["d"]["intents"], *told["d"].get("shard", (0, 1)))
                elif told["op"] == 6:
                    self.resumed.append(told["d"]["session_id"])
                    self._sockets[0] = socket
                    await self._tell("RESUMED", {})
        return socket

    async def _identify(self, socket: web.WebSocketResponse, intents: int, shard: int, count: int) -> None:
        self.intents.append(intents)
        self.sessions.append((time.monotonic(), shard, count))
        self._sockets[shard] = socket
        if self.closes_with is not None:
            await socket.close(code=self.closes_with)
        elif intents & MESSAGE_CONTENT and not self.grants_content:
            await socket.close(code=4014)
        else:
            here = self.address.replace("http", "ws", 1)
            told = {"resume_gateway_url": f"{here}/socket", "shard": [shard, count]}
            await socket.send_json(READY | {"d": READY["d"] | told})

    async def _tell(self, event: str, content: dict[str, object]) -> None:
        """Tell the shard of a server, or shard 0 of what happens in none."""
        server = content.get("guild_id", content["id"] if event == "GUILD_CREATE" else None)
        shard = (int(str(server)) >> 22) % self.sessions[-1][2] if server is not None else 0
        self._sequence += 1
        await self._sockets[shard].send_json({"op": 0, "t": event, "s": self._sequence, "d": content})


@asynccontextmanager
async def listening(discord: Loopback) -> AsyncIterator[Loopback]:
    """Serve this Discord on a free port of this machine."""
    application = web.Application()
    application.add_routes(
        [
            web.get("/users/@me", discord.me),
            web.get("/oauth2/applications/@me", discord.application),
            web.put("/applications/1/commands", discord.commands),
            web.post(f"/channels/{DIRECT}/messages", discord.messages),
            web.post(f"/channels/{CHANNEL}/messages", discord.messages),
            web.route("PATCH", f"/channels/{DIRECT}/messages/{{id}}", discord.change),
            web.delete(f"/channels/{DIRECT}/messages/{{id}}", discord.change),
            web.get("/gateway/bot", discord.gateway),
            web.get("/socket", discord.socket),
            web.get("/socket/", discord.socket),
        ]
    )
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    discord.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield discord
    finally:
        await runner.cleanup()
