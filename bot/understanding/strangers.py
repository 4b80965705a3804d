"""Names in a question that the store does not hold: the world knows them, or they only look like names.

They mean nothing here, and an answer must not pass over them; what the store holds that is called nearly so is offered.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.understanding.names import NameIndex
from bot.understanding.spelling import most_similar, near
from bot.understanding.windows import Hit, Run
from facts.lemmas import Lemmas
from facts.lexicon import KnownName
from facts.terms import squeeze

NEAREST = 3  # names offered for one that the store does not hold
NEAREST_FROM = 75.0  # percent; below it names share letters, no more: "Ariya" and "Dacia" have 60
MOST_CLOSE = 12  # names looked at before those of other kinds and descriptions are left out
SHORTEST_NAME = 2  # letters: shorter names of the world need their capital ("DS", "MG")
ADJECTIVES = ("generation_new", "generation_old", "domain_words")  # before or behind a name they describe it


@dataclass(frozen=True, slots=True)
class Stranger:
    """words[first:last] name something that the store does not hold; `near` is called nearly so."""

    first: int
    last: int
    near: tuple[str, ...]
    known: KnownName | None = None  # what the world knows of it
    is_weak: bool = False  # an everyday word, or one without a capital: a name only where the question wants one


class Strangers:
    """Finds them."""

    def __init__(self, names: NameIndex, lemmas: Lemmas) -> None:
        self._names = names
        self._lemmas = lemmas
        languages = names.lexicon.languages.values()
        self._adjectives = frozenset[str]().union(
            *(one.classes.get(name, ()) for one in languages for name in ADJECTIVES)
        )

    def longer(self, run: Run, hits: Sequence[Hit]) -> Iterator[Stranger]:
        """Yield names of the world that only begin or end like one of the store: a "Grande Punto" is no Punto.

        A word that the store's names leave out must be there, and more than an adjective: "the new Beetle".
        """
        for known in run.world:
            inside = [hit for hit in hits if known.first < hit.last and hit.first < known.last]
            if (
                not inside
                or not run.is_free(known.first, known.last)
                or any(_reaches_out(hit, known) for hit in inside)
            ):
                continue
            left = [p for p in range(known.first, known.last) if not any(hit.holds(p) for hit in inside)]
            if any(run.words[p].folded not in self._adjectives or run.is_capital(p) for p in left):
                stranger = self._stranger(run, known)
                alike = (key for hit in inside for key in hit.entities if self._may_be_meant(key, stranger.known))
                yield replace(stranger, near=stranger.near or tuple(dict.fromkeys(alike))[:NEAREST])

    def known(self, run: Run) -> Iterator[Stranger]:
        """Yield names that the world knows, with the numbers and capitals that go on with them."""
        for hit in run.world:
            if not run.is_free(hit.first, hit.last):
                continue
            short = len(hit.key) <= SHORTEST_NAME
            everyday = self._is_everyday(run, hit.first, hit.last)
            if not (short or everyday) or run.is_capital(hit.first):
                yield self._stranger(run, hit)

    def doubtful(self, run: Run) -> Iterator[Stranger]:
        """Yield what may be meant as a name: everyday words that are one ("golf"), and words that nobody knows."""
        for hit in run.world:
            if run.is_free(hit.first, hit.last) and len(hit.key) > SHORTEST_NAME and not run.known[hit.first]:
                yield replace(self._stranger(run, hit), is_weak=True)
        for position, word in enumerate(run.words):
            if run.known[position] or position in run.taken or word.kind != "word":
                continue
            if len(word.folded) > SHORTEST_NAME and not self._lemmas.is_ordinary(word.folded):
                yield Stranger(position, position + 1, self._nearest(run, position, position + 1), is_weak=True)

    def unheard_of(self, run: Run) -> Iterator[Stranger]:
        """Yield runs of capitalised words that nobody knows, and codes such as E40."""
        if all(position in run.taken or run.known[position] for position in range(len(run.words))):
            return
        first = 0
        while first < len(run.words):
            last = first
            while last < len(run.words) and run.is_free(last, last + 1) and self._is_strange(run, last, first):
                last += 1
            if last > first:
                yield Stranger(first, last, self._nearest(run, first, last))
            first = max(last, first + 1)

    def _stranger(self, run: Run, hit: Hit) -> Stranger:
        last = hit.last
        while last < len(run.words) and run.is_free(last, last + 1) and run.continues(last):
            last += 1
        known = self._names.world[hit.key]
        return Stranger(hit.first, last, self._nearest(run, hit.first, last, known), known)

    def _is_everyday(self, run: Run, first: int, last: int) -> bool:
        return all(run.known[p] or self._lemmas.is_ordinary(run.words[p].folded) for p in range(first, last))

    def _is_strange(self, run: Run, position: int, first: int) -> bool:
        word = run.words[position]
        if run.known[position]:
            return False
        if position > first:
            return run.continues(position)
        if word.kind == "mixed":
            return word.text[:1].isalpha()
        starts = position == 0 and len(run.words) > 1
        return word.kind == "word" and word.is_capital and not starts and word.folded not in self._names.adjectives

    def _nearest(self, run: Run, first: int, last: int, known: KnownName | None = None) -> tuple[str, ...]:
        """Return what the store holds that is called nearly so; of many names those are looked at that share a word."""
        names = self._names.few
        if names is None:
            words = [word.folded for word in run.words[first:last]]
            like = [*words, *(one for word in words for one, _ in near(self._names.spellings, word))]
            named = (squeeze(name) for word in like for name in (word, *self._names.names_with(word)))
            names = [key for key in dict.fromkeys(named) if self._names.exact(key)]
        key = "".join(run.keys[first:last])
        close = most_similar(key, names, NEAREST_FROM, MOST_CLOSE)
        found = dict.fromkeys(entity for name in close for entity in self._names.exact(name))
        return tuple(entity for entity in found if self._may_be_meant(entity, known))[:NEAREST]

    def _may_be_meant(self, key: str, known: KnownName | None) -> bool:
        """Whether a name close by is one of its own, and of the kind that the world knows the stranger as."""
        entity = self._names.entity(key)
        return not entity.described and (known is None or self._names.lexicon.is_a(entity.kind, known.kind))


def _reaches_out(hit: Hit, known: Hit) -> bool:
    return hit.first < known.first or known.last < hit.last
