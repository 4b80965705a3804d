"""The words that limit an amount or a date, standing right before it: "about", "up to", "less than", "by"."""

from collections.abc import Mapping

from facts.models import Bound
from facts.reading.amounts import Amount
from facts.reading.glossary import TIME, Glossary, Run
from facts.reading.scan import Scan

_STACKED = 3  # bounds in a row that are read: "from only about"
_DAY = 86_400  # seconds
_FEW = 20  # a smaller number in words is hardly ever bounded by a lone preposition: "under three brands"


class BoundReader:
    """Reads bounds of one language."""

    def __init__(self, glossary: Glossary) -> None:
        self._words = glossary

    def amount(self, scan: Scan, amount: Amount, taken: int) -> tuple[Bound | None, int]:
        """Return what bounds an amount, and the token from which it does; `taken` is where the value before it ends."""
        bound, start = self._read(scan, amount.first, self._words.bounds)
        is_lone = start == amount.first - 1 and scan.folded(start) in self._words.prepositions
        if bound is Bound.FROM and is_lone and self._is_origin(scan, start, taken):
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

    def date(self, scan: Scan, first: int) -> tuple[Bound | None, int]:
        """Return what bounds the date at a token, and the token from which it does."""
        return self._read(scan, first, self._words.date_bounds)

    def _read(self, scan: Scan, first: int, bounds: Mapping[Run, Bound]) -> tuple[Bound | None, int]:
        found: Bound | None = None
        start = first
        for _ in range(_STACKED):
            run = self._ending(scan, start, bounds)
            if run is None:
                break
            bound = bounds[run]
            found = bound if found in (None, Bound.ABOUT) else found
            start -= len(run)
        return found, start

    def _ending(self, scan: Scan, behind: int, bounds: Mapping[Run, Bound]) -> Run | None:
        for length in range(min(self._words.longest_bound, behind), 0, -1):
            run = tuple(scan.folded(position) for position in range(behind - length, behind))
            if run in bounds and (length > 1 or self._words.is_accented(scan.written(behind - 1))):
                return run
        return None
