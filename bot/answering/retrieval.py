"""Which passages are nearest to a question, and how much of it each holds.

Every term and name counts as much as it is rare in the store: most in the passage itself, less in what it stands
under (question, heading, list introduction) and in the sentences around it. The weights were fitted on development
articles by comparing passages that hold an answer with those of the same article that do not.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial

from bot.answering.known import Known, Words
from bot.answering.terms import Found, Term, Terms, held_in
from facts.models import Passage
from facts.terms import tokenize

MOST_READ = 24  # candidates of the index that are looked at, by names and words
MOST_BY_WORDS = 16  # by words alone
MOST_IN_DOCUMENT = 24  # of them from one document that names what is asked about
READ_WHOLE = 64  # passages of a store: so few are all looked at
MOST_SEARCHED = 24  # forms that the index is asked for
LEAST_SEARCHED = 0.7  # how surely a form must say the same to be looked for
MOST_ANSWERS = 2  # passages that answer one question of an interviewer
CACHED_NAMES = 4_096
ALONE = 4  # passages: fewer say nothing of how rare a word is
# Fitted: what a term counts by where it stands, what the share of all terms does, and what names and kinds do.
EXACT, LIKELY, SHARE = 1.9, 1.1, 3.3
AROUND = {"asked": 1.5, "heading": 1.1, "before": 1.1, "second": 0.7, "behind": 0.5, "lead": 0.4}
NAMED = 2.8
NAMED_AROUND, NAMED_ELSEWHERE = 0.75, 0.4  # a name beside one in the passage itself
LEAST_OF_NAME = 0.3  # what a name counts that stands everywhere
KIND, ROW = 1.6, 1.1
GOVERNING = ("asked", "heading", "lead", "before")  # a name there is most likely what the passage is about
SURE = 0.99  # a form that is the word itself
FRAMED = 0.5  # what a term counts as told that only stands around


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a passage should hold to be near: terms, names (every spelling of each), and a sort of value."""

    terms: Terms
    cues: Terms = field(default_factory=partial(Terms, ()))
    names: tuple[tuple[str, ...], ...] = ()
    kinds: tuple[str, ...] = ()
    names_of: tuple[str | None, ...] = ()  # kinds of the things with these names; None where it is open


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage with the terms that it holds, where it holds them, and what else speaks for it.

    `named` says of each name how much of it is there: 1 in the passage itself, less where it only stands around it.
    """

    passage: Passage
    own: Mapping[Term, Found]
    framed: Mapping[Term, float]  # those that only stand around it, and how surely
    named: tuple[float, ...]
    has_kind: bool
    has_rival: bool  # it names another thing of the kind that is asked about, and not the one
    weight: float  # of the terms in itself
    told: float  # share of the weight of all terms, between 0 and 1; what only stands around counts half
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
        self._weights = {term: term.weight * self._rarity(term) for term in wanted.terms.terms}
        self._all = sum(self._weights.values())
        self._names = [[plain for name in every if (plain := _plain(name))] for every in wanted.names]
        self._name_weights = [LEAST_OF_NAME + self._rarity_of_name(every) for every in self._names]
        self._naming: list[str] = []
        self._terms_held: dict[tuple[str, int], dict[Term, Found]] = {}

    def nearest(self, most: int) -> list[Candidate]:
        """Return the nearest passages, best first; headings and questions are none."""
        if not len(self._wanted.terms) and not self._wanted.names:
            return []
        candidates = {(p.document, p.number): p for p in self._candidates() if self._tells(p)}
        ranked = [self._candidate(passage) for passage in candidates.values()]
        return sorted(ranked, key=lambda one: -one.score)[:most]  # ties keep the order that the index gives

    def _tells(self, passage: Passage) -> bool:
        is_question = self._known.document(passage.document).text[passage.end - 1] == "?"
        return passage.kind != "heading" and not is_question

    # -- which passages are looked at

    def _candidates(self) -> Iterator[Passage]:
        names = list(dict.fromkeys(name for every in self._wanted.names for name in every))
        self._naming = self._known.store.documents_naming(names) if names else []
        if self._total <= READ_WHOLE:
            every = (self._known.passages(document.name) for document in self._known.store.documents())
            yield from (passage for passages in every for passage in passages)
            return
        for passage in self._searched(names):
            yield from self._answers(passage)

    def _searched(self, names: Sequence[str]) -> Iterable[Passage]:
        """Look passages up in the index: by names and words, by words alone, and in the documents of the names."""
        words, store, kinds = self._words(), self._known.store, self._wanted.kinds
        found = {(p.document, p.number): p for p in store.search(words, names, kinds, limit=MOST_READ)}
        if names:
            found |= {(p.document, p.number): p for p in store.search(words, limit=MOST_BY_WORDS)}
        for document in self._naming:
            inside = store.search_in(document, words, kinds, limit=MOST_IN_DOCUMENT)
            found |= {(p.document, p.number): p for p in inside}
        if len(self._wanted.names) > 1 or (names and not found):  # names that meet are something, whatever the words
            found |= {(p.document, p.number): p for p in store.search([], names, limit=MOST_READ)}
        return found.values()

    def _words(self) -> list[str]:
        """Return the forms to look for, the surest first."""
        ranked = [
            (place, form)
            for term in (*self._wanted.terms.terms, *self._wanted.cues.terms)
            for place, (form, share) in enumerate(term.forms.items())
            if share >= LEAST_SEARCHED
        ]
        return list(dict.fromkeys(form for _, form in sorted(ranked, key=lambda one: one[0])))[:MOST_SEARCHED]

    def _answers(self, passage: Passage) -> Iterator[Passage]:
        """Yield a passage, or where it is a question, what answers it."""
        every = self._known.passages(passage.document)
        behind = [
            one for one in every[passage.number + 1 : passage.number + 1 + MOST_ANSWERS] if one.asked == passage.number
        ]
        yield from behind or [passage]

    # -- how near each of them is

    def _candidate(self, passage: Passage) -> Candidate:
        around = dict(self._around(passage))
        own = self._held(passage.document, passage.number)
        framed = self._framed(passage.document, around, own)
        named = tuple(self._named(passage, around, every) for every in self._names)
        has_kind = any(kind in passage.kinds for kind in self._wanted.kinds)
        inside = sum(self._weights[term] * found.share for term, found in own.items())
        beside = sum(self._weights[term] * share for term, (_, share) in framed.items())
        told = (inside + FRAMED * beside) / self._all if self._all else 1.0
        score = self._score_of_terms(own, framed, inside)
        score += sum(NAMED * part * weight for part, weight in zip(named, self._name_weights, strict=True))
        score += KIND * has_kind + ROW * (passage.kind == "row")
        around_only = {term: share for term, (_, share) in framed.items()}
        rival = self._has_rival(passage, named)
        return Candidate(passage, own, around_only, named, has_kind, rival, inside, told, score)

    def _held(self, document: str, number: int) -> dict[Term, Found]:
        """Return the terms that a passage holds; it stands around others as well, so each is looked at once."""
        key = (document, number)
        if key not in self._terms_held:
            self._terms_held[key] = held_in(self._known.words(document, number), self._wanted.terms)
        return self._terms_held[key]

    def _score_of_terms(
        self, own: Mapping[Term, Found], framed: Mapping[Term, tuple[str, float]], inside: float
    ) -> float:
        sure = sum(self._weights[term] for term, found in own.items() if found.share >= SURE)
        likely = sum(self._weights[term] * found.share for term, found in own.items() if found.share < SURE)
        share = SHARE * inside / self._all if self._all else 0.0
        beside = sum(AROUND.get(place, 0.0) * self._weights[term] * held for term, (place, held) in framed.items())
        return EXACT * sure + LIKELY * likely + share + beside

    def _has_rival(self, passage: Passage, named: Sequence[float]) -> bool:
        """Whether a passage leaves out a thing that is asked about, and names another of its kind, not its versions."""
        kinds = zip(self._wanted.names_of, named, strict=False)
        return any(kind in passage.kinds and part < 1 and not self._has_below(passage, kind) for kind, part in kinds)

    def _has_below(self, passage: Passage, kind: str | None) -> bool:
        return any(one != kind and self._known.lexicon.is_a(one, kind) for one in passage.kinds if kind)

    def _around(self, passage: Passage) -> Iterator[tuple[str, int]]:
        """Yield the numbers of what a passage stands under and between, the nearest of its paragraph only."""
        every, number = self._known.passages(passage.document), passage.number
        above = (("asked", passage.asked), ("heading", passage.heading), ("lead", passage.lead))
        beside = (("before", number - 1), ("second", number - 2), ("behind", number + 1))
        for place, other in above:
            if other is not None and other != number:
                yield place, other
        for place, other in beside:
            if 0 <= other < len(every) and every[other].paragraph == passage.paragraph:
                yield place, other

    def _framed(
        self, document: str, around: Mapping[str, int], own: Mapping[Term, Found]
    ) -> dict[Term, tuple[str, float]]:
        """Return the terms that only stand around, each with the place where it counts most."""
        found: dict[Term, tuple[str, float]] = {}
        for place, number in around.items() if len(own) < len(self._wanted.terms) else ():
            for term, held in self._held(document, number).items():
                if term not in own and AROUND[place] >= AROUND.get(found.get(term, ("", 0))[0], 0.0):
                    found[term] = (place, held.share)
        return found

    def _named(self, passage: Passage, around: Mapping[str, int], names: Sequence[str]) -> float:
        document = passage.document
        if self._names_any(self._known.words(document, passage.number), names):
            return 1.0
        governing = (number for place, number in around.items() if place in GOVERNING)
        if any(self._names_any(self._known.words(document, number), names) for number in governing):
            return NAMED_AROUND
        is_elsewhere = document in self._naming or self._names_any(self._known.topics(document, passage.number), names)
        return NAMED_ELSEWHERE if is_elsewhere else 0.0

    @staticmethod
    def _names_any(words: Words, names: Sequence[str]) -> bool:
        return any(name in words.plain for name in names)

    # -- how much a word says

    def _rarity(self, term: Term) -> float:
        """Return how rare the words are that surely stand for a term: 1 for those that no passage holds."""
        return self._rarity_of(form for form, share in term.forms.items() if share >= LEAST_SEARCHED)

    def _rarity_of(self, forms: Iterable[str]) -> float:
        if self._total < ALONE:
            return 1.0
        passages = min(self._total, max((self._known.passages_with(form) for form in forms), default=0))
        return math.log(1 + self._total / (1 + passages)) / math.log(1 + self._total)

    def _rarity_of_name(self, names: Sequence[str]) -> float:
        return self._rarity_of(name.split()[-1] for name in names)


@lru_cache(maxsize=CACHED_NAMES)
def _plain(name: str) -> str:
    """Return the folded words of a name between single spaces, as `Words` has them; "" for none."""
    words = [token.folded for token in tokenize(name) if token.kind != "mark"]
    return f" {' '.join(words)} " if words else ""
