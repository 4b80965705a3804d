"""Opens the facts that a bot answers from, building them first where there are none that can be used."""

import asyncio
import gc
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.asking import Asker
from bot.browsing import Browser
from bot.building.child import Built, ChildBuild
from bot.building.locking import CACHED, last_build
from bot.curating.folders import Folders
from bot.curating.staging import Staging
from bot.discord.knowledge import Builds, Knowledge, Mark
from bot.discord.leaving import stopping
from bot.discord.library import Library, Outcome, Reload, moment
from bot.discord.operator.curator import Curator, understand_in_child
from bot.models.shards import EVERY_SERVER
from bot.publishing.address import place_at
from bot.publishing.subscribing import Subscription
from bot.servers import Servers
from bot.servers.errors import ServersError
from bot.servers.file import ServersFile
from bot.servers.keeper import Keeper
from bot.settings import Database, Settings, writable_folder
from facts.errors import StoreError
from facts.store.reader import FactStore

LOOK_AGAIN = 2.0  # seconds between looks at a build of another process

log = logging.getLogger(__name__)

STAGED = "staged"  # the folder of documents that wait, in the cache folder
SELDOM = 200  # collections of what is younger, some fifty replies each, before one walks facts and conversations too


@contextmanager
def settled() -> Iterator[None]:
    """Let collections of garbage hold up the event loop little and seldom: none walks modules, few all that is kept.

    What a reply leaves behind in rings is young; facts that were replaced are collected when that happens.
    """
    often = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*often[:2], SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*often)
        gc.unfreeze()


def open_library(settings: Settings) -> Library:
    """Return a library that answers from the store of these settings. Not to be called on an event loop.

    Raises StoreError where there is no store and none can be built; the message is the build's own.
    """
    if settings.facts_url is not None:
        return _open_published(settings.facts_url, writable_folder(settings.cache))
    path = settings.store()
    try:
        knowledge = open_knowledge(path)
    except StoreError as fault:
        log.info("Building the facts: %s", fault)
        knowledge = open_knowledge(_built(settings, path))
    build = build_for(settings, lambda: library.store_path)
    library = Library(knowledge, build=build, opener=open_knowledge, last=last_reload(settings, path))
    return library


def _open_published(address: str, cache: Path) -> Library:
    """Return a library that answers from the facts published at an address, and fetches newer ones."""
    subscription = Subscription(address, place_at(address), cache)
    log.info("Fetching the facts published at %s", subscription.shown)
    fetched = subscription.open()
    return Library(open_knowledge(fetched.path), build=subscription, opener=open_knowledge)


def last_reload(settings: Settings, path: Path) -> Reload | None:
    """Return how the last build came about that somebody asked a bot for, in whichever process."""
    found = last_build(path.parent, path.name if settings.facts is not None else CACHED)
    if found is None:
        return None
    by, since, went_well = found
    return Reload(Outcome.SWAPPED if went_well else Outcome.FAILED, by=by, at=moment(since))


def _built(settings: Settings, path: Path) -> Path:
    """Build the store, after a build of another process that may be under way; raises StoreError."""
    build = ChildBuild(settings.folders, lambda: path)
    try:
        built = asyncio.run(_built_unless_stopped(build))
    except asyncio.CancelledError:
        raise SystemExit(0) from None  # told to stop
    if built.store is None:
        raise StoreError(built.said)
    return built.store


async def _built_unless_stopped(build: ChildBuild) -> Built:
    building = asyncio.create_task(_built_in_turn(build))
    with stopping(building):
        return await building


async def _built_in_turn(build: ChildBuild) -> Built:
    while (built := await build()).busy is not None:
        log.info("Waiting: %s", built.said)
        await asyncio.sleep(LOOK_AGAIN)
    return built


def open_servers(settings: Settings) -> Servers:
    """Open what servers chose; where there is no place to keep it, that is said, and it lasts as long as the bot runs.

    Raises ServersError where a file is damaged, or either is of a newer kind.
    """
    place, shards = settings.servers, settings.shards or EVERY_SERVER
    if isinstance(place, Database):
        return Servers(_database(place), shards)
    if place is None or not _is_writable(place.parent):
        log.warning("What servers choose is kept only while this runs, for lack of a place: set LINEUP_SERVERS")
        return Servers(shards=shards)
    return Servers(ServersFile(place), shards)


def _database(place: Database) -> Keeper:
    """Return what keeps it in PostgreSQL; raises ServersError where the driver, which is an extra, is missing."""
    try:
        from bot.servers.database import ServersDatabase  # noqa: PLC0415  # an extra: most bots need no driver
    except ImportError as fault:
        said = "LINEUP_SERVERS names a PostgreSQL database, whose driver is not installed"
        raise ServersError(f"{said}; add it with: pip install 'lineup-bot[postgres]'") from fault
    return ServersDatabase(place.url)


def _is_writable(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)


def curator_for(settings: Settings) -> Curator | None:
    """Return what changes the operator's documents; None where facts come from none of theirs. Makes a folder."""
    if not settings.documents or settings.facts_url is not None:
        return None
    staging = Staging(writable_folder(settings.cache) / STAGED)
    return Curator(Folders(settings.documents), staging, understand_in_child)


def open_knowledge(path: Path) -> Knowledge:
    """Open a store and everything that answers from it; raises StoreError."""
    mark = Mark.of(path)
    store = FactStore.open(path)
    asker, browser = Asker(store), Browser(store)
    asker.load()
    browser.load()
    return Knowledge(asker, store, browser, mark)


def build_for(settings: Settings, in_service: Callable[[], Path]) -> Builds:
    """Return what builds the documents of these settings anew, and tells what is new since the store in service."""
    return ChildBuild(settings.folders, settings.store, in_service)
