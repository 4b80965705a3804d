"""The words that limit an amount or a date, standing right before it: "about", "up to", "less than", "by"."""

from collections.abc import Mapping

from facts.models import Bound
from facts.reading.glossary import Glossary, Run
from facts.reading.scan import Scan

_STACKED = 3  # bounds in a row that are read: "from only about"


class BoundReader:
    """Reads bounds of one language."""

    def __init__(self, glossary: Glossary) -> None:
        self._words = glossary

    def amount(self, scan: Scan, first: int) -> tuple[Bound | None, int]:
        """Return what bounds the amount at a token, and the token from which it does."""
        return self._read(scan, first, self._words.bounds)

    def date(self, scan: Scan, first: int) -> tuple[Bound | None, int]:
        """Return what bounds the date at a token, and the token from which it does."""
        return self._read(scan, first, self._words.date_bounds)

    def _read(self, scan: Scan, first: int, bounds: Mapping[Run, Bound]) -> tuple[Bound | None, int]:
        found: Bound | None = None
        start = first
        for _ in range(_STACKED):
            behind = start - 1 if scan.folded(start - 1) in self._words.articles and start == first else start
            run = self._ending(scan, behind, bounds)
            if run is None:
                break
            bound = bounds[run]
            found = bound if found in (None, Bound.ABOUT) else found
            start = behind - len(run)
        return found, start

    def _ending(self, scan: Scan, behind: int, bounds: Mapping[Run, Bound]) -> Run | None:
        for length in range(min(self._words.longest_bound, behind), 0, -1):
            run = tuple(scan.folded(position) for position in range(behind - length, behind))
            if run in bounds:
                return run
        return None
