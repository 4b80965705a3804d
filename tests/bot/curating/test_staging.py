"""What waits for a person's word waits on disk, is taken once, and not for ever."""

import os
import time
from pathlib import Path

import pytest

from bot.curating.errors import Reason, RefusedError
from bot.curating.staging import PATIENCE, Staged, Staging

CONTENT = b"The Twingo costs 20,000 euros.\n"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "documents").mkdir()
    return tmp_path / "documents" / "a.md"


@pytest.fixture
def staging(tmp_path: Path) -> Staging:
    return Staging(tmp_path / "staging")


def age(staged: Staged, seconds: float) -> None:
    then = time.time() - seconds
    os.utime(staged.folder / "note.json", (then, then))


def test_a_waiting_document_is_found_by_its_key_in_another_life(staging: Staging, target: Path) -> None:
    staged = staging.put(target, CONTENT)

    found = Staging(staging.folder).find(staged.key)

    assert (found.name, found.content(), found.replaces) == ("a.md", CONTENT, None)
    assert not target.exists()


def test_the_same_content_twice_waits_once(staging: Staging, target: Path) -> None:
    assert staging.put(target, CONTENT).key == staging.put(target, CONTENT).key
    assert len(list(staging.folder.iterdir())) == 1


def test_it_is_read_with_the_review_that_it_will_have(staging: Staging, target: Path) -> None:
    target.write_bytes(b"The Twingo is small.\n")
    target.with_name("a.facts.toml").write_text("complete = true\n")

    staged = staging.put(target, CONTENT)

    assert (staged.documents / "a.facts.toml").is_file()
    assert staged.replaces is not None


def test_only_one_takes_it(staging: Staging, target: Path) -> None:
    staged = staging.put(target, CONTENT)
    assert staging.take(staged.key).content() == CONTENT

    with pytest.raises(RefusedError) as refused:
        staging.take(staged.key)
    assert refused.value.reason is Reason.GONE


def test_what_could_not_be_done_may_be_tried_again(staging: Staging, target: Path) -> None:
    staged = staging.take(staging.put(target, CONTENT).key)

    staging.give_back(staged)

    assert staging.find(staged.key).content() == CONTENT


def test_what_was_attached_once_more_meanwhile_waits_once(staging: Staging, target: Path) -> None:
    staged = staging.take(staging.put(target, CONTENT).key)
    staging.put(target, CONTENT)

    staging.give_back(staged)

    assert [folder.name for folder in staging.folder.iterdir()] == [staged.key]


def test_discarding_leaves_nothing(staging: Staging, target: Path) -> None:
    staging.discard(staging.take(staging.put(target, CONTENT).key))

    assert list(staging.folder.iterdir()) == []


@pytest.mark.parametrize("key", ["", "..", "../documents", "0" * 16, "0" * 15 + "/", "é" * 16])
def test_a_forged_key_finds_nothing(staging: Staging, target: Path, key: str) -> None:
    staging.put(target, CONTENT)

    with pytest.raises(RefusedError) as refused:
        staging.take(key)
    assert refused.value.reason is Reason.GONE


def test_a_damaged_note_finds_nothing(staging: Staging, target: Path) -> None:
    staged = staging.put(target, CONTENT)
    (staged.folder / "note.json").write_text("[]")

    with pytest.raises(RefusedError):
        staging.find(staged.key)


def test_leftovers_are_swept_after_an_hour(staging: Staging, target: Path) -> None:
    old, new = staging.put(target, CONTENT), staging.put(target, CONTENT + b"It is small.\n")
    taken = staging.take(staging.put(target, CONTENT + b"It is red.\n").key)
    for staged in (old, taken):
        age(staged, PATIENCE + 1)
    age(new, PATIENCE - 60)

    assert staging.sweep() == 2
    assert [folder.name for folder in staging.folder.iterdir()] == [new.key]


def test_sweeping_touches_nothing_else(staging: Staging) -> None:
    assert staging.sweep() == 0
    (staging.folder / "mine").mkdir(parents=True)
    os.utime(staging.folder / "mine", (0, 0))

    assert staging.sweep() == 0
    assert (staging.folder / "mine").is_dir()
