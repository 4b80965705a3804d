"""A place where facts are published: a folder, an object store, a web server. Only this module knows obstore.

Whatever is put is there whole or not at all, and a manifest replaces the one that was read before or none. Folders
have no conditional writes, so there a lock does the same among those who publish.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import IO, TYPE_CHECKING, Self

import obstore
from filelock import FileLock, Timeout
from obstore.exceptions import (
    AlreadyExistsError,
    BaseError,
    PermissionDeniedError,
    PreconditionError,
    UnauthenticatedError,
)
from obstore.store import HTTPStore, LocalStore, from_url

from bot.publishing.errors import AddressError, OvertakenError, UnreachableError, UnusableError
from bot.publishing.manifest import LARGEST, MANIFEST, Manifest
from bot.redacting import redacted

if TYPE_CHECKING:
    from obstore import GetResult, PutMode, UpdateVersion
    from obstore.store import ClientConfig, ObjectStore, RetryConfig

LOCK = ".facts.lock"  # in a folder, held while somebody publishes there
DRAFTS = ".db#*"  # how obstore ends the names of files that it has not written to their end
PATIENCE = 10 * 60.0  # seconds that one who publishes to a folder waits for another
PIECE = 4 * 1024 * 1024  # bytes read at once
PART = 5 * 1024 * 1024  # bytes sent at once: S3 takes no smaller parts, and 10,000 of them
SIDE_BY_SIDE = 4  # parts sent at the same time
CLIENT: "ClientConfig" = {
    "allow_http": True,  # where the address, or the endpoint in the environment, begins so
    "connect_timeout": timedelta(seconds=5),
    "read_timeout": timedelta(seconds=20),  # without a byte
    "timeout": timedelta(hours=2),  # of one answer, the whole store included
}
RETRIES: "RetryConfig" = {"max_retries": 3, "retry_timeout": timedelta(seconds=20)}  # obstore tries for 180 by itself
FAULTS = (BaseError, OSError, ValueError, NotImplementedError)  # all that obstore raises
LONGEST_REASON = 200  # characters of what a place answered
_ATTEMPTS = re.compile(r" in [\d.]+[mµn]?s\b(, after .*?retry_timeout: \S+)?")  # differs from time to time
_MARKUP = re.compile(r":? *<.*", re.DOTALL)  # of a server's answer


@dataclass(frozen=True, slots=True)
class Edition:
    """A manifest as it was found, with what the place calls this state of the file."""

    manifest: Manifest
    version: "UpdateVersion"


class Place:
    """Reads and writes one place. What goes wrong there is an UnreachableError that shows no secret."""

    def __init__(self, shown: str, where: "ObjectStore | Path") -> None:
        self.shown = shown  # the address without the secrets in it
        self._where = where

    @property
    def _folder(self) -> Path | None:
        return self._where if isinstance(self._where, Path) else None

    @property
    def _store(self) -> "ObjectStore":
        """The store behind it; raises FileNotFoundError where there is no such folder."""
        if not isinstance(self._where, Path):
            return self._where
        if not self._where.is_dir():
            raise FileNotFoundError(f"there is no folder {self._where}")
        return LocalStore(self._where)

    @classmethod
    def in_folder(cls, folder: Path) -> Self:
        """Return the place in a folder, which is made once something is put there."""
        return cls(str(folder), folder)

    @classmethod
    def at(cls, address: str, shown: str) -> Self:
        """Return the place at an address; credentials come from it or from the environment. Raises AddressError."""
        try:
            store = from_url(address, client_options=CLIENT, retry_config=RETRIES)
        except FAULTS as fault:
            raise AddressError(f"{shown} cannot be used: {_reason(fault)}") from None
        return cls(shown, store)

    def read(self) -> Edition | None:
        """Return the manifest; None where nothing is published. Raises UnusableError where it is none of ours."""
        with self._told("read"):
            try:
                result = obstore.get(self._store, MANIFEST)
                content = b"" if result.meta["size"] > LARGEST else bytes(result.bytes())
            except FileNotFoundError:
                return None
        return self._edition(result, content)

    async def look(self) -> Edition | None:
        """Do the same as `read` without holding up an event loop."""
        with self._told("read"):
            try:
                result = await obstore.get_async(self._store, MANIFEST)
                content = b"" if result.meta["size"] > LARGEST else bytes(await result.bytes_async())
            except FileNotFoundError:
                return None
        return self._edition(result, content)

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield the content of a file in pieces; none where there is no such file."""
        with self._told("read"):
            try:
                result = obstore.get(self._store, name)
            except FileNotFoundError:
                return
            stream = iter(result.stream(min_chunk_size=PIECE))
        while True:
            with self._told("read"):
                piece = next(stream, None)
            if piece is None:
                return
            yield bytes(piece)

    def size_of(self, name: str) -> int | None:
        """Return how large a file is; None where there is none."""
        with self._told("read"):
            try:
                return obstore.head(self._store, name)["size"]
            except FileNotFoundError:
                return None

    def put(self, name: str, file: IO[bytes]) -> None:
        """Write a file from its start, whole or not at all, in parts that never fill the memory."""
        file.seek(0)
        with self._told("written"):
            obstore.put(self._store, name, file, chunk_size=PART, max_concurrency=SIDE_BY_SIDE)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Let nobody else publish to a folder meanwhile, and sweep what dead ones left; elsewhere nothing needs it.

        Raises AddressError where nothing can be published.
        """
        if isinstance(self._where, HTTPStore):
            raise AddressError(
                f"{self.shown} can be read but not written; publish to the folder or the object store behind it"
            )
        if self._folder is None:
            yield
            return
        lock = FileLock(self._folder / LOCK)
        with self._told("written"):
            self._folder.mkdir(parents=True, exist_ok=True)
            try:
                lock.acquire(timeout=PATIENCE)
            except Timeout:
                raise UnreachableError(f"somebody publishes to {self.shown} since long; try again later") from None
        try:
            for draft in self._folder.glob(f"*{DRAFTS}"):
                draft.unlink(missing_ok=True)
            yield
        finally:
            lock.release()

    def replace(self, manifest: Manifest, before: Edition | None) -> None:
        """Put a manifest where the one that was read before stands, or none; raises OvertakenError otherwise."""
        try:
            self._put_manifest(manifest.written(), before)
        except (AlreadyExistsError, PreconditionError):
            now = self.read()
            if now is not None and now.manifest == manifest:
                return  # an answer was lost on its way, and the place has taken it all the same
            raise OvertakenError(_overtaken(self.shown, now)) from None

    def _put_manifest(self, content: bytes, before: Edition | None) -> None:
        mode: PutMode = before.version if before is not None else "create"
        if self._folder is not None and before is not None:
            now = self.read()
            if now is None or now.version != before.version:
                raise PreconditionError
            mode = "overwrite"
        with self._told("written", expected=(AlreadyExistsError, PreconditionError)):
            obstore.put(self._store, MANIFEST, content, mode=mode)

    def _edition(self, result: "GetResult", content: bytes) -> Edition:
        manifest = Manifest.read(content)
        if manifest is None:
            raise UnusableError(f"{MANIFEST} at {self.shown} was not written by Lineup; use another address")
        meta = result.meta
        version: UpdateVersion = {}
        if meta["e_tag"] is not None:
            version["e_tag"] = meta["e_tag"]
        if meta["version"] is not None:
            version["version"] = meta["version"]
        return Edition(manifest, version)

    @contextmanager
    def _told(self, done: str, expected: tuple[type[Exception], ...] = ()) -> Iterator[None]:
        try:
            yield
        except expected:
            raise
        except FAULTS as fault:
            raise UnreachableError(f"{self.shown} cannot be {done}: {_reason(fault)}") from None


def _reason(fault: Exception) -> str:
    """Say why, in what never differs between two attempts, without secrets."""
    if isinstance(fault, UnauthenticatedError):
        return "it does not know these credentials"
    if isinstance(fault, PermissionDeniedError):
        return "it does not allow that with these credentials"
    first = str(fault).partition("\n")[0]
    words = _MARKUP.sub("", _ATTEMPTS.sub("", first)).split()
    return redacted(" ".join(words))[:LONGEST_REASON] or type(fault).__name__


def _overtaken(shown: str, now: Edition | None) -> str:
    if now is None:
        return f"somebody removed what was published at {shown} meanwhile; publish again"
    when = now.manifest.published.isoformat(timespec="seconds")
    return (
        f"somebody else published to {shown} meanwhile ({when}, documents {now.manifest.documents}), and that stays; "
        "publish again if yours are to count"
    )
