"""What a document says of itself: front matter between `---` lines, or a sidecar `.meta.toml`. Nothing is guessed.

Front matter is one `key: value` a line, the value as it stands (quotes are part of a title); it is not YAML.
"""

import re
import tomllib
from dataclasses import dataclass, fields, replace
from datetime import date, datetime

from facts.errors import DocumentError
from facts.reading.languages import LANGUAGES

_FENCE = "---"
_DATE_REMEDY = "write it as 2026-02-20, 2026-02 or 2026"
_KEY = re.compile(r"([A-Za-z_][\w-]*)\s*:(?:\s+(.*)|\s*)$")
_PUBLISHED = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ].*)?)?)?$")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a document; None where nothing is."""

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    note: str | None = None

    def overridden_by(self, other: "Metadata") -> "Metadata":
        """Return a copy in which what `other` knows replaces what this one knows."""
        known = {field.name: value for field in fields(other) if (value := getattr(other, field.name)) is not None}
        return replace(self, **known)


KEYS = tuple(field.name for field in fields(Metadata))


def front_matter(text: str, file: str) -> tuple[Metadata, int]:
    """Read the front matter of a text; return it and the offset behind it. Raises DocumentError where it is broken."""
    start = 1 if text.startswith("\ufeff") else 0
    lines = text[start:].splitlines(keepends=True)
    if len(lines) < 2 or lines[0].rstrip() != _FENCE or not _KEY.match(lines[1].rstrip()):  # noqa: PLR2004 - a fence and a key
        return Metadata(), start
    offset = start + len(lines[0])
    values: dict[str, tuple[int, str]] = {}
    for number, line in enumerate(lines[1:], 2):
        offset += len(line)
        written = line.strip()
        if written == _FENCE:
            return _checked(values, file), offset
        if not written:
            continue
        found = _KEY.match(written)
        if found is None:
            raise DocumentError(
                file,
                number,
                f"front matter line {written[:60]!r} is not `key: value`",
                "correct it, or close the front matter with ---",
            )
        values[found[1].lower()] = (number, found[2] or "")
    raise DocumentError(file, 1, "the front matter is not closed", "put a line --- behind it")


def title_span(text: str, body: int) -> tuple[int, int] | None:
    """Return where the front matter of a text has its title."""
    found = re.compile(r"^title[ \t]*:[ \t]*(\S.*?)[ \t]*$", re.MULTILINE | re.IGNORECASE).search(text, 0, body)
    return found.span(1) if found else None


def meta_file(text: str, file: str) -> Metadata:
    """Read a `.meta.toml` sidecar; raises DocumentError."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        raise DocumentError(
            file, int(line[1]) if line else None, f"not readable as TOML: {error}", "correct the file"
        ) from error
    values = {}
    for key, value in data.items():
        line_number = _line_of(text, key)
        written = value.isoformat() if isinstance(value, date | datetime) else value
        if not isinstance(written, str):
            raise DocumentError(file, line_number, f"{key!r} is not a text", "put it between quotation marks")
        values[key] = (line_number, written)
    return _checked(values, file)


def _line_of(text: str, key: str) -> int:
    found = re.search(rf"^[ \t]*[\[\"']*{re.escape(key)}\b", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _checked(values: dict[str, tuple[int, str]], file: str) -> Metadata:
    known: dict[str, str] = {}
    for key, (line, value) in values.items():
        if key not in KEYS:
            raise DocumentError(file, line, f"unknown key {key!r}", f"use {', '.join(KEYS)}")
        if value:
            known[key] = _normal(key, value, file, line)
    return Metadata(**known)


def _normal(key: str, value: str, file: str, line: int) -> str:
    if key == "language":
        language = value[:2].lower()  # "en-GB" and "en_IN" are English
        if language not in LANGUAGES or value[2:3].isalpha():
            raise DocumentError(file, line, f"language {value!r} is not read", f"use {' or '.join(LANGUAGES)}")
        return language
    if key == "published":
        return _day(value, file, line)
    return value


def _day(value: str, file: str, line: int) -> str:
    found = _PUBLISHED.match(value)
    parts = [part for part in found.groups() if part] if found else []
    if not parts or not _is_day(*(int(part) for part in (*parts, "1", "1")[:3])):
        raise DocumentError(file, line, f"{value!r} is not a date", _DATE_REMEDY)
    return "-".join(parts)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
