"""Typed values of a text: money, quantities, durations, shares, counts and dates, with what bounds, counts and relates them.

Readers of amounts and dates look at every token; the longest finding wins. Numbers that belong to names are left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from facts.lexicon.model import Lexicon
from facts.models import Bound, Document, Value, ValueKind
from facts.reading.amounts import Amount, AmountReader
from facts.reading.bounds import BoundReader
from facts.reading.counted import NounReader
from facts.reading.dates import DateReader, DateSpan
from facts.reading.glossary import MONEY, TIME, Glossary
from facts.reading.numbers import ENGLISH, FRENCH, Convention, convention_of
from facts.reading.scan import Scan
from facts.reading.shares import SHARE
from facts.reading.typed import CONDITION, TOTAL, TypedSpan

SPEED = "speed"
_CHARGE = 0.4  # a charge from 10 to 80 % spans at least so much of the battery; a margin "between 4 and 5 %" does not
_NEAR = 80  # characters between a charge and the time it takes
_DIGITS = 9  # of a normalised amount that are kept, against the noise of binary fractions


class ValueReader:
    """Reads the values of one document, or of texts of one language. Build one for each document; a Glossary serves them all."""

    def __init__(self, glossary: Glossary, convention: Convention | None = None, published: date | None = None) -> None:
        self._words = glossary
        self._amounts = AmountReader(glossary, convention or (FRENCH if glossary.language == "fr" else ENGLISH))
        self._dates = DateReader(glossary, published)
        self._bounds = BoundReader(glossary)
        self._nouns = NounReader(glossary)

    def values_in(self, text: str, start: int, end: int) -> list[TypedSpan]:
        """Return the typed values of text[start:end] in order; they never overlap, and their offsets count from the start of `text`."""
        scan = Scan(text, start, end)
        found: list[TypedSpan] = []
        position = 0
        while position < len(scan):
            span, last = self._at(scan, position, found[-1].end if found else start)
            if span is not None and (not found or span.start >= found[-1].end):
                found.append(span)
            position = max(last, position + 1)
        return _with_conditions(found)

    def parse(self, text: str, kind: ValueKind, dimension: str | None = None) -> Value | None:
        """Read a string that is one value of the kind; bounds and articles around it may stand. None where it is not."""
        spans = self.values_in(text, 0, len(text))
        fitting = [span for span in spans if span.role is None and _fits(span, kind, dimension)]
        if len(fitting) == 1:
            return fitting[0].value
        bare = [span for span in spans if span.value.kind is ValueKind.COUNT and not span.counted]
        if len(bare) == 1 and len(spans) == 1 and not fitting:
            return self._as(bare[0].value, kind, dimension)
        return None

    def _as(self, bare: Value, kind: ValueKind, dimension: str | None) -> Value | None:
        """Take a bare number for what the context says it is."""
        if kind is ValueKind.MONEY:
            return replace(bare, kind=kind)
        if kind is ValueKind.QUANTITY and dimension in self._words.bases:
            return replace(bare, kind=kind, unit=self._words.bases[dimension])
        return None

    def _at(self, scan: Scan, position: int, taken: int) -> tuple[TypedSpan | None, int]:
        """Return the value that starts at a token, and the token to go on from."""
        if _is_reference(scan, position):
            return None, position + 1
        when = self._dates.read(scan, position)
        amount = self._amounts.read(scan, position)
        if amount is not None and (when is None or self._beats(scan, amount, when)):
            return self._amount(scan, amount, taken), amount.last
        if when is not None:
            return self._date(scan, when), when.last
        return None, position + 1

    def _beats(self, scan: Scan, amount: Amount, when: DateSpan) -> bool:
        """Whether a number that could be a year is an amount: a unit follows, or a noun in the plural that no preposition dates."""
        if amount.unit is not None or amount.last > when.last:
            return amount.last > when.last or amount.unit is not None
        if amount.last < when.last or amount.number % 50:
            return False
        before = scan.folded(amount.first - 1)
        is_dated = scan.is_name(amount.first - 1) or before in self._words.prepositions or before in self._words.articles
        return not is_dated and bool(self._nouns.read(scan, amount)[0])

    def _date(self, scan: Scan, when: DateSpan) -> TypedSpan:
        start, end = scan.span(when.first, when.last)
        bound, first = self._bounds.date(scan, when.first)
        low, high = when.period.days() if when.period else (None, None)
        iso = when.period.iso if when.period else None
        value = Value(scan.text[start:end], ValueKind.DATE, low, high, date=iso, bound=bound)
        return TypedSpan(start, end, value, (scan.tokens[first].start, end))

    def _amount(self, scan: Scan, amount: Amount, taken: int) -> TypedSpan | None:
        counted: tuple[str, ...] = ()
        last = amount.last
        if amount.unit is None:
            counted, last = self._nouns.read(scan, amount)
            amount, counted, last = self._with_late_unit(scan, amount, counted, last)
        if amount.unit is None and self._is_of_name(scan, amount, counted):
            return None
        per, last = self._per(scan, last)
        bound, first = self._bounds.amount(scan, amount.first)
        if bound is Bound.FROM and (scan.tokens[first].start <= taken + 1 or scan.folded(first - 1) in ("up", "down")):
            bound, first = None, amount.first  # "fell to 1.1 from 1.9 billion", "up from 17 %": where it came from
        start, end = scan.span(amount.first, amount.last)
        whole = (min(scan.tokens[first].start, start), max(scan.tokens[last - 1].end, end))
        value = self._value(scan.text[start:end], amount, bound)
        dimension = amount.unit.dimension if amount.unit else None
        return TypedSpan(start, end, value, whole, counted, self._role(scan, amount, counted), per, dimension)

    def _with_late_unit(
        self, scan: Scan, amount: Amount, counted: tuple[str, ...], last: int
    ) -> tuple[Amount, tuple[str, ...], int]:
        """A unit may stand behind an adjective: "two short kilometres"."""
        if len(counted) > 1:
            for run, unit in self._words.units(counted[-1]):
                if len(run) == 1 and len(counted[-1]) > 3:  # noqa: PLR2004 - spelled out
                    return replace(amount, unit=unit, last=last), (), last
        return amount, counted, last

    def _value(self, text: str, amount: Amount, bound: Bound | None) -> Value:
        unit = amount.unit
        if unit is None:
            return Value(text, ValueKind.COUNT, amount.number, amount.upper, bound=bound)
        factor = 1.0 if unit.dimension == MONEY else unit.factor
        low = _rounded(amount.number * factor)
        high = None if amount.upper is None else _rounded(amount.upper * factor)
        if unit is SHARE:
            return Value(text, ValueKind.SHARE, low, high, bound=bound)
        if unit.dimension == MONEY:
            return Value(text, ValueKind.MONEY, low, high, unit.id, bound=bound)
        kind = ValueKind.DURATION if unit.dimension == TIME else ValueKind.QUANTITY
        return Value(text, kind, low, high, self._words.bases.get(unit.dimension, unit.id), bound=bound)

    def _role(self, scan: Scan, amount: Amount, counted: tuple[str, ...]) -> str | None:
        if amount.upper is not None and (
            (amount.unit is not None and amount.unit.dimension == SPEED) or (amount.unit is None and amount.number == 0 and not counted)
        ):
            return CONDITION
        before = amount.first - scan.longest(amount.first - 1, self._words.roles("of"))
        if before < amount.first and scan.folded(before - 1) in self._words.numbers:
            return TOTAL
        return None

    def _is_of_name(self, scan: Scan, amount: Amount, counted: tuple[str, ...]) -> bool:
        """Whether a bare number is no count: part of a name, a label of a version, an ordinal of sorts."""
        before = amount.first - 1
        glued = scan.touches(amount.first) and (scan.is_dash(before) or scan.written(before) in (".", "'", "’", "/", ":", "#", "&", "_"))
        if glued or (scan.touches(amount.last) and scan.kind(amount.last) in ("word", "mixed") and not amount.spelled):
            return True
        if scan.written(amount.last) == ":" and scan.touches(amount.last) and scan.touches(amount.last + 1):
            return True  # a time of day, a score
        if amount.number == 1 and not amount.upper:
            return True
        is_capital = scan.is_name(before) and scan.folded(before) not in self._words.grammar | self._words.articles
        if is_capital and not (amount.grouped and counted):
            return not amount.spelled
        if counted:
            return False
        return (amount.spelled and not amount.grouped) or (scan.folded(before) in self._words.articles and not amount.grouped)

    def _per(self, scan: Scan, position: int) -> tuple[str | None, int]:
        """Return the unit that an amount is per ("a month", "/year", "par an"), and the token behind it."""
        joined = scan.longest(position, self._words.roles("per"))
        if joined:
            strong = scan.folded(position) not in self._words.articles
            for run, unit in self._words.units(scan.written(position + joined)):
                matches = scan.matches(position + joined, run)
                if matches and (unit.dimension == TIME or (strong and unit.dimension != MONEY)) and len(run[0]) > 1 - strong:
                    return unit.id, position + joined + len(run)
        return None, position


@dataclass(frozen=True, slots=True)
class Glossaries:
    """The glossaries of every language of a lexicon, compiled once."""

    by_language: Mapping[str, Glossary]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Glossaries":
        """Compile a lexicon."""
        return cls({language: Glossary(lexicon, language) for language in lexicon.languages})

    def plain(self, language: str) -> ValueReader:
        """Return a reader of texts that belong to no document."""
        return ValueReader(self._glossary(language))

    def reader(self, document: Document) -> ValueReader:
        """Return the reader of one document."""
        convention = convention_of(document.text, document.language)
        return ValueReader(self._glossary(document.language), convention, _day(document.published))

    def _glossary(self, language: str) -> Glossary:
        return self.by_language.get(language) or next(iter(self.by_language.values()))


def _day(published: str | None) -> date | None:
    """Return the day of publication; None where only its month or year is known."""
    try:
        return date.fromisoformat(published) if published else None
    except ValueError:
        return None


def _is_reference(scan: Scan, position: int) -> bool:
    """Whether a number is a footnote mark or an item's number: "[4]", "(1)"."""
    before, after = scan.written(position - 1), scan.written(position + 1)
    return (before, after) in (("[", "]"), ("(", ")")) and scan.kind(position) == "number" and len(scan.written(position)) < 3  # noqa: PLR2004


def _rounded(amount: float) -> float:
    return round(amount, _DIGITS)


def _fits(span: TypedSpan, kind: ValueKind, dimension: str | None) -> bool:
    return span.value.kind is kind and (dimension is None or kind is not ValueKind.QUANTITY or span.dimension == dimension)


def _with_conditions(found: list[TypedSpan]) -> list[TypedSpan]:
    """Mark a wide range of a share as the condition of the time that stands near it: a charge from 10 to 80 % in half an hour."""
    return [replace(span, role=CONDITION) if _is_charge(span) and any(_is_time_near(span, other) for other in found) else span for span in found]


def _is_charge(span: TypedSpan) -> bool:
    value = span.value
    return value.kind is ValueKind.SHARE and value.upper is not None and value.upper - (value.amount or 0) >= _CHARGE


def _is_time_near(span: TypedSpan, other: TypedSpan) -> bool:
    gap = max(other.start - span.end, span.start - other.end)
    return other.value.kind is ValueKind.DURATION and gap <= _NEAR


