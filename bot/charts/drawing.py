"""Draws in a child process, one picture at a time: drawing is slow, large, and written in another language.

Without the extra `charts` nothing is drawn, and nobody is told off for it.
"""

import asyncio
import json
import logging
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE
from contextlib import suppress
from importlib.util import find_spec

from bot.charts.picture import Spec
from bot.settings import without_secrets

log = logging.getLogger(__name__)

PATIENCE = 20.0  # seconds; a picture takes less than one
NICE = 5
LARGEST = 5_000_000  # bytes; Discord takes more


class Drawer:
    """Makes pictures of their descriptions."""

    def __init__(self, module: str = "vl_convert") -> None:
        self.can_draw = find_spec(module) is not None
        self._turn = asyncio.Lock()

    async def draw(self, picture: Spec) -> bytes | None:
        """Return a picture as PNG; None where it cannot be drawn, which the log says."""
        if not self.can_draw:
            return None
        async with self._turn:
            return await _drawn(json.dumps(picture).encode())


async def _drawn(description: bytes) -> bytes | None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.charts", stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=without_secrets()
    )
    if hasattr(os, "setpriority"):
        with suppress(ProcessLookupError):
            os.setpriority(os.PRIO_PROCESS, process.pid, NICE)
    try:
        async with asyncio.timeout(PATIENCE):
            picture, _ = await process.communicate(description)
    except TimeoutError:
        log.warning("A chart took longer than %s seconds and was not drawn", PATIENCE)
        return None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode or not 0 < len(picture) <= LARGEST:
        log.warning("A chart was not drawn: the drawing ended with status %s", process.returncode)
        return None
    return picture
