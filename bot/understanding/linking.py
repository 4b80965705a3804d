"""Which entities the words of a question name, and how surely.

Exact names first, longest first; then, for words that nothing explains, corrections within a typo or two; then names that the
world knows or that look like names: they are not in the store, and block an answer that would pass over them.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.models import Match, Mention
from bot.understanding.names import LONGEST_NAME, NameIndex
from bot.understanding.spelling import edits_allowed
from bot.understanding.words import Word
from facts.lemmas import Lemmas
from facts.lexicon import KnownName

CLOSE_ENOUGH = 70.0  # fuzz.ratio of a corrected name and the words it replaces; lower ones were all false on the seed
MOST_CORRECTIONS = 4  # candidates a word; more are near ties of near ties
LOOSE_WORDS = 3  # words of a name from which a third of its letters may differ, when its words agree one by one
NEAREST = 3  # names offered for one that the store does not hold
NEAREST_FROM = 60.0
LARGEST_SCAN = 5_000  # names that are scanned for the nearest ones; more take milliseconds
MOST_CAPITALS = 0.6  # share of capitalised words from which capitals say nothing (Title Case, SHOUTING)


@dataclass(frozen=True, slots=True)
class Name:
    """words[first:last] name something. A weak name is an everyday word too: it counts where the rest of the question fits."""

    first: int
    last: int
    mention: Mention
    is_weak: bool = False
    is_part: bool = False  # a short form: a surname, a trim
    known: KnownName | None = None  # what the world knows of a name that the store does not hold
    possessive: bool = False


class Linker:
    """Finds names in the words of a question."""

    def __init__(self, names: NameIndex, lemmas: Lemmas) -> None:
        self._names = names
        self._lemmas = lemmas

    def link(self, words: Sequence[Word], is_known: Callable[[Word], bool]) -> list[Name]:
        """Return the names in reading order. `is_known` says which words the vocabulary explains."""
        taken = [False] * len(words)
        capitals = _capitals_tell(words)
        exact = list(self._exact(words, taken, is_known, capitals=capitals))
        weak = [name for name in exact if name.is_weak]
        for name in weak:
            taken[name.first : name.last] = [False] * (name.last - name.first)
        found = [name for name in exact if not name.is_weak]
        found.extend(self._corrected(words, taken, is_known))
        for name in weak:
            if not any(taken[name.first : name.last]):
                taken[name.first : name.last] = [True] * (name.last - name.first)
                found.append(name)
        found.extend(self._of_the_world(words, taken, is_known, capitals=capitals))
        if capitals:
            found.extend(self._strange(words, taken, is_known))
        return sorted(found, key=lambda name: name.first)

    # -- exact

    def _exact(
        self, words: Sequence[Word], taken: list[bool], is_known: Callable[[Word], bool], *, capitals: bool
    ) -> Iterator[Name]:
        for first, last in _windows(words, taken):
            key, entities = self._look_up(words[first:last])
            if not entities:
                continue
            part = key not in self._names.exact
            everyday = all(is_known(word) or self._lemmas.is_ordinary(word.folded) for word in words[first:last])
            weak = everyday and not _is_capital(words, first, capitals=capitals)
            if weak and last - first > 1 and not part:
                weak = False
            if part and key.isdigit() and not _follows_article(words, first, self._names):
                continue
            yield self._named(words, first, last, entities, Match.EXACT, taken, is_weak=weak, is_part=part)

    def _look_up(self, words: Sequence[Word]) -> tuple[str, tuple[str, ...]]:
        key = "".join(c for word in words for c in word.folded if c.isalnum())
        entities = self._names.find(key)
        if not entities and key.endswith("s") and len(key) > 3:
            key = key[:-1]
            entities = self._names.find(key)
        return key, entities

    # -- corrected

    def _corrected(self, words: Sequence[Word], taken: list[bool], is_known: Callable[[Word], bool]) -> Iterator[Name]:
        doubtful = [
            not used and not is_known(word) and not self._lemmas.is_ordinary(word.folded) and word.folded not in self._names.world
            for word, used in zip(words, taken, strict=True)
        ]
        if not any(doubtful):
            return
        near = {
            position: [one for one, _ in self._names.spellings.near(words[position].folded)[:MOST_CORRECTIONS]]
            for position, is_doubtful in enumerate(doubtful)
            if is_doubtful
        }
        for first, last in _windows(words, taken):
            if not any(doubtful[first:last]):
                continue
            keys = self._substituted(words, first, last, near) or self._loosely(words[first:last], near, first)
            entities = tuple(dict.fromkeys(entity for key in keys for entity in self._names.find(key)))
            if entities:
                yield self._named(words, first, last, entities, Match.CORRECTED, taken)

    def _substituted(self, words: Sequence[Word], first: int, last: int, near: dict[int, list[str]]) -> list[str]:
        """Return the keys of the names that the words become when doubtful ones are corrected, nearest only."""
        options = [near.get(place) or [words[place].folded] for place in range(first, last)]
        if all(place not in near or not near[place] for place in range(first, last)):
            return []
        written = "".join(word.folded for word in words[first:last])
        ranked = []
        for combination in product(*options):
            key = "".join(c for c in "".join(combination) if c.isalnum())
            if self._names.find(key) and fuzz.ratio(written, key) >= CLOSE_ENOUGH:
                ranked.append((OSA.distance(written, key), key))
        if not ranked:
            return []
        best = min(distance for distance, _ in ranked)
        return [key for distance, key in ranked if distance == best]

    def _loosely(self, words: Sequence[Word], near: dict[int, list[str]], first: int) -> list[str]:
        """Return the one name of several words that these agree with word by word, though more than a typo apart."""
        if len(words) < LOOSE_WORDS:
            return []
        keys = {
            key
            for place, word in enumerate(words)
            for candidate in near.get(first + place, ())
            for key in self._names.by_word.get(candidate, ())
        }
        agreeing = [key for key in keys if _agrees(words, self._names.written[key])]
        return agreeing if len(agreeing) == 1 else []

    # -- names that the store does not hold

    def _of_the_world(
        self, words: Sequence[Word], taken: list[bool], is_known: Callable[[Word], bool], *, capitals: bool
    ) -> Iterator[Name]:
        for first, last in _windows(words, taken):
            key = "".join(c for word in words[first:last] for c in word.folded if c.isalnum())
            known = self._names.world.get(key)
            if known is None:
                continue
            everyday = all(is_known(word) or self._lemmas.is_ordinary(word.folded) for word in words[first:last])
            if (everyday or len(key) <= 2) and not _is_capital(words, first, capitals=capitals):
                continue
            while last < len(words) and not taken[last] and _continues(words, last, capitals=capitals):
                last += 1
            yield self._named(words, first, last, self._nearest(words, first, last, known), Match.UNKNOWN, taken, known=known)

    def _strange(self, words: Sequence[Word], taken: list[bool], is_known: Callable[[Word], bool]) -> Iterator[Name]:
        """Yield runs of capitalised words that nobody knows, and codes such as E40."""
        first = 0
        while first < len(words):
            last = first
            while last < len(words) and not taken[last] and self._is_strange(words, last, first, is_known):
                last += 1
            if last > first:
                yield self._named(words, first, last, self._nearest(words, first, last, None), Match.UNKNOWN, taken)
            first = max(last, first + 1)

    def _is_strange(self, words: Sequence[Word], position: int, first: int, is_known: Callable[[Word], bool]) -> bool:
        word = words[position]
        if position > first:
            return word.is_joined and (word.kind == "number" or (word.is_capital and not is_known(word)))
        if word.kind == "mixed":
            return any(c.isalpha() for c in word.text) and word.text[:1].isalpha() and not is_known(word)
        starts = position == 0 and len(words) > 1
        return word.kind == "word" and word.is_capital and not starts and not is_known(word) and word.folded not in self._names.adjectives

    def _nearest(self, words: Sequence[Word], first: int, last: int, known: KnownName | None) -> tuple[str, ...]:
        """Return what the store holds that is called nearly so."""
        if len(self._names.exact) > LARGEST_SCAN:
            return ()
        key = "".join(word.folded for word in words[first:last])
        close = process.extract(key, self._names.exact.keys(), scorer=fuzz.ratio, score_cutoff=NEAREST_FROM, limit=NEAREST)
        return tuple(dict.fromkeys(entity for name, _, _ in close for entity in self._names.exact[name]))[:NEAREST]

    def _named(
        self,
        words: Sequence[Word],
        first: int,
        last: int,
        entities: tuple[str, ...],
        match: Match,
        taken: list[bool],
        *,
        is_weak: bool = False,
        is_part: bool = False,
        known: KnownName | None = None,
    ) -> Name:
        taken[first:last] = [True] * (last - first)
        text = _text(words[first:last])
        mention = Mention(words[first].start, words[last - 1].end, text, entities, match)
        return Name(first, last, mention, is_weak, is_part, known, words[last - 1].possessive)


def _windows(words: Sequence[Word], taken: list[bool]) -> Iterator[tuple[int, int]]:
    """Yield runs of free words that may be one name, the longest first. What is taken meanwhile is left out."""
    for length in range(min(LONGEST_NAME, len(words)), 0, -1):
        for first in range(len(words) - length + 1):
            last = first + length
            if any(taken[first:last]) or words[first].kind == "elision" or words[last - 1].kind == "elision":
                continue
            if all(word.is_joined for word in words[first + 1 : last]) and not any(w.possessive for w in words[first : last - 1]):
                yield first, last


def _continues(words: Sequence[Word], position: int, *, capitals: bool) -> bool:
    """Whether a word goes on with the name before it: "Tesla Model 3", "Duster 4x4"."""
    word = words[position]
    return word.is_joined and (word.kind in ("number", "mixed") or (capitals and word.is_capital))


def _agrees(words: Sequence[Word], name: str) -> bool:
    parts = [part.casefold() for part in name.replace("-", " ").split()]
    if len(parts) != len(words) or any(word.folded[:1] != part[:1] for word, part in zip(words, parts, strict=True)):
        return False
    written, real = "".join(word.folded for word in words), "".join(parts)
    return bool(OSA.distance(written, real) <= len(real) // 3)


def _is_capital(words: Sequence[Word], first: int, *, capitals: bool) -> bool:
    """Whether a capital tells a name from an everyday word here."""
    return capitals and first > 0 and words[first].is_capital


def _capitals_tell(words: Sequence[Word]) -> bool:
    letters = [word for word in words if word.kind == "word"]
    return sum(word.is_capital for word in letters) <= MOST_CAPITALS * len(letters) or len(letters) <= 3


def _follows_article(words: Sequence[Word], first: int, names: NameIndex) -> bool:
    if first == 0:
        return False
    languages = names.lexicon.languages.values()
    return any(words[first - 1].folded in language.classes.get("articles", frozenset()) for language in languages)


def _text(words: Sequence[Word]) -> str:
    """Put the words of a name together as they were written."""
    joined = words[0].text
    for before, word in zip(words, words[1:], strict=False):
        joined += " " * (word.start > before.end and not word.before) + word.before + word.text
    return joined


__all__ = ["Linker", "Name", "edits_allowed"]
