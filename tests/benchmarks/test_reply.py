"""From a message to the reply below it, in the whole bot on a simulated Discord, beside a bot that only echoes.

Each world is a fresh one, since the simulation slows down as messages add up. Only the ratio to the echo can fail.
"""

import statistics
from collections.abc import Awaitable
from time import perf_counter

import discord
import pytest
import simcord

from bot.asking import Asker
from bot.browsing import Browser
from bot.discord.knowledge import Knowledge
from facts.store.reader import FactStore
from tests.benchmarks.conftest import Report
from tests.benchmarks.test_question import p99
from tests.bot.discord.world import started, world

pytestmark = pytest.mark.benchmark

AIM = "aim: median 10 ms"
WORLDS = 40
MOST_ECHOES = 8  # a reply may take as long as so many echoes
QUESTIONS = [  # five: what a person is replied to in a row
    "What is the price of the Twingo?",
    "which car is built in Novo Mesto",
    "Combien coûte la Twingo ?",
    "What is the range of the Twingo?",
    "Who is the CEO of Renault?",
]


class Echo(discord.Client):
    """Replies with what was written, and does nothing else."""

    async def on_message(self, message: discord.Message) -> None:
        if not message.author.bot:
            await message.reply(message.content)


async def timed(action: Awaitable[object]) -> float:
    """Return the seconds that something takes."""
    begun = perf_counter()
    await action
    return perf_counter() - begun


async def replies(known: Knowledge) -> list[float]:
    """Ask in a fresh world and time each reply."""
    async with world(known) as w:
        spent = [await timed(w.mention(question)) for question in QUESTIONS]
        assert len(w.said(w.general)) == len(QUESTIONS)
        return spent


async def echoes() -> list[float]:
    """Write the same in a fresh world of a bot that echoes."""
    bot = Echo(intents=discord.Intents(guilds=True, guild_messages=True, message_content=True), max_messages=None)
    env = simcord.Env(bot)
    async with started(env):
        guild = env.create_guild("Garage")
        channel, alice = guild.create_text_channel("general"), guild.add_member(env.create_user("alice"))
        await env.settle()
        spent = [await timed(alice.send(channel, f"<@{bot.user.id}> {question}")) for question in QUESTIONS]
        assert len(channel.history()) == 2 * len(QUESTIONS)
        return spent


async def test_message_to_reply(shipped_facts: FactStore, report: Report) -> None:
    known = Knowledge(Asker(shipped_facts), shipped_facts, Browser(shipped_facts))
    await replies(known)
    await echoes()

    replied, echoed = [], []
    for _ in range(WORLDS):  # by turns, so that a busy machine holds up both
        replied += await replies(known)
        echoed += await echoes()

    median, floor = statistics.median(replied), statistics.median(echoed)
    report("message to reply, fresh world", f"median {1e3 * median:.2f} ms, p99 {1e3 * p99(replied):.2f} ms ({AIM})")
    report(
        "  floor: a bot that echoes",
        f"median {1e3 * floor:.2f} ms, p99 {1e3 * p99(echoed):.2f} ms; a reply is {median / floor:.1f} of them",
    )
    assert median / floor < MOST_ECHOES
