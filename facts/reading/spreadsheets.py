"""Rows and cells of CSV and TSV with their spans in the file: the csv module gives no offsets."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from facts.reading.limits import LONGEST_ROW, within_row

_ENDINGS = {".csv": None, ".tsv": "\t"}  # suffix -> its delimiter, None where the file shows it
_DELIMITERS = (",", ";", "\t", "|")
Span = tuple[int, int]


def is_spreadsheet(name: str) -> bool:
    """Whether a document of this name is rows of cells."""
    return PurePosixPath(name).suffix.lower() in _ENDINGS


def delimiter_of(text: str, body: int, name: str) -> str:
    """Return what parts the cells: by the suffix, else the mark that stands most often in the first line."""
    if (fixed := _ENDINGS.get(PurePosixPath(name).suffix.lower())) is not None:
        return fixed
    first = text[body : (text.find("\n", body) + 1 or len(text) + 1)]
    return max(_DELIMITERS, key=first.count)


def row_spans(text: str, body: int, name: str) -> Iterator[Span]:
    """Yield the spans of the rows that hold anything; a quoted cell may span lines."""
    for cells in rows_of(text, body, delimiter_of(text, body, name)):
        if any(start < end for start, end in cells):
            last = within_row(cells)[-1]
            yield cells[0][0] - (text[cells[0][0] - 1 : cells[0][0]] == '"'), _end_of(text, last)


def _end_of(text: str, last: Span) -> int:
    return last[1] + (text[last[1] : last[1] + 1] == '"')


def rows_of(text: str, start: int, delimiter: str, end: int | None = None) -> Iterator[list[Span]]:
    """Yield every row as the spans of its cells, without quotes and surrounding space.

    A quotation mark that is not closed within a row's length opens no quoted cell.
    """
    cell = re.compile(
        rf'[ ]*(?:"((?:[^"]|""){{0,{LONGEST_ROW}}})"[ ]*|([^{re.escape(delimiter)}\n]*))({re.escape(delimiter)}|\n|$)'
    )
    stop, position, cells = len(text) if end is None else end, start, list[Span]()
    while position < stop:
        found = cell.match(text, position, stop) or re.compile(r"()([^\n]*)(\n|$)").match(text, position, stop)
        if found is None:
            return
        cells.append(_trimmed(text, *(found.span(1) if found[1] is not None else found.span(2))))
        position = found.end()
        if found[3] != delimiter:
            yield cells
            cells = []
    if cells:
        yield [*cells, (stop, stop)]


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
