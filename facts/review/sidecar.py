"""Review files on disk: every problem with its line, and one line a decision, so that git merges them line by line.

Tables are written as `fact.label = { ... }`; read are also arrays of tables, `[[fact]]`, as people write them.
"""

import hashlib
import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from facts.errors import ReviewError, in_plain_words
from facts.models import Document
from facts.reading.files import REVIEW
from facts.review.model import EntityReview, FactReview, Review, StatementReview
from facts.review.quotes import line_of, locate, nearest

HEAD = "# What a person confirmed, corrected, added or rejected. `lineup review` writes it, `lineup build` checks it.\n"
FIRST = ("verdict",)
LAST = ("quote",)  # the longest value closes a table
SHOWN = 90  # characters of a sentence in a message
SECTIONS = ("entity", "fact", "statement")
_TABLE = re.compile(r"^\s*\[\[\s*(\w+)\s*\]\]")
_DECISION = re.compile(r"^((?:entity|fact|statement)\.\w+|complete)\s*=")
_ROW = re.compile(r"^(entity|fact|statement)\.\w+\s*=")
DIGITS = 8  # of a label: a review has some hundreds
Table = EntityReview | FactReview | StatementReview


@dataclass(frozen=True, slots=True)
class Sidecar:
    """A review with the place of each of its tables."""

    file: Path
    review: Review
    lines: Mapping[tuple[str, int], int] = field(default_factory=dict)  # ("fact", 0) -> line of the first fact

    @property
    def is_empty(self) -> bool:
        return self.review == Review()

    def entities(self) -> list[tuple[int, EntityReview]]:
        """List the entity tables with their lines."""
        return [(self.lines.get(("entity", number), 1), table) for number, table in enumerate(self.review.entity)]

    def facts(self) -> list[tuple[int, FactReview]]:
        """List the fact tables with their lines."""
        return [(self.lines.get(("fact", number), 1), table) for number, table in enumerate(self.review.fact)]

    def statements(self) -> list[tuple[int, StatementReview]]:
        """List the statement tables with their lines."""
        return [(self.lines.get(("statement", number), 1), table) for number, table in enumerate(self.review.statement)]


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
        data = tomllib.loads(_once(path, text))
    except tomllib.TOMLDecodeError as fault:
        found = re.search(r"line (\d+)", str(fault))
        raise ReviewError(path, int(found[1]) if found else None, f"not TOML: {fault}", "mend that line") from fault
    lines = _table_lines(text)
    try:
        return Sidecar(path, Review.model_validate(data), lines)
    except ValidationError as fault:
        first, *others = (_complaint(path, text, lines, error) for error in fault.errors())
        raise first.with_others(others) from fault


def verify_quotes(sidecar: Sidecar, document: Document) -> list[ReviewError]:
    """List every table whose quote, or whose words in it, the document does not hold any more."""
    problems = []
    tables: list[tuple[int, FactReview | StatementReview]] = [*sidecar.facts(), *sidecar.statements()]
    for line, table in tables:
        given = [table.words] if isinstance(table, FactReview) else [*table.parts.values()]
        wrong = next((words for words in given if words is not None and locate(table.quote, words) is None), None)
        if locate(document.text, table.quote) is None:
            problems.append(_stale(sidecar, line, table.quote, document))
        elif wrong is not None:
            message = f"the quote does not hold the words {_short(wrong)!r}"
            problems.append(ReviewError(sidecar.file, line, message, "copy them from the quote, or remove them"))
    return problems


def write_review(path: Path, review: Review, document: Document | None = None) -> None:
    """Write a review beside the old one and swap it in; with its document, tables go by where their quotes stand."""
    draft = path.with_name(path.name + ".new")
    draft.write_text("".join([HEAD, *_lines(review, document)]), encoding="utf-8")
    draft.replace(path)


def _lines(review: Review, document: Document | None) -> Iterator[str]:
    """Yield a line a table, under a key of its own: in whatever order git puts such lines together, they are a file."""
    if review.complete:
        yield "complete = true  # it holds everything that the document says\n"
    sections: tuple[Sequence[Table], ...] = (review.entity, review.fact, review.statement)
    for name, tables in zip(SECTIONS, sections, strict=True):
        yield "\n"
        for table in _in_order(tables, document):
            yield f"{name}.{_label(table)} = {_inline(table)}\n"


