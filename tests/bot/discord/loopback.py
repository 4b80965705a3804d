"""Discord's own address on this machine: as much of its API and gateway as a bot needs to log in, or to be refused."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import WSMsgType, web

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


def replied(content: object, status: int = 200) -> web.Response:
    """Send JSON under the exact content type that Discord uses; with a charset behind it discord.py reads text."""
    return web.Response(body=json.dumps(content).encode(), status=status, headers={"Content-Type": "application/json"})


@dataclass
class Loopback:
    """What this Discord accepts, and what it was asked for."""

    address: str = ""
    accepts_token: bool = True
    grants_content: bool = True
    closes_with: int | None = None
    intents: list[int] = field(default_factory=list)

    async def me(self, _: web.Request) -> web.Response:
        if not self.accepts_token:
            return replied({"message": "401: Unauthorized", "code": 0}, status=401)
        return replied(BOT)

    async def application(self, _: web.Request) -> web.Response:
        return replied(APPLICATION)

    async def commands(self, _: web.Request) -> web.Response:
        return replied([])

    async def gateway(self, _: web.Request) -> web.Response:
        limit = {"total": 9, "remaining": 9, "reset_after": 0, "max_concurrency": 1}
        url = self.address.replace("http", "ws", 1)
        return replied({"url": f"{url}/socket", "shards": 1, "session_start_limit": limit})

    async def socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json(HELLO)
        async for frame in socket:
            if frame.type is WSMsgType.TEXT and frame.json()["op"] == 2:
                await self._identify(socket, frame.json()["d"]["intents"])
        return socket

    async def _identify(self, socket: web.WebSocketResponse, intents: int) -> None:
        self.intents.append(intents)
        if self.closes_with is not None:
            await socket.close(code=self.closes_with)
        elif intents & MESSAGE_CONTENT and not self.grants_content:
            await socket.close(code=4014)
        else:
            await socket.send_json(READY)


@asynccontextmanager
async def listening(discord: Loopback) -> AsyncIterator[Loopback]:
    """Serve this Discord on a free port of this machine."""
    application = web.Application()
    application.add_routes(
        [
            web.get("/users/@me", discord.me),
            web.get("/oauth2/applications/@me", discord.application),
            web.put("/applications/1/commands", discord.commands),
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
