"""What the README shows is what happens: every `$ lineup ...` of its console blocks prints the lines below it."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
WAITS_FOR_A_PERSON = ("chat", "preview", "review", "run")


def transcripts() -> list[tuple[str, str]]:
    """Return every command shown with a prompt, and the output shown below it."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    steps = [step for block in BLOCK.findall(readme) for step in re.split(r"^\$ ", block, flags=re.MULTILINE) if step]
    return [(command, output.strip()) for command, _, output in (step.partition("\n") for step in steps)]


def question_of_make() -> str:
    found = re.search(r"^QUESTION \?= (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert found
    return found[1]


def lineup(*arguments: str, cache: Path) -> str:
    environment = os.environ | {"XDG_CACHE_HOME": str(cache), "COLUMNS": "100"}
    command = [sys.executable, "-m", "bot", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


def test_shows_the_two_commands() -> None:
    assert {"make", "make check"} <= {command for command, _ in transcripts()}


def test_first_command_prints_what_is_shown(cache: Path) -> None:
    shown = dict(transcripts())["make"]

    assert lineup("ask", question_of_make(), cache=cache) in shown


@pytest.mark.parametrize(("command", "shown"), [step for step in transcripts() if step[0].startswith("lineup ")])
def test_command_prints_what_is_shown(command: str, shown: str, cache: Path) -> None:
    _, *arguments = shlex.split(command)
    if arguments[0] in WAITS_FOR_A_PERSON:
        assert lineup(arguments[0], "--help", cache=cache)
    else:
        assert lineup(*arguments, cache=cache) == shown
