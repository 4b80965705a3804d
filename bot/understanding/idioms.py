"""Set phrases read as the plain words they stand for: "what's the damage" is "what is the price".

Only wording is changed, before anything is looked for; which phrases mean what is data (`tables.idioms`). A phrase may
hold words that it keeps: "put * together" is "build *"; "#" keeps an amount, and nothing else.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facts.phrases import words_of

if TYPE_CHECKING:
    from bot.understanding.words import Word

ANYTHING, AMOUNT = "*", "#"
END = "$"  # the end of the question
EITHER = "|"  # "bill|bills": one of these words
JOINED = "_"  # "go_for|buy": an alternative of two words
MOST_KEPT = 6  # words inside a phrase: "put the new electric one together"
NUMERIC = ("number", "mixed")
PAUSES = frozenset(",.;:!?…")  # no phrase goes on behind one

Phrase = tuple[str, ...]
Pattern = tuple[tuple[Phrase, ...], ...]  # place by place, the alternatives


@dataclass(frozen=True, slots=True)
class Edit:
    """words[first:last] stand for the words of `plain`."""

    first: int
    last: int
    plain: Phrase


@dataclass(frozen=True, slots=True)
class Idiom:
    """`before`, what is kept, `after`; and the words that stand for each of both."""

    before: Pattern
    after: Pattern
    plain_before: Phrase
    plain_after: Phrase
    kept: str = ""
    ends: bool = False  # it counts only where nothing follows
    rest: tuple[frozenset[str], ...] = ()  # first words of its places behind the first: the question holds one of each


class Idioms:
    """The set phrases of one language, by their first word."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self._by_word: dict[str, list[Idiom]] = {}
        for written, plain in table.items():
            idiom = _idiom(written, plain)
            for first in dict.fromkeys(alternative[0] for alternative in idiom.before[0]):
                self._by_word.setdefault(first, []).append(idiom)
        for idioms in self._by_word.values():
            idioms.sort(key=lambda idiom: -len(idiom.before) - len(idiom.after))

    def find(self, words: Sequence["Word"]) -> list[Edit]:
        """Return what is to be put in the place of which words, in order; the longest phrase at a word counts."""
        found: list[Edit] = []
        taken: set[int] = set()
        said = {word.folded for word in words}
        for position, word in enumerate(words):
            if position in taken or word.folded not in self._by_word:
                continue
            fitting = [idiom for idiom in self._by_word[word.folded] if not any(map(said.isdisjoint, idiom.rest))]
            edits = _edits_at(fitting, words, position) if fitting else []
            found.extend(edits)
            taken.update(p for edit in edits for p in range(edit.first, edit.last))
        return sorted(found, key=lambda edit: edit.first)


def _edits_at(idioms: Sequence[Idiom], words: Sequence["Word"], first: int) -> list[Edit]:
    """Return what the first of these phrases that stands at a word puts in whose place."""
    for idiom in idioms:
        for last, after, end in _places(idiom, words, first):
            if not idiom.ends or end == len(words):
                edits = Edit(first, last, idiom.plain_before), Edit(after, end, idiom.plain_after)
                return [edit for edit in edits if edit.first < edit.last]
    return []


def _idiom(written: str, plain: str) -> Idiom:
    kept = next((mark for mark in (ANYTHING, AMOUNT) if mark in written), "")
    ends = written.endswith(END)
    before, _, after = written.rstrip(END).partition(kept) if kept else (written.rstrip(END), "", "")
    plain_before, _, plain_after = plain.partition(ANYTHING) if kept else (plain, "", "")
    halves = _pattern(before), _pattern(after)
    rest = tuple(frozenset(one[0] for one in place) for place in (*halves[0][1:], *halves[1]) if all(place))
    return Idiom(*halves, words_of(plain_before), words_of(plain_after), kept, ends, rest)


def _pattern(text: str) -> Pattern:
    """Read what an author wrote, place by place; an elision opens a place of its own: "d'où"."""
    return tuple(tuple(_words(one.replace(JOINED, " ")) for one in part.split(EITHER)) for part in text.split())


def _words(text: str) -> Phrase:
    """Return the words of a text; most are plain, and cutting thousands of them properly takes time."""
    words = text.split()
    return tuple(words) if all(word.isascii() and word.isalpha() for word in words) else words_of(text)


def _places(idiom: Idiom, words: Sequence["Word"], first: int) -> Iterator[tuple[int, int, int]]:
    """Yield where a phrase stands: where its first half ends, where its second begins and ends."""
    for last in _ends(idiom.before, words, first):
        for after in _behind_kept(idiom, words, last) if idiom.kept else (last,):
            for end in _ends(idiom.after, words, after):
                yield last, after, end


def _behind_kept(idiom: Idiom, words: Sequence["Word"], first: int) -> Iterator[int]:
    """Yield where the words behind what is kept may begin, the nearest first; an amount may be set off by a comma."""
    is_amount = idiom.kept == AMOUNT
    if is_amount and not (first < len(words) and words[first].kind in NUMERIC):
        return
    for after in range(first + 1, min(first + MOST_KEPT, len(words)) + 1):
        if _pauses(words, after - 1):
            return
        if is_amount or not idiom.after or not _pauses(words, after):
            yield after


def _ends(pattern: Pattern, words: Sequence["Word"], first: int, place: int = 0) -> Iterator[int]:
    """Yield where a pattern that stands at a word without a pause inside ends."""
    if place == len(pattern):
        yield first
        return
    for alternative in pattern[place]:
        last = first + len(alternative)
        if last > len(words) or any(words[first + n].folded != part for n, part in enumerate(alternative)):
            continue
        if not any(_pauses(words, p) for p in range(first + (place == 0), last)):
            yield from _ends(pattern, words, last, place + 1)


def _pauses(words: Sequence["Word"], position: int) -> bool:
    """Whether a mark stands before a word that no phrase goes on behind."""
    return position < len(words) and not PAUSES.isdisjoint(words[position].before)
