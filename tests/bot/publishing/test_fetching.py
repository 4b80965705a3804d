"""What is fetched is whole, sound and what the manifest says; otherwise what was there before goes on counting."""

import errno
import hashlib
import os
import resource
import shutil
import signal
import sqlite3
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from obstore.store import MemoryStore

from bot.publishing import fetching
from bot.publishing.address import place_at
from bot.publishing.errors import NothingThereError, UnusableError
from bot.publishing.fetching import current, fetch
from bot.publishing.manifest import MANIFEST, Manifest, store_name
from bot.publishing.place import Place
from bot.publishing.shelf import CURRENT, KEPT_SECONDS, Shelf
from facts.store.schema import SCHEMA_VERSION
from tests.bot.publishing.editions import NEW, OLD, edition, fetched_price, listed, price_in, put


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "published"


@pytest.fixture
def place(folder: Path) -> Place:
    return Place.in_folder(folder)


def change(place: Place, **fields: object) -> Manifest:
    """Let the manifest say something else."""
    before = place.read()
    changed = before.manifest.model_copy(update=fields)
    with place.alone():
        place.replace(changed, before)
    return changed


@pytest.mark.parametrize("kind", ["folder", "memory"])
def test_published_facts_are_fetched_once(place: Place, old: Path, shelf: Shelf, kind: str) -> None:
    place = place if kind == "folder" else Place("memory", MemoryStore())
    put(place, old)

    first, again = fetch(place, shelf), fetch(place, shelf)

    assert (first.is_new, again.is_new) == (True, False)
    assert first.path == again.path == shelf.current() == current(shelf).path
    assert price_in(first.path) == OLD
    assert listed(shelf) == [CURRENT, first.path.name]


def test_newer_facts_replace_older_ones_and_back_again(place: Place, old: Path, new: Path, shelf: Shelf) -> None:
    said = []
    for store in (old, new, old):
        put(place, store)
        said.append(fetched_price(place, shelf))

    assert said == [OLD, NEW, OLD]


def test_nothing_published_is_said_with_the_way_out(place: Place, shelf: Shelf) -> None:
    with pytest.raises(NothingThereError, match=r"nothing is published at .*; publish facts there with `lineup publ"):
        fetch(place, shelf)

    assert shelf.current() is None


