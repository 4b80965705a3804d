"""What tests of several folders need: logging as it was before, whatever a test does to it."""

import logging
import sys
from collections.abc import Iterator

import pytest


@pytest.fixture
def quiet_logs(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let a test begin to log, and leave logging as it was."""
    root, bot = logging.getLogger(), logging.getLogger("bot")
    handlers, levels = list(root.handlers), (root.level, bot.level)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    yield
    logging.captureWarnings(capture=False)
    root.handlers[:] = handlers
    root.setLevel(levels[0])
    bot.setLevel(levels[1])
