"""How the bot stops: nothing more is heard, answers under way are sent, and all that within ten seconds.

Told so a second time, it goes at once. What is left after that belongs to whoever holds it: tasks are cancelled, which
ends their child processes, and counts are written when the file of servers is closed.
"""

import asyncio
import logging
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import TYPE_CHECKING, Any

from bot.discord import replies

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot

log = logging.getLogger(__name__)

GOODBYE = 2.0  # seconds in which Discord may close its end of the gateway
LAST_ANSWERS = 6.0  # seconds for the answers under way


async def take_leave(bot: "LineupBot") -> None:
    """Hear nothing more, then wait for the answers that are under way."""
    hanging_up = {asyncio.create_task(shard.disconnect()) for shard in bot.shards.values()}
    if hanging_up:
        await asyncio.wait(hanging_up, timeout=GOODBYE)
    under_way = replies.under_way()
    if not under_way:
        return
    log.info("Stopping; answers under way: %d", len(under_way))
    _, unsent = await asyncio.wait(under_way, timeout=LAST_ANSWERS)
    if unsent:
        log.warning("Answers not sent in time: %d", len(unsent))


@contextmanager
def stopping(task: "asyncio.Task[Any]") -> Iterator[None]:
    """Let Ctrl-C and SIGTERM cancel a task, where the event loop can hear them: on Unix, in the main thread."""
    loop, heard = asyncio.get_running_loop(), {}
    with suppress(NotImplementedError, RuntimeError):
        for number in (signal.SIGINT, signal.SIGTERM):
            before = signal.getsignal(number)
            loop.add_signal_handler(number, task.cancel)
            heard[number] = before
    try:
        yield
    finally:
        for number, handler in heard.items():
            loop.remove_signal_handler(number)
            signal.signal(number, handler)


@contextmanager
def leaving_quietly() -> Iterator[None]:
    """Let Ctrl-C and SIGTERM end the process without a fault where no event loop hears them, as while a store opens."""
    before = {number: signal.signal(number, _leave) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _leave(_: int, __: FrameType | None) -> None:
    raise SystemExit(0)
