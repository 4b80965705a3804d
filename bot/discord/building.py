"""Builds a store in a child process, so that the event loop and its interpreter never do the work of a build."""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.discord.knowledge import Built
from facts.errors import FactsError

LONGEST_BUILD = 14 * 60  # seconds; Discord forgets after 15 minutes whom to tell the result
KEPT_OUTPUT = 4_000  # bytes of what a build said, more than Discord shows
TRACEBACK = "Traceback (most recent call last)"
SECRETS = ("DISCORD_TOKEN",)  # no business of a build


@dataclass(frozen=True, slots=True)
class ChildBuild:
    """Runs `lineup build` on folders of documents. `target` says where the store goes, which may take reading them."""

    folders: Sequence[Path]
    target: Callable[[], Path]

    async def __call__(self) -> Built:
        """Build, and return the new store or what the build said of its failure. A cancelled build is killed."""
        try:
            target = await asyncio.to_thread(self.target)
        except (FactsError, OSError) as fault:
            return Built(None, str(fault))
        process = await self._start(target)
        try:
            async with asyncio.timeout(LONGEST_BUILD):
                complaint = await _end_of(process.stderr)
                summary = await _end_of(process.stdout)  # short: it waits in the pipe meanwhile
                status = await process.wait()
        except TimeoutError:
            return Built(None, f"the build took longer than {LONGEST_BUILD // 60} minutes and was ended")
        finally:
            await _kill(process)
        if status != 0:
            return Built(None, _reason(complaint, status))
        return Built(target, summary)

    async def _start(self, target: Path) -> Process:
        options = [word for folder in self.folders for word in ("--documents", str(folder))]
        command = (sys.executable, "-m", "bot", "build", *options, "--facts", str(target))
        environment = {name: value for name, value in os.environ.items() if name not in SECRETS}
        return await asyncio.create_subprocess_exec(*command, stdin=DEVNULL, stdout=PIPE, stderr=PIPE, env=environment)


def _reason(complaint: str, status: int) -> str:
    """Return what a failed build complained of; of a defect, which ends in a traceback, only what it was."""
    if TRACEBACK in complaint:
        return f"the build broke down, which is a defect of Lineup: {complaint.splitlines()[-1]}"
    return complaint.removeprefix("lineup: ") or f"the build ended with status {status} and said nothing"


async def _end_of(stream: asyncio.StreamReader | None) -> str:
    """Read a stream to its end and keep the last of it."""
    kept = b""
    if stream is not None:
        while chunk := await stream.read(KEPT_OUTPUT):
            kept = (kept + chunk)[-KEPT_OUTPUT:]
    return kept.decode(errors="replace").strip()


async def _kill(process: Process) -> None:
    if process.returncode is None:
        process.kill()
        await process.wait()
