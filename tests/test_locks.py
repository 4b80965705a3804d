"""Both locks: exact versions with hashes, no address in them, and nothing that the project asks for left out."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = ["requirements.lock", "requirements-dev.lock"]
PINNED = re.compile(r"(?P<name>[a-z0-9][a-z0-9-]*)==(?P<version>[\w.+!]+)(?: ; (?P<marker>[^\\]+?))? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?")


def lines(lock: str) -> list[str]:
    return (ROOT / lock).read_text(encoding="utf-8").splitlines()


def pins(lock: str) -> set[tuple[str, str]]:
    return {(found["name"], found["version"]) for line in lines(lock) if (found := PINNED.fullmatch(line))}


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def names(requirements: list[str]) -> set[str]:
    """Return the normalised names of what is required."""
    return {re.sub(r"[._-]+", "-", re.split(r"[<>=!~\[; ]", wanted)[0]).lower() for wanted in requirements}


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_holds_pins_and_hashes_only(lock: str) -> None:
    """Which also means: no option, no index, no address, no path."""
    strange = [line for line in lines(lock) if not PINNED.fullmatch(line) and not HASH.fullmatch(line)]

    assert strange == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash(lock: str) -> None:
    before = ["", *lines(lock)]

    assert [
        line
        for line, follows in zip(before, [*before[1:], ""], strict=True)
        if PINNED.fullmatch(line) and not HASH.fullmatch(follows)
    ] == []


def test_development_lock_holds_the_runtime_lock() -> None:
    assert pins("requirements.lock") <= pins("requirements-dev.lock")


def test_locks_hold_what_the_project_requires() -> None:
    settings = project()
    wanted = names(settings["project"]["dependencies"]) | names(settings["build-system"]["requires"])
    chat = names(settings["project"]["optional-dependencies"]["chat"])
    development = names(settings["dependency-groups"]["dev"]) | chat

    assert wanted <= {name for name, _ in pins("requirements.lock")}
    assert wanted | development <= {name for name, _ in pins("requirements-dev.lock")}


def test_runtime_lock_leaves_development_out() -> None:
    assert names(project()["dependency-groups"]["dev"]).isdisjoint({name for name, _ in pins("requirements.lock")})
