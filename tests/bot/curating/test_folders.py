"""Documents come and go in the operator's folders only, whole, and never one over another by accident."""

from pathlib import Path

import pytest

from bot.curating.errors import Reason, RefusedError
from bot.curating.folders import Folders, digest_of
from facts.fingerprint import shipped_documents

OLD, NEW = b"The Twingo costs 20,000 euros.\n", b"The Twingo costs 21,000 euros.\n"


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    (tmp_path / "one" / "a.md").write_bytes(OLD)
    (tmp_path / "two" / "b.md").write_bytes(b"The Spring is built in China.\n")
    return Folders((tmp_path / "one", tmp_path / "two"))


def reason(refused: pytest.ExceptionInfo[RefusedError]) -> Reason:
    return refused.value.reason


def test_a_new_document_goes_into_the_first_folder(folders: Folders) -> None:
    assert folders.home_of("c.md") == folders.roots[0] / "c.md"


def test_an_update_goes_where_its_document_is(folders: Folders) -> None:
    assert folders.home_of("b.md") == folders.roots[1] / "b.md"


def test_two_documents_do_not_share_a_review(folders: Folders) -> None:
    (folders.roots[0] / "a.facts.toml").touch()

    with pytest.raises(RefusedError) as refused:
        folders.home_of("a.txt")
    assert reason(refused) is Reason.STEM


def test_nothing_is_put_beside_the_package() -> None:
    for folders in (Folders(()), Folders((shipped_documents(),))):
        with pytest.raises(RefusedError) as refused:
            folders.check_writable()
        assert reason(refused) is Reason.SHIPPED


def test_a_folder_that_is_not_there_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(RefusedError) as refused:
        Folders((tmp_path / "none",)).check_writable()
    assert reason(refused) is Reason.UNWRITABLE


@pytest.mark.parametrize(("name", "expected"), [("a.md", Reason.SAME), ("c.md", Reason.COPY)])
def test_what_is_there_already_is_not_new(folders: Folders, name: str, expected: Reason) -> None:
    with pytest.raises(RefusedError) as refused:
        folders.check_new(name, OLD)
    assert reason(refused) is expected


def test_a_document_is_put_over_the_one_it_replaces(folders: Folders) -> None:
    path = folders.roots[0] / "a.md"

    folders.put(path, NEW, digest_of(OLD))

    assert path.read_bytes() == NEW
    assert sorted(one.name for one in folders.roots[0].iterdir()) == [".removed", "a.md"]
    assert [one.read_bytes() for one in folders.roots[0].glob(".removed/*/a.md")] == [OLD]


@pytest.mark.parametrize("replaces", [None, digest_of(b"something older")])
def test_a_document_is_put_over_no_other(folders: Folders, replaces: str | None) -> None:
    path = folders.roots[0] / "a.md"

    with pytest.raises(RefusedError) as refused:
        folders.put(path, NEW, replaces)

    assert reason(refused) is Reason.CHANGED
    assert path.read_bytes() == OLD


def test_what_was_put_in_can_be_taken_back(folders: Folders) -> None:
    for name in ("a.md", "new.md"):
        path = folders.roots[0] / name
        before = path.read_bytes() if path.exists() else None

        folders.take_back(path, NEW, folders.put(path, NEW, digest_of(before) if before else None))

        assert (path.read_bytes() if path.exists() else None) == before


def test_nothing_newer_is_taken_back(folders: Folders) -> None:
    path = folders.roots[0] / "a.md"
    before = folders.put(path, NEW, digest_of(OLD))
    path.write_bytes(b"The Twingo is red.\n")

    folders.take_back(path, NEW, before)

    assert path.read_bytes() == b"The Twingo is red.\n"


def test_putting_a_document_twice_is_harmless(folders: Folders) -> None:
    path = folders.roots[0] / "a.md"
    folders.put(path, NEW, digest_of(OLD))

    folders.put(path, NEW, digest_of(OLD))

    assert path.read_bytes() == NEW


def test_a_document_leaves_with_its_sidecars_and_comes_back_with_them(folders: Folders) -> None:
    root = folders.roots[0]
    for ending in (".facts.toml", ".meta.toml"):
        (root / f"a{ending}").write_text("# a\n")

    key = folders.remove("a.md", digest_of(OLD))

    assert [one.name for one in root.iterdir()] == [".removed"]
    assert [source.name for source in folders.sources()] == ["b.md"]
    assert folders.put_back(key) == ["a.md"]
    assert sorted(one.name for one in root.iterdir()) == [".removed", "a.facts.toml", "a.md", "a.meta.toml"]


def test_sidecars_that_another_document_needs_stay(folders: Folders) -> None:
    root = folders.roots[0]
    (root / "a.txt").write_text("The Twingo is small.\n")
    (root / "a.meta.toml").write_text('publisher = "Autoblog"\n')

    folders.remove("a.md", digest_of(OLD))

    assert (root / "a.meta.toml").is_file()


def test_only_what_was_asked_about_is_removed(folders: Folders) -> None:
    with pytest.raises(RefusedError) as refused:
        folders.remove("a.md", digest_of(NEW))
    assert reason(refused) is Reason.CHANGED


def test_the_last_document_stays(folders: Folders) -> None:
    folders.remove("a.md", digest_of(OLD))

    with pytest.raises(RefusedError) as refused:
        folders.check_removable("b.md")
    assert reason(refused) is Reason.LAST


def test_shipped_documents_stay() -> None:
    folders = Folders(())
    (source,) = folders.sources()

    with pytest.raises(RefusedError) as refused:
        folders.check_removable(source.name)
    assert reason(refused) is Reason.SHIPPED


@pytest.mark.parametrize("name", ["none.md", "../one/a.md", "/etc/passwd", ""])
def test_an_unknown_document_is_not_found(folders: Folders, name: str) -> None:
    for find in (folders.find, folders.check_removable):
        with pytest.raises(RefusedError) as refused:
            find(name)
        assert reason(refused) is Reason.UNKNOWN


@pytest.mark.parametrize("key", ["", "..", "../one", "20260101T000000000000-0123456789abcdef"])
def test_nothing_is_put_back_by_a_forged_key(folders: Folders, key: str) -> None:
    with pytest.raises(RefusedError) as refused:
        folders.put_back(key)
    assert reason(refused) is Reason.GONE


def test_nothing_is_put_back_over_a_newer_document(folders: Folders) -> None:
    key = folders.remove("a.md", digest_of(OLD))
    (folders.roots[0] / "a.md").write_bytes(NEW)

    with pytest.raises(RefusedError) as refused:
        folders.put_back(key)

    assert reason(refused) is Reason.CHANGED
    assert (folders.roots[0] / "a.md").read_bytes() == NEW
