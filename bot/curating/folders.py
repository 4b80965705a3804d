"""The operator's folders of documents: finding one, putting one in, taking one out. The shipped ones are not touched.

What is taken out goes to a hidden folder beside it, which nobody reads, so that it can be put back.
"""

import hashlib
import os
import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from bot.curating.errors import Reason, RefusedError
from bot.curating.fitting import fit_review
from facts.fingerprint import shipped_documents
from facts.reading.files import META, READERS, REVIEW
from facts.sources import Source, find_sources

REMOVED = ".removed"  # hidden: no build reads it
DIGITS = 16  # of a digest: nobody who adds documents can make two of them meet
KEY = re.compile(r"[0-9]{8}T[0-9]{12}-[0-9a-f]{16}")  # of what was taken out: when, and which


def digest_of(content: bytes) -> str:
    """Return what tells the contents of two files apart."""
    return hashlib.sha256(content).hexdigest()[:DIGITS]


@dataclass(frozen=True, slots=True)
class Before:
    """What was there before a document was put in: its own content, None where it is new, and its sidecars."""

    content: bytes | None = None
    sidecars: Mapping[Path, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Folders:
    """The operator's folders; new documents go into the first. Blocks on files: not for an event loop."""

    roots: Sequence[Path]

    def check_writable(self) -> None:
        """Raise RefusedError where no document can be put in."""
        self._writable(self.roots[0] if self.roots else shipped_documents())

    def sources(self) -> list[Source]:
        """List every document there is, the shipped ones where there are no folders."""
        return find_sources(self.roots or (shipped_documents(),))[0]

    def find(self, name: str) -> Source:
        """Return the file of a document; raises RefusedError."""
        found = next((source for source in self.sources() if source.name == name), None)
        if found is None:
            raise RefusedError(Reason.UNKNOWN, name=name)
        return found

    def find_own(self, name: str) -> Source:
        """Return the file of a document beside which may be written; raises RefusedError."""
        found = self.find(name)
        self._writable(found.path.parent)
        return found

    def home_of(self, name: str) -> Path:
        """Return where a new document of that name goes: over the one that has it, else into the first folder.

        Raises RefusedError where it would share its review or metadata with another document.
        """
        root = next((root for root in self.roots if (root / name).is_file()), self.roots[0])
        stem = Path(name).stem
        for other in (root / f"{stem}{suffix}" for suffix in READERS):
            if other.name != name and other.is_file() and _shared_sidecars(other):
                raise RefusedError(Reason.STEM, name=other.name)
        return root / name

    def check_new(self, name: str, content: bytes) -> None:
        """Raise RefusedError where a document says this already, letter by letter."""
        for source in self.sources():
            if source.path.stat().st_size == len(content) and source.path.read_bytes() == content:
                raise RefusedError(Reason.SAME if source.name == name else Reason.COPY, name=source.name)

    def put(self, path: Path, content: bytes, replaces: str | None) -> "Before":
        """Write a document, over the one with the digest `replaces` or over none; raises RefusedError.

        Decisions of its review that do not fit it go. Returns what was there before, which is also kept where removed
        documents are.
        """
        self._writable(path.parent)
        before = path.read_bytes() if path.is_file() else None
        if before == content:
            return Before(before)
        if (digest_of(before) if before is not None else None) != replaces:
            raise RefusedError(Reason.CHANGED, name=path.name)
        sidecars = {sidecar: sidecar.read_bytes() for sidecar in own_sidecars(path)}
        if before is not None:
            trash = path.parent / REMOVED / _key_of(before)
            trash.mkdir(parents=True)
            for kept in (path, *sidecars):
                shutil.copy(kept, trash)
        _write(path, content)
        fit_review(path)
        return Before(before, sidecars)

    def take_back(self, path: Path, content: bytes, before: "Before") -> None:
        """Undo that a document was put in, if it is still the same."""
        if not path.is_file() or path.read_bytes() != content:
            return
        if before.content is None:
            path.unlink()
        else:
            _write(path, before.content)
        for sidecar, held in before.sidecars.items():
            _write(sidecar, held)

    def check_removable(self, name: str) -> Source:
        """Return a document that may be taken out; raises RefusedError."""
        sources = self.sources()
        found = next((source for source in sources if source.name == name), None)
        if found is None:
            raise RefusedError(Reason.UNKNOWN, name=name)
        self._writable(found.root)
        if len(sources) == 1:
            raise RefusedError(Reason.LAST, name=name)
        return found

    def remove(self, name: str, digest: str) -> str:
        """Take out a document with its sidecars, if its content is still that; return the key to put it back with."""
        source = self.check_removable(name)
        if digest_of(source.path.read_bytes()) != digest:
            raise RefusedError(Reason.CHANGED, name=name)
        key = _key_of(source.path.read_bytes())
        trash = source.root / REMOVED / key / Path(name).parent
        trash.mkdir(parents=True)
        for path in (source.path, *own_sidecars(source.path)):
            path.rename(trash / path.name)
        return key

    def put_back(self, key: str) -> list[str]:
        """Put back what was taken out and return its documents; raises RefusedError where something has its place."""
        found = [root for root in self.roots if KEY.fullmatch(key) and (root / REMOVED / key).is_dir()]
        if not found:
            raise RefusedError(Reason.GONE)
        trash = found[0] / REMOVED / key
        moves = [(path, found[0] / path.relative_to(trash)) for path in sorted(trash.rglob("*")) if path.is_file()]
        taken = next((target for _, target in moves if target.exists()), None)
        if taken is not None:
            raise RefusedError(Reason.CHANGED, name=taken.name)
        for path, target in moves:
            target.parent.mkdir(parents=True, exist_ok=True)
            path.rename(target)
        names = [target.relative_to(found[0]).as_posix() for _, target in moves]
        return [name for name in names if not name.endswith((META, REVIEW))]

    def _writable(self, folder: Path) -> None:
        """Raise RefusedError where nothing may be written, which is never done beside the installed package."""
        if not self.roots or folder.resolve().is_relative_to(shipped_documents().resolve()):
            raise RefusedError(Reason.SHIPPED)
        if not os.access(folder, os.W_OK):
            raise RefusedError(Reason.UNWRITABLE, folder=str(folder))


def _key_of(content: bytes) -> str:
    """Name what is taken out: when, and which."""
    return f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{digest_of(content)}"


def _write(path: Path, content: bytes) -> None:
    """Write a file beside and move it, so that a build never reads a half of it."""
    draft = path.with_name(f".{path.name}.new")
    draft.write_bytes(content)
    draft.replace(path)


def own_sidecars(document: Path) -> list[Path]:
    """List review and metadata that stand beside a document and belong to no other."""
    alone = not any(
        document.with_suffix(suffix).is_file() for suffix in READERS if document.with_suffix(suffix) != document
    )
    names = [document.name, *([document.stem] if alone else [])]
    sidecars = (document.with_name(name + ending) for name in dict.fromkeys(names) for ending in (META, REVIEW))
    return [path for path in sidecars if path.is_file()]


def _shared_sidecars(document: Path) -> list[Path]:
    """List sidecars that are named after the stem of a document, so that they count for all of that stem."""
    return [path for ending in (META, REVIEW) if (path := document.with_name(document.stem + ending)).is_file()]
