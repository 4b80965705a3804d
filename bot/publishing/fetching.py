"""Brings the store that counts at a place onto the shelf of this machine: whole, checked, or not at all.

It is written to a draft while it is hashed, and only what has the size and the hash of its manifest, opens and is
sound gets its name. What was fetched before stays and goes on counting where anything goes wrong.
"""

import hashlib
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.building.locking import DRAFT, alone
from bot.publishing.errors import NothingThereError, UnusableError
from bot.publishing.manifest import Manifest
from bot.publishing.shelf import Shelf
from facts.errors import StoreError
from facts.store.check import problem_of
from facts.store.reader import FactStore
from facts.store.schema import SCHEMA_VERSION

if TYPE_CHECKING:
    from bot.publishing.place import Place

LOCKED = "facts"  # how the names of all that stands on a shelf begin
PATIENCE = 30 * 60.0  # seconds that one process waits for another to fetch the same
SPARE = 16 * 1024 * 1024  # bytes that are left free on the disk

Progress = Callable[[str, int, int], None]  # (what is being done, bytes that are done, of how many)
FETCHING = "fetching"


@dataclass(frozen=True, slots=True)
class Fetched:
    """The store that counts on this machine."""

    path: Path
    manifest: Manifest
    is_new: bool  # False: it counted here already


def fetch(place: "Place", shelf: Shelf, by: str = "", progress: Progress = lambda *_: None) -> Fetched:
    """Fetch what is published for somebody, unless it stands here already.

    A manifest older than the one that counts here, as a slow copy of a place may still serve, changes nothing.
    Raises PublishingError, or StoreError where nothing can be written here.
    """
    edition = place.read()
    if edition is None:
        raise NothingThereError(f"nothing is published at {place.shown}; publish facts there with `lineup publish`")
    manifest = edition.manifest
    check_readable(manifest, place)
    with alone(shelf.folder, LOCKED, by, patience=PATIENCE):
        here, path = kept(shelf), shelf.folder / manifest.store
        if here is not None and here.published > manifest.published and (shelf.folder / here.store).is_file():
            return Fetched(shelf.folder / here.store, here, is_new=False)
        if not _is_whole(path, manifest):
            _bring(place, manifest, path, progress)
        shelf.take(path, manifest.written())
    return Fetched(path, manifest, is_new=here is None or here.sha256 != manifest.sha256)


def check_readable(manifest: Manifest, place: "Place") -> None:
    """Raise UnusableError where this version of Lineup cannot read the store."""
    if not manifest.is_readable:
        raise UnusableError(
            f"the facts published at {place.shown} have schema {manifest.store_schema} where {SCHEMA_VERSION} is "
            "needed; publish them again with the version of Lineup that the bots run"
        )


def kept(shelf: Shelf) -> Manifest | None:
    """Return the manifest that counts on this machine; None where there is none yet."""
    written = shelf.written()
    return Manifest.read(written) if written is not None else None


def current(shelf: Shelf) -> Fetched | None:
    """Return what was fetched before, if it is still whole."""
    manifest = kept(shelf)
    if manifest is None or not manifest.is_readable:
        return None
    path = shelf.folder / manifest.store
    return Fetched(path, manifest, is_new=False) if _is_whole(path, manifest) else None


def _is_whole(path: Path, manifest: Manifest) -> bool:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == manifest.sha256
    except OSError:
        return False


def _bring(place: "Place", manifest: Manifest, path: Path, progress: Progress) -> None:
    """Write the store to a draft, check that and give it its name; raises PublishingError."""
    draft = path.parent / f".{path.name}{DRAFT}"
    try:
        if shutil.disk_usage(path.parent).free < manifest.size + SPARE:
            raise UnusableError(f"{path.parent} has no room for the {manifest.size:,} bytes of {place.shown}")
        _download(place, manifest, draft, progress)
        _check(place, draft)
        draft.replace(path)
    except OSError as fault:
        raise UnusableError(f"cannot write to {path.parent}: {fault.strerror}") from fault
    finally:
        draft.unlink(missing_ok=True)


def _download(place: "Place", manifest: Manifest, draft: Path, progress: Progress) -> None:
    altered = UnusableError(
        f"{manifest.store} at {place.shown} is not what its manifest says and is not used; publish the facts again"
    )
    there = place.size_of(manifest.store)
    if there is None:
        raise UnusableError(f"{place.shown} names {manifest.store}, which is not there; publish the facts again")
    if there != manifest.size:
        raise altered
    digest, size = hashlib.sha256(), 0
    with draft.open("wb") as file:
        for piece in place.pieces(manifest.store):
            size += len(piece)
            if size > manifest.size:
                raise altered
            digest.update(piece)
            file.write(piece)
            progress(FETCHING, size, manifest.size)
        file.flush()
        os.fsync(file.fileno())  # its name is to stand for what is on the disk
    if (size, digest.hexdigest()) != (manifest.size, manifest.sha256):
        raise altered


def _check(place: "Place", draft: Path) -> None:
    """Raise UnusableError unless a store opens and is sound."""
    try:
        FactStore.open(draft).close()
        problem = problem_of(draft)
    except StoreError as fault:
        problem = str(fault)
    if problem is not None:
        raise UnusableError(f"the store published at {place.shown} is not sound and is not used: {problem}")
