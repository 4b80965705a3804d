"""The folder of this machine that published stores are fetched to, one for each place: which of them counts here.

A question from a shell looks here first, so nothing of fetching is imported.
"""

import hashlib
import json
import os
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

FOLDER = "published"  # in the cache folder
DIGITS = 16  # of the hash of an address
STORES = "facts-*.db"
CURRENT = "current.json"  # the manifest that counts here
KEPT = 2  # stores, however old
KEPT_SECONDS = 15 * 60  # longer than a process of this machine answers from facts that another one has replaced


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where the stores of one place stand on this machine."""

    folder: Path

    @classmethod
    def of(cls, cache: Path, shown: str) -> "Shelf":
        """Return the shelf of a place in a cache folder; two addresses with other passwords are one place."""
        return cls(cache / FOLDER / hashlib.sha256(shown.encode()).hexdigest()[:DIGITS])

    def current(self) -> Path | None:
        """Return the store that counts here; None where nothing was fetched yet."""
        with suppress(OSError, ValueError, KeyError, TypeError):
            path = self.folder / f"facts-{json.loads((self.folder / CURRENT).read_bytes())['sha256']}.db"
            if path.parent == self.folder and path.is_file():
                return path
        return None

    def written(self) -> bytes | None:
        """Return the manifest that counts here, as it was kept."""
        with suppress(OSError):
            return (self.folder / CURRENT).read_bytes()
        return None

    def take(self, store: Path, manifest: bytes) -> None:
        """Let a store that stands here count from now on, and sweep those that have not for long."""
        draft = self.folder / f".{CURRENT}"
        draft.write_bytes(manifest)
        draft.replace(self.folder / CURRENT)
        os.utime(store)
        self._sweep()

    def _sweep(self) -> None:
        """Remove old stores; whoever still answers from one holds it open."""
        stores = sorted(self.folder.glob(STORES), key=lambda path: path.stat().st_mtime, reverse=True)
        for store in stores[KEPT:]:
            if time.time() - store.stat().st_mtime > KEPT_SECONDS:
                with suppress(OSError):  # Windows keeps what is open
                    store.unlink()
