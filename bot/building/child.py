"""Runs a build in a child process, so that the event loop and its interpreter never do the work of one.

The child yields to everything else on the machine, knows no secret, and ends when the bot does, however that ends.
"""

import asyncio
import os
import subprocess
import sys
from asyncio.subprocess import PIPE, STDOUT, Process
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from bot.building.locking import BusyError
from bot.building.messages import LINE, Busy, Failure, Fault, Progress, Report
from bot.settings import without_secrets
from facts.errors import FactsError

LONGEST_BUILD = 4 * 60 * 60  # seconds
LONGEST_LINE = 8 * 1024 * 1024  # bytes; a report of thirty documents is a hundredth of it
KEPT_OUTPUT = 4_000  # characters of what a build complained of, more than Discord shows
NICE = 10
TRACEBACK = "Traceback (most recent call last)"

Tells = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Built:
    """How a build ended: a new store, or None; what it said of its work or its failure; or that another is running."""

    store: Path | None
    said: str = ""
    report: Report | None = None
    faults: tuple[Fault, ...] = ()
    busy: Busy | None = None


@dataclass(frozen=True, slots=True)
class ChildBuild:
    """Runs `lineup build` on folders of documents. `target` says where the store goes, which may take reading them."""

    folders: Sequence[Path]
    target: Callable[[], Path]
    since: Callable[[], Path] | None = None  # the store against which to tell what is new; that at the target otherwise

    async def __call__(self, by: str = "", tell: Tells | None = None) -> Built:
        """Build for somebody, telling of the progress. A cancelled build is killed."""
        try:
            target = await asyncio.to_thread(self.target)
        except (FactsError, OSError) as fault:
            return _failed(str(fault))
        options = [word for folder in self.folders for word in ("--documents", str(folder))]
        options += ["--since", str(self.since())] if self.since is not None else []
        return await built_by(("build", *options, "--facts", str(target)), by, tell)


async def built_by(
    arguments: Sequence[str], by: str = "", tell: Tells | None = None, *, environment: Mapping[str, str] | None = None
) -> Built:
    """Run a command of `lineup` that ends in a store. Where this is cancelled, it is killed."""
    told = ("--progress", "json", "--while-stdin-is-open", "--by", by)
    process = await _start((*arguments, *told), environment or without_secrets())
    try:
        async with asyncio.timeout(LONGEST_BUILD):
            ended, complaint = await _follow(process.stdout, tell)
            status = await process.wait()
    except TimeoutError:
        return _failed(f"the build took longer than {LONGEST_BUILD // 3600} hours and was ended")
    finally:
        await _kill(process)
    return _outcome(ended, complaint, status)


async def _start(arguments: Sequence[str], environment: Mapping[str, str]) -> Process:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", *arguments),
        stdin=PIPE,  # never written to: it ends when this process does
        stdout=PIPE,
        stderr=STDOUT,  # one stream, in order: what is no message is a complaint
        env=environment,
        limit=LONGEST_LINE,
        creationflags=getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0),
    )
    if hasattr(os, "setpriority"):
        with suppress(ProcessLookupError):  # it may have ended already
            os.setpriority(os.PRIO_PROCESS, process.pid, NICE)
    return process


async def _follow(
    stream: asyncio.StreamReader | None, tell: Tells | None
) -> tuple[Report | Failure | Busy | None, str]:
    """Read what a build tells; return how it says that it ended, if it does, and what else it said: its complaints."""
    ended: Report | Failure | Busy | None = None
    complaint = ""
    while stream is not None and (line := await stream.readline()):
        try:
            message = LINE.validate_json(line)
        except ValidationError:
            complaint = (complaint + line.decode(errors="replace"))[-KEPT_OUTPUT:]
            continue
        if not isinstance(message, Progress):
            ended = message
        elif tell is not None:
            tell(message)
    return ended, complaint.strip()


def _outcome(ended: Report | Failure | Busy | None, complaint: str, status: int) -> Built:
    match ended:
        case Report() if status == 0:
            return Built(Path(ended.store), ended.summary, report=ended)
        case Failure():
            return Built(None, "\n".join(map(str, ended.faults)), faults=ended.faults)
        case Busy():
            return Built(None, str(BusyError(ended.by, ended.since)), busy=ended)
    return _failed(_reason(complaint, status))


def _failed(said: str) -> Built:
    return Built(None, said, faults=(Fault(message=said),))


def _reason(complaint: str, status: int) -> str:
    """Return what a failed build complained of; of a defect, which ends in a traceback, only what it was."""
    if TRACEBACK in complaint:
        return f"the build broke down, which is a defect of Lineup: {complaint.splitlines()[-1]}"
    return complaint.removeprefix("lineup: ") or f"the build ended with status {status} and said nothing"


async def _kill(process: Process) -> None:
    if process.returncode is None:
        process.kill()
        await process.wait()
