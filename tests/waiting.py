"""Waiting for what happens elsewhere: in another process, or in a task that tells nobody of it."""

import asyncio
from collections.abc import Callable

SOON = 60.0  # seconds, on a busy machine
AGAIN = 0.01  # seconds between two looks


async def until(holds: Callable[[], object], what: str = "") -> None:
    """Wait until something holds; fail where it does not within a minute."""
    try:
        async with asyncio.timeout(SOON):
            while not holds():  # noqa: ASYNC110  # the event would have to come from the code under test
                await asyncio.sleep(AGAIN)
    except TimeoutError:
        raise AssertionError(f"waited in vain{f' until {what}' if what else ''}") from None
