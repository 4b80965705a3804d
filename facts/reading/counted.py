"""What a number counts: the noun behind it, told from the words around without a tagger. In doubt it counts nothing."""

from collections.abc import Iterator

from facts.reading.amounts import Amount
from facts.reading.glossary import Glossary
from facts.reading.scan import Scan

MOST_WORDS = 4  # of a noun with the adjectives before it
_IRREGULAR = frozenset({"people", "staff", "personnel", "men", "women", "children", "gens", "personnes"})
_SINGULAR = ("ss", "us", "is")
_SHORTEST = 3  # letters
_ROUND = 10  # "une dizaine de modèles"
_MANY = 1000  # a smaller number behind an article may be a name that a verb follows: "the 70 costs"
Counted = tuple[tuple[str, ...], int]


class NounReader:
    """Finds counted nouns of one language."""

    def __init__(self, glossary: Glossary) -> None:
        self._words = glossary

    def read(self, scan: Scan, amount: Amount) -> Counted:
        """Return the folded words that are counted and the token behind them; no words where no noun follows."""
        if amount.compound:
            return (scan.folded(amount.last + 1),), amount.last + 2
        of = scan.longest(amount.last, self._words.roles("of"))
        of += bool(of) and scan.folded(amount.last + of) in self._words.articles
        if of and self._is_number(scan, amount.last + of):
            return self._noun(scan, amount, amount.last + of + 1)  # four of nine seats
        return self._noun(
            scan,
            amount,
            amount.last
            + scan.longest(amount.last, self._words.roles("of"))
            * (amount.grouped or (amount.spelled and amount.number >= _ROUND)),
        )

    def _is_number(self, scan: Scan, position: int) -> bool:
        return scan.kind(position) == "number" or scan.folded(position) in self._words.numbers

    def _noun(self, scan: Scan, amount: Amount, start: int) -> Counted:
        words = list(self._candidates(scan, start))
        plural = next((number for number, (word, _) in enumerate(words) if self._is_plural(word)), None)
        if plural is None:
            return (), amount.last
        while (
            plural + 1 < len(words)
            and self._is_plural(words[plural + 1][0])
            and not self._is_verb(words[plural + 1][0])
        ):
            plural += 1
        is_name = amount.number < _MANY and scan.folded(amount.first - 1) in self._words.articles
        if plural == 0 and is_name and self._is_verb(words[0][0]):
            return (), amount.last
        return tuple(word for word, _ in words[: plural + 1]), words[plural][1]

    def _candidates(self, scan: Scan, start: int) -> Iterator[tuple[str, int]]:
        """Yield the words of the noun and its adjectives, each with the token behind it; hyphens are passed over."""
        position = start
        while position < len(scan) and position < start + 2 * MOST_WORDS:
            word = scan.folded(position)
            if scan.kind(position) != "word" or word in self._words.grammar or word in self._words.months:
                return
            yield word, position + 1
            position += 1 + (scan.is_dash(position + 1) and scan.touches(position + 1) and scan.touches(position + 2))

    def _is_plural(self, word: str) -> bool:
        if word in _IRREGULAR:
            return True
        if self._words.language == "fr":
            return word.endswith(("s", "x")) and len(word) > _SHORTEST
        return word.endswith("s") and len(word) > _SHORTEST and not word.endswith(_SINGULAR)

    def _is_verb(self, word: str) -> bool:
        return word.removesuffix("s") in self._words.verbs or word.removesuffix("es") in self._words.verbs
