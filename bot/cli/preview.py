"""`lineup preview`: the same bot on a simulated Discord, in a page of the browser."""

from pathlib import Path

import click

from bot.cli.stores import documents_option, facts_option
from bot.settings import Settings


@click.command("preview")
@documents_option
@facts_option
@click.option("--port", type=click.IntRange(1, 65_535), help="Where the page is served; any free port otherwise.")
@click.option("--no-open", "is_quiet", is_flag=True, help="Print the address and leave the browser alone.")
@click.option("--direct", "is_direct", is_flag=True, help="Show direct messages instead of a channel.")
def command(
    documents: tuple[Path, ...], facts: Path | None, port: int | None, *, is_quiet: bool, is_direct: bool
) -> None:
    """Talk to the bot on a page that looks like Discord."""
    from bot.simulation.preview import run

    run(Settings.of().with_options(documents=documents, facts=facts), port=port, opens=not is_quiet, direct=is_direct)
