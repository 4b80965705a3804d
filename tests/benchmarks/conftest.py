"""A table of what was measured, printed below the run."""

from collections.abc import Callable

import pytest

Report = Callable[[str, str], None]
MEASURED = pytest.StashKey[list[str]]()


@pytest.fixture
def report(request: pytest.FixtureRequest) -> Report:
    """Add a line to the table."""
    rows = request.config.stash.setdefault(MEASURED, [])

    def add(what: str, figures: str) -> None:
        rows.append(f"{what:44}{figures}")

    return add


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the table."""
    if rows := config.stash.get(MEASURED, []):
        terminalreporter.section("measured")
        for row in rows:
            terminalreporter.write_line(row)
