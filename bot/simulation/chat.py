"""`lineup chat`: the very same bot on a simulated Discord, talked to in the terminal.

What a person types goes through Discord's own rules (who sees which command, who may press what); what the bot sends
is shown as Discord would show it. Only this module knows simcord.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

import discord

from bot.curating.staging import Staging
from bot.discord.library import Library
from bot.discord.lineup import LineupBot
from bot.discord.opening import STAGED, curator_for, open_library
from bot.discord.operator.curator import Curator
from bot.settings import Settings
from bot.simulation.files import Files
from bot.simulation.keyboard import Keyboard
from bot.simulation.screen import Screen
from bot.simulation.session import Session
from bot.simulation.transcript import lines_of, play
from bot.simulation.unhurried import Unhurried

try:
    import simcord

    from bot.simulation.locales import spoken
except ModuleNotFoundError:  # run() says so in a sentence
    simcord = None  # type: ignore[assignment]  # never used then

WITHOUT_SIMCORD = (
    "`lineup chat` needs the simulated Discord, which is not installed; add it with: pip install 'lineup-bot[chat]'"
)
NAME = "Lineup"
PATIENCE = 30.0  # seconds that simcord waits for the bot to finish with one message
LOOK_AGAIN = 0.2  # seconds between looks for what the bot says by itself, as at the end of a reload

WELCOME = 'A simulated Discord. Ask in your own words; ":help" lists what else can be typed, ":quit" ends.'


@asynccontextmanager
async def simulated(
    library: Library, screen: Screen, files: Files, curator: Curator | None = None
) -> AsyncIterator[Session]:
    """Put the bot on a simulated Discord with one server, two channels, a member and an admin."""
    bot = LineupBot(library, curator=curator)
    env = simcord.Env(bot, shard_count=1, check_errors=False, settle_timeout=PATIENCE)
    work = Unhurried(env)
    library.build = work.of(library.build)
    if curator is not None:
        bot.curator = replace(curator, understand=work.of(curator.understand))
    await env.start()
    try:
        with env.time_context(), spoken() as locales:
            people, channels = await _furnish(env, bot)
            refusals = (simcord.SetupError, simcord.BackendError, TimeoutError)
            yield Session(env, bot, screen, files, people, channels, locales, work, refusals)
    finally:
        await env.shutdown()


async def _furnish(
    env: "simcord.Env", bot: LineupBot
) -> "tuple[dict[str, simcord.MemberActor], dict[str, simcord.ChannelHandle]]":
    if bot.user is not None:
        await bot.user.edit(username=NAME)
    guild = env.create_guild("Garage")
    channels = {name: guild.create_text_channel(name) for name in ("lineup", "general")}
    bot.channels.add(channels["lineup"].id)
    manager = guild.create_role("manager", permissions=discord.Permissions(manage_guild=True))
    people = {
        "member": guild.add_member(env.create_user("robin")),
        "admin": guild.add_member(env.create_user("sam"), roles=[manager]),
    }
    await env.settle()
    return people, channels


async def converse(session: Session, keyboard: Keyboard) -> None:
    """Take line after line until the person quits or the input ends; what is under way then is waited for."""
    session.screen.note(WELCOME)
    session.screen.prompt(session.prompt)
    last = monotonic()
    while True:
        try:
            line = await keyboard.line(LOOK_AGAIN)
            now = monotonic()
            await session.env.advance_time(now - last)  # the simulated clock follows the real one
            last = now
            goes_on = await session.take(line)
        except TimeoutError:
            if await session.look():
                session.screen.prompt(session.prompt)
            continue
        except EOFError:
            break
        if not goes_on:
            return
        session.screen.prompt(session.prompt)
    await session.rest()


def run(settings: Settings, transcript: Path | None = None) -> None:
    """Talk to the bot until the input ends or Ctrl-C is pressed, or play a transcript.

    Raises FactsError where there are no facts, OSError where the transcript cannot be read.
    """
    if simcord is None:
        raise SystemExit(f"lineup: {WITHOUT_SIMCORD}")
    lines = lines_of(transcript) if transcript is not None else None
    library = open_library(settings)
    try:
        with TemporaryDirectory(prefix="lineup-") as folder, suppress(KeyboardInterrupt):
            files = Files(Path(), Path(folder))
            if transcript is not None:
                files = Files(transcript.parent, transcript.parent, f"{transcript.stem}-")
            asyncio.run(_talk(library, files, waiting_in(curator_for(settings), Path(folder)), lines))
    finally:
        library.close()


def waiting_in(curator: Curator | None, folder: Path) -> Curator | None:
    """Let documents that are attached wait in a folder that goes with the simulation."""
    return replace(curator, staging=Staging(folder / STAGED)) if curator is not None else None


async def _talk(library: Library, files: Files, curator: Curator | None, lines: Sequence[str] | None) -> None:
    async with simulated(library, Screen(), files, curator) as session:
        if lines is None:
            await converse(session, Keyboard())
            return
        await play(session, lines)
