"""Stand-ins at the one boundary of the wiring: answers from a table, a store that can be closed, a build that waits."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Mapping, Sequence
from contextvars import copy_context
from dataclasses import dataclass, field, replace
from functools import cache, partial
from pathlib import Path

from bot.building.child import Built, Tells
from bot.building.messages import Report
from bot.discord.knowledge import Knowledge
from bot.models import Answer, Choice, Source, Status, Tier
from bot.models.sheet import Entry, Excerpt, Grid, GridRow, Listing, Named, Sheet
from facts.errors import StoreError
from facts.lexicon import Lexicon
from facts.lexicon.loader import load_lexicon
from facts.models import Document, Value, ValueKind

ARTICLE = Document("article.txt", "The Twingo costs 20,000 euros. It comes in 2026.", 0, "en", "0" * 64)
PRICE = "how much is the Twingo?"
LAUNCH = "when does the Twingo come?"
UNKNOWN = "how heavy is the Twingo?"
PASSAGE = "what of the Twingo?"
WHICH = "how much is the car?"
CHATTER = "good morning"
FOLLOW_UP = "and what did I ask before?"
TRAP = "break"
NEW_STORE = Built(
    Path("new.db"), report=Report(store="new.db", seconds=0.1, counts={"documents": 1, "facts": 2}, has_before=True)
)


def quoted(text: str, *, start: int = 0, end: int = 30) -> Answer:
    """Answer with the words of the article that say so."""
    quote = ARTICLE.text[start:end]
    source = Source(ARTICLE.name, quote, start, end, digest=ARTICLE.digest)
    return Answer(Status.ANSWERED, text, "en", tier=Tier.FACTS, sources=(source,), entities=("twingo",))


def table() -> dict[str, Answer]:
    """One answer of each status."""
    first = Source(ARTICLE.name, ARTICLE.text[:30], 0, 30, digest=ARTICLE.digest)
    return {
        PRICE: quoted("The Twingo costs €20,000."),
        LAUNCH: quoted("The Twingo comes in 2026.", start=31, end=48),
        UNKNOWN: Answer(Status.UNKNOWN, "The documents give no weight.", "en", suggestions=(PRICE,)),
        PASSAGE: Answer(Status.PASSAGE, "The nearest passage:", "en", sources=(first,)),
        WHICH: Answer(
            Status.AMBIGUOUS,
            "Which one?",
            "en",
            choices=(Choice("twingo", "Twingo", PRICE), Choice("spring", "Spring", UNKNOWN)),
        ),
    }


@dataclass
class Table:
    """Answers from a table; anything else is chatter. Remembers the last question of each conversation."""

    answers: Mapping[str, Answer] = field(default_factory=table)
    turns: dict[Hashable, str] = field(default_factory=dict)

    def ask(self, text: str, *, who: Hashable = "terminal", language: str | None = None) -> Answer:
        before = self.turns.get(who, "nothing")
        self.turns[who] = text
        if text == FOLLOW_UP:
            return quoted(f"Before: {before}")
        if text == TRAP:
            raise LookupError(text)
        answer = self.answers.get(text, Answer(Status.CHATTER, "Ask me about cars.", language or "en"))
        return replace(answer, interpret=lambda: f"read as: {text}")


@cache
def shipped_lexicon() -> Lexicon:
    return load_lexicon()


@dataclass
class Shelf:
    """A store that knows whether it is open."""

    documented: Sequence[Document] = (ARTICLE,)
    is_open: bool = True
    path: Path = Path("shelf.db")

    @property
    def lexicon(self) -> Lexicon:
        return shipped_lexicon()

    def counts(self) -> Mapping[str, int]:
        return {"documents": len(self.documented), "facts": 2}

    def documents(self) -> Sequence[Document]:
        return self.documented

    def newest(self) -> str | None:
        return max((one.published for one in self.documented if one.published), default=None)

    def close(self) -> None:
        self.is_open = False


LISTED = 13  # of all there is
TWINGO = Named("twingo", "Twingo", "model")


@dataclass(frozen=True)
class Shown:
    """What can be looked at: one car with one fact, and the two sentences of the article; or nothing."""

    is_empty: bool = False

    def named(self, entity: str, language: str) -> Named | None:
        if self.is_empty or entity != TWINGO.id:
            return None
        return replace(TWINGO, kind="modèle") if language == "fr" else TWINGO

    def sheet(self, entity: str, language: str) -> Sheet | None:
        if self.is_empty or entity != TWINGO.id:
            return None
        source = Source(ARTICLE.name, ARTICLE.text[:30], 0, 30)
        value = Value("20,000 euros", ValueKind.MONEY, 20_000.0)
        return Sheet(TWINGO, language, (Entry("price", "price", "20,000 euros", source, value, "stated", PRICE),))

    def names(self, typed: str, language: str, kinds: Sequence[str] = ()) -> list[Named]:  # noqa: ARG002  # as named
        return [TWINGO] if not self.is_empty and typed.casefold() in ("t", "tw", "twingo") else []

    def listings(
        self, brand: str | None, language: str, first: int, most: int, attributes: Sequence[str] = ()
    ) -> tuple[list[Listing], bool]:
        sheet = self.sheet(TWINGO.id, language) if brand in (None, "renault") else None
        every = [Listing(sheet.subject, sheet.entries)] * LISTED if sheet is not None else []
        every = every if set(attributes) <= {"price"} else []
        return every[first : first + most], first + most < len(every)

    def brands(self, typed: str, language: str) -> list[Named]:  # noqa: ARG002  # as named
        return []

    def attributes(self, brand: str | None, language: str, beside: str | None = None) -> Mapping[str, str]:  # noqa: ARG002  # as named
        return {} if beside == "price" else {"price": "price"}

    def attribute(self, typed: str) -> str | None:
        return typed if typed == "price" else None

    def called(self, name: str, language: str) -> list[Named]:
        found = self.named(name.casefold(), language)
        return [found] if found is not None else []

    def questions(self, typed: str, language: str) -> list[str]:  # noqa: ARG002  # as named
        return [] if self.is_empty else [one for one in (PRICE, LAUNCH) if typed in one]

    def documents(self, first: int, most: int) -> tuple[Sequence[Document], int]:
        every = () if self.is_empty else (ARTICLE,)
        return every[first : first + most], len(every)

    def grid(self, entities: Sequence[str], language: str) -> Grid:
        found = [one for one in (self.sheet(key, language) for key in entities) if one is not None]
        cells = tuple(one.entries[0] for one in found)
        return Grid(tuple(one.subject for one in found), language, (GridRow("price", "price", cells),))

    def excerpt(self, digest: str, start: int, end: int) -> Excerpt | None:
        text = ARTICLE.text
        if self.is_empty or not ARTICLE.digest.startswith(digest) or not 0 <= start < end <= len(text):
            return None
        return Excerpt(
            Source(ARTICLE.name, text[start:end], start, end, digest=ARTICLE.digest),
            text[:start],
            text[end:],
            1 + (start > 0),
            2,
        )


def knowledge(**answers: str) -> Knowledge:
    """Something that answers from the table; keywords replace the sentence for PRICE or LAUNCH."""
    given = table() | {{"price": PRICE, "launch": LAUNCH}[name]: quoted(text) for name, text in answers.items()}
    return Knowledge(Table(given), Shelf(), Shown())


@dataclass
class HeldBuild:
    """A build that ends when the test says so. `wait` declares to simcord that this is no work of the bot's."""

    built: Built = NEW_STORE
    released: bool = False  # ends at once
    wait: Callable[..., Awaitable[object]] | None = None
    started: int = 0
    by: str = ""
    tell: Tells | None = None  # as the build itself would, on the clock that the bot lives by
    release: asyncio.Event = field(default_factory=asyncio.Event)

    async def __call__(self, by: str = "", tell: Tells | None = None) -> Built:
        self.by = by
        if tell is not None:
            self.tell = partial(copy_context().run, tell)
        self.started += 1
        if self.wait is not None and not self.released:
            await self.wait(self.release.wait(), reason="a build in a child process")
        return self.built


def refuse(path: Path) -> Knowledge:
    """Open nothing, as with a damaged store."""
    raise StoreError(f"{path} is truncated")
