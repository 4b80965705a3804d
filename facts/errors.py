"""Everything that can go wrong with what is known, and nothing that is merely not known.

FactsError              one sentence for people; the root, the only one that callers above need to catch
├── LocatedError        something a person wrote is wrong: file, line, message, remedy
│   ├── DocumentError   a document that cannot be read
│   ├── ReviewError     a review sidecar that does not fit its document
│   └── VocabularyError a vocabulary file that does not hold together
├── ClusterError        a cluster that cannot be reached, went away, or does not read as this machine does
└── StoreError          a fact store that is missing, damaged, of another schema, or refused by its own check
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Self

FAULTS = {
    "extra_forbidden": ("there is no such key", "remove the key or correct its spelling"),
    "missing": ("is missing", "add it"),
    "tuple_type": ("is no list", 'write it as ["one", "two"]'),
    "string_too_short": ("is empty", "fill it in, or remove the key"),
    "model_type": ("there is no such key, and it is no table of words either", "remove it or correct its spelling"),
}  # of a checked file, by pydantic's type of fault: what is wrong, and the way out


def in_plain_words(kind: str, message: str) -> tuple[str, str]:
    """Return what a fault of a checked file means to whoever wrote the file, and the way out."""
    return FAULTS.get(kind) or (f"{message[:1].lower()}{message[1:]}", "correct the value")


class FactsError(Exception):
    """Root of the tree. The message is one sentence that names the thing and the way out."""


class LocatedError(FactsError):
    """Something a person wrote is wrong. `line` counts from 1; None where the whole file is meant."""

    def __init__(self, file: Path | str, line: int | None, message: str, remedy: str = "") -> None:
        self.file, self.line, self.message, self.remedy = Path(file), line, message.rstrip("."), remedy.rstrip(".")
        self.others: tuple[LocatedError, ...] = ()  # what else is wrong in the same file, in its order
        super().__init__(file, line, message, remedy)

    def with_others(self, others: "Iterable[LocatedError]") -> Self:
        """Take along what else is wrong, for whoever lists everything."""
        self.others = tuple(others)
        return self

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else str(self.file)
        return f"{where}: {self.message}" + (f"; {self.remedy}" if self.remedy else "")


class DocumentError(LocatedError):
    """A document that cannot be read."""


class ReviewError(LocatedError):
    """A review sidecar that does not fit its document."""


class VocabularyError(LocatedError):
    """A vocabulary file that does not hold together."""


class ClusterError(FactsError):
    """A cluster that cannot be built on; the message names its address and the way out."""


class StoreError(FactsError):
    """A fact store that cannot be used; the message names the file and the way out."""
