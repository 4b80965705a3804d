"""The facts in service: what answers now, and how newer facts replace it while questions go on being answered."""

import asyncio
import gc
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from bot.building.child import Built, Tells
from bot.building.messages import Fault
from bot.discord.knowledge import Browses, Builds, Knowledge, Mark, Opener
from bot.models import Answer
from facts.errors import FactsError
from facts.lexicon import Lexicon
from facts.models import attribute_words

NOTHING_BUILT = Built(None)


class Outcome(StrEnum):
    """How a reload ended."""

    SWAPPED = "swapped"
    FAILED = "failed"  # the old facts go on answering
    BUSY = "busy"  # another reload was running


@dataclass(frozen=True, slots=True)
class Reload:
    """A reload: who began it and when, and how it ended."""

    outcome: Outcome
    built: Built = NOTHING_BUILT
    by: str = ""
    at: datetime | None = None


class Library:
    """Answers from one store at a time. Used on the event loop only; building and opening happen elsewhere."""

    def __init__(self, knowledge: Knowledge, *, build: Builds, opener: Opener, last: Reload | None = None) -> None:
        self.loaded_at = datetime.now(UTC)
        self._knowledge = knowledge
        self._names = names_in(knowledge)  # held: to list very many takes long
        self.build = build
        self._open = opener
        self.under_way: Reload | None = None  # the reload that is running here
        self.last = last  # the one that ended last, in an earlier life too
        self._idle = asyncio.Event()
        self._idle.set()
        self._swapping = asyncio.Lock()
        self.watchers: list[Callable[[], None]] = []  # called when newer facts are in service
        self.listeners: list[Callable[[Answer | Reload], None]] = []  # told of each answer, and of each reload's end

    @property
    def is_reloading(self) -> bool:
        return self.under_way is not None

    async def idle(self) -> None:
        """Wait until no reload is under way."""
        await self._idle.wait()

    def ask(self, text: str, *, who: Hashable, language: str | None = None) -> Answer:
        """Answer a question at once, from the facts in service."""
        answer = self._knowledge.asker.ask(text, who=who, language=language)
        self._tell(answer)
        return answer

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
    def mark(self) -> Mark | None:
        """What the file of the facts in service was when it was opened."""
        return self._knowledge.mark

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

    def label(self, language: str, attribute: str) -> str:
        """Return what an attribute is called in a language; its id with spaces where the vocabulary has no word."""
        known = self.lexicon.attributes.get(attribute)
        wording = known.wording.get(language) if known is not None else None
        return wording.label if wording is not None else attribute_words(attribute)

    async def reload(self, by: str = "", tell: Tells | None = None) -> Reload:
        """Build the documents anew for somebody and swap the new facts in. Whatever goes wrong, the old ones stay."""
        if self.under_way is not None:
            return self.under_way
        self.under_way = began = Reload(Outcome.BUSY, by=by, at=datetime.now(UTC))
        self._idle.clear()
        try:
            ended = await self._build_and_swap(began, tell)
        finally:
            self.under_way = None
            self._idle.set()
        if ended.outcome is not Outcome.BUSY:
            self.last = ended
        self._tell(ended)
        return ended

    def _tell(self, news: Answer | Reload) -> None:
        for listener in self.listeners:
            listener(news)

    async def _build_and_swap(self, began: Reload, tell: Tells | None) -> Reload:
        built = await self.build(began.by, tell)
        if built.busy is not None:
            return Reload(Outcome.BUSY, built, built.busy.by, moment(built.busy.since))
        if built.store is None:
            return replace(began, outcome=Outcome.FAILED, built=built)
        try:
            await self.adopt(built.store)
        except (FactsError, OSError) as fault:
            said = str(fault)
            return replace(began, outcome=Outcome.FAILED, built=Built(None, said, faults=(Fault(message=said),)))
        return replace(began, outcome=Outcome.SWAPPED, built=built)

    async def adopt(self, store: Path) -> None:
        """Take a store into service, whoever made it. Raises FactsError or OSError where it cannot be opened.

        The old facts answer until it is open, and go on where it cannot be. Of several, the last one called stays.
        """
        async with self._swapping:
            fresh, names = await asyncio.to_thread(self._opened, store)
            old, self._knowledge, self._names = [self._knowledge], fresh, names
            self.loaded_at = datetime.now(UTC)
            for watcher in self.watchers:
                watcher()
            await asyncio.to_thread(_let_go, old)  # no answer is under way: each is computed in one go on this loop

    def _opened(self, store: Path) -> tuple[Knowledge, Sequence[str]]:
        fresh = self._open(store)
        return fresh, names_in(fresh)

    def close(self) -> None:
        """Let the store go. Nothing is answered from then on."""
        self._knowledge.store.close()


def names_in(knowledge: Knowledge) -> Sequence[str]:
    """Name the documents of a store. Takes long where they are very many."""
    return tuple(document.name for document in knowledge.store.documents())


def _let_go(old: list[Knowledge]) -> None:
    """Close a store and free what was held of it, much of which refers to itself: all wait while it is found."""
    old.pop().store.close()
    gc.collect()


def moment(iso: str) -> datetime | None:
    """Return the moment that a build tells of, if it does."""
    try:
        return datetime.fromisoformat(iso)
    except ValueError:
        return None
