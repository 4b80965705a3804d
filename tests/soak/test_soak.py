"""A short soak: nobody is left without a reply, and no answer is of half a store or of the old one after the new."""

import subprocess
import sys
from pathlib import Path

from tests.soak.soak import NOTHING_WRONG, SHORT

ROOT = Path(__file__).parents[2]
LONGEST = 300  # seconds, on a machine that does much else


def test_a_crowd_is_answered_through_two_reloads() -> None:
    """In a process of its own: what counts each line that runs would take up most of the time."""
    command = (sys.executable, "-m", "tests.soak.soak", "--short")
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=LONGEST, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith(f"{NOTHING_WRONG}\n")
    assert f"replies              {SHORT[1]:,}," in done.stdout
