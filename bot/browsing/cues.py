"""Which attributes typed words speak of, in whichever language: a person may type "prix" in an English Discord.

For suggestions only: what a whole question asks for is understood elsewhere.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product

from facts.lexicon import Lexicon
from facts.terms import fold

LONGEST_PHRASE = 4  # words
FEWEST_LETTERS = 2  # of a phrase that is only begun
MOST_BEGUN = 40  # phrases that go on so


class Cues:
    """The words for every attribute: its label, its nouns and what else asks for it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._attributes: dict[str, set[str]] = {}
        for attribute in lexicon.attributes.values():
            for wording in attribute.wording.values():
                ways = (*wording.nouns, *wording.phrases, *wording.low, *wording.high)
                for phrase in (fold(wording.label), *(" ".join(words) for words in ways)):
                    self._attributes.setdefault(phrase, set()).add(attribute.id)
        self._phrases = sorted(self._attributes)

    def named(self, words: Sequence[str], lemmas: Callable[[str], Iterable[str]]) -> Mapping[str, int]:
        """Return the attributes that phrases among the words speak of, with the words of the longest of each.

        Where none does, those that the last words begin.
        """
        ways = [dict.fromkeys((fold(word), *lemmas(fold(word)))) for word in words]
        found: dict[str, int] = {}
        for length in range(1, min(len(words), LONGEST_PHRASE) + 1):
            for start in range(len(ways) - length + 1):
                for run in product(*ways[start : start + length]):
                    found |= dict.fromkeys(self._attributes.get(" ".join(run), ()), length)
        return found or dict.fromkeys(self._begun(" ".join(map(fold, words[-LONGEST_PHRASE:]))), 0)

    def _begun(self, text: str) -> set[str]:
        while len(text) >= FEWEST_LETTERS:
            first = bisect_left(self._phrases, text)
            going_on = [one for one in self._phrases[first : first + MOST_BEGUN] if one.startswith(text)]
            if going_on:
                return set().union(*(self._attributes[one] for one in going_on))
            text = text.partition(" ")[2]
        return set()