def test_store_without_its_manifest_is_never_used(
    place: Place, folder: Path, old: Path, new: Path, shelf: Shelf
) -> None:
    put(place, old)
    half = new.read_bytes()[: new.stat().st_size // 2]
    (folder / "facts-half.db").write_bytes(half)

    assert fetched_price(place, shelf) == OLD


ALTERED = "is not what its manifest says and is not used; publish the facts again"


@pytest.mark.parametrize(
    ("alter", "said"),
    [
        (lambda path: path.write_bytes(path.read_bytes()[:-1]), ALTERED),
        (lambda path: path.write_bytes(path.read_bytes() + b"\0"), ALTERED),
        (lambda path: path.write_bytes(path.read_bytes().replace(b"21,500", b"11,500")), ALTERED),
        (lambda path: path.write_bytes(bytes(path.stat().st_size)), ALTERED),
        (lambda path: path.write_bytes(b""), ALTERED),
        (lambda path: path.unlink(), "which is not there; publish the facts again"),
    ],
)
def test_altered_store_is_not_used(
    place: Place, folder: Path, old: Path, new: Path, shelf: Shelf, alter: object, said: str
) -> None:
    put(place, old)
    before = fetch(place, shelf).path
    alter(folder / put(place, new).manifest.store)

    with pytest.raises(UnusableError, match=said):
        fetch(place, shelf)

    assert shelf.current() == before
    assert listed(shelf) == [CURRENT, before.name]
    put(place, new)
    assert fetched_price(place, shelf) == NEW


def test_unsound_store_with_a_true_hash_is_not_used(place: Place, old: Path, shelf: Shelf, tmp_path: Path) -> None:
    put(place, old)
    broken = Path(shutil.copy(old, tmp_path / "broken.db"))
    connection = sqlite3.connect(broken)
    connection.execute("UPDATE facts SET text = ''")
    connection.commit()
    connection.close()
    digest = hashlib.sha256(broken.read_bytes()).hexdigest()
    with broken.open("rb") as file:
        place.put(store_name(digest), file)
    change(place, sha256=digest, size=broken.stat().st_size)

    with pytest.raises(UnusableError, match="not sound and is not used: a fact with an empty value"):
        fetch(place, shelf)

    assert shelf.current() is None


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_any_web_server_is_read(place: Place, folder: Path, old: Path, new: Path, shelf: Shelf) -> None:
    put(place, old)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        page = place_at(f"http://127.0.0.1:{server.server_port}/")
        try:
            first = fetched_price(page, shelf)
            put(place, new)
            assert (first, fetched_price(page, shelf)) == (OLD, NEW)
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize("schema", [SCHEMA_VERSION - 1, SCHEMA_VERSION + 1])
def test_facts_of_another_schema_are_not_fetched(place: Place, old: Path, shelf: Shelf, schema: int) -> None:
    put(place, old)
    before = fetch(place, shelf).path
    change(place, store_schema=schema)

    with pytest.raises(UnusableError, match=f"have schema {schema} where {SCHEMA_VERSION} is needed"):
        fetch(place, shelf)

    assert shelf.current() == before


def test_older_manifest_of_a_slow_copy_changes_nothing(
    place: Place, folder: Path, old: Path, new: Path, shelf: Shelf
) -> None:
    put(place, old)
    stale = (folder / MANIFEST).read_bytes()
    put(place, new)
    fetch(place, shelf)
    (folder / MANIFEST).write_bytes(stale)

    assert fetched_price(place, shelf) == NEW


def test_store_that_went_bad_on_this_machine_is_fetched_again(place: Place, old: Path, shelf: Shelf) -> None:
    put(place, old)
    path = fetch(place, shelf).path
    path.write_bytes(bytes(path.stat().st_size))

    assert current(shelf) is None
    assert fetched_price(place, shelf) == OLD


@pytest.mark.skipif(os.name != "posix", reason="limits of a process")
def test_full_disk_keeps_the_old_facts(place: Place, old: Path, new: Path, shelf: Shelf) -> None:
    put(place, old)
    before = fetch(place, shelf).path
    put(place, new)
    limits, handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.getsignal(signal.SIGXFSZ)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
    try:
        with pytest.raises(UnusableError, match=f"cannot write to .*{os.strerror(errno.EFBIG)}"):
            fetch(place, shelf)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)

    assert listed(shelf) == [CURRENT, before.name]
    assert fetched_price(place, shelf) == NEW


def test_draft_of_a_fetch_that_was_killed_is_swept(place: Place, old: Path, shelf: Shelf) -> None:
    name = put(place, old).manifest.store
    shelf.folder.mkdir(parents=True)
    for stray in (f".{name}.new", f".facts-{'0' * 64}.db.new"):
        (shelf.folder / stray).write_bytes(b"half")

    fetch(place, shelf)

    assert listed(shelf) == [CURRENT, name]


def test_disk_without_room_is_not_filled(
    place: Place, old: Path, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(place, old)
    monkeypatch.setattr(fetching, "SPARE", shutil.disk_usage(old).total)

    with pytest.raises(UnusableError, match=f"has no room for the {old.stat().st_size:,} bytes"):
        fetch(place, shelf)

    assert listed(shelf) == []


def test_two_stores_are_kept_and_old_ones_swept(
    place: Place, shipped_store: Path, shelf: Shelf, tmp_path: Path
) -> None:
    fetched = []
    for price in ("20,100", "20,200", "20,300", "20,400"):
        put(place, edition(shipped_store, tmp_path / "next.db", price))
        fetched.append(fetch(place, shelf).path)
    assert all(path.is_file() for path in fetched), "a process may answer from one still"
    for path in fetched:
        os.utime(path, times=(path.stat().st_mtime - KEPT_SECONDS - 1,) * 2)

    put(place, edition(shipped_store, tmp_path / "next.db", "20,500"))
    last = fetch(place, shelf).path

    assert sorted(shelf.folder.glob("facts-*.db")) == sorted([fetched[-1], last])


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b'{"sha256": 5}', b'{"sha256": "../../secret"}', b'{"sha256": "gone"}']
)
def test_shelf_with_a_strange_note_is_empty(shelf: Shelf, content: bytes) -> None:
    shelf.folder.mkdir(parents=True)
    (shelf.folder / CURRENT).write_bytes(content)

    assert shelf.current() is None
    assert current(shelf) is None
