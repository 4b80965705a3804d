"""Review files on disk: read with the line of whatever is wrong, written so that git merges them table by table."""

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from facts.errors import ReviewError
from facts.models import Document
from facts.reading.files import REVIEW
from facts.review.model import EntityReview, FactReview, Review

HEAD = "# What a person confirmed, corrected, added or rejected. `lineup review` writes it, `lineup build` checks it.\n"
LAST = ("quote",)  # the longest line closes a table
_TABLE = re.compile(r"^\s*\[\[\s*(\w+)\s*\]\]")


@dataclass(frozen=True, slots=True)
class Sidecar:
    """A review with the place of each of its tables."""

    file: Path
    review: Review
    lines: Mapping[tuple[str, int], int] = field(default_factory=dict)  # ("fact", 0) -> line of the first [[fact]]

    @property
    def is_empty(self) -> bool:
        return not (self.review.entity or self.review.fact)

    def entities(self) -> list[tuple[int, EntityReview]]:
        """List the entity tables with their lines."""
        return [(self.lines.get(("entity", number), 1), table) for number, table in enumerate(self.review.entity)]

    def facts(self) -> list[tuple[int, FactReview]]:
        """List the fact tables with their lines."""
        return [(self.lines.get(("fact", number), 1), table) for number, table in enumerate(self.review.fact)]


def sidecar_path(document: Path) -> Path:
    """Return where the review of a document stands: the file that is there, else one named after its stem."""
    longer = document.with_name(document.name + REVIEW)
    return longer if longer.is_file() else document.with_name(document.stem + REVIEW)


def read_sidecar(document: Path) -> Sidecar:
    """Read the review of a document; an empty one where there is none. Raises ReviewError with file and line."""
    path = sidecar_path(document)
    if not path.is_file():
        return Sidecar(path, Review())
    text = _text(path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        found = re.search(r"line (\d+)", str(fault))
        raise ReviewError(path, int(found[1]) if found else None, f"not TOML: {fault}", "mend that line") from fault
    lines = _table_lines(text)
    try:
        return Sidecar(path, Review.model_validate(data), lines)
    except ValidationError as fault:
        first = fault.errors()[0]
        place = first["loc"]
        line = _line_of(text, lines, place)
        raise ReviewError(path, line, _complaint(place, first["msg"]), "see `lineup review`") from fault


def verify_quotes(sidecar: Sidecar, document: Document) -> list[ReviewError]:
    """List every reviewed fact whose quote, or whose words in it, do not stand in the document as written."""
    problems = []
    for line, fact in sidecar.facts():
        if fact.quote not in document.text:
            message = f"{document.name} does not hold the quote {_short(fact.quote)!r}"
            problems.append(ReviewError(sidecar.file, line, message, "copy it from the document, or remove this table"))
        elif fact.words is not None and fact.words not in fact.quote:
            message = f"the quote does not hold the words {_short(fact.words)!r}"
            problems.append(ReviewError(sidecar.file, line, message, "copy them from the quote, or remove them"))
    return problems


def write_review(path: Path, review: Review, document: Document | None = None) -> None:
    """Write a review beside the old one and swap it in; with its document, facts go by where their quotes stand."""
    facts = review.fact
    if document is not None:
        facts = tuple(sorted(facts, key=lambda fact: document.text.find(fact.quote)))
    tables = [_emit("entity", table.model_dump(mode="json", exclude_defaults=True)) for table in review.entity]
    tables += [_emit("fact", table.model_dump(mode="json", exclude_defaults=True)) for table in facts]
    draft = path.with_name(path.name + ".new")
    draft.write_text("\n".join([HEAD, *tables]), encoding="utf-8")
    draft.replace(path)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as fault:
        raise ReviewError(path, None, "not UTF-8", "save the file as UTF-8") from fault
    except OSError as fault:
        raise ReviewError(path, None, f"cannot be read: {fault.strerror}", "check its permissions") from fault


def _table_lines(text: str) -> dict[tuple[str, int], int]:
    lines: dict[tuple[str, int], int] = {}
    seen: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if found := _TABLE.match(line):
            name = found[1]
            lines[name, seen.get(name, 0)] = number
            seen[name] = seen.get(name, 0) + 1
    return lines


def _line_of(text: str, lines: Mapping[tuple[str, int], int], place: tuple[int | str, ...]) -> int:
    """Return the line of a key in a table, or of the table where the key is missing."""
    if not place:
        return 1
    if len(place) == 1 or not isinstance(place[1], int):
        return _line_with(text.splitlines(), 1, str(place[0])) or 1
    start = lines.get((str(place[0]), place[1]), 1)
    rest = text.splitlines()[start:]
    inside = next((n for n, line in enumerate(rest) if _TABLE.match(line)), len(rest))
    key = str(place[2]) if len(place) > 2 else ""  # noqa: PLR2004 - table, number, key
    return _line_with(rest[:inside], start + 1, key) or start


def _line_with(lines: list[str], first: int, key: str) -> int | None:
    wanted = re.compile(rf"^\s*\[*\s*{re.escape(key)}\b") if key else None
    return next((n for n, line in enumerate(lines, first) if wanted and wanted.match(line)), None)


def _complaint(place: tuple[int | str, ...], message: str) -> str:
    keys = ".".join(str(part) for part in place if not isinstance(part, int))
    return f"{keys}: {message[:1].lower()}{message[1:]}" if keys else message


def _emit(name: str, table: Mapping[str, Any]) -> str:
    keys = [key for key in table if key not in LAST] + [key for key in LAST if key in table]
    return f"[[{name}]]\n" + "".join(f"{key} = {_value(table[key])}\n" for key in keys)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{_key(key)} = {_value(item)}' for key, item in value.items())} }}"
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")


def _key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else _value(key)


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
