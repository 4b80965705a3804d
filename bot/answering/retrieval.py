"""Which passages are nearest to a question, and how much of it each holds.

Every term and name of the question weighs as much as it is rare in the store; one that only the frame of a passage
holds (heading, question before, sentence before, what it speaks of without naming it) weighs half.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from bot.answering.known import Known, Words
from bot.answering.terms import Span, Term, Terms, held_in
from facts.models import Passage, frame_of
from facts.terms import tokenize

MOST_READ = 16  # candidates of the index that are looked at
MOST_IN_DOCUMENT = 8  # of them from one document that names what is asked about
MOST_SEARCHED = 20  # forms that the index is asked for
FRAMED = 0.5  # what a term or name counts that only the frame of a passage holds
IN_DOCUMENT = 0.25  # what a name counts that only another passage of the document holds
MOST_ANSWERS = 2  # passages that answer one question of an interviewer
KIND = 0.5  # what a value of the sort that is asked for counts, beside a term of middling rarity
CACHED_NAMES = 4_096
ALONE = 4  # passages: fewer say nothing of how rare a word is


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a passage should hold to be near: terms, names (every spelling of each), and a sort of value."""

    terms: Terms
    names: tuple[tuple[str, ...], ...] = ()
    kinds: tuple[str, ...] = ()
    names_of: tuple[str | None, ...] = ()  # kinds of the things with these names; None where it is open


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage with the terms that it holds, where it holds them, and what else speaks for it.

    `named` says of each name how much of it is there: 1 in the passage itself, less where it only stands under it.
    """

    passage: Passage
    own: Mapping[Term, Span]
    framed: frozenset[Term]
    named: tuple[float, ...]
    has_kind: bool
    has_rival: bool  # it names another thing of the kind that is asked about, and not the one
    weight: float  # of the content words in itself
    told: float  # share of the weight of the content words, between 0 and 1; those of its frame count half
    score: float  # what decides the order

    @property
    def is_named(self) -> bool:
        """Whether the passage itself holds one of the names."""
        return any(one == 1 for one in self.named)


class Retrieval:
    """Finds the passages nearest to what is wanted."""

    def __init__(self, known: Known, wanted: Wanted) -> None:
        self._known = known
        self._wanted = wanted
        self._total = known.store.counts()["passages"]
        self._weights = {term: self._weight(term.forms) for term in wanted.terms.terms}
        self._content = self._weight_of(term for term in wanted.terms.terms if not term.is_cue)
        self._names = [[plain for name in every if (plain := _plain(name))] for every in wanted.names]
        self._name_weights = [self._weight_of_name(every) for every in self._names]
        self._naming: list[str] = []

    def nearest(self, most: int) -> list[Candidate]:
        """Return the nearest passages, best first; headings are none."""
        candidates = {(p.document, p.number): p for p in self._candidates() if p.kind != "heading"}
        found = [self._candidate(passage) for passage in candidates.values()]
        some = [one for one in found if one.own or any(one.named)]
        return sorted(some, key=lambda one: (-one.score, one.passage.document, one.passage.number))[:most]

    # -- what the index gives

    def _candidates(self) -> Iterator[Passage]:
        words = self._words()
        names = list(dict.fromkeys(name for every in self._wanted.names for name in every))
        store, kinds = self._known.store, self._wanted.kinds
        found = {(p.document, p.number): p for p in store.search(words, names, kinds, limit=MOST_READ)}
        if len(self._wanted.names) > 1:  # two names that meet are something, whatever the words
            found |= {(p.document, p.number): p for p in store.search([], names, limit=MOST_READ)}
        if not found and names:  # nothing but the names is there, as where the question is in another language
            found = {(p.document, p.number): p for p in store.search([], names, kinds, limit=MOST_READ)}
        if names:
            self._naming = store.documents_naming(names)
            for document in self._naming:
                inside = store.search_in(document, words, kinds, limit=MOST_IN_DOCUMENT)
                found |= {(p.document, p.number): p for p in inside}
        for passage in found.values():
            yield from self._answers(passage)

    def _words(self) -> list[str]:
        """Return the forms to look for: the likeliest of every term first."""
        ranks = zip_longest(*(term.forms for term in self._wanted.terms.terms))
        return list(dict.fromkeys(form for rank in ranks for form in rank if form))[:MOST_SEARCHED]

    def _answers(self, passage: Passage) -> Iterator[Passage]:
        """Yield a passage, or where it is a question, what answers it."""
        every = self._known.passages(passage.document)
        behind = [
            one for one in every[passage.number + 1 : passage.number + 1 + MOST_ANSWERS] if one.asked == passage.number
        ]
        yield from behind or [passage]

    # -- how near each of them is

    def _candidate(self, passage: Passage) -> Candidate:
        itself = self._known.words(passage.document, passage.number)
        around = self._around(passage)
        own = held_in(itself, self._wanted.terms)
        framed = self._framed(around) - own.keys() if len(own) < len(self._wanted.terms) else frozenset()
        named = tuple(self._named(passage, itself, around, every) for every in self._names)
        has_kind = any(kind in passage.kinds for kind in self._wanted.kinds)
        inside = self._weight_of(term for term in own if not term.is_cue)
        beside = self._weight_of(term for term in framed if not term.is_cue)
        score = self._weight_of(own) + FRAMED * self._weight_of(framed) + KIND * has_kind
        score += sum(weight * part for weight, part in zip(self._name_weights, named, strict=True))
        told = (inside + FRAMED * beside) / self._content if self._content else 0.0
        return Candidate(passage, own, framed, named, has_kind, self._has_rival(passage, named), inside, told, score)

    def _weight_of(self, terms: Iterable[Term]) -> float:
        return sum(self._weights[term] for term in terms)

    def _has_rival(self, passage: Passage, named: Sequence[float]) -> bool:
        """Whether a passage leaves out a thing that is asked about, and names another of its kind, not its versions."""
        kinds = zip(self._wanted.names_of, named, strict=False)
        return any(kind in passage.kinds and part < 1 and not self._has_below(passage, kind) for kind, part in kinds)

    def _has_below(self, passage: Passage, kind: str | None) -> bool:
        return any(one != kind and self._known.lexicon.is_a(one, kind) for one in passage.kinds if kind)

    def _around(self, passage: Passage) -> list[Words]:
        """Return the words that a passage stands under."""
        every = self._known.passages(passage.document)
        above = [self._known.words(passage.document, number) for number in frame_of(every, passage.number)]
        return [*above, self._known.topics(passage.document, passage.number)]

    def _framed(self, around: Iterable[Words]) -> frozenset[Term]:
        return frozenset(term for words in around for term in held_in(words, self._wanted.terms))

    def _named(self, passage: Passage, itself: Words, around: Iterable[Words], names: Sequence[str]) -> float:
        if any(name in itself.plain for name in names):
            return 1.0
        if any(name in words.plain for words in around for name in names):
            return FRAMED
        return IN_DOCUMENT if passage.document in self._naming else 0.0

    # -- how much a word says

    def _weight(self, forms: Sequence[str]) -> float:
        """Return how rare words are that stand for one thing: 1 for those that no passage holds."""
        if self._total < ALONE:
            return 1.0
        passages = min(self._total, max((self._known.passages_with(form) for form in forms), default=0))
        return math.log(1 + self._total / (1 + passages)) / math.log(1 + self._total)

    def _weight_of_name(self, names: Sequence[str]) -> float:
        return self._weight([name.split()[-1] for name in names])


@lru_cache(maxsize=CACHED_NAMES)
def _plain(name: str) -> str:
    """Return the folded words of a name between single spaces, as `Words` has them; "" for none."""
    words = [token.folded for token in tokenize(name) if token.kind != "mark"]
    return f" {' '.join(words)} " if words else ""
