"""Which bare numbers are no values: parts of names, footnote marks, times of day, labels."""

from facts.reading.amounts import Amount
from facts.reading.glossary import Glossary
from facts.reading.scan import Scan

_GLUE = frozenset(".'’/:#&_@+")
_FOOTNOTE = 2  # digits
_BRACKETS = (("[", "]"), ("(", ")"))


class NumberNames:
    """Tells numbers of names from numbers that say how many."""

    def __init__(self, glossary: Glossary) -> None:
        self._words = glossary
        self._ordinary = glossary.grammar | glossary.articles

    def is_reference(self, scan: Scan, position: int) -> bool:
        """Whether a footnote mark or an item's number stands here: "[4]", "(1)"."""
        enclosed = (scan.written(position - 1), scan.written(position + 1)) in _BRACKETS
        return enclosed and scan.kind(position) == "number" and len(scan.written(position)) <= _FOOTNOTE

    def is_part(self, scan: Scan, amount: Amount, *, is_counted: bool) -> bool:
        """Whether a number without a unit belongs to a name or says nothing."""
        before = amount.first - 1
        if self._is_glued(scan, amount) or self._is_time(scan, amount) or (amount.number == 1 and not amount.upper):
            return True
        if scan.is_name(before) and scan.folded(before) not in self._ordinary and not (amount.grouped and is_counted):
            return not amount.spelled
        if is_counted or amount.grouped:
            return False
        if self._is_in_sequence(scan, amount):
            return True
        return amount.spelled or scan.folded(before) in self._words.articles  # "the 52" is a version

    def _is_in_sequence(self, scan: Scan, amount: Amount) -> bool:
        """Whether bare numbers stand in a row: a telephone number, a score, a list of sizes without a word."""
        dash = scan.is_dash(amount.last) and scan.touches(amount.last) and scan.touches(amount.last + 1)
        return not amount.spelled and "number" in (scan.kind(amount.first - 1), scan.kind(amount.last + dash))

    def _is_glued(self, scan: Scan, amount: Amount) -> bool:
        before = amount.first - 1
        joined = scan.touches(amount.first) and (scan.is_dash(before) or scan.written(before) in _GLUE)
        ends_open = (
            scan.touches(amount.last) and scan.kind(amount.last) in ("word", "mixed", "number") and not amount.spelled
        )
        stroke = (
            scan.written(amount.last) == "/" and scan.touches(amount.last) and scan.kind(amount.last + 1) == "number"
        )
        return joined or ends_open or stroke

    def _is_time(self, scan: Scan, amount: Amount) -> bool:
        """Whether it is a time of day or a score: "10 am", "9:30", "50:50"."""
        colon = scan.written(amount.last) == ":" and scan.touches(amount.last) and scan.touches(amount.last + 1)
        before = amount.first - 1
        clock = self._words.is_hour(scan.written(before)) and scan.kind(before - 1) == "number"  # "à 8 h 30"
        return colon or clock or bool(scan.longest(amount.last, self._words.roles("clock")))
