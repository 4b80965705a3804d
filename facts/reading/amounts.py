"""An amount at a place in the text: its number in digits or words, its currency or unit.

What bounds it and what it counts are the business of facts.reading.bounds and facts.reading.counted.
"""

import re
from dataclasses import dataclass, replace

from facts.lexicon.model import Unit
from facts.models import Bound
from facts.reading.durations import DurationReader, vulgar
from facts.reading.glossary import MONEY, Glossary
from facts.reading.numbers import Convention, number_of
from facts.reading.scan import Scan
from facts.reading.shares import SHARE, ShareReader
from facts.reading.spelled import SpelledReader

CHARGE = 40  # per cent: "from 10 % to 80 %" is a charge, "from 4 % to 5 %" a change
_LONG = 1000  # a number that is no name
_SHORTEST_NOUN = 3  # letters
_SUFFIXES = ("k", "m", "b")  # multipliers of one letter touch their number
TEMPERATURE = "temperature"
_INCHES = "″"
_TINY = frozenset({"mm"})  # nobody writes thousandths of these


@dataclass(frozen=True, slots=True)
class Amount:
    """Tokens first..last-1 with what they amount to; a range ends at `upper`. `unit` is None for a bare number."""

    first: int
    last: int
    number: float
    upper: float | None = None
    factor: float = 1.0  # of its multiplier: a thousand for "25k"
    unit: Unit | None = None
    spelled: bool = False  # in words
    grouped: bool = False  # with separators or a multiplier: too long for a name
    compound: bool = False  # joined to what follows by a hyphen: "19-inch"
    prefixed: bool = False  # by its currency
    bound: Bound | None = None  # that its own words set: "30-odd", "une trentaine"


