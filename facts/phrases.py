"""Finding the phrases of a vocabulary in a run of lemmas: a trie over words, one walk from each position.

Nothing here knows a language or a domain; whoever adds a phrase has lemmatised it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from facts.terms import tokenize

T = TypeVar("T")

_COUNTED = ("word", "mixed", "number", "elision")
JOINTS = frozenset("-‐‑–/")  # marks that may stand between the words of a phrase: "on-board charger"


def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of a phrase; marks, hyphens and the possessive 's are no part of it."""
    return tuple(token.folded for token in tokenize(text) if token.kind in _COUNTED)


class Hit(NamedTuple, Generic[T]):  # a dozen for every question: a frozen dataclass takes four times as long
    """A phrase found at lemmas[start:end], with everything that was added under it."""

    start: int
    end: int
    payloads: tuple[T, ...]


@dataclass(slots=True)
class _Node(Generic[T]):
    children: dict[str, "_Node[T]"] = field(default_factory=dict)
    payloads: tuple[T, ...] = ()


class PhraseIndex(Generic[T]):
    """Phrases (tuples of folded lemmas) and what they stand for."""

    def __init__(self) -> None:
        self._root: _Node[T] = _Node()

    def add(self, phrase: tuple[str, ...], payload: T) -> None:
        """Let `phrase` stand for `payload`; a phrase may stand for several things. An empty phrase is ignored."""
        if not phrase:
            return
        node = self._root
        for word in phrase:
            following = node.children.get(word)
            if following is None:
                following = node.children[word] = _Node()
            node = following
        if not node.payloads:
            node.payloads = (payload,)
        elif payload not in node.payloads:
            node.payloads += (payload,)

    def find(self, lemmas: Sequence[str]) -> list[Hit[T]]:
        """Return every hit: by position, and at one position the longest first. Hits may overlap."""
        hits: list[Hit[T]] = []
        firsts = self._root.children
        for start, lemma in enumerate(lemmas):
            if lemma in firsts:
                found = self._from(lemmas, start, firsts[lemma])
                hits += found if len(found) < 2 else reversed(found)  # noqa: PLR2004 - one hit has no order
        return hits

    def find_longest(self, lemmas: Sequence[str]) -> list[Hit[T]]:
        """Return the hits that a reader would see: leftmost, longest, none overlapping another."""
        hits: list[Hit[T]] = []
        firsts = self._root.children
        end = 0
        for start, lemma in enumerate(lemmas):
            if start >= end and lemma in firsts and (found := self._from(lemmas, start, firsts[lemma])):
                hits.append(found[-1])
                end = found[-1].end
        return hits

    def _from(self, lemmas: Sequence[str], start: int, node: _Node[T]) -> list[Hit[T]]:
        """Return the hits that begin with the word of a node, the shortest first; joints inside are passed over."""
        hits: list[Hit[T]] = [Hit(start, start + 1, node.payloads)] if node.payloads else []
        for position in range(start + 1, len(lemmas)):
            if not node.children:
                break
            following = node.children.get(lemmas[position])
            if following is None:
                if lemmas[position] in JOINTS:
                    continue
                break
            node = following
            if node.payloads:
                hits.append(Hit(start, position + 1, node.payloads))
        return hits
