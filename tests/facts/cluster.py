"""A real Dask cluster on loopback: child processes, each ended by its own id however the test goes."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from json import JSONDecodeError, loads
from pathlib import Path

LONGEST_START = 60  # seconds, on a machine that does much else
LONGEST_END = 5  # seconds before SIGKILL
QUIET = ("--host", "127.0.0.1", "--no-dashboard")


@dataclass
class Town:
    """A scheduler and its workers."""

    folder: Path
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Where the scheduler listens, once it does."""
        until = time.monotonic() + LONGEST_START
        while time.monotonic() < until:
            with suppress(FileNotFoundError, JSONDecodeError):
                return str(loads(self._file.read_text())["address"])
            assert self.scheduler.poll() is None, "the scheduler has ended"
            time.sleep(0.02)
        raise AssertionError("the scheduler does not start")

    def hire(self, folder: Path | None = None) -> subprocess.Popen[bytes]:
        """Start a worker; what it imports may stand in a folder of its own."""
        options = ("--scheduler-file", str(self._file), "--nthreads", "1", "--no-nanny", "--death-timeout", "60")
        worker = start("worker", *options, folder=folder or self.folder)
        self.workers.append(worker)
        return worker

    @property
    def _file(self) -> Path:
        return self.folder / "scheduler.json"


def start(what: str, *options: str, folder: Path) -> subprocess.Popen[bytes]:
    """Start one part of a cluster."""
    command = (sys.executable, "-m", f"distributed.cli.dask_{what}", *QUIET, *options)
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def end(process: subprocess.Popen[bytes]) -> None:
    """End a child: ask it, and after some seconds make it."""
    process.terminate()
    try:
        process.wait(LONGEST_END)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[Town]:
    """Start a scheduler and some workers side by side."""
    file = str(folder / "scheduler.json")
    town = Town(folder, start("scheduler", "--port", "0", "--no-show", "--scheduler-file", file, folder=folder))
    try:
        for _ in range(workers):
            town.hire()
        yield town
    finally:
        for process in (town.scheduler, *town.workers):
            end(process)
