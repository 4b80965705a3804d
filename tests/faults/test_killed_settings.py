"""SIGKILL while servers choose: what was told as kept is there, the file is whole, and the next process writes on."""

import asyncio
import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from bot.servers import Servers, ServerSettings
from bot.servers.file import ServersFile
from tests.faults.test_disks import CHOOSE

KILLS = 8
SEED = 7  # of the moments


async def check(path: Path, told: list[int]) -> None:
    servers = Servers(ServersFile(path))
    assert all(servers.settings(number) != ServerSettings() for number in told)
    await servers.change(2**40, ServerSettings(language="en"))
    servers.close()


def test_choices_that_were_told_as_kept_outlive_any_kill(tmp_path):
    path, moments, kept = tmp_path / "servers.db", random.Random(SEED), 0  # noqa: S311  # moments, no secrets
    for _ in range(KILLS):
        writing = subprocess.Popen([sys.executable, "-c", CHOOSE, str(path)], stdout=subprocess.PIPE, text=True)
        assert writing.stdout is not None
        told = [int(writing.stdout.readline())]
        time.sleep(moments.random() * 0.1)
        writing.kill()
        told += [int(line) for line in writing.stdout.read().split()]
        writing.wait()
        writing.stdout.close()
        asyncio.run(check(path, told))
        with sqlite3.connect(path) as file:
            assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        kept = max(kept, len(told))
    assert kept > 1  # some were killed in the middle of it
