"""`lineup browse`: the store as a site in the browser, with what its tables mean; on this machine only."""

import webbrowser
from contextlib import suppress
from pathlib import Path

import click

from bot.cli import Fault
from bot.cli.stores import facts_option, open_store

NEEDED = ("datasette", "uvicorn")
WITHOUT_EXTRA = "`lineup browse` needs datasette, which is not installed; add it with: pip install 'lineup-bot[browse]'"


@click.command("browse")
@facts_option
@click.option("--port", type=click.IntRange(1, 65_535), help="Where the site is served; any free port otherwise.")
@click.option("--no-open", "is_quiet", is_flag=True, help="Print the address and leave the browser alone.")
def command(facts: Path | None, port: int | None, *, is_quiet: bool) -> None:
    """Look through the store in the browser."""
    try:
        from bot.browsing.site import serve
    except ModuleNotFoundError as missing:
        if missing.name not in NEEDED:
            raise
        raise Fault(WITHOUT_EXTRA) from missing
    with open_store(facts) as store:
        path = store.path

    def tell(address: str) -> None:
        click.echo(f"{address}\nThe store as a site, on this machine only; Ctrl-C ends it.")
        if not is_quiet:
            webbrowser.open(address)

    with suppress(KeyboardInterrupt):
        serve(path, port, tell)
