"""Which entities the words of a question name, and how surely.

Exact names first, longest first; then, for words that nothing explains, corrections within a typo or two; then names
that the world knows or that look like names: they are not in the store, and block an answer that would pass over
them.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.models import Match, Mention
from bot.understanding.names import LONGEST_NAME, NameIndex
from bot.understanding.words import Word
from facts.lemmas import Lemmas
from facts.lexicon import KnownName
from facts.terms import squeeze

CLOSE_ENOUGH = 70.0  # fuzz.ratio of a corrected name and the words it replaces; lower ones were all false on the seed
MOST_CORRECTIONS = 4  # candidates a word; more are near ties of near ties
LOOSE_WORDS = 3  # words of a name from which a third of its letters may differ, when its words agree one by one
NEAREST = 3  # names offered for one that the store does not hold
NEAREST_FROM = 60.0
LARGEST_SCAN = 5_000  # names that are scanned for the nearest ones; more take milliseconds
SHORTEST_NAME = 2  # letters: shorter names of the world need their capital ("DS", "MG")
SHORTEST_PLURAL = 3  # letters before a plural s
FEW = 3  # words among which every capital counts
MOST_CAPITALS = 0.6  # share of capitalised words from which capitals say nothing (Title Case, SHOUTING)


@dataclass(frozen=True, slots=True)
class Name:
    """words[first:last] name something. A weak name is an everyday word too: it counts where the rest of the question
    fits.
    """

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
        run = _Run(
            words, [squeeze(word.folded) for word in words], [is_known(word) for word in words], _capitals_tell(words)
        )
        found = list(self._exact(run))
        weak = [name for name in found if name.is_weak]
        for name in weak:  # everyday words may yet be part of a misspelt longer name
            run.take(name.first, name.last, taken=False)
        found = [name for name in found if not name.is_weak]
        found.extend(self._corrected(run))
        for name in weak:
            if run.is_free(name.first, name.last):
                run.take(name.first, name.last)
                found.append(name)
        found.extend(self._of_the_world(run))
        if run.capitals_tell:
            found.extend(self._strange(run))
        return sorted(found, key=lambda name: name.first)

    # -- exact

    def _exact(self, run: "_Run") -> Iterator[Name]:
        for first, last, key in run.windows(self._known_key):
            if not run.is_free(first, last):
                continue
            if run.has_trim(last):
                yield self._named(run, first, last + 1, self._names.find(key), Match.UNKNOWN)
                continue
            part = key not in self._names.exact
            if part and key.isdigit() and not self._follows_article(run, first):
                continue
            weak = self._is_everyday(run, first, last) and (last - first == 1 or part) and not run.is_capital(first)
            yield self._named(
                run, first, last, self._names.find(key), Match.EXACT, is_weak=weak or key.isdigit(), is_part=part
            )

    def _known_key(self, key: str) -> str | None:
        """Return the key of a name that a run of words is, in the singular or with the plural s of a car: "Twingos"."""
        if self._names.find(key):
            return key
        if len(key) > SHORTEST_PLURAL and key.endswith("s") and self._names.find(key[:-1]):
            return key[:-1]
        return None

    def _is_everyday(self, run: "_Run", first: int, last: int) -> bool:
        return all(run.known[p] or self._lemmas.is_ordinary(run.words[p].folded) for p in range(first, last))

    def _follows_article(self, run: "_Run", first: int) -> bool:
        languages = self._names.lexicon.languages.values()
        before = run.words[first - 1].folded if first else ""
        return any(before in language.classes.get("articles", frozenset()) for language in languages)

    # -- corrected

    def _corrected(self, run: "_Run") -> Iterator[Name]:
        near: dict[int, list[str]] = {}
        for position, word in enumerate(run.words):
            doubtful = run.is_free(position, position + 1) and not run.known[position]
            barred = self._lemmas.is_ordinary(word.folded) and not self._is_beside_part(run, position)
            if doubtful and run.keys[position] not in self._names.world and not barred:
                near[position] = [one for one, _ in self._names.spellings.near(word.folded)[:MOST_CORRECTIONS]]
        if not any(near.values()):
            return
        for first, last in run.every_window():
            if not any(near.get(p) for p in range(first, last)) or not run.is_free(first, last):
                continue
            words = run.words[first:last]
            keys = self._substituted(words, first, near) or self._loosely(words, near, first)
            entities = tuple(dict.fromkeys(entity for key in keys for entity in self._names.find(key)))
            if entities:
                yield self._named(run, first, last, entities, Match.CORRECTED)

    def _is_beside_part(self, run: "_Run", position: int) -> bool:
        """Whether a word beside is no everyday word but part of a longer name: "luca" of "luca de mayo"."""
        beside = [p for p in (position - 1, position + 1) if 0 <= p < len(run.words) and run.is_free(p, p + 1)]
        return any(run.keys[p] in self._names.by_word and not self._is_everyday(run, p, p + 1) for p in beside)

    def _substituted(self, words: Sequence[Word], first: int, near: dict[int, list[str]]) -> list[str]:
        """Return the keys of the names that the words become when doubtful ones are corrected, nearest only."""
        options = [near.get(first + place) or [word.folded] for place, word in enumerate(words)]
        written = "".join(word.folded for word in words)
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

    def _of_the_world(self, run: "_Run") -> Iterator[Name]:
        for first, last, key in run.windows(lambda key: key if key in self._names.world else None):
            if not run.is_free(first, last):
                continue
            doubtful = self._is_everyday(run, first, last) or len(key) <= SHORTEST_NAME
            if doubtful and not run.is_capital(first):
                continue
            end = last
            while end < len(run.words) and run.is_free(end, end + 1) and run.continues(end):
                end += 1
            near = self._nearest(run, first, end)
            yield self._named(run, first, end, near, Match.UNKNOWN, known=self._names.world[key])

    def _strange(self, run: "_Run") -> Iterator[Name]:
        """Yield runs of capitalised words that nobody knows, and codes such as E40."""
        first = 0
        while first < len(run.words):
            last = first
            while last < len(run.words) and run.is_free(last, last + 1) and self._is_strange(run, last, first):
                last += 1
            if last > first:
                yield self._named(run, first, last, self._nearest(run, first, last), Match.UNKNOWN)
            first = max(last, first + 1)

    def _is_strange(self, run: "_Run", position: int, first: int) -> bool:
        word = run.words[position]
        if run.known[position]:
            return False
        if position > first:
            return run.continues(position)
        if word.kind == "mixed":
            return word.text[:1].isalpha()
        starts = position == 0 and len(run.words) > 1
        return word.kind == "word" and word.is_capital and not starts and word.folded not in self._names.adjectives

    def _nearest(self, run: "_Run", first: int, last: int) -> tuple[str, ...]:
        """Return what the store holds that is called nearly so."""
        if len(self._names.exact) > LARGEST_SCAN:
            return ()
        key = "".join(run.keys[first:last])
        close = process.extract(
            key, self._names.exact.keys(), scorer=fuzz.ratio, score_cutoff=NEAREST_FROM, limit=NEAREST
        )
        return tuple(dict.fromkeys(entity for name, _, _ in close for entity in self._names.exact[name]))[:NEAREST]

    def _named(
        self,
        run: "_Run",
        first: int,
        last: int,
        entities: tuple[str, ...],
        match: Match,
        *,
        is_weak: bool = False,
        is_part: bool = False,
        known: KnownName | None = None,
    ) -> Name:
        run.take(first, last)
        words = run.words[first:last]
        mention = Mention(words[0].start, words[-1].end, _text(words), entities, match)
        return Name(first, last, mention, is_weak, is_part, known, words[-1].possessive)


@dataclass(frozen=True, slots=True)
class _Run:
    """The words of a question while names are found in them: which are taken, which known, and what their keys are."""

    words: Sequence[Word]
    keys: Sequence[str]
    known: Sequence[bool]
    capitals_tell: bool
    taken: set[int] = field(default_factory=set)

    def take(self, first: int, last: int, *, taken: bool = True) -> None:
        (self.taken.update if taken else self.taken.difference_update)(range(first, last))

    def is_free(self, first: int, last: int) -> bool:
        return self.taken.isdisjoint(range(first, last))

    def windows(self, find: Callable[[str], str | None]) -> list[tuple[int, int, str]]:
        """Return the runs of words that `find` knows by their key, the longest first."""
        found = []
        for first in range(len(self.words)):
            for last in self._ends(first):
                key = "".join(self.keys[first:last])
                if known := find(key):
                    found.append((first, last, known))
        return sorted(found, key=lambda window: (window[0] - window[1], window[0]))

    def every_window(self) -> list[tuple[int, int]]:
        """Return all runs of words that may be one name, the longest first."""
        found = [(first, last) for first in range(len(self.words)) for last in self._ends(first)]
        return sorted(found, key=lambda window: (window[0] - window[1], window[0]))

    def _ends(self, first: int) -> Iterator[int]:
        """Yield where a name that begins at a word may end: not behind an elision, a possessive or a comma."""
        for position in range(first, min(first + LONGEST_NAME, len(self.words))):
            word = self.words[position]
            if position > first and (not word.is_joined or self.words[position - 1].possessive):
                return
            if word.kind != "elision":
                yield position + 1
            elif position == first:
                return

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


def _agrees(words: Sequence[Word], name: str) -> bool:
    parts = [part.casefold() for part in name.replace("-", " ").split()]
    if len(parts) != len(words) or any(word.folded[:1] != part[:1] for word, part in zip(words, parts, strict=True)):
        return False
    written, real = "".join(word.folded for word in words), "".join(parts)
    return bool(OSA.distance(written, real) <= len(real) // 3)


def _capitals_tell(words: Sequence[Word]) -> bool:
    letters = [word for word in words if word.kind == "word"]
    return len(letters) <= FEW or sum(word.is_capital for word in letters) <= MOST_CAPITALS * len(letters)


def _text(words: Sequence[Word]) -> str:
    """Put the words of a name together as they were written."""
    joined = words[0].text
    for before, word in pairwise(words):
        joined += " " * (word.start > before.end and not word.before) + word.before + word.text
    return joined
