"""Talking to the bot in the terminal: what is typed, and what is then to be seen."""

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from rich.console import Console

from bot import chat
from bot.chat import converse, simulated
from bot.discord.keyboard import Keyboard
from bot.discord.knowledge import Built, Knowledge
from bot.discord.library import Library
from bot.discord.screen import Screen
from bot.settings import Settings
from tests.bot.discord import shelf
from tests.bot.discord.shelf import HeldBuild, knowledge

SLOW = 60  # seconds, for a process on a busy machine
AT_ONCE = 2.0  # seconds, the interpreter's own end included
SAID = "The Twingo costs €20,000."


@asynccontextmanager
async def terminal(build: HeldBuild | None = None) -> AsyncIterator["Terminal"]:
    library = Library(knowledge(), build=build or HeldBuild(), opener=renewed)
    output = io.StringIO()
    async with simulated(library, Screen(Console(file=output, highlight=False))) as session:
        yield Terminal(session, output)


async def released(waiting: Awaitable[object], *, reason: str) -> object:
    """Wait for the test's word; that this is no work of the bot's is what the chat itself has to declare."""
    assert reason
    return await waiting


def renewed(_: object) -> Knowledge:
    return knowledge(price="The Twingo costs €19,000.")


class Terminal:
    """Types lines and reads what they bring up."""

    def __init__(self, session: chat.Session, output: io.StringIO) -> None:
        self.session = session
        self._output = output

    async def type(self, line: str) -> str:
        self._output.seek(0)
        self._output.truncate()
        await self.session.take(line)
        return self._output.getvalue()

    async def converse(self, text: str) -> str:
        reader, writer = os.pipe()
        os.write(writer, text.encode())
        os.close(writer)
        await converse(self.session, Keyboard(reader))
        os.close(reader)
        return self._output.getvalue()


async def test_question_shows_answer_and_quote():
    async with terminal() as t:
        assert await t.type(shelf.PRICE) == (
            "Lineup\n"
            f"  {SAID}\n"
            "  ▌ “The Twingo costs 20,000 euros.”\n"
            "  ▌ article.txt · publisher unknown · date unknown\n"
        )


async def test_silence_is_explained():
    async with terminal() as t:
        assert (await t.type(shelf.UNKNOWN)).startswith("(no reply: in a channel Lineup speaks only when it is sure")


async def test_mention_by_name_is_a_mention():
    async with terminal() as t:
        await t.type("/general")
        assert "(no reply: here Lineup answers only when it is mentioned" in await t.type(shelf.PRICE)
        assert SAID in await t.type(f"@lineup {shelf.PRICE}")


async def test_direct_message():
    async with terminal() as t:
        assert "The documents give no weight." in await t.type(f"/dm {shelf.UNKNOWN}")
        assert t.session.prompt == "robin (member) in a direct message> "


async def test_ask_command():
    async with terminal() as t:
        assert SAID in await t.type(f"/ask {shelf.PRICE}")
        await t.type("/dm")
        assert SAID in await t.type(f"/ask question:{shelf.PRICE}")


async def test_button_is_pressed_by_number():
    async with terminal() as t:
        assert "[1] Twingo   [2] Spring" in await t.type(shelf.WHICH)
        assert "(there are 2 buttons)" in await t.type("3")
        shown = await t.type("1")
        assert SAID in shown
        assert "[1]" not in shown


async def test_member_does_not_see_the_commands_of_the_operator():
    async with terminal() as t:
        assert await t.type("/facts status") == "(there is no such command for robin here; there are: /ask)\n"


async def test_admin_sees_them_and_nobody_else_the_reply():
    async with terminal() as t:
        await t.type("/as admin")
        shown = await t.type("/facts status")
        assert "only you can see this" in shown
        assert "Facts: 1 documents, 2 facts" in shown
        assert "channels listened to: #lineup" in shown
        await t.type("/as member")
        t.session.seen.clear()
        assert "Facts:" not in await t.type("/ask hello")


async def test_questions_are_answered_while_a_reload_runs():
    build = HeldBuild(wait=released)
    async with terminal(build) as t:
        await t.type("/as admin")
        assert "Reading the documents again" in await t.type("/facts reload")
        assert SAID in await t.type(shelf.PRICE)
        build.release.set()
        await t.session.bot.library.idle()
        await t.session.env.settle()
        assert t.session.look()
        assert "€19,000" in await t.type(shelf.PRICE)


async def test_reload_is_waited_for_at_the_end_of_the_input():
    async with terminal(HeldBuild(Built(None, "new.md:3: no"), released=True)) as t:
        shown = await t.converse("/as admin\n/facts reload\n")
        assert "new.md:3: no" in shown


async def test_piped_lines_are_taken_until_quit():
    async with terminal() as t:
        shown = await t.converse(f"{shelf.PRICE}\n\n/quit\n{shelf.LAUNCH}\n")
        assert SAID in shown
        assert "2026" not in shown


async def test_help_lists_what_can_be_typed():
    async with terminal() as t:
        shown = await t.type("/help")
        assert all(word in shown for word in ("/ask", "/facts reload", "/as admin", "/dm", "/quit", "@lineup"))


ODD = ["/as nobody", "/as", "/nonsense", "/ask", "/ask " + "x" * 6_001, "7", "x" * 5_000, "\x00\x07", "\u202e"]


@pytest.mark.parametrize("line", ODD)
async def test_odd_lines_do_no_harm(line):
    async with terminal() as t:
        await t.type(line)
        assert SAID in await t.type(shelf.PRICE)


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
