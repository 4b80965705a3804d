"""Numbers in words: "twenty-five thousand", "quatre-vingt-dix", "a billion", "one hundred and twenty"."""

from dataclasses import dataclass

from facts.reading.durations import DurationReader
from facts.reading.glossary import Glossary
from facts.reading.scan import Scan

_TEN, _TWENTY, _HUNDRED, _THOUSAND = 10, 20, 100, 1000
_MOST_WORDS = 24  # with their hyphens
_VIGESIMAL = (60, 80)  # tens that take the numbers up to 19: soixante-dix, quatre-vingt-onze
_AFTER_TEN = (7, 8, 9)  # dix-sept, dix-huit, dix-neuf
_SCORES = 4  # quatre-vingts


@dataclass(frozen=True, slots=True)
class Spelled:
    """Tokens first..last-1 with their number."""

    first: int
    last: int
    number: float


class SpelledReader:
    """Reads spelt-out numbers of one language."""

    def __init__(self, glossary: Glossary) -> None:
        self._words = glossary
        self._durations = DurationReader(glossary)

    def read(self, scan: Scan, position: int) -> Spelled | None:
        """Return the number that starts at a token; an article before a multiplier belongs to it."""
        words = self._words
        last, total, current = position, 0.0, 0.0
        while last < position + _MOST_WORDS:
            word = scan.folded(last)
            seen = last > position
            if word in words.numbers and (not seen or self._adds(current, words.numbers[word])):
                current = self._added(current, words.numbers[word])
                last += 1
            elif self._is_multiplier(scan, last) and (seen or self._opens(scan, last)):
                current = max(current, 1.0) * words.multipliers[word]
                total, current = (total, current) if current < _THOUSAND else (total + current, 0.0)
                last += 1
            elif seen and (half := self._durations.half(scan, last)) is not None:
                current, last = current + half[0], half[1]
            elif seen and self._links(scan, last, total + current):
                last += 1
            else:
                break
        if last == position:
            return None
        opens = self._is_multiplier(scan, position) and self._is_one(scan, position - 1)
        return Spelled(position - opens, last, total + current)

    def _is_multiplier(self, scan: Scan, position: int) -> bool:
        return scan.folded(position) in self._words.multipliers and len(scan.folded(position)) > 1

    def _opens(self, scan: Scan, position: int) -> bool:
        """Whether a multiplier needs no number before it: "a million", and "cent", "mille" by themselves."""
        return self._is_one(scan, position - 1) or bool(scan.longest(position, self._words.roles("alone")))

    def _is_one(self, scan: Scan, position: int) -> bool:
        """Whether an indefinite article stands here: "a million", "un milliard"."""
        word = scan.folded(position)
        return word in self._words.articles and (
            word in self._words.numbers or bool(scan.longest(position, self._words.roles("per")))
        )

    def _adds(self, current: float, value: float) -> bool:
        """Whether a number word goes on with what was read: tens take units, hundreds take tens."""
        rest = current % _HUNDRED
        if current == _SCORES and value == _TWENTY:
            return True
        if rest == 0:
            return value < _HUNDRED
        if rest == _TEN and self._words.language == "fr":
            return value in _AFTER_TEN
        return (rest % _TEN == 0 and rest >= _TWENTY and value < _TEN) or (rest in _VIGESIMAL and value < _TWENTY)

    def _added(self, current: float, value: float) -> float:
        return current * value if current == _SCORES and value == _TWENTY else current + value

    def _links(self, scan: Scan, position: int, number: float) -> bool:
        """Whether a hyphen or "and" leads to another word of the same number."""
        value = self._words.numbers.get(scan.folded(position + 1))
        if scan.is_dash(position):
            following = value is not None or self._is_multiplier(scan, position + 1)
            return following and scan.touches(position) and scan.touches(position + 1)
        joins = bool(scan.longest(position, self._words.roles("and"))) and value is not None
        if not joins or value is None or not self._adds(number, value):
            return False
        return number % _HUNDRED == 0 and number >= _HUNDRED if self._words.language == "en" else value in (1, 11)
