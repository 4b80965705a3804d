"""`lineup chat` starts the bot on its simulated Discord."""

import re
from pathlib import Path

from tests.bot.cli.conftest import Lineup, Shell

TALK = """\
How much is the Twingo?
2

:as admin
/settings
5
7
0
:nonsense
"""


def test_a_transcript_is_played(shell: Shell, store: str, tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_text(TALK, encoding="utf-8")

    done = shell("chat", "--facts", store, "--transcript", str(tmp_path / "talk.txt"))

    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    typed = [line.partition("> ")[2] for line in lines if re.match(r"(robin|sam)\b.*> ", line)]
    assert typed == [*filter(None, TALK.splitlines())]
    assert any("20,000 euros" in line for line in lines)
    assert "sam, in so many seconds> 0" in lines
    assert "  Write whole numbers: 1 to 100 replies in 1 to 3600 seconds." in lines


def test_a_transcript_that_is_not_there_is_wrong_usage(lineup: Lineup) -> None:
    done = lineup("chat", "--transcript", "nowhere.txt")

    assert done.exit_code == 2
    assert "'nowhere.txt' does not exist" in done.stderr
