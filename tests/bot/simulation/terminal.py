"""A person at the terminal of `lineup chat`, with a table in place of the facts."""

import io
import os
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from pathlib import Path

from rich.console import Console

from bot.discord.knowledge import Knowledge
from bot.discord.library import Library
from bot.discord.operator.curator import Curator
from bot.simulation import chat
from bot.simulation.chat import converse, simulated
from bot.simulation.files import Files
from bot.simulation.keyboard import Keyboard
from bot.simulation.screen import Screen
from tests.bot.discord.shelf import HeldBuild, knowledge

SAID = "The Twingo costs €20,000."


@asynccontextmanager
async def terminal(
    build: HeldBuild | None = None,
    *,
    library: Library | None = None,
    curator: Curator | None = None,
    folder: Path = Path(),
) -> AsyncIterator["Terminal"]:
    """Sit down at a terminal; files are attached from, and kept in, a folder."""
    library = library or Library(knowledge(), build=build or HeldBuild(), opener=renewed)
    output = io.StringIO()
    screen = Screen(Console(file=output, highlight=False))
    async with simulated(library, screen, Files(folder, folder), curator) as session:
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

    def shown(self) -> str:
        """Return what is to be seen since a line was typed here."""
        return self._output.getvalue()

    async def converse(self, text: str) -> str:
        reader, writer = os.pipe()
        os.write(writer, text.encode())
        os.close(writer)
        await converse(self.session, Keyboard(reader))
        os.close(reader)
        return self._output.getvalue()
