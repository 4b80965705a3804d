"""`lineup chat`: the very same bot on a simulated Discord, talked to in the terminal.

What a person types goes through Discord's own rules (who sees which command, who may press what); what the bot sends
is shown as Discord would show it. Only this module knows simcord.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from time import monotonic

import discord

from bot.building.child import Built, Tells
from bot.discord.knowledge import Builds
from bot.discord.library import Library
from bot.discord.lineup import LineupBot
from bot.discord.opening import open_library
from bot.settings import Settings
from bot.simulation.keyboard import Keyboard
from bot.simulation.screen import Screen
from bot.simulation.session import Session

try:
    import simcord

    from bot.simulation.locales import Locales, spoken
except ModuleNotFoundError:  # run() says so in a sentence
    simcord = None  # type: ignore[assignment]  # never used then

WITHOUT_SIMCORD = (
    "`lineup chat` needs the simulated Discord, which is not installed; add it with: pip install 'lineup-bot[chat]'"
)
NAME = "Lineup"
PATIENCE = 30.0  # seconds that simcord waits for the bot to finish with one message
LOOK_AGAIN = 0.2  # seconds between looks for what the bot says by itself, as at the end of a reload

WELCOME = 'A simulated Discord. Ask in your own words; ":help" lists what else can be typed, ":quit" ends.'


@dataclass(frozen=True, slots=True)
class UnhurriedBuild:
    """A build that the simulation need not wait for, so that questions can be asked meanwhile."""

    build: Builds
    env: "simcord.Env"

    async def __call__(self, by: str = "", tell: Tells | None = None) -> Built:
        built: Built = await self.env.external_wait(self.build(by, tell), reason="a build in a child process")
        return built


@asynccontextmanager
async def simulated(library: Library, screen: Screen) -> AsyncIterator[Session]:
    """Put the bot on a simulated Discord with one server, two channels, a member and an admin."""
    bot = LineupBot(library)
    env = simcord.Env(bot, shard_count=1, check_errors=False, settle_timeout=PATIENCE)
    library.build = UnhurriedBuild(library.build, env)
    await env.start()
    try:
        with env.time_context(), spoken() as locales:
            yield await _furnish(env, bot, screen, locales)
    finally:
        await env.shutdown()


async def _furnish(env: "simcord.Env", bot: LineupBot, screen: Screen, locales: "Locales") -> Session:
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
    return Session(
        env, bot, screen, people, channels, locales, (simcord.SetupError, simcord.BackendError, TimeoutError)
    )


async def converse(session: Session, keyboard: Keyboard) -> None:
    """Take line after line until the person quits or the input ends; a reload under way is waited for."""
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
            if session.look():
                session.screen.prompt(session.prompt)
            continue
        except EOFError:
            break
        if not goes_on:
            return
        session.screen.prompt(session.prompt)
    await session.bot.library.idle()
    await session.env.settle()
    session.look()


def run(settings: Settings) -> None:
    """Talk to the bot until the input ends or Ctrl-C is pressed; raises FactsError where there are no facts."""
    if simcord is None:
        raise SystemExit(f"lineup: {WITHOUT_SIMCORD}")
    library = open_library(settings)
    try:
        with suppress(KeyboardInterrupt):
            asyncio.run(_talk(library))
    finally:
        library.close()


async def _talk(library: Library) -> None:
    async with simulated(library, Screen()) as session:
        await converse(session, Keyboard())
