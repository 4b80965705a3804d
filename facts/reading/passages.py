"""A document as passages, each with its frame: the heading above, the line that introduces its list."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice

from facts.lexicon.model import Lexicon
from facts.models import Document, Passage
from facts.reading.blocks import Block, Shape, blocks_of, is_capitals, looks_like_heading
from facts.reading.limits import LONGEST_ROW, MOST_PASSAGES
from facts.reading.metadata import title_span
from facts.reading.sentences import SentenceRules, sentence_rules, sentences_of
from facts.reading.spreadsheets import is_spreadsheet, row_spans
from facts.terms import fold

_LABEL = re.compile(r"([^\W\d_][\w .'’-]{0,40}?)\s?:\s")
_WORD = re.compile(r"\w")


def passages_of(document: Document, lexicon: Lexicon, rules: SentenceRules | None = None) -> list[Passage]:
    """Return the passages in reading order, title of the front matter first. Their spans never overlap.

    Whoever reads many documents of the language hands over its rules.
    """
    known = rules or sentence_rules(lexicon, document.language)
    splitter = _Splitter(document, known, _bylines(lexicon, document.language))
    return splitter.passages()


def _bylines(lexicon: Lexicon, language: str) -> frozenset[str]:
    return lexicon.languages[language].classes.get("bylines", frozenset())


@dataclass(slots=True)
class _Frame:
    """Where the reader stands."""

    heading: int | None = None
    outer: int | None = None  # the heading that holds again when a list's own heading has ended
    group: int | None = None  # of a heading that belongs to the list right below it only
    lead: int | None = None
    paragraph: int = 0


class _Splitter:
    """Turns the blocks of one document into passages."""

    def __init__(self, document: Document, rules: SentenceRules, bylines: frozenset[str]) -> None:
        self._document = document
        self._text = document.text
        self._rules = rules
        self._bylines = bylines
        self._found: list[Passage] = []
        self._frame = _Frame()
        self._marks_headings = document.name.lower().endswith((".html", ".htm"))  # a page says itself what is a heading

    def passages(self) -> list[Passage]:
        if is_spreadsheet(self._document.name):
            rows = row_spans(self._text, self._document.body, self._document.name)
            for start, end in islice(rows, MOST_PASSAGES):
                self._add("row", start, end)
            return self._found
        if (title := title_span(self._text, self._document.body)) is not None:
            self._frame.heading = self._add("heading", *title)
            self._frame.outer = self._frame.heading
            self._frame.paragraph += 1
        blocks = [block for block in blocks_of(self._text, self._document.body) if self._has_words(block)]
        speakers = self._speakers(blocks)
        previous: Block | None = None
        for position, block in enumerate(blocks):
            following = blocks[position + 1] if position + 1 < len(blocks) else None
            self._read(block, previous, following, speakers)
            previous = block
            if len(self._found) >= MOST_PASSAGES:
                break
        return self._found[:MOST_PASSAGES]

    def _has_words(self, block: Block) -> bool:
        return _WORD.search(self._text, block.start, block.end) is not None

    def _speakers(self, blocks: list[Block]) -> frozenset[str]:
        """Labels that open several paragraphs are the speakers of an interview; a question of theirs is no heading."""
        labels = (_LABEL.match(self._text, block.start, block.end) for block in blocks if block.shape is Shape.TEXT)
        counted = Counter(label[1] for label in labels if label)
        return frozenset(label for label, times in counted.items() if times > 1)

    def _read(self, block: Block, previous: Block | None, following: Block | None, speakers: frozenset[str]) -> None:
        if self._frame.group is not None and self._frame.group != block.group:
            self._frame.heading, self._frame.group = self._frame.outer, None
        if self._is_heading(block, following, speakers):
            self._read_heading(block, following)
        elif block.shape in (Shape.ITEM, Shape.ROW):
            self._read_item(block, previous)
        else:
            self._frame.paragraph += 1
            number = self._read_text(block, "sentence")
            self._frame.lead = number if self._introduces(block, following) else None

    def _is_heading(self, block: Block, following: Block | None, speakers: frozenset[str]) -> bool:
        if block.shape is not Shape.TEXT:
            return block.shape is Shape.HEADING
        line = self._text[block.start : block.end]
        if self._marks_headings or not block.line or self._is_by_somebody(line):
            return False
        if is_capitals(line):
            return following is not None
        label = _LABEL.match(line)
        if (
            following is None
            or self._is_heading_line(following)
            or (label and label[1] in speakers)
            or not looks_like_heading(line)
        ):
            return False
        return following.shape is not Shape.TEXT or self._is_longer(following, block)

    def _is_heading_line(self, block: Block) -> bool:
        return block.shape is Shape.HEADING or (block.line and is_capitals(self._text[block.start : block.end]))

    def _is_longer(self, block: Block, other: Block) -> bool:
        return block.end - block.start > 2 * (other.end - other.start) or self._text[block.end - 1] in ".!?:"

    def _is_by_somebody(self, line: str) -> bool:
        return fold(line.split(maxsplit=1)[0].rstrip(":")) in self._bylines

    def _read_heading(self, block: Block, following: Block | None) -> None:
        self._frame.paragraph += 1
        above = self._frame.outer if not block.marked else None
        number = self._add("heading", block.start, block.end, heading=above if above != len(self._found) else None)
        below = following is not None and following.shape is not Shape.TEXT and following.shape is not Shape.HEADING
        is_of_list = not block.marked and below and following is not None and following.group == block.group
        self._frame.heading, self._frame.lead = number, None
        if is_of_list:
            self._frame.group = block.group
        else:
            self._frame.outer = number

    def _read_item(self, block: Block, previous: Block | None) -> None:
        follows_list = previous is not None and previous.shape is block.shape
        if not follows_list or (previous is not None and block.shape is Shape.ROW and previous.group != block.group):
            self._frame.paragraph += 1
        if previous is None or previous.shape is Shape.HEADING:
            self._frame.lead = None
        if block.shape is Shape.ROW:
            self._add("row", block.start, self._row_end(block), heading=self._frame.heading, lead=self._frame.lead)
        else:
            self._read_text(block, "item")

    def _row_end(self, block: Block) -> int:
        """Return where a row between bars ends, behind the last bar within the limit."""
        last = self._text.rfind("|", block.start, block.start + LONGEST_ROW)
        return block.end if block.end - block.start <= LONGEST_ROW or last <= block.start else last + 1

    def _introduces(self, block: Block, following: Block | None) -> bool:
        """Whether a paragraph leads into the list or table below it: by a colon, or as the caption of a table."""
        if following is None or following.shape is Shape.TEXT:
            return False
        return self._text[block.end - 1] == ":" or (following.shape is Shape.ROW and block.line)

    def _read_text(self, block: Block, kind: str) -> int:
        """Add the sentences of a block; return the number of the last."""
        lead = self._frame.lead if kind == "item" else None
        for start, end in sentences_of(self._text, block.start, block.end, self._rules):
            if _WORD.search(self._text, start, end):
                self._add(kind, start, end, heading=self._frame.heading, lead=lead)
        return len(self._found) - 1

    def _add(self, kind: str, start: int, end: int, *, heading: int | None = None, lead: int | None = None) -> int:
        number = len(self._found)
        self._found.append(Passage(self._document.name, number, start, end, kind, self._frame.paragraph, heading, lead))
        return number
