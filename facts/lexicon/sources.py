"""The TOML files of a vocabulary folder, parsed and checked, and where in them something stands.

What is in them is facts.lexicon.loader's business.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from facts.errors import VocabularyError, in_plain_words

M = TypeVar("M", bound=BaseModel)
Folder = Traversable | Path


@dataclass(frozen=True, slots=True)
class Source:
    """One TOML file: its path below the vocabulary folder, its text and what that says."""

    file: PurePosixPath
    text: str
    data: dict[str, Any]

    def checked(self, model: type[M]) -> M:
        """Check the content against a model; raises VocabularyError for the first thing that is wrong."""
        try:
            return model.model_validate(self.data)
        except ValidationError as error:
            first, *others = (self._complaint(one) for one in error.errors())
            raise first.with_others(others) from error

    def _complaint(self, fault: Mapping[str, Any]) -> VocabularyError:
        return self.error(".".join(map(str, fault["loc"])), *in_plain_words(fault["type"], fault["msg"]))

    def error(self, key: str, message: str, remedy: str) -> VocabularyError:
        """Build the error for a dotted key of this file."""
        return VocabularyError(str(self.file), self._line_of(key), f"{key}: {message}", remedy)

    def _line_of(self, key: str) -> int | None:
        """Return the line of the key, or of the closest table around it; None where it stands nowhere by name."""
        found, parts = None, key.split(".")
        for depth in range(1, len(parts) + 1):
            table, name = re.escape(".".join(parts[:depth])), re.escape(parts[depth - 1])
            place = re.compile(rf'^\s*(?:\[{table}\]|"?{name}"?\s*=)', re.MULTILINE)
            found = place.search(self.text, found.end() if found else 0) or found
        return self.text.count("\n", 0, found.end()) + 1 if found else None


def read_source(folder: Folder, *path: str) -> Source:
    """Read one file of the folder; raises VocabularyError when it is missing or no TOML."""
    file = PurePosixPath(*path)
    try:
        text = folder.joinpath(*path).read_text(encoding="utf-8")
        return Source(file, text, tomllib.loads(text))
    except FileNotFoundError as error:
        remedy = "restore it, or start from the shipped vocabulary"
        raise VocabularyError(str(file), None, "the file is missing", remedy) from error
    except UnicodeDecodeError as error:
        raise VocabularyError(str(file), None, f"not UTF-8: {error.reason}", "save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise VocabularyError(str(file), int(line[1]) if line else None, f"no TOML: {error}", "correct it") from error


def read_sources(folder: Folder, name: str) -> Iterator[Source]:
    """Read the TOML files of a subfolder, by name."""
    for file in toml_files(folder, name):
        yield read_source(folder, name, file)


def toml_files(folder: Folder, name: str) -> list[str]:
    """List the TOML files of a subfolder by name; raises VocabularyError where that is missing."""
    inner = folder / name
    if not inner.is_dir():
        raise VocabularyError(name, None, "the folder is missing", f"create {name}/ in the vocabulary folder")
    return sorted(entry.name for entry in inner.iterdir() if entry.name.endswith(".toml"))
