"""Numbers that leave out their unit because the number before them has it.

"It fell to 1.1 billion euros from 1.9 billion", "it does 328 miles and the Twin 301".
"""

from dataclasses import replace

from facts.models import ValueKind
from facts.reading.amounts import Amount
from facts.reading.glossary import MONEY, Glossary
from facts.reading.scan import Scan
from facts.reading.typed import TypedSpan

_ALIKE = 4  # times larger or smaller: what is compared is of one size
_LONGEST_NAME = 4  # words


class UnitHeir:
    """Finds what unit, or what counted noun, a bare number takes over from the value before it."""

    def __init__(self, glossary: Glossary) -> None:
        self._words = glossary

    def amount(self, scan: Scan, amount: Amount, before: TypedSpan | None, unit_of: Amount | None) -> Amount | None:
        """Return the amount with the unit it takes over; None where it takes over none."""
        if before is None or unit_of is None or unit_of.unit is None or not self._is_alike(amount, unit_of):
            return None
        if self._is_compared(scan, amount) and (amount.grouped or not unit_of.grouped):
            return replace(amount, unit=unit_of.unit)
        dated = unit_of.unit.dimension == MONEY or before.value.kind in (ValueKind.QUANTITY, ValueKind.SHARE)
        return replace(amount, unit=unit_of.unit) if dated and self._is_parallel(scan, amount) else None

    def from_next(self, amount: Amount, following: Amount | None) -> Amount | None:
        """Return the amount with the unit of an amount of its size that follows it; None where it has none."""
        if following is None or following.unit is None or following.prefixed or not self._is_alike(amount, following):
            return None
        return replace(amount, unit=following.unit)

    def noun(self, scan: Scan, amount: Amount, before: TypedSpan | None) -> tuple[str, ...]:
        """Return what is counted: "1.21 million vehicles, against 1.30 million"."""
        if before is None or not before.counted or not amount.grouped or before.value.amount is None:
            return ()
        alike = amount.number < _ALIKE * before.value.amount and before.value.amount < _ALIKE * amount.number
        return before.counted if alike and self._is_compared(scan, amount) else ()

    def _is_alike(self, amount: Amount, other: Amount) -> bool:
        return 0 < amount.number < _ALIKE * other.number and other.number < _ALIKE * amount.number

    def _is_compared(self, scan: Scan, amount: Amount) -> bool:
        """Whether "from", "against", "instead of" stands right before the number."""
        runs = self._words.roles("against")
        return any(scan.matches(amount.first - len(run), run) for run in runs)

    def _is_parallel(self, scan: Scan, amount: Amount) -> bool:
        """Whether the number ends "and the NAME 301": a conjunction, a name, the number, and nothing more."""
        if amount.spelled or not self._is_end(scan, amount.last):
            return False
        position = amount.first - 1
        names = 0
        while scan.is_name(position) and names < _LONGEST_NAME:
            position, names = position - 1, names + 1
        if not names or (scan.folded(amount.first - 1), scan.written(amount.first)) in self._words.numbered_names:
            return False
        position -= scan.folded(position) in self._words.articles
        return scan.folded(position) in self._words.conjunctions

    def _is_end(self, scan: Scan, position: int) -> bool:
        return position >= len(scan) or (
            scan.written(position) in (".", ";", ",", ")", "!", "?") and not scan.touches(position + 1)
        )
