"""What a number counts: the noun behind it, told from the words around without a tagger. In doubt it counts nothing."""

from collections.abc import Iterator

from facts.reading.amounts import Amount
from facts.reading.glossary import Glossary
from facts.reading.scan import Scan

MOST_WORDS = 4  # of a noun with the adjectives before it
_IRREGULAR = frozenset({"people", "staff", "personnel", "men", "women", "children", "gens", "personnes"})
_SINGULAR = ("ss", "us", "is")
_SHORTEST = 3  # letters


class NounReader:
    """Finds counted nouns of one language."""

    def __init__(self, glossary: Glossary) -> None:
        self._words = glossary

    def read(self, scan: Scan, amount: Amount) -> tuple[tuple[str, ...], int]:
        """Return the folded words that are counted and the token behind them; nothing where no noun follows."""
        if amount.compound:
            return (scan.folded(amount.last + 1),), amount.last + 2
        start = amount.last + scan.longest(amount.last, self._words.roles("of")) * amount.grouped
        words = list(self._candidates(scan, start))
        plural = next((number for number, word in enumerate(words) if self._is_plural(word)), None)
        if plural is None:
            return (), amount.last
        while plural + 1 < len(words) and self._is_plural(words[plural + 1]) and words[plural + 1] not in self._words.verbs:
            plural += 1
        if plural == 0 and amount.number < 1000 and self._is_verb(words[0]) and self._follows_article(scan, amount):  # noqa: PLR2004
            return (), amount.last
        return tuple(words[: plural + 1]), start + plural + 1

    def _candidates(self, scan: Scan, start: int) -> Iterator[str]:
        for position in range(start, min(start + MOST_WORDS, len(scan))):
            word = scan.folded(position)
            if scan.kind(position) != "word" or word in self._words.grammar or word in self._words.months:
                return
            if scan.is_dash(position + 1) and scan.touches(position + 1) and position + 1 > start and not self._is_plural(word):
                yield word
                return
            yield word

    def _is_plural(self, word: str) -> bool:
        if word in _IRREGULAR:
            return True
        if self._words.language == "fr":
            return word.endswith(("s", "x")) and len(word) > _SHORTEST
        return word.endswith("s") and len(word) > _SHORTEST and not word.endswith(_SINGULAR)

    def _is_verb(self, word: str) -> bool:
        return word.removesuffix("s") in self._words.verbs or word.removesuffix("es") in self._words.verbs

    def _follows_article(self, scan: Scan, amount: Amount) -> bool:
        return scan.folded(amount.first - 1) in self._words.articles
