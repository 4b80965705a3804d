"""`lineup fetch`: brings what is published elsewhere to this machine, for its bots and for questions from the shell."""

from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from bot.cli.telling import children_options, end_with_stdin, told
from bot.settings import Settings, SettingsError, writable_folder

if TYPE_CHECKING:
    from bot.building.messages import Report
    from bot.publishing.fetching import Fetched, Progress

NOWHERE = "there is nowhere to fetch from; name an address, or set LINEUP_FACTS_URL"


@click.command("fetch")
@click.argument("address", metavar="[URL]", required=False)
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Where fetched stores are kept (default: the cache folder).",
)
@click.option("--since", type=click.Path(path_type=Path), metavar="DB", help="Tell what is new since that store.")
@children_options
def command(address: str | None, into: Path | None, since: Path | None, style: str, by: str, *, is_tied: bool) -> None:
    """Fetch the facts that are published at URL; commands with LINEUP_FACTS_URL answer from them."""
    settings = Settings.of()
    source = address or settings.facts_url
    if source is None:
        raise SettingsError(NOWHERE)
    cache = into or writable_folder(settings.cache)
    if is_tied:
        end_with_stdin()
    if style == "json":
        told(lambda progress: _report(source, cache, by, since, progress))
        return
    fetched = _fetched(source, cache, by, lambda *_: None)
    news = "fetched" if fetched.is_new else "nothing newer"
    click.echo(f"{fetched.path}: {news}, published {fetched.manifest.published.isoformat(timespec='seconds')}")


def _fetched(source: str, cache: Path, by: str, progress: "Progress") -> "Fetched":
    from bot.publishing.address import place_at
    from bot.publishing.fetching import fetch
    from bot.publishing.shelf import Shelf

    place = place_at(source)
    return fetch(place, Shelf.of(cache, place.shown), by, progress)


def _report(source: str, cache: Path, by: str, since: Path | None, progress: "Progress") -> "Report":
    """Fetch and tell what is new, as a build does."""
    from bot.building.telling import report_of
    from facts.reporting import Before, BuildReport
    from facts.store.reader import FactStore

    began = monotonic()
    fetched = _fetched(source, cache, by, progress)
    with FactStore.open(fetched.path) as store:
        digests, counts = {one.name: one.digest for one in store.documents()}, store.counts()
    before = Before.of(since or fetched.path, digests)
    changes, documents = before.changes(digests, counts["facts"]), before.compared(fetched.path)
    told = BuildReport(fetched.path, counts, 0, changes, (), monotonic() - began, documents=documents)
    return report_of(told, [f"{fetched.path}: published {fetched.manifest.published.isoformat(timespec='seconds')}"])
