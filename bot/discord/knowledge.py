"""What the wiring needs of the rest: something that answers, the store it reads, a way to build and open both."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bot.building.child import Built, Tells
from bot.models import Answer
from bot.models.sheet import Excerpt, Grid, Listing, Named, Sheet
from facts.lexicon import Lexicon
from facts.models import Document


class Asks(Protocol):
    """Answers questions; `bot.asking.Asker` is one."""

    def ask(self, text: str, *, who: Hashable = ..., language: str | None = ...) -> Answer: ...


class Browses(Protocol):
    """Shows what is known without a question; `bot.browsing.Browser` is one."""

    def named(self, entity: str, language: str) -> Named | None:
        """Return an entity as people see it, or None where nothing is known of it."""
        ...

    def sheet(self, entity: str, language: str) -> Sheet | None:
        """Return everything that is known of an entity, or None where nothing is."""
        ...

    def names(self, typed: str, language: str, kinds: Sequence[str] = ()) -> list[Named]:
        """Return the entities that a typed name may become, at most 25."""
        ...

    def listings(
        self, brand: str | None, language: str, first: int, most: int, attributes: Sequence[str] = ()
    ) -> tuple[list[Listing], bool]:
        """Return some of all there is, maybe of one brand, by name, and whether more follow.

        With attributes, only what has them all, with every value of them.
        """
        ...

    def brands(self, typed: str, language: str) -> list[Named]:
        """Return the brands that have models and that a typed name may become, at most 25."""
        ...

    def attributes(self, brand: str | None, language: str, beside: str | None = None) -> Mapping[str, str]:
        """Return what can be drawn, maybe of one brand, maybe against another attribute: ids with their names."""
        ...

    def attribute(self, typed: str) -> str | None:
        """Return the attribute of this id or name, or None where there is none."""
        ...

    def called(self, name: str, language: str) -> list[Named]:
        """Return the entities that have just this name, whatever its case, accents, spaces and hyphens."""
        ...

    def questions(self, typed: str, language: str) -> list[str]:
        """Return questions with an answer that what is typed may become, at most 25 of at most 100 characters."""
        ...

    def documents(self, first: int, most: int) -> tuple[Sequence[Document], int]:
        """Return some of the documents, newest first, and how many there are."""
        ...

    def grid(self, entities: Sequence[str], language: str) -> Grid:
        """Return several entities side by side; ids of none are left out."""
        ...

    def excerpt(self, digest: str, start: int, end: int) -> Excerpt | None:
        """Return a quote among its neighbours; the document is known by its digest or the start of it."""
        ...


class Holds(Protocol):
    """The store behind the answers, as far as the operator is told of it; `facts.store.reader.FactStore` is one."""

    @property
    def path(self) -> Path: ...

    @property
    def lexicon(self) -> Lexicon: ...

    def counts(self) -> Mapping[str, int]: ...

    def documents(self) -> Sequence[Document]: ...

    def newest(self) -> str | None: ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Mark:
    """What tells a file from another one that took its place."""

    path: Path
    inode: int
    size: int
    changed: int  # nanoseconds

    @classmethod
    def of(cls, path: Path) -> "Mark | None":
        """Return the mark of a file; None where there is none."""
        try:
            found = path.stat()
        except FileNotFoundError:
            return None
        return cls(path, found.st_ino, found.st_size, found.st_mtime_ns)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """An open store and what answers from it. They are opened and closed together."""

    asker: Asks
    store: Holds
    browser: Browses
    mark: Mark | None = None  # of the file, just before it was opened


Opener = Callable[[Path], Knowledge]  # reads files: never called on the event loop


class Builds(Protocol):
    """Builds a store from the documents without holding up the event loop."""

    async def __call__(self, by: str = "", tell: Tells | None = None) -> Built:
        """Build for somebody, who is told of the progress."""
        ...
