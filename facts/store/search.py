"""Builds the full-text expression of a passage search. Everything is quoted: no word of a question is ever syntax.

Scoring a passage takes about 2 µs, and merely counting those that hold a word 0.05 µs each: in a large store a question
looks for its rarer words only, which decide the order anyway.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

from facts.store.schema import KIND_MARK
from facts.terms import tokenize

MOST_WORDS = 24  # of a question; the rest cannot change which passages come first
MOST_SCORED = 1_200  # passages: about 3 ms
MOST_COUNTED = 40_000  # passages that hold the words of a question, all together: about 2 ms
CACHED_TEXTS = 4_096  # names and forms of the vocabulary that question after question looks for
Phrase = tuple[str, ...]


def match_expression(
    words: Sequence[str],
    names: Sequence[str] = (),
    kinds: Sequence[str] = (),
    common: Mapping[str, int] | None = None,
    held: Container[str] | None = None,
) -> str:
    """Return "any name AND any word or kind"; only the one that is given; or "" where there is nothing to look for.

    `common` tells in how many passages a word stands, for words that are not rare; `held` what any passage holds, where
    that is known. A kind is never looked for alone.
    """
    words = [*words, *(kind_word(kind) for kind in kinds)] if words or names else ()
    named, wanted = _phrases(names), _phrases(words)
    if not common:  # nothing is common: all of it can be scored
        return _all_of([_any_of(named, held), _any_of(wanted, held)]) if named else _any_of(wanted, held)
    wanted.sort(key=lambda phrase: _passages(phrase, common))
    if not named:
        return _affordable(wanted, common, held)
    named = _within(MOST_SCORED, named, common) or named  # "Alda Galaxy", not the "Galaxy" that many are called
    chosen = _within(MOST_COUNTED, wanted, common)
    if sum(_passages(phrase, common) for phrase in named) <= MOST_SCORED:
        return _all_of([_any_of(named, held), _any_of(chosen, held)])
    return _all_of([_any_of(named, held), _affordable(chosen, common, held)])


def leaves_words_out(words: Sequence[str], kinds: Sequence[str], common: Mapping[str, int]) -> bool:
    """Whether words are so common that an expression looks for names without them."""
    wanted = _phrases([*words, *map(kind_word, kinds)])
    return sum(_passages(phrase, common) for phrase in wanted) > MOST_COUNTED


def kind_word(kind: str) -> str:
    """Return the word that stands in the index for a kind of entity, or a kind or dimension of value."""
    return f"{KIND_MARK}{kind.replace('_', '')}"


def _affordable(phrases: list[Phrase], common: Mapping[str, int], held: Container[str] | None) -> str:
    """Return any of the rarest phrases that can be scored; where not even one can, the two rarest together."""
    chosen: list[Phrase] = []
    scored = 0
    for phrase in phrases:
        scored += _passages(phrase, common)
        if scored <= MOST_SCORED:
            chosen.append(phrase)
    return _any_of(chosen, held) or _all_of([_any_of([phrase], held) for phrase in phrases[:2]])


def _within(most: int, phrases: list[Phrase], common: Mapping[str, int]) -> list[Phrase]:
    """Return the rarest phrases, as many as so many passages hold together."""
    ranked = sorted(phrases, key=lambda phrase: _passages(phrase, common))
    counted = accumulate(_passages(phrase, common) for phrase in ranked)
    return [phrase for phrase, so_far in zip(ranked, counted, strict=True) if so_far <= most]


def _passages(phrase: Phrase, common: Mapping[str, int]) -> int:
    """Return about how many passages hold a phrase; 0 where they are few."""
    return min(common.get(word, 0) for word in phrase)


def _all_of(expressions: list[str]) -> str:
    return " AND ".join(f"({expression})" for expression in expressions if expression)


def _any_of(phrases: list[Phrase], held: Container[str] | None) -> str:
    """Return any of the first phrases; those that no passage holds cost as much as others, and find nothing."""
    chosen = phrases[:MOST_WORDS]
    if held is not None:
        chosen = [phrase for phrase in chosen if all(_may_be_held(word, held) for word in phrase)] or chosen[:1]
    return " OR ".join([f'"{" ".join(phrase)}"' for phrase in chosen])


def _may_be_held(word: str, held: Container[str]) -> bool:
    """Whether a passage may hold a word; one that is not plain may be several words of the index ("20,000")."""
    return word in held or not (word.isascii() and word.isalnum())


def _phrases(texts: Iterable[str]) -> list[Phrase]:
    """Return each text as the phrase of its folded words, the repeated and the empty left out."""
    return list(dict.fromkeys(filter(None, map(_phrase, texts))))


@lru_cache(maxsize=CACHED_TEXTS)
def _phrase(text: str) -> Phrase:
    return tuple(token.folded for token in tokenize(text) if token.is_word or token.kind == "number")
