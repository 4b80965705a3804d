"""A full disk, a folder that cannot be written: what stood there stays whole, and one sentence says why."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.asking import Asker
from bot.servers import Servers
from bot.servers.file import ServersFile
from facts.store.reader import FactStore

QUESTION = "How much is the Twingo?"
BLOCK = 512  # bytes that `ulimit -f` counts
LINEUP = [sys.executable, "-m", "bot"]

CHOOSE = """
import asyncio, sys
from pathlib import Path
from bot.servers import Servers, ServerSettings
from bot.servers.file import ServersFile
from bot.servers.errors import ServersError

async def main():
    servers = Servers(ServersFile(Path(sys.argv[1])))
    for number in range(1, 10_000):
        await servers.change(number, ServerSettings(frozenset(range(number, number + 20)), None, "fr"))
        print(number, flush=True)

try:
    asyncio.run(main())
except ServersError as fault:
    sys.exit(str(fault))
"""


def run(command: list[str], **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, **options)  # type: ignore[call-overload]  # options of any kind


def within(size: int, command: list[str]) -> list[str]:
    """Return a command whose files may not grow beyond so many bytes: what a full disk is to it."""
    return ["/bin/sh", "-c", f'ulimit -f {size // BLOCK}; exec "$@"', "sh", *command]


def without_rights(command: list[str]) -> list[str]:
    """Return a command for which the rights of files count, be it started by root."""
    return command if os.geteuid() else ["setpriv", "--bounding-set", "-dac_override", *command]


@pytest.fixture
def folder(shipped_store: Path, tmp_path: Path) -> Path:
    """Return a folder with a document and an earlier store."""
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "new.md").write_text("The Renault Twingo costs 20,500 euros.\n" * 40, encoding="utf-8")
    (tmp_path / "store").mkdir()
    shutil.copy(shipped_store, tmp_path / "store" / "facts.db")
    return tmp_path


def build(folder: Path) -> list[str]:
    return [*LINEUP, "build", "--documents", str(folder / "documents"), "--facts", str(folder / "store" / "facts.db")]


def check_refused(done: subprocess.CompletedProcess[str], folder: Path, before: bytes) -> None:
    assert done.returncode == 1, done.stderr
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert done.stderr.startswith("lineup: ")
    assert (folder / "store" / "facts.db").read_bytes() == before
    assert [path.name for path in (folder / "store").iterdir() if path.name.endswith(".new")] == []


@pytest.mark.parametrize("size", [4_096, 4_194_304])
def test_build_that_fills_the_disk_leaves_the_old_store(folder, size):
    before = (folder / "store" / "facts.db").read_bytes()
    done = run(within(size, build(folder)))
    check_refused(done, folder, before)
    assert "free some space, or" in done.stderr
    with FactStore.open(folder / "store" / "facts.db") as store:
        assert "20,000" in Asker(store).ask(QUESTION).text


def test_build_into_a_folder_that_cannot_be_written_leaves_the_old_store(folder):
    before = (folder / "store" / "facts.db").read_bytes()
    (folder / "store").chmod(0o555)
    done = run(without_rights(build(folder)))
    (folder / "store").chmod(0o755)
    check_refused(done, folder, before)
    assert "choose another place with --facts or LINEUP_FACTS" in done.stderr


def test_question_finds_no_folder_that_can_be_written(tmp_path):
    """A temporary store is built, and that is said once."""
    (tmp_path / "cache").mkdir(mode=0o555)
    environment = os.environ | {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    environment.pop("LINEUP_FACTS", None)
    done = run(without_rights([*LINEUP, "ask", QUESTION]), env=environment)
    assert done.returncode == 0, done.stderr
    assert "20,000" in done.stdout
    assert len(done.stderr.splitlines()) == 1
    assert list((tmp_path / "cache").iterdir()) == []


async def test_choices_that_were_told_as_kept_outlive_a_full_disk(tmp_path):
    path = tmp_path / "servers.db"
    done = run(within(262_144, [sys.executable, "-c", CHOOSE, str(path)]))
    told = [int(line) for line in done.stdout.split()]
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert str(path) in done.stderr
    assert len(told) > 10
    servers = Servers(ServersFile(path))
    assert [servers.settings(number).language for number in told] == ["fr"] * len(told)
    await servers.change(1, servers.settings(1))  # there is room again
    servers.close()
