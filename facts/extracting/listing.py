"""Facts from labelled items: "Battery: 52 kWh" under a heading, "Price £44,950 | Power 220kW" below a name.

The label is the cue, what stands behind it the value, the item the quote. The subject is what the heading or the line
that introduces the list is about.
"""

from collections.abc import Iterator

from facts.extracting.cells import CellReader
from facts.extracting.draft import Draft
from facts.models import Document
from facts.parsing.sentence import Sentence
from facts.reading import Cell, TypedSpan, labelled_value

PATTERN = "list.label/heading"


class Listing:
    """Reads the labelled items of one language."""

    def __init__(self, cells: CellReader) -> None:
        self.cells, self.labels, self.fitting = cells, cells.labels, cells.fitting
        language = self.labels.lexicon.languages[self.labels.language]
        self.prepositions = language.classes.get("prepositions", frozenset())

    def item(self, document: Document, sentence: Sentence, subject: str | None) -> Iterator[Draft]:
        """Yield what a "Label: value" item says of the subject that its heading gives."""
        cell = labelled_value(document.text, sentence.passage)
        if cell is None or cell.row is None or subject is None:
            return
        label = sentence.positions(*cell.row)
        is_prose = any(sentence.tokens[p].folded in self.prepositions for p in label)
        if not label or (is_prose and ":" not in document.text[cell.row[1] : cell.value[0]]):
            return
        yield from self._typed(sentence, cell, subject)

    def _typed(self, sentence: Sentence, cell: Cell, subject: str) -> Iterator[Draft]:
        lemmas = self.labels.lemmas_of(sentence.text[slice(*cell.row)]) if cell.row else ()
        named = self.labels.attributes(lemmas)
        spans = [span for span in sentence.values if cell.value[0] <= span.start < cell.value[1] and span.role is None]
        for number, span in enumerate(spans):
            attribute = next((a for a in named if self.fitting.fits(a, span.value)), None)
            if attribute is None and number:
                attribute = next((a for a in self.labels.implied if self.fitting.fits(a, span.value)), None)
            if attribute is not None and not self.labels.has_veto(attribute, lemmas):
                yield self._draft(sentence, subject, attribute.id, span)

    @staticmethod
    def _draft(sentence: Sentence, subject: str, attribute: str, span: TypedSpan) -> Draft:
        anchor = sentence.positions(span.start, span.end).start
        return Draft(subject, attribute, span.value, (span.start, span.end), anchor, PATTERN)
