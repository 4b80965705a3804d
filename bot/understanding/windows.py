"""The words of a question as names are looked for in them: keys, runs that may be one name, what is taken already."""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from bot.understanding.names import EXACT, PART, WORLD, NameIndex
from bot.understanding.words import JOINTS, Word
from facts.terms import squeeze

LONGEST_NAME = 7  # words; longer aliases are found by their parts
SHORTEST_PLURAL = 3  # letters before a plural s
FEW = 3  # words among which every capital counts
MOST_CAPITALS = 0.6  # share of capitalised words from which capitals say nothing (Title Case, SHOUTING)

EITHER = EXACT | PART  # a name of the store in whatever form


class Hit(NamedTuple):
    """words[first:last] are written like a name."""

    first: int
    last: int
    key: str
    entities: tuple[str, ...] = ()
    edits: int = 0
    is_part: bool = False  # a short form: a surname, a trim
    is_weak: bool = False  # an everyday word too: it counts where the rest of the question fits

    @property
    def rank(self) -> tuple[int, int, int]:
        """What is taken first: the longest name, then the one with the fewest slips."""
        return self.first - self.last, self.edits, self.first

    def holds(self, position: int) -> bool:
        return self.first <= position < self.last


@dataclass(slots=True)
class Run:
    """The words of one question."""

    words: Sequence[Word]
    keys: Sequence[str]
    known: Sequence[bool]  # which the vocabulary explains
    reach: Sequence[int]  # where a name that begins at a word ends at the latest
    capitals_tell: bool
    world: list[Hit] = field(default_factory=list)  # names that the world knows, the longest first
    taken: set[int] = field(default_factory=set)

    @classmethod
    def of(
        cls,
        words: Sequence[Word],
        is_known: Callable[[Word], bool],
        small_words: Set[str],
        stands_alone: Callable[[str], bool],
    ) -> "Run":
        """Prepare the words of a question; names of several words hold no small word that stands alone."""
        keys = [word.folded if word.folded.isalnum() else squeeze(word.folded) for word in words]
        alone = [word.folded in small_words and stands_alone(word.folded) for word in words]
        return cls(words, keys, list(map(is_known, words)), _reach(words, alone), _capitals_tell(words))

    def take(self, first: int, last: int) -> None:
        self.taken.update(range(first, last))

    def is_free(self, first: int, last: int) -> bool:
        taken = self.taken
        return first not in taken if last - first == 1 else taken.isdisjoint(range(first, last))

    def find(self, names: NameIndex) -> list[Hit]:
        """Return every run of words that is a name of the store, short for one, or its plural; keep those of the world.

        The hot loop of linking: a question has some thirty runs, each of which may be one of a hundred thousand names.
        """
        found = []
        keys, mark_of = self.keys, names.mark
        for first, end in enumerate(self.reach):
            key = ""
            for position in range(first, end):
                key += keys[position]
                mark = mark_of(key)
                if mark & EITHER:
                    found.append(Hit(first, position + 1, key, names.find(key), is_part=not mark & EXACT))
                elif key[-1:] == "s" and len(key) > SHORTEST_PLURAL:
                    one = key[:-1]
                    if (of_one := mark_of(one)) & EITHER:
                        found.append(Hit(first, position + 1, one, names.find(one), is_part=not of_one & EXACT))
                if mark & WORLD:
                    self.world.append(Hit(first, position + 1, key))
        if len(self.world) > 1:
            self.world.sort(key=lambda hit: hit.rank)
        return found

    def is_plural(self, hit: Hit) -> bool:
        """Whether a name is written with a plural s right at its end."""
        last = hit.last - 1
        if "".join(self.keys[hit.first : hit.last]) == hit.key:
            return False
        return last == hit.first or len(self.keys[last]) > 1 or self.words[last].start == self.words[last - 1].end

    def is_capital(self, position: int) -> bool:
        """Whether a capital tells a name from an everyday word here."""
        return self.capitals_tell and position > 0 and self.words[position].is_capital

    def has_trim(self, position: int) -> bool:
        """Whether a capitalised everyday word makes another car of the name before it: "Leaf Start" is no Leaf."""
        if not self.capitals_tell or len(self.words) <= FEW + 1 or not 0 < position < len(self.words):
            return False
        word = self.words[position]
        lone = self.is_free(position, position + 1) and word.is_joined and not self.words[position - 1].possessive
        return lone and word.is_capital and word.kind == "word" and not word.text.isupper() and self.known[position]

    def continues(self, position: int) -> bool:
        """Whether a word goes on with the name before it: "Tesla Model 3", "Duster 4x4"."""
        word = self.words[position]
        return word.is_joined and (word.kind in ("number", "mixed") or (self.capitals_tell and word.is_capital))

    def text(self, first: int, last: int) -> str:
        """Put the words of a name together as they were written."""
        joined = self.words[first].text
        for before, word in pairwise(self.words[first:last]):
            joined += " " * (word.start > before.end and not word.before) + word.before + word.text
        return joined


def _reach(words: Sequence[Word], alone: Sequence[bool]) -> list[int]:
    """Return for each word where a name from it ends at the latest: not behind a possessive or a comma; none elides."""
    reach = [0] * len(words)
    end = len(words)
    for position in range(len(words) - 1, -1, -1):
        word = words[position]
        last = position + 1 if alone[position] else position + LONGEST_NAME
        reach[position] = position if word.kind == "elision" else min(last, end)
        if alone[position] or word.before not in JOINTS or (position and words[position - 1].possessive):
            end = position
    return reach


def _capitals_tell(words: Sequence[Word]) -> bool:
    letters = [word.is_capital for word in words if word.kind == "word"]
    return len(letters) <= FEW or sum(letters) <= MOST_CAPITALS * len(letters)
