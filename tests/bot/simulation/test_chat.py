"""Talking to the bot in the terminal: what is typed, and what is then to be seen."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.building.child import Built
from bot.building.messages import Fault
from bot.settings import Settings
from bot.simulation import chat
from tests.bot.discord import shelf
from tests.bot.discord.shelf import HeldBuild
from tests.bot.simulation.terminal import SAID, released, terminal

SLOW = 60  # seconds, for a process on a busy machine
AT_ONCE = 2.0  # seconds, the interpreter's own end included

BROKEN = Built(None, "new.md:3: no", faults=(Fault(message="new.md:3: no"),))


async def test_questions_are_answered_while_a_reload_runs():
    build = HeldBuild(wait=released)
    async with terminal(build) as t:
        await t.type(":as admin")
        assert "Reading the documents again" in await t.type("/facts reload")
        assert SAID in await t.type(shelf.PRICE)
        build.release.set()
        await t.session.bot.library.idle()
        await t.session.env.settle()
        assert await t.session.look()
        assert "€19,000" in await t.type(shelf.PRICE)


async def test_reload_is_waited_for_at_the_end_of_the_input():
    async with terminal(HeldBuild(BROKEN, released=True)) as t:
        shown = await t.converse(":as admin\n/facts reload\n")
        assert "new.md:3: no" in shown


async def test_piped_lines_are_taken_until_quit():
    async with terminal() as t:
        shown = await t.converse(f"{shelf.PRICE}\n\n:quit\n{shelf.LAUNCH}\n")
        assert SAID in shown
        assert "2026" not in shown


async def test_plain_output_keeps_a_quote_on_one_line():
    async with terminal() as t:
        long = await t.type(shelf.PRICE)
        assert "\x1b" not in long


def test_without_simcord_a_sentence_says_what_to_install(monkeypatch):
    monkeypatch.setattr(chat, "simcord", None)
    with pytest.raises(SystemExit, match=r"pip install 'lineup-bot\[chat\]'"):
        chat.run(Settings())


def started(store: Path) -> "subprocess.Popen[str]":
    command = (sys.executable, "-m", "bot", "chat", "--facts", str(store))
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, encoding="utf-8")


def test_piped_chat_answers_from_the_real_facts(shipped_store):
    with started(shipped_store) as process:
        said, complained = process.communicate("How much does the Twingo cost?\n", timeout=SLOW)
    assert (process.returncode, complained) == (0, "")
    assert "20,000" in said
    assert "▌ “" in said


def test_ctrl_c_ends_at_once(shipped_store):
    with started(shipped_store) as process:
        assert process.stdout.readline().startswith("A simulated Discord.")
        before = time.perf_counter()
        process.send_signal(signal.SIGINT)
        _, complained = process.communicate(timeout=SLOW)
        assert time.perf_counter() - before < AT_ONCE
    assert (process.returncode, complained) == (0, "")
