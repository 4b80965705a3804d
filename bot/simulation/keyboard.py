"""Reads what a person types, or what is piped in, without ever holding up the event loop or its end."""

import asyncio
import os
import threading
from contextlib import suppress

CHUNK = 65_536  # bytes


class Keyboard:
    """Lines from a file descriptor, read in a daemon thread: Ctrl-C need not wait for the next line.

    The thread reads the descriptor itself: inside a buffered reader it could make the interpreter abort at its end.
    """

    def __init__(self, descriptor: int = 0) -> None:
        self._descriptor = descriptor
        self._lines: asyncio.Queue[str | None] = asyncio.Queue()
        self._loop = asyncio.get_running_loop()
        self._next: asyncio.Task[str | None] | None = None
        threading.Thread(target=self._read, name="keyboard", daemon=True).start()

    async def line(self, seconds: float) -> str:
        """Return the next line; raises TimeoutError where none comes in these seconds, EOFError after the last."""
        if self._next is None:
            self._next = asyncio.create_task(self._lines.get())
        done, _ = await asyncio.wait({self._next}, timeout=seconds)
        if not done:
            raise TimeoutError
        line, self._next = self._next.result(), None
        if line is None:
            raise EOFError
        return line

    def _read(self) -> None:
        rest = b""
        while chunk := self._chunk():
            *lines, rest = (rest + chunk).split(b"\n")
            for line in lines:
                self._hand_over(line.decode(errors="replace"))
        if rest:
            self._hand_over(rest.decode(errors="replace"))
        self._hand_over(None)

    def _chunk(self) -> bytes:
        try:
            return os.read(self._descriptor, CHUNK)
        except OSError:
            return b""  # a terminal that is gone has nothing more to say

    def _hand_over(self, line: str | None) -> None:
        with suppress(RuntimeError):  # the loop has ended meanwhile
            self._loop.call_soon_threadsafe(self._lines.put_nowait, line)
