"""Numbers, dates and sentence ends as the world writes them: tables kept as data."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from facts.lexicon import Lexicon
from facts.models import ValueKind
from facts.reading import Glossaries, TypedSpan, ValueReader, convention_of
from facts.reading.sentences import sentence_rules, sentences_of

PUBLISHED = date(2026, 2, 20)  # a Friday
HERE = Path(__file__).parent


def cases(name: str) -> list[tuple[str, str, list[str]]]:
    """Return (language, text, what is read) of a table."""
    table = tomllib.loads((HERE / name).read_text(encoding="utf-8"))
    return [(language, case["text"], case["reads"]) for language, rows in table.items() for case in rows]


def read(glossaries: Glossaries, text: str, language: str, published: date | None) -> list[TypedSpan]:
    reader = ValueReader(glossaries.by_language[language], convention_of(text, language), published)
    found = reader.values_in(text, 0, len(text))
    assert all(text[span.start : span.end] == span.value.text for span in found)
    return found


def number(span: TypedSpan) -> str:
    """Write a value as numbers.toml does."""
    value = span.value
    parts = [value.kind.value, value.bound.value if value.bound else ""]
    parts.append(f"{value.amount:.6g}" + (f"..{value.upper:.6g}" if value.upper is not None else ""))
    parts.append(value.unit or ("s" if value.kind is ValueKind.DURATION else ""))
    parts += [*span.counted, f"per {span.per}" if span.per else "", span.role or ""]
    return " ".join(part for part in parts if part)


def when(span: TypedSpan) -> str:
    """Write a date as dates.toml does."""
    bound = span.value.bound
    return (f"{bound.value} " if bound else "") + (span.value.date or "unknown")


@pytest.mark.parametrize(("language", "text", "reads"), cases("numbers.toml"))
def test_number_is_read_with_its_unit_and_bounds(
    glossaries: Glossaries, language: str, text: str, reads: list[str]
) -> None:
    found = read(glossaries, text, language, None)
    assert [number(span) for span in found if span.value.kind is not ValueKind.DATE] == reads


@pytest.mark.parametrize(("language", "text", "reads"), cases("dates.toml"))
def test_date_is_read_with_its_precision(glossaries: Glossaries, language: str, text: str, reads: list[str]) -> None:
    found = read(glossaries, text, language, PUBLISHED)
    assert [when(span) for span in found if span.value.kind is ValueKind.DATE] == reads


SENTENCES = [
    (language, parts)
    for language, rows in tomllib.loads((HERE / "sentences.toml").read_text(encoding="utf-8")).items()
    for parts in rows
]


@pytest.mark.parametrize(("language", "parts"), SENTENCES)
def test_sentence_ends(lexicon: Lexicon, language: str, parts: list[str]) -> None:
    text = " ".join(parts)
    spans = sentences_of(text, 0, len(text), sentence_rules(lexicon, language))
    assert [text[start:end] for start, end in spans] == parts
