"""A text as blocks: headings, paragraphs, list items, table rows, each with its span.

Plain text, Markdown and what facts.reading.pages writes are one notation here. Lines of a hard-wrapped paragraph stay
together; a line break that its writer meant ends a block. Sentences are told apart elsewhere.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

WIDEST_WRAP = 120  # characters: nobody wraps lines wider than that by hand
NARROWEST_WRAP = 45  # and nobody narrower
LONGEST_LABEL = 40
LONGEST_HEADING = 100
_PAIR = 2  # "A | B" is a title and its site, three cells are a specification
MOST_HEADING_WORDS = 14

_MARKED = re.compile(r"\s*(?:[-*•‣▪◦–—+·]|\(?\d{1,2}[.)]|\(\d{1,2}\)|[a-z]\))\s+(?=\S)")
_HASHES = re.compile(r"\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r"\s{0,3}(?:-{3,}|={3,})\s*$")
_RULE = re.compile(r"\s*(?:[-*_=~#+·.]\s*){3,}$")
_TABLE = re.compile(r"\s*\|.*\|\s*$")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_QUOTED = re.compile(r"\s{0,3}(?:>\s*)+")
_LABELLED = re.compile(rf"[^.!?:;|]{{1,{LONGEST_LABEL}}}\s?:\s+\S.{{0,120}}$")
_CELLS = re.compile(r"\s\|\s")
_TWO_SENTENCES = re.compile(r"[^\W\d_]{2}\.\s+[^\W\d_]")
_LINES = re.compile(r"[^\n\v\f\x1c-\x1e\x85\u2028\u2029]+|\n\n|\n")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")


class Shape(StrEnum):
    """What a block is."""

    HEADING = "heading"  # marked as one: Markdown, underlined, capitals
    TEXT = "text"
    ITEM = "item"
    ROW = "row"  # of a table between bars


@dataclass(frozen=True, slots=True)
class Block:
    """One block. Blocks of a list or table, and what stands close above it, share `group`: no blank line parts them."""

    shape: Shape
    start: int
    end: int
    group: int
    line: bool  # it is a single line
    marked: bool = False  # by Markdown or an underline, as opposed to its looks


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str


def blocks_of(text: str, start: int = 0) -> Iterator[Block]:
    """Yield the blocks of text[start:] in reading order; spans hold no marker and no surrounding space."""
    for number, lines in enumerate(_groups(text, start)):
        yield from _Group(lines, number).blocks()


def _groups(text: str, start: int) -> Iterator[list[_Line]]:
    """Yield runs of lines that no blank line parts."""
    lines: list[_Line] = []
    for found in _LINES.finditer(text, start):
        line = found.group()
        if line == "\n":
            continue
        if line == "\n\n" or not line.strip():
            if lines:
                yield lines
            lines = []
        elif (trimmed := _trimmed(text, found.start(), found.end())).text:
            lines.append(trimmed)
    if lines:
        yield lines


def _trimmed(text: str, start: int, end: int) -> _Line:
    while start < end and (text[start].isspace() or text[start] == "\ufeff"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return _Line(start, end, text[start:end])


class _Group:
    """Lines without a blank one between them, sorted into blocks."""

    def __init__(self, lines: list[_Line], number: int) -> None:
        self._lines = lines
        self._number = number
        self._width = max(len(line.text) for line in lines)
        plain = [
            line
            for line in lines
            if not (_MARKED.match(line.text) or _HASHES.match(line.text) or is_capitals(line.text))
        ]
        labelled = sum(1 for line in plain if _LABELLED.match(line.text))
        self._is_labelled = labelled > 1 and labelled * 5 >= len(plain) * 3  # three lines in five are "Label: value"

    def blocks(self) -> Iterator[Block]:
        position = 0
        while position < len(self._lines):
            line = self._lines[position]
            following = self._lines[position + 1].text if position + 1 < len(self._lines) else ""
            if heading := _HASHES.match(line.text):
                position += 1
                if heading[1]:
                    yield self._block(
                        Shape.HEADING, line, line, offset=heading.start(1), end=line.start + heading.end(1), marked=True
                    )
            elif _TABLE.match(line.text) and not _TABLE_RULE.match(line.text):
                position += 1
                yield self._block(Shape.ROW, line, line)
            elif _UNDERLINE.match(following) and len(line.text) <= 2 * LONGEST_HEADING and not _RULE.match(line.text):
                position += 2
                yield self._block(Shape.HEADING, line, line, marked=True)
            elif _RULE.match(line.text) or _TABLE_RULE.match(line.text) or _FENCE.match(line.text):
                position += 1
            elif (marker := _MARKED.match(line.text)) and self._is_list(position):
                last = self._run(position, in_item=True)
                yield self._block(Shape.ITEM, line, self._lines[last], offset=marker.end())
                position = last + 1
            else:
                yield from self._plain(position)
                position = self._run(position) + 1

    def _is_list(self, position: int) -> bool:
        """Tell whether a marker opens an item; a number does so at the start of its group or below an item."""
        dated = re.match(r"\(?\d{1,2}[.)]?\s+\w", self._lines[position].text)
        return (
            position == 0
            or not dated
            or bool(_MARKED.match(self._lines[position - 1].text))
            or dated.group().count(".") > 0
        )

    def _plain(self, position: int) -> Iterator[Block]:
        first, last = self._lines[position], self._lines[self._run(position)]
        cells = _CELLS.split(first.text)
        if first is last and len(cells) > _PAIR:
            yield from self._cells(first)
        elif self._is_labelled and first is last and _LABELLED.match(first.text):
            yield self._block(Shape.ITEM, first, last)
        else:
            quoted = _QUOTED.match(first.text)
            block = self._block(Shape.TEXT, first, last, offset=quoted.end() if quoted else 0)
            if block.start < block.end:
                yield block

    def _cells(self, line: _Line) -> Iterator[Block]:
        for found in re.finditer(r"(?:(?!\s\|\s).)+", line.text):
            cell = found.group()
            trimmed = cell.strip(" |\t\u00a0")
            if trimmed:
                start = line.start + found.start() + cell.index(trimmed)
                yield Block(Shape.ITEM, start, start + len(trimmed), self._number, line=True)

    def _run(self, position: int, *, in_item: bool = False) -> int:
        """Return the position of the last line of the paragraph or item that starts here."""
        last = position
        while last + 1 < len(self._lines) and not self._breaks(last, in_item=in_item):
            last += 1
        return last

    def _breaks(self, position: int, *, in_item: bool) -> bool:
        """Whether a line break was meant: the next word would have fitted, or the next line opens something."""
        line, following = self._lines[position].text, self._lines[position + 1].text
        if _MARKED.match(following) and self._is_list(position + 1):
            return True
        if (
            any(pattern.match(following) for pattern in (_HASHES, _TABLE, _RULE, _FENCE))
            or len(_CELLS.split(following)) > _PAIR
        ):
            return True
        if self._width > WIDEST_WRAP or (self._width < NARROWEST_WRAP and not in_item) or is_capitals(line):
            return True
        if self._is_labelled and not in_item and _LABELLED.match(following):
            return True
        room = self._width - len(line)
        return not in_item and room > len(following.split(None, 1)[0])

    def _block(
        self, shape: Shape, first: _Line, last: _Line, *, offset: int = 0, end: int | None = None, marked: bool = False
    ) -> Block:
        return Block(shape, first.start + offset, last.end if end is None else end, self._number, first is last, marked)


def is_capitals(line: str) -> bool:
    """Whether a line is written in capitals, as headings of press releases are."""
    return len(line) <= LONGEST_HEADING and line.isupper() and sum(map(str.isalpha, line)) > _PAIR


def looks_like_heading(line: str) -> bool:
    """Whether a line that stands alone has the looks of a heading: short, capital first, no full stop at its end."""
    words = line.split()
    if not words or len(line) > LONGEST_HEADING or len(words) > MOST_HEADING_WORDS:
        return False
    first = next((character for character in line if character.isalnum()), "")
    if _TWO_SENTENCES.search(line):
        return False
    return bool(first) and not first.islower() and line[-1] not in ".!:;,…»”\"'" and line[0] not in '"“«‘('
