"""`lineup chat` starts the bot on its simulated Discord."""

from tests.bot.cli.conftest import Shell


def test_a_piped_question_is_answered(shell: Shell, store: str) -> None:
    done = shell("chat", "--facts", store, sent="How much is the Twingo?\n")

    assert done.returncode == 0, done.stderr
    assert "20,000" in done.stdout
