"""Typed values of a text: money, quantities, durations, shares, counts, dates, with what bounds and counts them.

Readers of amounts and dates look at every token; the longest finding wins. Numbers that belong to names are left out.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from facts.lexicon.model import Lexicon, Unit
from facts.models import Bound, Document, Value, ValueKind
from facts.reading.amounts import Amount, AmountReader
from facts.reading.bounds import BoundReader
from facts.reading.counted import NounReader
from facts.reading.dates import FIRST_YEAR, LAST_YEAR, DateReader
from facts.reading.glossary import MONEY, TIME, Glossary
from facts.reading.inherited import UnitHeir
from facts.reading.naming import NumberNames
from facts.reading.numbers import ENGLISH, FRENCH, Convention, convention_of
from facts.reading.relative import DateSpan
from facts.reading.scan import Scan
from facts.reading.shares import SHARE
from facts.reading.spreadsheets import delimiter_of, is_spreadsheet, rows_of
from facts.reading.typed import CONDITION, SPEED, TOTAL, TypedSpan, with_charges, with_sprints
from facts.terms import Token, fold

_NOWHERE = -10  # where no value ends
MOST_BOUND_WORDS = 4  # before the number of a cell: "from only about"
_DIGITS = 9  # of a normalised amount that are kept, against the noise of binary fractions


class ValueReader:
    """Reads the values of one document, or of texts of one language. A Glossary serves all readers of its language."""

    def __init__(
        self,
        glossary: Glossary,
        convention: Convention | None = None,
        published: date | None = None,
        *,
        delimiter: str | None = None,
    ) -> None:
        self._words = glossary
        self._amounts = AmountReader(glossary, convention or (FRENCH if glossary.language == "fr" else ENGLISH))
        self._dates = DateReader(glossary, published)
        self._bounds = BoundReader(glossary)
        self._nouns = NounReader(glossary)
        self._names = NumberNames(glossary)
        self._heir = UnitHeir(glossary)
        self._delimiter = delimiter

    def values_in(self, text: str, start: int, end: int, tokens: Sequence[Token] | None = None) -> list[TypedSpan]:
        """Return the typed values of text[start:end] in order, without overlaps; offsets are those of `text`.

        Of a spreadsheet, start and end are those of rows: each cell is read by itself. Whoever has the tokens of the
        stretch hands them over.
        """
        if self._delimiter is None:
            return self._stretch(text, start, end, tokens)
        return [value for span in self.stretches(text, start, end) for value in self._stretch(text, *span)]

    def stretches(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Return what is read by itself: a passage as a whole, each cell of a spreadsheet's rows."""
        if self._delimiter is None:
            return [(start, end)]
        return [cell for cells in rows_of(text, start, self._delimiter, end) for cell in cells if cell[0] < cell[1]]

    def value_of(self, text: str, start: int, end: int, unit: Unit | None = None) -> TypedSpan | None:
        """Read a table's cell, which is one value; `unit` is that of its column, for a cell that writes none."""
        if unit is not None and (bare := self._bare(Scan(text, start, end), unit)) is not None:
            return bare
        found = [span for span in self._stretch(text, start, end) if span.role is None]
        return found[0] if len(found) == 1 else None

    def _bare(self, scan: Scan, unit: Unit) -> TypedSpan | None:
        """Read numbers without a unit that fill a cell but for what bounds them: "27,490", "410-530", "from 300"."""
        for position in range(min(len(scan), MOST_BOUND_WORDS)):
            amount = self._amounts.read(scan, position)
            if amount is not None and amount.unit is None and amount.last == len(scan):
                span = self._span(scan, replace(amount, unit=unit))
                return span if span.whole[0] == scan.tokens[0].start else None
        return None

    def unit_of(self, text: str, start: int, end: int) -> Unit | None:
        """Return the unit that a column's header ends in: "price_eur", "range_km_wltp", "Power in kW", "CO2 g/km"."""
        header = text[start:end].replace("_", " ")
        scan = Scan(header, 0, len(header))
        if scan.written(len(scan) - 1) == "%" or scan.written(len(scan) - 2) == "%":
            return SHARE
        best: tuple[int, int, Unit] | None = None
        for position in range(len(scan)):
            run, unit = next(self._units_at(scan, position), ((), None))
            if unit is not None and (best is None or position + len(run) > best[0]):
                best = position + len(run), position, unit
        return best[2] if best else None

    def _units_at(self, scan: Scan, position: int) -> Iterator[tuple[tuple[str, ...], Unit]]:
        """Yield the units written at a token of a header, longest first; no speed that is only reached."""
        for run, unit in self._words.units(scan.written(position)):
            is_reached = unit.dimension == SPEED and scan.kind(position - 1) == "number"
            if scan.matches(position, run, fold_case=False) or scan.matches(position, tuple(map(fold, run))):
                if not is_reached:
                    yield run, unit
                return

    def parse(self, text: str, kind: ValueKind, dimension: str | None = None) -> Value | None:
        """Read a string that is one value of the kind, perhaps with a bound or an article. None where it is not."""
        spans = self._stretch(text, 0, len(text))
        fitting = [span for span in spans if span.role is None and _fits(span, kind, dimension)]
        if len(fitting) == 1:
            return fitting[0].value
        bare = [span.value for span in spans if span.value.kind is ValueKind.COUNT and not span.counted]
        if len(bare) != 1 or len(spans) != 1 or fitting:
            return None
        if kind is ValueKind.MONEY:
            return replace(bare[0], kind=kind)
        if kind is ValueKind.QUANTITY and dimension in self._words.bases:
            return replace(bare[0], kind=kind, unit=self._words.bases[dimension])
        return None

    def _stretch(self, text: str, start: int, end: int, tokens: Sequence[Token] | None = None) -> list[TypedSpan]:
        scan = Scan(text, start, end, tokens)
        found: list[TypedSpan] = []
        last_amount: Amount | None = None
        free = 0  # token behind the last value
        for position in self._starts(scan):
            if position < free:
                continue
            when, amount = self._at(scan, position)
            span: TypedSpan | None = None
            if amount is not None:
                span, amount = self._amount(scan, amount, found, last_amount)
                free, last_amount = max(amount.last, position + 1), amount if span is not None else last_amount
            elif when is not None:
                span, free = self._date(scan, when), max(when.last, position + 1)
            if span is not None and (not found or span.start >= found[-1].end):
                found.append(span)
        return with_sprints(scan.text, with_charges(found), self._words.roles("within"), self._words.roles("join"))

    def _starts(self, scan: Scan) -> Iterator[int]:
        """Yield the tokens at which a value can start: numbers and a few words."""
        words = self._words
        for position, token in enumerate(scan.tokens):
            is_number = token.kind in ("number", "mixed")
            may_start = is_number or token.folded in words.openings
            if may_start and (is_number or words.can_start(token.folded, scan.folded(position + 1))):
                yield position

    def _at(self, scan: Scan, position: int) -> tuple[DateSpan | None, Amount | None]:
        """Return the date or the amount that starts at a token, whichever it is."""
        if scan.kind(position) == "number" and self._names.is_reference(scan, position):
            return None, None
        when, amount = self._dates.read(scan, position), self._amounts.read(scan, position)
        if amount is not None and (when is None or self._beats(scan, amount, when)):
            return None, amount
        return when, None

    def _beats(self, scan: Scan, amount: Amount, when: DateSpan) -> bool:
        """Whether what could be a date is an amount: a unit follows, or a plural that no preposition dates."""
        if self._are_years(amount, when):
            return False
        if amount.last != when.last:
            return amount.last > when.last
        if amount.number % 50:
            return False
        before = scan.folded(amount.first - 1)
        is_dated = (
            scan.is_name(amount.first - 1) or before in self._words.prepositions or before in self._words.articles
        )
        return not is_dated and bool(self._nouns.read(scan, amount)[0])

    def _are_years(self, amount: Amount, when: DateSpan) -> bool:
        """Whether what looks like a range of numbers goes from year to year: "postponed from 2026 to 2027"."""
        is_plain = amount.unit is None and not amount.grouped and not amount.spelled
        is_year = when.period is not None and when.period.is_year and amount.number == when.period.first.year
        return is_plain and is_year and amount.upper is not None and FIRST_YEAR <= amount.upper <= LAST_YEAR

    def _date(self, scan: Scan, when: DateSpan) -> TypedSpan:
        start, end = scan.span(when.first, when.last)
        bound, first = self._bounds.date(scan, when.first)
        bound = None if when.closed and bound is Bound.FROM else bound
        low, high = when.period.days() if when.period else (None, None)
        iso = when.period.iso if when.period else None
        value = Value(scan.text[start:end], ValueKind.DATE, low, high, date=iso, bound=bound)
        return TypedSpan(start, end, value, (scan.tokens[first].start, end))

    def _amount(
        self, scan: Scan, amount: Amount, found: list[TypedSpan], last_amount: Amount | None
    ) -> tuple[TypedSpan | None, Amount]:
        """Return the value of an amount, None for a number of a name, and the amount as it was completed."""
        if amount.unit is not None:
            return self._span(scan, amount, taken=found[-1].end if found else _NOWHERE), amount
        counted, last = self._nouns.read(scan, amount)
        amount, counted, last = self._with_late_unit(amount, counted, last)
        before = next((span for span in reversed(found) if span.value.kind is not ValueKind.DATE), None)
        if amount.unit is None and (ahead := self._ahead(scan, amount)) is not None:
            return replace(self._span(scan, ahead, taken=found[-1].end if found else _NOWHERE), inherited=True), ahead
        if (
            not counted
            and amount.unit is None
            and (heir := self._heir.amount(scan, amount, before, last_amount)) is not None
        ):
            return replace(self._span(scan, heir, taken=scan.end), inherited=True), heir
        if amount.unit is None and self._names.is_part(scan, amount, is_counted=bool(counted)):
            return None, amount
        counting = next((one for one in reversed(found) if one.counted), None)
        taken_over = self._heir.noun(scan, amount, counting) if not counted and amount.unit is None else ()
        span = self._span(scan, amount, counted or taken_over, last)
        return replace(span, inherited=bool(taken_over)), amount

    def _ahead(self, scan: Scan, amount: Amount) -> Amount | None:
        """Return the amount with the unit of the next one: "40 or 52 kWh", "402 and 524 km"."""
        if scan.folded(amount.last) not in self._words.conjunctions or amount.spelled != (
            scan.kind(amount.last + 1) == "word"
        ):
            return None
        following = self._amounts.read(scan, amount.last + 1)
        return self._heir.from_next(amount, following)

    def _span(
        self, scan: Scan, amount: Amount, counted: tuple[str, ...] = (), last: int = 0, *, taken: int = _NOWHERE
    ) -> TypedSpan:
        per, last = self._per(scan, max(last, amount.last))
        bound, first = self._bounds.amount(scan, amount, taken, last)
        start, end = scan.span(amount.first, amount.last)
        whole = (min(scan.tokens[first].start, start), max(scan.tokens[last - 1].end, end))
        value = self._value(scan.text[start:end], amount, bound)
        dimension = amount.unit.dimension if amount.unit else None
        return TypedSpan(start, end, value, whole, counted, self._role(scan, amount, counted), per, dimension)

    def _with_late_unit(
        self, amount: Amount, counted: tuple[str, ...], last: int
    ) -> tuple[Amount, tuple[str, ...], int]:
        """Take a unit that stands behind an adjective: "two short kilometres"."""
        if len(counted) > 1 and not amount.compound:
            for run, unit in self._words.units(counted[-1]):
                if len(run) == 1 and len(counted[-1]) > 3:  # noqa: PLR2004 - spelled out
                    return replace(amount, unit=unit, last=last), (), last
        return amount, counted, last

    def _value(self, text: str, amount: Amount, bound: Bound | None) -> Value:
        unit = amount.unit
        if unit is None:
            return Value(text, ValueKind.COUNT, amount.number, amount.upper, bound=bound)
        factor = 1.0 if unit.dimension == MONEY else unit.factor
        low = round(amount.number * factor, _DIGITS)
        high = None if amount.upper is None else round(amount.upper * factor, _DIGITS)
        if unit is SHARE:
            return Value(text, ValueKind.SHARE, low, high, bound=bound)
        if unit.dimension == MONEY:
            return Value(text, ValueKind.MONEY, low, high, unit.id, bound=bound)
        kind = ValueKind.DURATION if unit.dimension == TIME else ValueKind.QUANTITY
        return Value(text, kind, low, high, self._words.bases.get(unit.dimension, unit.id), bound=bound)

    def _role(self, scan: Scan, amount: Amount, counted: tuple[str, ...]) -> str | None:
        is_speed = amount.unit is not None and amount.unit.dimension == SPEED
        if amount.upper is not None and (is_speed or (amount.unit is None and amount.number == 0 and not counted)):
            return CONDITION
        of = amount.first - 1 - (scan.folded(amount.first - 1) in self._words.articles)  # "three of the nine"
        before = of + 1 - scan.longest(of, self._words.roles("of"))
        is_number = scan.kind(before - 1) == "number" or scan.folded(before - 1) in self._words.numbers
        return TOTAL if before <= of and is_number else None

    def _per(self, scan: Scan, position: int) -> tuple[str | None, int]:
        """Return the unit that an amount is per ("a month", "/year", "par an"), and the token behind it."""
        joined = scan.longest(position, self._words.roles("per"))
        if not joined:
            return None, position
        is_article = scan.folded(position) in self._words.articles
        for run, unit in self._words.units(scan.written(position + joined)):
            last = position + joined + len(run)
            fits = unit.dimension == TIME or (not is_article and unit.dimension != MONEY)
            is_there = scan.matches(position + joined, tuple(map(fold, run)))
            if fits and is_there and not self._is_back(scan, last):
                return unit.id, last
        return None, position

    def _is_back(self, scan: Scan, position: int) -> bool:
        """Tell a time from a rate: "a month after the launch" is one, "a month after a £2,990 deposit" is not."""
        back = scan.longest(position, self._words.roles("back"))
        behind = position + back + (scan.folded(position + back) in self._words.articles)
        return bool(back) and not (scan.kind(behind) == "number" or self._words.is_currency(scan.written(behind)))


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
        sheet = is_spreadsheet(document.name)
        delimiter = delimiter_of(document.text, document.body, document.name) if sheet else None
        return ValueReader(self._glossary(document.language), convention, _day(document.published), delimiter=delimiter)

    def _glossary(self, language: str) -> Glossary:
        return self.by_language.get(language) or next(iter(self.by_language.values()))


def _day(published: str | None) -> date | None:
    """Return the day of publication; None where only its month or year is known."""
    try:
        return date.fromisoformat(published) if published else None
    except ValueError:
        return None


def _fits(span: TypedSpan, kind: ValueKind, dimension: str | None) -> bool:
    return span.value.kind is kind and (
        dimension is None or kind is not ValueKind.QUANTITY or span.dimension == dimension
    )
