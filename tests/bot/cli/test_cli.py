"""The group of commands: help, wrong usage, faults."""

import pytest

from bot.cli import COMMANDS
from tests.bot.cli.conftest import Lineup, Shell


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(lineup: Lineup, command: str) -> None:
    result = lineup(command, "--help")

    assert result.exit_code == 0
    assert "Usage:" in result.stdout


def test_help_lists_every_command(lineup: Lineup) -> None:
    shown = lineup("--help").stdout

    assert all(command in shown for command in COMMANDS)


@pytest.mark.parametrize("arguments", [("swim",), ("--colour",), ("text",)])
def test_wrong_usage_exits_with_2(lineup: Lineup, arguments: tuple[str, ...]) -> None:
    assert lineup(*arguments).exit_code == 2


def test_a_wrong_setting_is_one_sentence(shell: Shell) -> None:
    done = shell("facts", LINEUP_CHANNELS="#general")

    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "LINEUP_CHANNELS" in done.stderr
