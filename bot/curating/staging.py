"""Documents that wait for a person's word, on disk under their hash: they outlive the bot, but not an hour.

They wait apart from the folders of documents, so that no build takes them in.
"""

import json
import re
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from bot.curating.errors import Reason, RefusedError
from bot.curating.fitting import fit_review
from bot.curating.folders import digest_of, own_sidecars

PATIENCE = 60 * 60  # seconds that a document waits
KEY = re.compile(r"[0-9a-f]{16}")
NOTE, DOCUMENTS, STORE = "note.json", "documents", "facts.db"
TAKEN = ".taken"


@dataclass(frozen=True, slots=True)
class Staged:
    """A waiting document: what it will be called, where it goes, and the digest of the one that it replaces."""

    key: str
    folder: Path
    target: Path
    replaces: str | None
    dropped: int = 0  # decisions of its review that do not fit any more

    @property
    def name(self) -> str:
        return self.target.name

    @property
    def documents(self) -> Path:
        """The folder to read it from, with the review and metadata it would find beside it."""
        return self.folder / DOCUMENTS

    @property
    def store(self) -> Path:
        """Where to put what was understood of it."""
        return self.folder / STORE

    def content(self) -> bytes:
        """Return the document as it was attached."""
        return (self.documents / self.name).read_bytes()


@dataclass(frozen=True, slots=True)
class Staging:
    """The folder of what waits. Blocks on files: not for an event loop."""

    folder: Path

    def put(self, target: Path, content: bytes) -> Staged:
        """Let a document wait that is to go to `target`. The same one again is the same entry.

        Beside it stands what will fit it of the review that the document has now.
        """
        key = digest_of(target.name.encode() + b"\0" + content)
        replaces = digest_of(target.read_bytes()) if target.is_file() else None
        staged = Staged(key, self.folder / key, target, replaces)
        shutil.rmtree(staged.folder, ignore_errors=True)
        staged.documents.mkdir(parents=True)
        (staged.documents / staged.name).write_bytes(content)
        for sidecar in own_sidecars(target):
            shutil.copy(sidecar, staged.documents)
        staged = replace(staged, dropped=fit_review(staged.documents / staged.name))
        note = {"target": str(target), "replaces": replaces}
        (staged.folder / NOTE).write_text(json.dumps(note), encoding="utf-8")
        return staged

    def find(self, key: str) -> Staged:
        """Return a waiting document; raises RefusedError where none waits under that key."""
        return self._read(key, self.folder / key)

    def take(self, key: str) -> Staged:
        """Return a waiting document to one caller only; everybody after that finds nothing. Raises RefusedError."""
        found = self.find(key)
        taken = self.folder / f"{key}{TAKEN}"
        shutil.rmtree(taken, ignore_errors=True)
        try:
            found.folder.rename(taken)
        except OSError as fault:
            raise RefusedError(Reason.GONE) from fault
        return self._read(key, taken)

    def give_back(self, staged: Staged) -> None:
        """Let a document that was taken wait again, unless it was attached once more meanwhile."""
        if (self.folder / staged.key).exists():
            self.discard(staged)
        else:
            staged.folder.rename(self.folder / staged.key)

    def discard(self, staged: Staged) -> None:
        """Leave nothing of a document."""
        shutil.rmtree(staged.folder, ignore_errors=True)

    def sweep(self) -> int:
        """Discard what has waited for too long; return how many there were."""
        stale = list(self._stale())
        for folder in stale:
            shutil.rmtree(folder, ignore_errors=True)
        return len(stale)

    def _stale(self) -> Iterator[Path]:
        oldest = time.time() - PATIENCE
        for folder in self.folder.iterdir() if self.folder.is_dir() else ():
            note = folder / NOTE
            if KEY.fullmatch(folder.name.removesuffix(TAKEN)) is None:
                continue  # none of ours
            if (note if note.is_file() else folder).stat().st_mtime < oldest:
                yield folder

    def _read(self, key: str, folder: Path) -> Staged:
        if KEY.fullmatch(key) is None:
            raise RefusedError(Reason.GONE)
        try:
            note = json.loads((folder / NOTE).read_text(encoding="utf-8"))
            return Staged(key, folder, Path(note["target"]), note["replaces"])
        except (OSError, ValueError, KeyError, TypeError) as fault:
            raise RefusedError(Reason.GONE) from fault
