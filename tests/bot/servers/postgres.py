"""A real PostgreSQL server for the tests: Debian's package, run as an ordinary user on a folder of its own."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from pwd import getpwnam
from signal import SIGINT

import psycopg
import pytest

ORDINARY = ("postgres", "nobody")  # the first that there is; the server refuses root
PASSWORD = "hunter2/and:more"
QUICK = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=40", "shared_buffers=16MB")
STARTS_WITHIN, ENDS_WITHIN = 30.0, 5.0  # seconds
MISSING = "there is no PostgreSQL server on this machine; install it (apt install postgresql) to test against one"


def programs() -> Path | None:
    """Return the folder of the server's programs: Debian keeps them off the path, by version."""
    known = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = str(known[-1]) if known else shutil.which("initdb")
    return Path(found).parent if found else None


class Server:
    """One server: on a socket in its folder without a password, and on a port of this machine with one."""

    def __init__(self, folder: Path, programs: Path) -> None:
        self.folder, self.programs = folder, programs
        self.user = next((name for name in ORDINARY if _exists(name)), None) if os.geteuid() == 0 else None
        self.port = _free_port()
        self.process: subprocess.Popen[bytes] | None = None
        if self.user is not None:
            shutil.chown(folder, self.user)

    @property
    def url(self) -> str:
        return f"postgresql://lineup@/postgres?host={self.folder}&port={self.port}"

    def url_with(self, password: str) -> str:
        return f"postgresql://lineup:{password}@127.0.0.1:{self.port}/postgres"

    def make(self) -> None:
        """Make the files of a new server."""
        command = ("--username=lineup", "--encoding=UTF8", "--locale=C", "--auth-host=scram-sha-256", "--no-sync")
        self.process = self._run("initdb", "--pgdata", str(self.folder / "data"), "--auth-local=trust", *command)
        assert self.process.wait(STARTS_WITHIN) == 0, (self.folder / "log").read_text()

    def start(self) -> None:
        """Start the server, and wait until it takes a connection."""
        options = [word for setting in QUICK for word in ("-c", setting)]
        where = ("-c", f"unix_socket_directories={self.folder}", "-c", "listen_addresses=127.0.0.1")
        self.process = self._run("postgres", "-D", str(self.folder / "data"), "-p", str(self.port), *where, *options)
        until = time.monotonic() + STARTS_WITHIN
        while True:
            try:
                self.run("SELECT 1")
            except psycopg.OperationalError:
                assert self.process.poll() is None, (self.folder / "log").read_text()
                assert time.monotonic() < until, "the server does not start"
                time.sleep(0.02)
            else:
                return

    def stop(self) -> None:
        """End the server, connections and all."""
        if self.process is not None:
            self.process.send_signal(SIGINT)
            try:
                self.process.wait(ENDS_WITHIN)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
            self.process = None

    def run(self, query: str) -> list[tuple[object, ...]]:
        """Run some SQL as the owner of everything, in the schema of the bot."""
        with psycopg.connect(self.url, autocommit=True, options="-c search_path=lineup") as connection:
            cursor = connection.execute(query)
            return cursor.fetchall() if cursor.description else []

    def _run(self, program: str, *arguments: str) -> "subprocess.Popen[bytes]":
        with (self.folder / "log").open("ab") as log:
            return subprocess.Popen(
                (self.programs / program, *arguments),
                cwd=self.folder,
                env={"PATH": os.defpath, "LC_ALL": "C"},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                **({"user": self.user, "group": getpwnam(self.user).pw_gid, "extra_groups": []} if self.user else {}),
            )


@contextmanager
def serving() -> Iterator[Server]:
    """Run a server for as long as tests want it; skip where there is none, and fail where there has to be one."""
    found = programs()
    if found is None:
        (pytest.fail if os.environ.get("LINEUP_CI") else pytest.skip)(MISSING)
    with tempfile.TemporaryDirectory(prefix="lineup-postgres-") as folder:
        server = Server(Path(folder), found)
        try:
            server.make()
            server.start()
            server.run(f"ALTER USER lineup PASSWORD '{PASSWORD}'")
            yield server
        finally:
            server.stop()


def _exists(user: str) -> bool:
    with suppress(KeyError):
        return bool(getpwnam(user))
    return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
