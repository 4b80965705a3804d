"""`lineup chat`: the same bot on a simulated Discord, in the terminal."""

from pathlib import Path

import click

from bot.cli.stores import documents_option, facts_option
from bot.settings import Settings


@click.command("chat")
@documents_option
@facts_option
def command(documents: tuple[Path, ...], facts: Path | None) -> None:
    """Talk to the bot on a simulated Discord, in the terminal."""
    from bot.simulation.chat import run

    run(Settings.of().with_options(documents=documents, facts=facts))
