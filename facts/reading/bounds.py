"""The words that limit an amount or a date, standing right before it: "about", "up to", "less than", "by"."""

from collections.abc import Mapping

from facts.models import Bound
from facts.reading.amounts import Amount
from facts.reading.glossary import TIME, Glossary, Run
from facts.reading.scan import Scan

_STACKED = 3  # bounds in a row that are read: "from only about"
_DAY = 86_400  # seconds
_YEAR = 4  # digits
_FEW = 20  # a smaller number in words is hardly ever bounded by a lone preposition: "under three brands"


class BoundReader:
    """Reads bounds of one language."""

    def __init__(self, glossary: Glossary) -> None:
        self._words = glossary

    def amount(self, scan: Scan, amount: Amount, taken: int, behind: int) -> tuple[Bound | None, int]:
        """Return what bounds an amount, and the token from which it does.

        `taken` is where the value before it ends, `behind` the token behind it and what it counts.
        """
        bound, start = self._before(scan, amount, taken)
        return bound or amount.bound or self._behind(scan, behind), start

    def _behind(self, scan: Scan, position: int) -> Bound | None:
        """Read "or so", "maximum", "au moins" behind an amount, where they are not about the next one."""
        for run, bound in self._words.bounds_behind.get(scan.folded(position), ()):
            last = position + len(run)
            if scan.matches(position, run) and scan.kind(last) != "number" and not self._is_amount(scan, last):
                return bound
        return None

    def _is_amount(self, scan: Scan, position: int) -> bool:
        return self._words.is_currency(scan.written(position)) or scan.folded(position) in self._words.numbers

    def _before(self, scan: Scan, amount: Amount, taken: int) -> tuple[Bound | None, int]:
        bound, start = self._read(scan, amount.first, self._words.bounds)
        is_lone = start == amount.first - 1 and scan.folded(start) in self._words.prepositions
        if (
            bound is Bound.FROM
            and is_lone
            and (self._is_origin(scan, start, taken) or self._goes_to(scan, amount.last))
        ):
            return None, amount.first
        if is_lone and amount.unit is None and (amount.spelled and amount.number < _FEW):
            return None, amount.first
        if is_lone and amount.unit is not None and amount.unit.dimension == TIME and amount.unit.factor >= _DAY:
            return None, amount.first  # "over five years" says during which
        if bound is Bound.FROM and is_lone and amount.unit is None:
            return None, amount.first  # "went from 310 to 250"
        return (None if bound is Bound.FROM and amount.upper is not None else bound), start

    def _is_origin(self, scan: Scan, start: int, taken: int) -> bool:
        """Whether "from" says where an amount came from: "fell to 7 % from 9 %", "up from 17 %"."""
        longer = (run for run in self._words.roles("against") if len(run) > 1)
        return scan.tokens[start].start <= taken + 1 or any(scan.matches(start + 1 - len(run), run) for run in longer)

    def _goes_to(self, scan: Scan, position: int) -> bool:
        """Whether "to" and another amount follow: "from 15 % to 34 %" is a change and no lower bound."""
        joined = scan.longest(position, self._words.roles("join"))
        is_year = len(scan.written(position + joined)) == _YEAR and scan.written(position + joined).isdecimal()
        is_number = scan.kind(position + joined) == "number" and not is_year
        return bool(joined) and (is_number or self._words.is_currency(scan.written(position + joined)))

    def date(self, scan: Scan, first: int) -> tuple[Bound | None, int]:
        """Return what bounds the date at a token, and the token from which it does."""
        return self._read(scan, first, self._words.date_bounds)

    def _read(self, scan: Scan, first: int, bounds: Mapping[Run, Bound]) -> tuple[Bound | None, int]:
        found: Bound | None = None
        start = first
        for _ in range(_STACKED):
            hyphen = scan.is_dash(start - 1) and scan.touches(start - 1) and scan.touches(start)  # "sub-£20,000"
            run = self._ending(scan, start - hyphen, bounds)
            if run is None:
                break
            bound = bounds[run]
            found = bound if found in (None, Bound.ABOUT) else found
            start -= len(run) + hyphen
        return found, start

    def _ending(self, scan: Scan, behind: int, bounds: Mapping[Run, Bound]) -> Run | None:
        if scan.folded(behind - 1) not in self._words.bound_endings:
            return None
        for length in range(min(self._words.longest_bound, behind), 0, -1):
            run = tuple(scan.folded(position) for position in range(behind - length, behind))
            if run in bounds and (length > 1 or self._words.is_accented(scan.written(behind - 1))):
                return run
        return None
