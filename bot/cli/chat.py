"""`lineup chat`: the same bot on a simulated Discord, in the terminal."""

from pathlib import Path

import click

from bot.cli.stores import documents_option, facts_option
from bot.settings import Settings


@click.command("chat")
@documents_option
@facts_option
@click.option(
    "--transcript",
    type=click.Path(exists=True, dir_okay=False, readable=True, path_type=Path),
    metavar="FILE",
    help="Play the lines of a file, and print the conversation.",
)
def command(documents: tuple[Path, ...], facts: Path | None, transcript: Path | None) -> None:
    """Talk to the bot on a simulated Discord, in the terminal."""
    from bot.simulation.chat import run

    run(Settings.of().with_options(documents=documents, facts=facts), transcript)
