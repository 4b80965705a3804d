"""Parts of a whole in words: "half", "a third of", "four fifths", "three in four", "half a million"."""

from dataclasses import dataclass

from facts.lexicon.model import Unit
from facts.reading.glossary import TIME, Glossary
from facts.reading.scan import Scan

SHARE = Unit("%", "share", 0.01, ())
_ROUND = (10, 20, 100, 1000)  # what shares are given out of, beside the small numbers
_SMALL = 10


@dataclass(frozen=True, slots=True)
class Share:
    """Tokens up to `last`; `number` is in per cent for SHARE; `unit` is None where a multiplier was halved."""

    last: int
    number: float
    unit: Unit | None


class ShareReader:
    """Reads shares of one language."""

    def __init__(self, glossary: Glossary) -> None:
        self._words = glossary

    def read(self, scan: Scan, position: int) -> Share | None:
        """Return the share that starts at a token."""
        return self._ratio(scan, position) or self._several(scan, position) or self._one(scan, position)

    def _number(self, scan: Scan, position: int) -> float | None:
        if scan.kind(position) == "number" and scan.written(position).isdecimal():
            return float(scan.written(position))
        return self._words.numbers.get(scan.folded(position))

    def _ratio(self, scan: Scan, position: int) -> Share | None:
        """Read "four in five", "9 out of 10", "trois sur quatre"."""
        part = self._number(scan, position)
        ratio = self._words.roles("ratio")
        start = position + 1
        joined = scan.longest(start, ratio)
        if not joined and self._words.language == "fr" and scan.kind(start) == "word":
            start, joined = start + 1, scan.longest(start + 1, ratio)  # "un véhicule sur cinq"
        if part is None or not joined or not (whole := self._number(scan, start + joined)):
            return None
        behind = start + joined + 1
        fits = 0 < part < whole and (whole <= _SMALL or whole in _ROUND) and not scan.touches(position)
        if not fits or (scan.touches(behind) and scan.kind(behind) != "mark") or self._is_measured(scan, behind):
            return None
        return Share(behind, 100 * part / whole, SHARE)

    def _is_measured(self, scan: Scan, position: int) -> bool:
        """Whether a unit or month follows: "two in 10 minutes" is no share."""
        return self._words.is_unit(scan.written(position)) or scan.folded(position) in self._words.months

    def _several(self, scan: Scan, position: int) -> Share | None:
        """Read "two thirds", "three-quarters"."""
        part = self._words.numbers.get(scan.folded(position))
        dash = scan.is_dash(position + 1) and scan.touches(position + 1)
        word = scan.folded(position + 1 + dash)
        size = self._words.fractions.get(word.removesuffix("s")) or self._words.fractions.get(word)
        if (
            part is None
            or size is None
            or scan.touches(position)
            or (part == 1 and word not in self._words.fractions)
            or (part > 1 and not word.endswith("s"))
            or scan.is_dash(position + 2 + dash)
        ):
            return None
        if (time := self._of_time(scan, position + 2 + dash, part * size)) is not None and size < 1:
            return time
        if not 0 < part * size < 1 or (part == 1 and not self._is_bare(scan, position + 2 + dash)):
            return None
        return Share(position + 2 + dash, 100 * part * size, SHARE)

    def _one(self, scan: Scan, position: int) -> Share | None:
        """Read "half", "a third", "la moitié", and "half a million"."""
        word, article = scan.folded(position), 0
        if word in self._words.articles and scan.folded(position + 1) in self._words.fractions:
            word, article = scan.folded(position + 1), 1
        size = self._words.fractions.get(word)
        behind = position + article + 1
        if size is None or size <= 0.01 or scan.touches(position) or scan.folded(position - 1) in self._words.ordinals:  # noqa: PLR2004 - per cent
            return None
        if (
            (scan.is_dash(behind) and not self._is_divided(scan, behind + 1))
            or (word in self._words.ordinals and not article)
            or self._is_definite(scan, position, word, article)
        ):
            return None
        return (
            self._of(scan, behind, size)
            or self._of_time(scan, behind, size)
            or (Share(behind, 100 * size, SHARE) if self._is_bare(scan, behind) else None)
        )

    def _is_definite(self, scan: Scan, position: int, word: str, article: int) -> bool:
        """Tell whether it is one of several, as "the third" is, and no share; "la moitié" is one all the same."""
        return (
            bool(article)
            and scan.folded(position) in ("the", "le", "les")
            and (word in self._words.ordinals or word in ("half", "quarter"))
        )

    def _of(self, scan: Scan, behind: int, size: float) -> Share | None:
        """Halve a multiplier: "half a million", "a quarter of a billion", "un demi-milliard"."""
        skipped = behind + scan.is_dash(behind)
        while scan.folded(skipped) in self._words.articles or scan.folded(skipped) in ("of", "de", "d'"):
            skipped += 1
        factor = self._words.multipliers.get(scan.folded(skipped)) or self._words.numbers.get(scan.folded(skipped))
        if factor is None or skipped == behind or factor < 12 or len(scan.folded(skipped)) == 1:  # noqa: PLR2004 - half a dozen
            return None
        return Share(skipped + 1, size * factor, None)

    def _is_divided(self, scan: Scan, position: int) -> bool:
        """Whether a multiplier or a unit of time stands here, joined to its half: "demi-million", "demi-heure"."""
        return scan.folded(position) in self._words.multipliers or self._time(scan, position) is not None

    def _time(self, scan: Scan, position: int) -> Unit | None:
        units = (unit for run, unit in self._words.units(scan.written(position)) if len(run) == 1)
        return next((unit for unit in units if unit.dimension == TIME), None)

    def _of_time(self, scan: Scan, behind: int, size: float) -> Share | None:
        """Halve a unit of time: "half an hour", "une demi-heure", "three quarters of an hour"."""
        of = scan.longest(behind, self._words.roles("of"))
        start = behind + of
        start += scan.is_dash(start) or scan.folded(start) in self._words.articles
        unit = self._time(scan, start) if start > behind else None
        return None if unit is None else Share(start + 1, size, unit)

    def _is_bare(self, scan: Scan, position: int) -> bool:
        """Whether no noun follows that would make an ordinal of it: "a third of", "by a third.", not "a third car"."""
        word = scan.folded(position)
        return not word or scan.kind(position) in ("mark", "elision") or word in self._words.grammar
