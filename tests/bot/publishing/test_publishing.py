"""Facts are published whole, last named by a manifest, and nobody's are lost to somebody else's."""

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from obstore.store import MemoryStore

from bot.publishing.errors import AddressError, OvertakenError, UnusableError
from bot.publishing.manifest import LARGEST, MANIFEST, Manifest
from bot.publishing.place import Place
from bot.publishing.publishing import Tells, publish
from facts.errors import StoreError
from facts.store.schema import SCHEMA_VERSION
from tests.bot.publishing.editions import VERSION, put

JSON = st.none() | st.integers() | st.text(max_size=70) | st.datetimes(timezones=st.timezones()).map(str)
NAMES = st.sampled_from(["schema", "sha256", "size", "documents", "published", "lineup", "more"])


def as_json(content: object) -> bytes:
    return json.dumps(content).encode()


@pytest.fixture(params=["folder", "memory"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    return Place.in_folder(tmp_path / "p u#b%20é") if request.param == "folder" else Place("memory", MemoryStore())


def content(place: Place, name: str) -> bytes:
    return b"".join(place.pieces(name))


def test_store_is_named_by_its_hash_and_the_manifest_says_what_it_is(place: Place, old: Path) -> None:
    published = put(place, old)

    manifest = place.read().manifest
    assert (published.manifest, published.is_new, published.has_sent) == (manifest, True, True)
    assert (manifest.store_schema, manifest.size, manifest.lineup) == (SCHEMA_VERSION, old.stat().st_size, VERSION)
    assert manifest.store == f"facts-{hashlib.sha256(old.read_bytes()).hexdigest()}.db"
    assert content(place, manifest.store) == old.read_bytes()


def test_nothing_is_published_at_first(place: Place) -> None:
    assert place.read() is None


def test_same_facts_are_published_once(place: Place, old: Path) -> None:
    first = put(place, old)

    again = put(place, old)

    assert (again.is_new, again.manifest) == (False, first.manifest)


def test_older_facts_are_published_again_without_being_sent(place: Place, old: Path, new: Path) -> None:
    first, second = put(place, old), put(place, new)

    back = put(place, old)

    assert (back.is_new, back.has_sent, back.manifest.sha256) == (True, False, first.manifest.sha256)
    assert first.manifest.published < second.manifest.published < back.manifest.published


def test_altered_store_is_sent_again(old: Path, tmp_path: Path) -> None:
    place = Place.in_folder(tmp_path)
    first = put(place, old)
    (tmp_path / first.manifest.store).write_bytes(bytes(first.manifest.size))

    again = put(place, old)

    assert (again.is_new, again.has_sent) == (True, True)
    assert content(place, first.manifest.store) == old.read_bytes()


def test_clock_that_is_behind_publishes_later_all_the_same(place: Place, old: Path, new: Path) -> None:
    ahead = put(place, old).manifest
    ahead = ahead.model_copy(update={"published": ahead.published + timedelta(days=400)})
    place.replace(ahead, place.read())

    assert put(place, new).manifest.published > ahead.published


@pytest.mark.parametrize("has_before", [False, True])
def test_whoever_publishes_second_of_two_at_once_is_told(place: Place, old: Path, new: Path, has_before: bool) -> None:
    if has_before:
        put(place, old)
    before = place.read()
    theirs = put(place, new).manifest
    mine = theirs.model_copy(update={"published": theirs.published + timedelta(seconds=1)})

    with pytest.raises(OvertakenError, match=r"somebody else published .* meanwhile"):
        place.replace(mine, before)

    assert place.read().manifest == theirs


def test_manifest_whose_answer_was_lost_counts_as_published(place: Place, old: Path) -> None:
    manifest = put(place, old).manifest

    place.replace(manifest, None)

    assert place.read().manifest == manifest


def test_manifest_of_something_else_is_left_alone(old: Path, tmp_path: Path) -> None:
    for strange in (b"{}", b"\xff", json.dumps({"sha256": "../x"}).encode(), b" " * (LARGEST + 1)):
        (tmp_path / MANIFEST).write_bytes(strange)

        with pytest.raises(UnusableError, match="was not written by Lineup"):
            put(Place.in_folder(tmp_path), old)

        assert [path.name for path in tmp_path.iterdir()] == [MANIFEST]
        assert (tmp_path / MANIFEST).read_bytes() == strange


def test_manifest_of_a_newer_lineup_is_read(place: Place, old: Path) -> None:
    written = json.loads(put(place, old).manifest.written())

    assert Manifest.read(json.dumps(written | {"compressed": {"by": "zstd"}}).encode()) == place.read().manifest


@pytest.mark.parametrize(
    "change",
    [
        {"sha256": "A" * 64},
        {"sha256": "../" + "a" * 61},
        {"size": 0},
        {"size": 1 << 40},
        {"published": "2026-01-01T00:00:00"},
        {"lineup": "x" * 101},
        {"schema": None},
    ],
)
def test_manifest_with_a_strange_value_is_none(place: Place, old: Path, change: dict[str, object]) -> None:
    written = json.loads(put(place, old).manifest.written())

    assert Manifest.read(json.dumps(written | change).encode()) is None


@settings(max_examples=40)
@given(content=st.binary(max_size=200) | st.recursive(JSON, lambda inner: st.dictionaries(NAMES, inner)).map(as_json))
def test_any_content_is_a_manifest_or_none(content: bytes) -> None:
    manifest = Manifest.read(content)

    assert manifest is None or Manifest.read(manifest.written()) == manifest


def test_unsound_store_is_not_published(place: Place, old: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    shutil.copy(old, broken)
    with sqlite3.connect(broken) as connection:
        connection.execute("UPDATE facts SET text = ''")
    connection.close()

    with pytest.raises(StoreError, match=r"broken.db is not sound and was not published: a fact with an empty value"):
        put(place, broken)

    assert place.read() is None


@pytest.mark.parametrize("kept", [0, 100, 5_000])
def test_cut_off_store_is_not_published(place: Place, old: Path, tmp_path: Path, kept: int) -> None:
    (tmp_path / "cut.db").write_bytes(old.read_bytes()[:kept])

    with pytest.raises(StoreError):
        put(place, tmp_path / "cut.db")

    assert place.read() is None


def when(doing: str, act: Callable[[], object]) -> Tells:
    """Act once a publisher comes to do something."""
    return lambda now: act() if now.startswith(doing) else None


def test_store_that_is_built_anew_while_it_is_checked_is_refused(
    place: Place, old: Path, new: Path, tmp_path: Path
) -> None:
    path, draft = Path(shutil.copy(old, tmp_path / "facts.db")), Path(shutil.copy(new, tmp_path / "draft"))

    with pytest.raises(StoreError, match=r"facts.db was built anew meanwhile; publish again"):
        publish(place, path, lineup=VERSION, tell=when("checking", lambda: draft.replace(path)))

    assert place.read() is None


@pytest.mark.parametrize("doing", ["looking", "sending"])
def test_store_that_is_built_anew_later_is_sent_as_it_was_checked(
    place: Place, old: Path, new: Path, tmp_path: Path, doing: str
) -> None:
    path, draft = Path(shutil.copy(old, tmp_path / "facts.db")), Path(shutil.copy(new, tmp_path / "draft"))

    published = publish(place, path, lineup=VERSION, tell=when(doing, lambda: draft.replace(path))).manifest

    assert content(place, published.store) == old.read_bytes()


def test_whoever_would_publish_nothing_new_is_told_of_others_too(old: Path, new: Path) -> None:
    place = Place("memory", MemoryStore())
    put(place, old)

    with pytest.raises(OvertakenError, match="somebody else published to memory meanwhile"):
        publish(place, old, lineup=VERSION, tell=when("looking", lambda: put(place, new)))


def test_manifest_that_is_removed_meanwhile_is_told(old: Path, new: Path, tmp_path: Path) -> None:
    place = Place.in_folder(tmp_path)
    put(place, old)

    with pytest.raises(OvertakenError, match="somebody removed what was published at"):
        publish(place, new, lineup=VERSION, tell=when("sending", (tmp_path / MANIFEST).unlink))

    assert place.read() is None


def test_drafts_of_dead_publishers_are_swept(old: Path, tmp_path: Path) -> None:
    draft = tmp_path / f"facts-{'0' * 64}.db#1"
    draft.write_bytes(b"half")

    put(Place.in_folder(tmp_path), old)

    assert not draft.exists()


def test_web_server_is_only_read() -> None:
    place = Place.at("http://127.0.0.1:9/facts", "http://127.0.0.1:9/facts")

    with pytest.raises(AddressError, match="can be read but not written"), place.alone():
        pass
