"""`lineup run`: the bot on Discord. DISCORD_TOKEN is the one setting it needs."""

from pathlib import Path

import click

from bot.cli.stores import documents_option, facts_option
from bot.settings import Settings


@click.command("run")
@documents_option
@facts_option
def command(documents: tuple[Path, ...], facts: Path | None) -> None:
    """Run the Discord bot."""
    from bot.discord.client import run

    run(Settings.of().with_options(documents=documents, facts=facts))
