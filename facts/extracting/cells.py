"""What one cell or labelled value says under its label: typed values, names, words.

Strict: a cell in which two different values fit, or that says that nothing is known, gives nothing that answers.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from facts.extracting.fitting import Fitting
from facts.extracting.labels import Label, Labels
from facts.lexicon import Attribute
from facts.lexicon.model import Unit
from facts.models import Value, ValueKind
from facts.reading import TypedSpan, ValueReader
from facts.reading.spreadsheets import Span
from facts.terms import fold

LONGEST_WORDS = 60  # characters of a cell that is a value in words; a longer one is a note
SAME = 0.03  # amounts this close are one value in two units: "100 kW (136 hp)", "328 miles (528 km)"
SECOND = "s"
_PART = re.compile(r"[^,;:/()\[\]]+")
_FOOTNOTE = re.compile(r"\s*(?:[*†‡§]+|\[\w{1,2}\]|(?<![^\W\d_])[¹²³⁴⁵⁶⁷⁸⁹]+)$")


@dataclass(frozen=True, slots=True)
class Finding:
    """A value of an attribute, and where it stands. One of several that do not agree is not sure."""

    attribute: Attribute
    value: Value
    at: Span
    is_sure: bool = True


class CellReader:
    """Reads the cells of one language."""

    def __init__(self, labels: Labels, fitting: Fitting) -> None:
        self.labels, self.fitting = labels, fitting
        classes = labels.lexicon.languages[labels.language].classes
        self.empty = frozenset(fold(word) for word in classes.get("empty_cells", ()))
        self.answers = frozenset(fold(w) for key in ("yes_words", "no_words") for w in classes.get(key, ()))
        self.second = next((unit for unit in labels.lexicon.units if unit.id == SECOND), None)

    def is_empty(self, text: str) -> bool:
        """Whether a cell says that nothing is known."""
        words = fold(text).strip().rstrip(".")
        return not any(c.isalnum() for c in words) or words in self.empty or f"{words}." in self.empty

    def trimmed(self, text: str, span: Span) -> Span:
        """Leave out the mark of a footnote behind what a cell says."""
        found = _FOOTNOTE.search(text, *span)
        return (span[0], found.start()) if found is not None and found.start() > span[0] else span

    def read(self, text: str, span: Span, label: Label, values: ValueReader) -> Iterator[Finding]:
        """Yield the typed values and the words of a cell; its names are read by `named`."""
        start, end = self.trimmed(text, span)
        if self.is_empty(text[start:end]) or label.is_joint:
            return
        is_worded = bool(label.attributes) and label.attributes[0].value is ValueKind.TEXT
        for attribute in label.attributes:
            if is_worded and attribute.value is ValueKind.COUNT:
                continue  # the number of a "5-door SUV" counts no body styles
            typed = list(self._typed(text, (start, end), attribute, label, values))
            if typed:
                yield from self._agreeing(attribute, typed)
                return
        words = next((a for a in self._in_words(text[start:end], label) if a.value is ValueKind.TEXT), None)
        if words is not None and end - start <= LONGEST_WORDS and fold(text[start:end]) not in self.answers:
            yield Finding(words, Value(text[start:end], ValueKind.TEXT), (start, end))

    def _in_words(self, text: str, label: Label) -> Sequence[Attribute]:
        """Put first the attribute whose values a cell names: under "Drivetrain" may stand "petrol"."""
        of_words = [a for a in label.attributes if a.value is ValueKind.TEXT]
        if not of_words or label.attributes[0].value is ValueKind.ENTITY:
            return ()
        if not of_words[0].wording[self.labels.language].values:
            return of_words
        named = self.labels.values_named(text)
        return of_words if not named or of_words[0] in named else [named[0], *of_words]

    def _typed(
        self, text: str, span: Span, attribute: Attribute, label: Label, values: ValueReader
    ) -> Iterator[TypedSpan]:
        for unit in self._units(attribute, label):
            one = values.value_of(text, *span, unit)
            if one is not None and self.fitting.fits(attribute, one.value):
                yield one
                return
        for found in values.values_in(text, *span):
            if found.role is None and self.fitting.fits(attribute, found.value):
                yield found

    def _units(self, attribute: Attribute, label: Label) -> Iterator[Unit | None]:
        if label.unit is not None:
            yield label.unit
        if label.is_timed and attribute.value is ValueKind.DURATION:
            yield self.second
        yield None

    def _agreeing(self, attribute: Attribute, typed: Sequence[TypedSpan]) -> Iterator[Finding]:
        """Yield the first value, sure where the others say the same in other units."""
        first = typed[0]
        amounts = [span.value.amount or 0.0 for span in typed]
        agree = attribute.many or max(amounts) - min(amounts) <= SAME * max(amounts)
        yield Finding(attribute, first.value, (first.start, first.end), is_sure=agree)

    def narrowing(self, attribute: str, qualifiers: Mapping[str, str]) -> Mapping[str, str]:
        """Keep the qualifiers that are of an attribute's kind: a cycle is driven, in a market one pays."""
        kind = self.labels.lexicon.attributes[attribute].value
        is_of = {"cycle": kind is ValueKind.QUANTITY, "market": kind not in (ValueKind.ENTITY, ValueKind.TEXT)}
        return {name: held for name, held in qualifiers.items() if is_of.get(name, True)}

    def parts(self, text: str, span: Span) -> Iterator[tuple[Span, bool]]:
        """Yield the names that a cell may hold, and whether one stands in brackets: "Shanghai (China)", "A / B"."""
        if self.is_empty(text[slice(*span)]):
            return
        for found in _PART.finditer(text, *span):
            start, end = found.span()
            while start < end and text[start].isspace():
                start += 1
            while end > start and text[end - 1].isspace():
                end -= 1
            if start < end and not self.is_empty(text[start:end]):
                yield self.trimmed(text, (start, end)), text[found.start() - 1 : found.start()] in ("(", "[")