class AmountReader:
    """Reads amounts of one language by one convention."""

    def __init__(self, glossary: Glossary, convention: Convention) -> None:
        self._words = glossary
        self._convention = convention
        self._shares = ShareReader(glossary)
        self._durations = DurationReader(glossary)
        self._spelling = SpelledReader(glossary)

    def read(self, scan: Scan, position: int) -> Amount | None:
        """Return the amount that starts at a token, the longest that makes sense; None where there is none."""
        between = scan.longest(position, self._words.roles("between"))
        if between and (low := self._simple(scan, position + between)) is not None:
            found = self._range(scan, low, "and")
            return None if found is None else replace(found, first=position)
        share = self._shares.read(scan, position)
        if share is not None:
            found = Amount(
                position, share.last, share.number, unit=share.unit, spelled=True, grouped=share.unit is None
            )
            return found if share.unit is not None else self._with_unit(scan, found)
        if (whole := self._durations.whole(scan, position)) is not None:
            return Amount(position, whole[2], whole[0], unit=whole[1])
        low = self._simple(scan, position)
        return None if low is None else self._range(scan, low, "join") or low

    def _range(self, scan: Scan, low: Amount, role: str) -> Amount | None:
        """Read "10-80 %", "15 to 80 per cent", "€25,000–30,000" from its lower end on; both ends share a unit."""
        if low.compound:
            return None
        joined = scan.longest(low.last, self._words.roles(role))
        is_dash = not joined and role == "join" and scan.is_dash(low.last)
        if not joined and not is_dash:
            return None
        start = low.last + (joined or 1)
        high = self._simple(scan, start)
        if high is None or (is_dash and scan.touches(low.last) != scan.touches(start)) or high.spelled != low.spelled:
            return None
        if is_dash and scan.is_dash(high.last) and scan.touches(high.last) and scan.kind(high.last + 1) == "number":
            return None  # a telephone number, a date
        is_open = role == "join" and not is_dash and not self._is_spanned(scan, low.first)
        return self._joined(low, high, role=role, may_change=is_open)

    def _is_spanned(self, scan: Scan, position: int) -> bool:
        """Whether "ranging from" stands before: what follows is a range, and no change from one to the other."""
        return any(scan.matches(position - len(run), run) for run in self._words.roles("span"))

    def _joined(self, low: Amount, high: Amount, *, role: str, may_change: bool) -> Amount | None:
        """Make one range of two amounts; "25 to 30 thousand" multiplies both."""
        units = {unit.id for unit in (low.unit, high.unit) if unit is not None}
        number = low.number * high.factor if low.factor == 1 and low.number * high.factor < high.number else low.number
        if len(units) > 1 or number >= high.number:
            return None
        is_charge = low.unit is SHARE and high.unit is SHARE and high.number - number >= CHARGE
        is_multiplied = number != low.number  # "$1.5 to $2 billion"
        is_change = (
            may_change and not is_multiplied and low.unit is not None and (high.unit is not None or not low.prefixed)
        )
        if is_change and not is_charge:
            return None  # "from €20,000 to €23,000" is a change, "by 6 % to 588,000" two things
        if role == "and" and low.unit is not None and high.unit is None and not low.prefixed:
            return None
        return replace(
            low,
            last=high.last,
            number=number,
            upper=high.number,
            unit=low.unit or high.unit,
            grouped=low.grouped or high.grouped,
            compound=high.compound,
        )

    def _simple(self, scan: Scan, position: int) -> Amount | None:
        """Read one number with its unit."""
        currency, start = self._currency(scan, position)
        found = self._literal(scan, start, currency) or (self._spelled(scan, start) if currency is None else None)
        if found is None:
            return None
        found = found if found.spelled else self._multiplied(scan, found, currency)
        if currency is not None and self._is_label(scan.written(position), found):
            return None
        if currency is not None:
            return replace(found, first=position, unit=currency, prefixed=True)
        return self._with_unit(scan, found)

    @staticmethod
    def _is_label(currency: str, found: Amount) -> bool:
        """Whether a currency's name before a small number is no price: "Euro 6"."""
        return currency.isalpha() and not currency.isupper() and len(currency) > _SHORTEST_NOUN and found.number < _LONG

    def _currency(self, scan: Scan, position: int) -> tuple[Unit | None, int]:
        """Return a currency that stands before its number, and where the number starts."""
        for run, unit in self._words.units(scan.written(position)):
            if unit.dimension == MONEY and scan.matches(position, run, fold_case=False) and not run[0].islower():
                behind = position + len(run) + (scan.written(position + len(run)) == ".")
                if scan.kind(behind) == "number":
                    return unit, behind
        return None, position

    def _literal(self, scan: Scan, position: int, currency: Unit | None) -> Amount | None:
        if scan.kind(position) != "number":
            return None
        token = scan.tokens[position]
        groups = currency is not None
        if not groups:
            is_even = scan.written(position + 1) == "," and scan.is_dash(position + 2) and scan.touches(position + 2)
            ahead, last = self._unit(scan, position + 1 + 2 * is_even, touching=True)
            groups = ahead is not None and last > 0 and (ahead.dimension == MONEY or ahead.id in _TINY)
        number = number_of(token.text, self._convention, groups=groups and not self._is_multiplied(scan, position + 1))
        if number is None:
            return None
        half = vulgar(scan.written(position + 1)) if scan.touches(position + 1) else 0.0  # "2½"
        negative = (
            scan.is_dash(position - 1) and scan.touches(position) and not scan.touches(position - 1) and position > 0
        )
        grouped = bool(re.search(r"\d[\s.,'’]\d{3}", token.text)) and number >= _LONG
        return Amount(
            position,
            position + 1 + (half > 0),
            -number if negative and scan.written(position - 1) == "−" else number + half,
            grouped=grouped,
        )

    def _is_multiplied(self, scan: Scan, position: int) -> bool:
        word = scan.folded(position)
        return word in self._words.multipliers and (len(word) > 1 or scan.touches(position))

    def _multiplied(self, scan: Scan, found: Amount, currency: Unit | None) -> Amount:
        """Apply the multipliers behind a number: "1.2 million", "25k", "£900m"."""
        number, last = found.number, found.last
        while (factor := self._words.multipliers.get(scan.folded(last))) is not None:
            if scan.folded(last) in _SUFFIXES and not self._is_suffix(scan, last, currency):
                break
            number, last = number * factor, last + 1
        if last == found.last:
            return found
        return replace(
            found,
            number=round(number, 6),
            last=last,
            grouped=True,
            factor=number / found.number if found.number else 1.0,
        )

    def _is_suffix(self, scan: Scan, position: int, currency: Unit | None) -> bool:
        """Tell whether a letter multiplies: where it touches its number; "m" is a metre without a currency."""
        joined = scan.touches(position + 1) and self._is_money(scan, position + 1)  # "30 k€"
        if not scan.touches(position) and not joined:
            return False
        if scan.written(position) in ("k", "K") or currency is not None or self._is_money(scan, position + 1):
            return True
        following = scan.folded(position + 1)  # "1.2m vehicles"
        return following.endswith("s") and len(following) > _SHORTEST_NOUN and following not in self._words.grammar

    def _is_money(self, scan: Scan, position: int) -> bool:
        unit, _ = self._unit(scan, position, touching=True)
        return unit is not None and unit.dimension == MONEY

    def _with_unit(self, scan: Scan, found: Amount) -> Amount | None:
        position = found.last
        if scan.is_dash(position) and scan.touches(position) and scan.touches(position + 1):
            unit, last = self._unit(scan, position + 1, touching=True)
            if unit is not None:
                return replace(found, unit=unit, last=last, compound=True)
            if scan.longest(position + 1, self._words.roles("rough")):
                return replace(found, last=position + 2, bound=Bound.ABOUT)  # "30-odd dealers"
            return replace(found, compound=scan.kind(position + 1) == "word")
        start = (
            position + scan.longest(position, self._words.roles("of")) if found.grouped or found.spelled else position
        )
        if scan.written(start) == "+" and scan.touches(start):  # "500+ km"
            start, found = start + 1, replace(found, bound=Bound.FROM, last=start + 1)
        if scan.written(start) == "," and scan.is_dash(start + 1) and scan.touches(start + 1):
            start += 2  # "19.990,- €"
        unit, last = self._unit(scan, start, touching=scan.touches(start))
        if unit is None or (self._is_plural_s(scan, start) and scan.folded(found.first - 1) in self._words.articles):
            return found
        return self._completed(scan, replace(found, unit=unit, last=last), unit)

    def _completed(self, scan: Scan, found: Amount, unit: Unit) -> Amount | None:
        """Add what stands behind the unit ("et demie", "1 h 30"), and the sign of a temperature; no time of day."""
        if self._durations.is_hour(scan, found.first, found.number, unit):
            return None
        if unit.dimension == TEMPERATURE and self._is_negative(scan, found.first):
            return replace(found, number=-abs(found.number))
        rest = self._durations.rest(scan, found.last, unit)
        return found if rest is None else replace(found, number=found.number + rest[0], last=rest[1])

    def _is_negative(self, scan: Scan, position: int) -> bool:
        is_signed = scan.is_dash(position - 1) and scan.touches(position) and not scan.touches(position - 1)
        return is_signed or bool(scan.longest(position - 1, self._words.roles("minus")))

    def _is_plural_s(self, scan: Scan, position: int) -> bool:
        """Whether an s makes a plural of a number: "the 21s" of a wheel."""
        return scan.folded(position) == "s" and scan.touches(position)

    def _unit(self, scan: Scan, position: int, *, touching: bool) -> tuple[Unit | None, int]:
        """Return the unit written at a token and the token behind it."""
        if percent := scan.longest(position, self._words.percent):
            return SHARE, position + percent
        for run, unit in self._words.units(scan.written(position)):
            exact = scan.matches(position, run, fold_case=False)
            if not exact and not scan.matches(position, run):
                continue
            last = position + len(run)
            is_word = len(run) == 1 and run[0].isalpha()
            if is_word and not touching and len(run[0]) > 1 and self._is_common(scan.folded(position), unit):
                continue
            if unit.dimension == MONEY and scan.kind(last) == "number" and scan.touches(last) and not touching:
                continue  # the currency of the next number: "the Single £2,950"
            if is_word and len(run[0]) == 1 and scan.touches(last) and scan.written(last) in ("'", "’", "-"):
                continue
            return unit, last
        return self._inches(scan, position) if scan.written(position) == '"' and touching else (None, position)

    def _is_common(self, word: str, unit: Unit) -> bool:
        """Whether a unit is spelled as a word of everyday language is, and not as its own plural: "chevaux"."""
        return word in self._words.common and self._words.irregular.get(word) not in unit.spellings

    def _inches(self, scan: Scan, position: int) -> tuple[Unit | None, int]:
        """Read a straight double quote as inches where it neither closes nor opens a quotation: 12.3" screen."""
        quotes = sum(1 for before in range(position) if scan.written(before) == '"')
        follows = scan.kind(position + 1) == "word" and not scan.touches(position + 1)
        unit = next((unit for _, unit in self._words.units(_INCHES)), None) if quotes % 2 == 0 and follows else None
        return (None, position) if unit is None else (unit, position + 1)

    def _spelled(self, scan: Scan, position: int) -> Amount | None:
        found = self._spelling.read(scan, position)
        if found is None:
            return None
        is_rough = scan.folded(found.last - 1) in self._words.round_numbers and bool(
            scan.longest(found.last, self._words.roles("of"))
        )
        bound = Bound.ABOUT if is_rough else None
        return Amount(found.first, found.last, found.number, spelled=True, grouped=found.number >= _LONG, bound=bound)