def _label(table: FactReview | StatementReview | EntityReview) -> str:
    """Return a key that two decisions share only where they decide the same; entities of one name may differ."""
    decided = _inline(table) if isinstance(table, EntityReview) else repr(table.claim)
    return hashlib.sha256(decided.encode()).hexdigest()[:DIGITS]


def _once(path: Path, text: str) -> str:
    """Blank lines that stand there twice, as after a merge; raises ReviewError where two decide the same otherwise."""
    seen: dict[str, tuple[int, str]] = {}
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        found = _DECISION.match(line)
        key = found[1] if found else None
        if key is None:
            continue
        first, said = seen.setdefault(key, (number, line))
        if first == number:
            continue
        if said != line:
            raise ReviewError(path, number, f"it was decided otherwise in line {first}", "keep one of the two lines")
        lines[number - 1] = ""
    return "\n".join(lines)


def _in_order(tables: Sequence[Table], document: Document | None) -> Iterable[Table]:
    def place(table: Table) -> int:
        found = locate(document.text, getattr(table, "quote", "")) if document is not None else None
        return found[0] if found else -1

    return sorted(tables, key=place)


def _stale(sidecar: Sidecar, line: int, quote: str, document: Document) -> ReviewError:
    text = document.text
    message = f"{document.name} does not hold the quote {_short(quote)!r}"
    remedy = "copy it from the document, or remove this table"
    if (now := nearest(text, quote, document.body)) is not None:
        words = _short(" ".join(text[slice(*now)].split()), SHOWN)
        remedy = f"line {line_of(text, now[0])} now says {words!r}: copy that, or remove this table"
    return ReviewError(sidecar.file, line, message, remedy)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as fault:
        raise ReviewError(path, None, "not UTF-8", "save the file as UTF-8") from fault
    except OSError as fault:
        raise ReviewError(path, None, f"cannot be read: {fault.strerror}", "check its permissions") from fault


def _table_lines(text: str) -> dict[tuple[str, int], int]:
    """Find the lines that tables begin on, `[[fact]]` or `fact.label = {`; of equal lines the first one counts."""
    lines: dict[tuple[str, int], int] = {}
    known: set[str] = set()
    seen: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        row = _ROW.match(line)
        found = _TABLE.match(line) or row
        if found is None or (row and row[0] in known):
            continue
        known.update({row[0]} if row else ())
        lines[found[1], seen.get(found[1], 0)] = number
        seen[found[1]] = seen.get(found[1], 0) + 1
    return lines


def _line_of(text: str, lines: Mapping[tuple[str, int], int], place: tuple[int | str, ...]) -> int:
    """Return the line of a key in a table, or of the table where the key is missing."""
    if not place:
        return 1
    if len(place) == 1 or not isinstance(place[1], int):
        return _line_with(text.split("\n"), 1, str(place[0])) or 1
    start = lines.get((str(place[0]), place[1]), 1)
    rest = text.split("\n")[start:]
    inside = next((n for n, line in enumerate(rest) if _TABLE.match(line) or _ROW.match(line)), len(rest))
    key = str(place[2]) if len(place) > 2 else ""  # noqa: PLR2004 - table, number, key
    return _line_with(rest[:inside], start + 1, key) or start


def _line_with(lines: list[str], first: int, key: str) -> int | None:
    wanted = re.compile(rf"^\s*\[*\s*{re.escape(key)}\b") if key else None
    return next((n for n, line in enumerate(lines, first) if wanted and wanted.match(line)), None)


def _complaint(path: Path, text: str, lines: Mapping[tuple[str, int], int], error: Mapping[str, Any]) -> ReviewError:
    place = error["loc"]
    keys = ".".join(str(part) for part in place if not isinstance(part, int))
    message, remedy = in_plain_words(error["type"], error["msg"])
    said = f"{keys}: {message}" if keys else message
    return ReviewError(path, _line_of(text, lines, place), said, remedy)


def _inline(table: Table) -> str:
    held = table.model_dump(mode="json", exclude_defaults=True)
    keys = sorted(held, key=lambda key: (key in LAST) - (key in FIRST))
    return _value({key: held[key] for key in keys})


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
