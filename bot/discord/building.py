"""Builds a store in a child process, so that the event loop and its interpreter never do the work of a build."""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.discord.knowledge import Built

LONGEST_BUILD = 14 * 60  # seconds; Discord forgets after 15 minutes whom to tell the result
KEPT_OUTPUT = 4_000  # characters of the end of what a failed build said
SECRETS = ("DISCORD_TOKEN",)  # no business of a build


@dataclass(frozen=True, slots=True)
class ChildBuild:
    """Runs `lineup build` with the given options. `store` tells, off the loop, where the new store is to be found."""

    options: Sequence[str]
    store: Callable[[], Path]

    async def __call__(self) -> Built:
        """Build, and return the new store or what the build said of its failure. A cancelled build is killed."""
        command = (sys.executable, "-m", "bot", "build", *self.options)
        environment = {name: value for name, value in os.environ.items() if name not in SECRETS}
        process = await asyncio.create_subprocess_exec(
            *command, stdin=DEVNULL, stdout=DEVNULL, stderr=PIPE, env=environment
        )
        try:
            async with asyncio.timeout(LONGEST_BUILD):
                said = await _last_words(process)
                status = await process.wait()
        except TimeoutError:
            return Built(None, f"the build took longer than {LONGEST_BUILD // 60} minutes and was ended")
        finally:
            await _end(process)
        if status != 0:
            return Built(None, said or f"the build ended with status {status} and said nothing")
        return Built(await asyncio.to_thread(self.store))


async def _last_words(process: Process) -> str:
    """Read everything the build says on its error stream and keep the end of it."""
    kept = b""
    if process.stderr is not None:
        while chunk := await process.stderr.read(KEPT_OUTPUT):
            kept = (kept + chunk)[-KEPT_OUTPUT:]
    return kept.decode(errors="replace").strip()


async def _end(process: Process) -> None:
    if process.returncode is None:
        process.kill()
        await process.wait()
