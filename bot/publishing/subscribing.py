"""What a running bot knows of the place that its facts come from, and how it asks for newer ones.

Looking costs one small request on the event loop; what is heavy is done by `lineup fetch` in a child process.
"""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.building.child import Built, Tells, built_by
from bot.publishing.errors import NothingThereError, UnreachableError
from bot.publishing.fetching import Fetched, check_readable, current, fetch, kept
from bot.publishing.manifest import Manifest
from bot.publishing.shelf import Shelf
from bot.settings import with_credentials_of_places
from facts.errors import FactsError

if TYPE_CHECKING:
    from bot.publishing.place import Place

MINUTE = 60.0  # seconds between two looks
LONGEST_LOOK = 60.0  # seconds


@dataclass(slots=True)
class Subscription:
    """Follows a place. Called, it fetches what is published there, as a build would make it from documents."""

    address: str  # with its secrets: never shown
    place: "Place"
    cache: Path
    pause: float = MINUTE
    manifest: Manifest | None = None  # what was fetched last
    problem: str | None = None  # why something newer is not in service
    looked: datetime | None = None  # when the place answered last
    shelf: Shelf = field(init=False)

    def __post_init__(self) -> None:
        self.shelf = Shelf.of(self.cache, self.place.shown)

    @property
    def shown(self) -> str:
        """The address without the secrets in it."""
        return self.place.shown

    def open(self) -> Fetched:
        """Fetch before a bot starts; where that fails, what was fetched before has to do. Not for an event loop.

        Raises FactsError where there is nothing to answer from.
        """
        try:
            fetched = fetch(self.place, self.shelf)
            self.looked = datetime.now(UTC)
        except FactsError as fault:
            before = current(self.shelf)
            if before is None:
                raise
            fetched, self.problem = before, str(fault)
        self.manifest = fetched.manifest
        return fetched

    async def look(self) -> Manifest:
        """Return what is published now; raises PublishingError, also where it cannot be read by this version."""
        try:
            async with asyncio.timeout(LONGEST_LOOK):
                edition = await self.place.look()
        except TimeoutError:
            raise UnreachableError(f"{self.shown} did not answer within {LONGEST_LOOK:.0f} s") from None
        self.looked = datetime.now(UTC)
        if edition is None:
            raise NothingThereError(f"nothing is published at {self.shown} any more")
        check_readable(edition.manifest, self.place)
        return edition.manifest

    async def __call__(self, by: str = "", tell: Tells | None = None) -> Built:
        """Fetch what is published now for somebody, telling of the progress."""
        environment = {**with_credentials_of_places(), "LINEUP_FACTS_URL": self.address}
        options = ["--into", str(self.cache)]
        if self.manifest is not None:
            options += ["--since", str(self.shelf.folder / self.manifest.store)]
        built = await built_by(("fetch", *options), by, tell, environment=environment)
        if built.store is not None:
            self.manifest = await asyncio.to_thread(kept, self.shelf)
        return built
