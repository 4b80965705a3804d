"""The facts in service: what answers now, and how newer facts replace it while questions go on being answered."""

import asyncio
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from bot.discord.knowledge import Browses, Builds, Knowledge, Opener
from bot.models import Answer
from facts.errors import FactsError
from facts.lexicon import Lexicon


class Outcome(StrEnum):
    """How a reload ended."""

    SWAPPED = "swapped"
    FAILED = "failed"  # the old facts go on answering
    BUSY = "busy"  # another reload was running


@dataclass(frozen=True, slots=True)
class Reload:
    """The end of a reload. `said` sums up what is new or, where it failed, names file, line and remedy."""

    outcome: Outcome
    said: str = ""


class Library:
    """Answers from one store at a time. Used on the event loop only; building and opening happen elsewhere."""

    def __init__(self, knowledge: Knowledge, *, build: Builds, opener: Opener) -> None:
        self.loaded_at = datetime.now(UTC)
        self._knowledge = knowledge
        self._names = names_in(knowledge)  # held: to list very many takes long
        self.build = build
        self._open = opener
        self._idle = asyncio.Event()
        self._idle.set()
        self.watchers: list[Callable[[], None]] = []  # called when newer facts are in service

    @property
    def is_reloading(self) -> bool:
        return not self._idle.is_set()

    async def idle(self) -> None:
        """Wait until no reload is under way."""
        await self._idle.wait()

    def ask(self, text: str, *, who: Hashable, language: str | None = None) -> Answer:
        """Answer a question at once, from the facts in service."""
        return self._knowledge.asker.ask(text, who=who, language=language)

    @property
    def browser(self) -> Browses:
        """What shows the facts in service without a question."""
        return self._knowledge.browser

    def counts(self) -> Mapping[str, int]:
        """How much of what the store holds."""
        return self._knowledge.store.counts()

    def document_names(self) -> Sequence[str]:
        """Name the documents behind the facts in service."""
        return self._names

    @property
    def store_path(self) -> Path:
        """The file of the facts in service, for whoever looks through it in a thread of its own."""
        return self._knowledge.store.path

    def newest(self) -> str | None:
        """Return the date of the newest document, as precise as it is known, if any."""
        return self._knowledge.store.newest()

    @property
    def lexicon(self) -> Lexicon:
        """The vocabulary of the facts in service."""
        return self._knowledge.store.lexicon

    async def reload(self) -> Reload:
        """Build the documents anew and swap the new facts in. Whatever goes wrong, the old ones are untouched."""
        if self.is_reloading:
            return Reload(Outcome.BUSY)
        self._idle.clear()
        try:
            built = await self.build()
            if built.store is None:
                return Reload(Outcome.FAILED, built.said)
            return await self._swap(built.store, built.said)
        finally:
            self._idle.set()

    async def _swap(self, store: Path, said: str) -> Reload:
        try:
            fresh, names = await asyncio.to_thread(self._opened, store)
        except (FactsError, OSError) as fault:
            return Reload(Outcome.FAILED, str(fault))
        old, self._knowledge, self._names = self._knowledge, fresh, names
        self.loaded_at = datetime.now(UTC)
        old.store.close()  # no answer is under way: each is computed in one go on this loop
        for watcher in self.watchers:
            watcher()
        return Reload(Outcome.SWAPPED, said)

    def _opened(self, store: Path) -> tuple[Knowledge, Sequence[str]]:
        fresh = self._open(store)
        return fresh, names_in(fresh)

    def close(self) -> None:
        """Let the store go. Nothing is answered from then on."""
        self._knowledge.store.close()


def names_in(knowledge: Knowledge) -> Sequence[str]:
    """Name the documents of a store. Takes long where they are very many."""
    return tuple(document.name for document in knowledge.store.documents())
