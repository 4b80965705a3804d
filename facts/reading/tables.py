"""Cells of tables and "Label: value" items with their spans. Which axis holds the attributes is not told here."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from facts.models import Document, Passage
from facts.reading.spreadsheets import Span, delimiter_of, is_spreadsheet, rows_of

_BAR = re.compile(r"(?<!\\)\|")
_COLON = re.compile(r"\s?:(?:\s+|$)")
_UNTIL_NUMBER = re.compile(r"(?=[^\W\d_])[^:;.!?]{2,40}?(?=\s+(?:[£€$₹¥]\s?)?\d)")
_LABEL_WORDS = 6
LONGEST_LABEL = 60


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell holds, what its row is called (its first cell, or the label), and its column."""

    value: Span
    row: Span | None
    column: Span | None
    column_number: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the passages of its rows in order, and the cells of each; the first row heads the columns."""

    passages: tuple[Passage, ...]
    rows: tuple[tuple[Span, ...], ...]

    def cells(self, number: int) -> list[Cell]:
        """Return the cells of a row behind its first; none for the heading row."""
        if number == 0:
            return []
        heads, row = self.rows[0], self.rows[number]
        label = row[0] if row and row[0][0] < row[0][1] else None
        return [
            Cell(span, label, _filled(heads[column]) if column < len(heads) else None, column)
            for column, span in enumerate(row)
            if column > 0 and span[0] < span[1]
        ]


def grids_of(document: Document, passages: Iterable[Passage]) -> Iterator[Grid]:
    """Yield the tables of a document; rows that share a paragraph are one table."""
    run: list[Passage] = []
    for passage in passages:
        if run and (passage.kind != "row" or passage.paragraph != run[0].paragraph):
            yield _grid(document, run)
            run = []
        if passage.kind == "row":
            run.append(passage)
    if run:
        yield _grid(document, run)


def _grid(document: Document, run: list[Passage]) -> Grid:
    spreadsheet = is_spreadsheet(document.name)
    delimiter = delimiter_of(document.text, document.body, document.name) if spreadsheet else "|"
    rows = []
    for passage in run:
        if spreadsheet:
            cells = next(rows_of(document.text, passage.start, delimiter, passage.end), [])
        else:
            cells = _barred(document.text, passage.start, passage.end)
        rows.append(tuple(cells))
    return Grid(tuple(run), tuple(rows))


def _barred(text: str, start: int, end: int) -> list[Span]:
    bars = [bar.start() for bar in _BAR.finditer(text, start, end)]
    return [_trimmed(text, left + 1, right) for left, right in pairwise(bars)]


def labelled_value(text: str, passage: Passage) -> Cell | None:
    """Read "Label: value", or "Label 123 unit", as a cell whose row is the label; None where an item is neither."""
    colon = _COLON.search(text, passage.start, min(passage.end, passage.start + LONGEST_LABEL))
    if colon is not None and colon.start() > passage.start:
        return _labelled(text, passage.start, colon.start(), colon.end(), passage.end)
    label = _UNTIL_NUMBER.match(text, passage.start, passage.end)
    if label is not None and passage.kind == "item" and len(label.group().split()) <= _LABEL_WORDS:
        return _labelled(text, passage.start, label.end(), label.end(), passage.end)
    return None


def _labelled(text: str, start: int, label_end: int, value_start: int, end: int) -> Cell | None:
    value = _trimmed(text, value_start, end)
    return Cell(value, _trimmed(text, start, label_end), None) if value[0] < value[1] else None


def _filled(span: Span) -> Span | None:
    return span if span[0] < span[1] else None


def _trimmed(text: str, start: int, end: int) -> Span:
    """Leave out space and Markdown emphasis around a cell."""
    while start < end and (text[start].isspace() or text[start] in "*_`"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "*_`"):
        end -= 1
    return start, end
