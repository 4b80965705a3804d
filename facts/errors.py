"""Everything that can go wrong with what is known, and nothing that is merely not known.

FactsError              one sentence for people; the root, the only one that callers above need to catch
├── LocatedError        something a person wrote is wrong: file, line, message, remedy
│   ├── DocumentError   a document that cannot be read
│   ├── ReviewError     a review sidecar that does not fit its document
│   └── VocabularyError a vocabulary file that does not hold together
└── StoreError          a fact store that is missing, damaged, of another schema, or refused by its own check
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Self


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


class StoreError(FactsError):
    """A fact store that cannot be used; the message names the file and the way out."""
