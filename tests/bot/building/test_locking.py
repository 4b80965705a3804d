"""One build of a store at a time, whatever became of the one before."""

import multiprocessing
import os
import signal
import threading
import time
from pathlib import Path

import pytest

from bot.building.locking import BusyError, alone
from facts.errors import StoreError

TAKEN = r"^another build by sam is under way since \d{4}-.*; wait for it to end$"


def hold(folder: Path) -> None:
    with alone(folder, "facts", "sam"):
        (folder / "held").touch()
        time.sleep(60)


def holder(folder: Path) -> multiprocessing.Process:
    """Start a process that holds the lock, and return it once it does."""
    process = multiprocessing.get_context("spawn").Process(target=hold, args=(folder,))
    process.start()
    while not (folder / "held").exists():
        time.sleep(0.01)
    return process


def test_second_build_hears_whose_the_first_is(tmp_path):
    process = holder(tmp_path)
    try:
        with pytest.raises(BusyError, match=TAKEN), alone(tmp_path, "facts"):
            raise AssertionError
    finally:
        process.kill()
        process.join()


def test_lock_of_a_killed_build_is_free_and_its_draft_is_swept(tmp_path):
    process = holder(tmp_path)
    draft, other = tmp_path / ".facts-7-abc.db.0a1b2c3d.new", tmp_path / ".notes.new"
    draft.touch()
    other.touch()
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    with alone(tmp_path, "facts"):
        assert not draft.exists()
        assert other.exists()


def test_builds_of_two_stores_do_not_wait_for_each_other(tmp_path):
    with alone(tmp_path, "one.db"), alone(tmp_path, "two.db"):
        assert (tmp_path / ".one.db.by").exists()
    assert not (tmp_path / ".one.db.by").exists()


def test_whoever_has_patience_gets_its_turn(tmp_path):
    process = holder(tmp_path)
    ending = threading.Timer(0.2, process.kill)
    ending.start()
    with alone(tmp_path, "facts", patience=30):
        assert ending.finished.is_set()
    process.join()


def test_place_that_cannot_be_written_to_is_one_sentence(tmp_path):
    (tmp_path / "notes.txt").touch()
    with pytest.raises(StoreError, match="choose another place"), alone(tmp_path / "notes.txt", "facts"):
        raise AssertionError
