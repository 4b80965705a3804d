"""`lineup run`: connects the bot to Discord, keeps it there, and lets go cleanly when told to stop."""

import asyncio
import logging
from contextlib import suppress
from dataclasses import replace

import discord

from bot import logs
from bot.discord.fragile import expect_no_voice
from bot.discord.leaving import leaving_quietly, stopping, take_leave
from bot.discord.library import Library
from bot.discord.lineup import LineupBot
from bot.discord.monitoring import monitored
from bot.discord.noticing import noticing
from bot.discord.opening import curator_for, open_library, open_servers, settled
from bot.redacting import redacted
from bot.servers import Servers
from bot.settings import Settings

log = logging.getLogger(__name__)

WRONG_TOKEN_CODE = 4004  # the gateway's way to say what the API says with HTTP 401

TOKENLESS = (
    "DISCORD_TOKEN is not set; put the bot's token from Discord's developer portal there, "
    "or into the file that DISCORD_TOKEN_FILE names"
)
REFUSED = "Discord refused the token in DISCORD_TOKEN; copy it again from the developer portal (Bot, Reset Token)"
UNREACHABLE = "Discord cannot be reached ({}); check the network and start again"
CLOSED = "Discord ended the connection ({}); start again"
NO_CONTENT = (
    "Discord does not grant this bot the content of messages, so only mentions, direct messages and commands are "
    "answered; switch on Message Content Intent in the developer portal to answer in channels"
)


class ConnectionEndedError(Exception):
    """The bot cannot go on. The message is one sentence for whoever started it."""


def run(settings: Settings) -> None:
    """Run the bot until it is told to stop; what Discord refuses ends in one sentence on stderr and status 1.

    Raises FactsError where there are no facts to answer from, SettingsError where the token cannot be one.
    """
    token = settings.read_token()
    if not token:
        raise SystemExit(f"lineup: {TOKENLESS}")
    logs.begin(settings.log, secrets=(token,))
    expect_no_voice()
    with leaving_quietly(), settled():
        _serve_until_stopped(replace(settings, token=token), open_library(settings), open_servers(settings))


def _serve_until_stopped(settings: Settings, library: Library, servers: Servers) -> None:
    try:
        asyncio.run(until_stopped(settings, library, servers))
    except ConnectionEndedError as fault:
        raise SystemExit(f"lineup: {redacted(str(fault))}") from fault
    finally:
        servers.close()
        library.close()


async def serve(settings: Settings, library: Library, servers: Servers | None = None) -> None:
    """Connect and answer until the connection ends for good; raises ConnectionEndedError.

    Where Discord does not grant the content of messages the bot connects once more without asking for it.
    """
    try:
        await _connect(settings, library, servers, message_content=True)
    except discord.PrivilegedIntentsRequired:
        log.warning(NO_CONTENT)
        await _connect(settings, library, servers, message_content=False)


async def _connect(settings: Settings, library: Library, servers: Servers | None, *, message_content: bool) -> None:
    bot = LineupBot(
        library,
        channels=settings.channels,
        home_servers=settings.home_servers,
        curator=curator_for(settings),
        servers=servers,
        shards=settings.shards,
        message_content=message_content,
    )
    async with bot, monitored(bot, settings.metrics), noticing(settings, library, bot.servers):
        try:
            await bot.start(settings.token or "")
        except asyncio.CancelledError:
            await take_leave(bot)
            raise
        except discord.LoginFailure as fault:
            raise ConnectionEndedError(REFUSED) from fault
        except discord.PrivilegedIntentsRequired:
            raise
        except discord.ConnectionClosed as fault:
            said = REFUSED if fault.code == WRONG_TOKEN_CODE else CLOSED.format(f"code {fault.code}")
            raise ConnectionEndedError(said) from fault
        except (discord.HTTPException, discord.GatewayNotFound, OSError) as fault:
            raise ConnectionEndedError(UNREACHABLE.format(fault)) from fault


async def until_stopped(settings: Settings, library: Library, servers: Servers | None = None) -> None:
    """Serve until Ctrl-C or SIGTERM, which end the bot without a fault."""
    asyncio.get_running_loop().set_exception_handler(logs.tell_of_lost)
    serving = asyncio.create_task(serve(settings, library, servers))
    with stopping(serving), suppress(asyncio.CancelledError):
        await serving
    log.info("Stopped")
