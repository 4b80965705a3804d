"""Puts a store to a place: checked whole first, then the store under a name that is its hash, and last the manifest.

Killed at any moment, it leaves the manifest that was there, and beside it at most a store that nobody is told of.
"""

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BufferedReader
from os.path import samestat
from pathlib import Path
from typing import TYPE_CHECKING

from bot.publishing.errors import OvertakenError, UnusableError
from bot.publishing.manifest import LARGEST_STORE, Manifest, store_name
from facts.errors import StoreError
from facts.store.check import problem_of
from facts.store.reader import FactStore
from facts.store.schema import SCHEMA_VERSION

if TYPE_CHECKING:
    from bot.publishing.place import Edition, Place

TICK = timedelta(microseconds=1)

Tells = Callable[[str], None]  # (what is being done)


@dataclass(frozen=True, slots=True)
class Published:
    """What counts at a place from now on."""

    manifest: Manifest
    is_new: bool  # False: these facts counted already
    has_sent: bool  # False: the store was there already, from earlier


def publish(place: "Place", path: Path, *, lineup: str, tell: Tells = lambda _: None) -> Published:
    """Publish a store in the name of a version of Lineup.

    Raises StoreError where it is not sound, OvertakenError where somebody else published meanwhile, other
    PublishingErrors where the place is at fault.
    """
    before = place.read()
    with path.open("rb") as file:
        tell(f"checking {path}")
        manifest = _described(path, file, before, lineup)
        with place.alone():
            tell(f"looking for {manifest.store} at {place.shown}")
            is_sent = not _is_there(place, manifest)
            if is_sent:
                tell(f"sending {manifest.store}")
                place.put(manifest.store, file)
                if place.size_of(manifest.store) != manifest.size:
                    raise UnusableError(f"{manifest.store} did not arrive whole at {place.shown}; publish again")
            elif before is not None and before.manifest.sha256 == manifest.sha256:
                if place.read() != before:
                    raise OvertakenError(f"somebody else published to {place.shown} meanwhile, and that stays")
                return Published(before.manifest, is_new=False, has_sent=False)
            place.replace(manifest, before)
    return Published(manifest, is_new=True, has_sent=is_sent)


def _described(path: Path, file: BufferedReader, before: "Edition | None", lineup: str) -> Manifest:
    """Check a store and say what it is; raises StoreError."""
    with FactStore.open(path) as store:
        documents = store.fingerprint
    if (problem := problem_of(path)) is not None:
        raise StoreError(f"{path} is not sound and was not published: {problem}; build it again with `lineup build`")
    sha256, size = hashlib.file_digest(file, "sha256").hexdigest(), file.tell()
    if not samestat(path.stat(), os.fstat(file.fileno())):
        raise StoreError(f"{path} was built anew meanwhile; publish again")
    if size > LARGEST_STORE:
        raise UnusableError(f"{path} has {size:,} bytes, and no more than {LARGEST_STORE:,} are published")
    now = datetime.now(UTC)
    if before is not None:
        now = max(now, before.manifest.published + TICK)  # another clock may be ahead
    return Manifest(
        store_schema=SCHEMA_VERSION, sha256=sha256, size=size, documents=documents, published=now, lineup=lineup
    )


def _is_there(place: "Place", manifest: Manifest) -> bool:
    """Whether the place holds just this store: one that was altered there is sent again."""
    name = store_name(manifest.sha256)
    if place.size_of(name) != manifest.size:
        return False
    digest = hashlib.sha256()
    for piece in place.pieces(name):
        digest.update(piece)
    return digest.hexdigest() == manifest.sha256
