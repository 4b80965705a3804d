"""Opens the store that a command needs; one that is missing, cut off or of another schema is built first."""

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from bot.settings import Settings, writable_folder
from facts.errors import ClusterError, StoreError
from facts.store.header import is_store
from facts.store.reader import FactStore

if TYPE_CHECKING:
    from facts.build import BuildReport, Progress
    from facts.clustering import Cluster
    from facts.corpus import Tools

STORES = "facts-*.db"  # in the cache folder
KEPT_STORES = 4  # in the cache folder; older ones were made from documents that have changed since
PATIENCE = 15 * 60.0  # seconds that a question waits for somebody else's build
CLUSTER_NEEDS = ("distributed", "dask")
WITHOUT_CLUSTER = (
    "building on a cluster needs dask.distributed, which is not installed; add it with: "
    "pip install 'lineup-bot[cluster]', or build without --scheduler and LINEUP_SCHEDULER"
)
Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def facts_option(command: Decorated) -> Decorated:
    """Add --facts to a command."""
    kind = click.Path(dir_okay=False, path_type=Path)
    return click.option("--facts", "facts", type=kind, metavar="DB", help="The store to use.")(command)


def documents_option(command: Decorated) -> Decorated:
    """Add --documents, once or several times, to a command."""
    kind = click.Path(file_okay=False, path_type=Path)
    option = click.option(
        "--documents", multiple=True, type=kind, metavar="DIR", help="A folder of documents; may be repeated."
    )
    return option(command)


def open_store(facts: Path | None = None, settings: Settings | None = None) -> FactStore:
    """Open the store of the settings, or the one named; raises FactsError.

    A store that a person named on the command line is only rebuilt where LINEUP_DOCUMENTS says from what: it may well
    have been made from other documents than those that ship.
    """
    known = (settings or Settings.of()).with_options(facts=facts)
    if known.facts_url is not None:
        return _open_published(known.facts_url, writable_folder(known.cache))
    path = known.store()
    if facts is None or known.documents:
        ensure_store(known, path)
    return FactStore.open(path)


def _open_published(address: str, cache: Path) -> FactStore:
    """Open what was fetched last of the facts that are published at an address, or fetch it first."""
    from bot.publishing.address import place_at, shown
    from bot.publishing.shelf import Shelf

    shelf = Shelf.of(cache, shown(address))
    with suppress(StoreError):
        if (path := shelf.current()) is not None:
            return FactStore.open(path)
    from bot.publishing.fetching import fetch

    return FactStore.open(fetch(place_at(address), shelf).path)


def ensure_store(settings: Settings, path: Path) -> None:
    """Build the store at `path` unless a whole one is there, never over a file of another kind; raises FactsError."""
    try:
        FactStore.open(path).close()
    except StoreError:
        if path.is_file() and not is_store(path):
            raise
        _build_first(settings, path)


def _build_first(settings: Settings, path: Path) -> None:
    """Build a store before it is asked; where another process is at it already, its store will do."""
    from bot.building.locking import CACHED, alone

    if sys.stderr.isatty():
        click.echo("lineup: reading the documents first ...", err=True)
    with alone(path.parent, path.name if settings.facts is not None else CACHED, patience=PATIENCE):
        with suppress(StoreError):
            FactStore.open(path).close()
            return
        build_store(settings, path)


def build_store(
    settings: Settings, target: Path, progress: "Progress | None" = None, *, since: Path | None = None
) -> "BuildReport":
    """Build a store, on a cluster where the settings name one, and forget old ones of the cache; raises FactsError.

    Whoever calls holds the lock of `target`.
    """
    from facts.build import build
    from facts.compiled import compiled_vocabulary
    from facts.corpus import Tools

    tools = Tools.of(*compiled_vocabulary(settings.vocabulary, settings.cache))
    earlier = newest_store(target.parent)
    with _cluster(settings.scheduler, tools) if settings.scheduler else nullcontext() as executor:
        report = build(
            settings.folders,
            target,
            progress,
            tools=tools,
            earlier=earlier,
            executor=executor,
            vocabulary=settings.vocabulary,
            since=since,
        )
    forget_old_stores(settings, target)
    return report


def _cluster(scheduler: str, tools: "Tools") -> "AbstractContextManager[Cluster]":
    try:
        from facts.clustering import connected
    except ModuleNotFoundError as missing:
        if str(missing.name).partition(".")[0] not in CLUSTER_NEEDS:
            raise
        raise ClusterError(WITHOUT_CLUSTER) from missing
    return connected(scheduler, tools)


def newest_store(folder: Path) -> Path | None:
    """Return the store that was built last in the cache folder: most documents are still as they were then."""
    return max(folder.glob(STORES), key=lambda store: store.stat().st_mtime, default=None)


def forget_old_stores(settings: Settings, path: Path) -> None:
    """Remove all but the newest few stores of the cache folder."""
    if settings.facts is not None:
        return
    stores = sorted(path.parent.glob(STORES), key=lambda store: store.stat().st_mtime, reverse=True)
    for store in stores[KEPT_STORES:]:
        if store != path:
            store.unlink(missing_ok=True)
