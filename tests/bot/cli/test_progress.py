"""A build on a terminal shows how quick it is and how long it will still take; elsewhere nothing."""

import io
import re
import time

import pytest
from rich.console import Console

from bot.cli.progress import shown

STEPS, OF = 5, 1_000


@pytest.mark.parametrize("is_terminal", [True, False])
def test_rate_and_time_left_are_shown_to_people(is_terminal: bool) -> None:
    written = io.StringIO()
    console = Console(file=written, force_terminal=is_terminal, width=100, color_system=None, legacy_windows=False)

    with shown(console) as report:
        for done in range(STEPS):
            report("reading documents", done, OF)
            time.sleep(0.02)

    is_told = re.search(rf"reading documents .* +{STEPS - 1}/{OF} [\d.,]+/s \d+:\d\d:\d\d", written.getvalue())
    assert bool(is_told) == is_terminal
    assert bool(written.getvalue()) == is_terminal
