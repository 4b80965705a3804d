"""`lineup run`: what it cannot do without is one sentence."""

from pathlib import Path

import pytest

from tests.bot.cli.conftest import Lineup, Shell


@pytest.mark.parametrize("token", ["", "  \n"])
def test_without_a_token_it_says_so(shell: Shell, store: str, token: str) -> None:
    done = shell("run", "--facts", store, DISCORD_TOKEN=token)

    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "DISCORD_TOKEN" in done.stderr


@pytest.mark.usefixtures("quiet_logs")
def test_without_documents_it_says_so(lineup: Lineup, tmp_path: Path) -> None:
    result = lineup("run", "--documents", str(tmp_path / "none"), DISCORD_TOKEN="secret")

    assert result.exit_code == 1
    assert "no such folder" in result.stderr
    assert "secret" not in result.output
