"""Builds the full-text expression of a passage search. Everything is quoted: no word of a question is ever syntax."""

from collections.abc import Iterable, Sequence

from facts.terms import tokenize

MOST_WORDS = 24  # of a question; the rest cannot change which passages come first


def match_expression(words: Sequence[str], names: Sequence[str] = ()) -> str:
    """Return "any name AND any word"; only the one that is given; or "" where there is nothing to look for."""
    sides = [_any_of(_phrases(names)), _any_of(_phrases(words))]
    return " AND ".join(f"({side})" for side in sides if side)


def _any_of(phrases: list[str]) -> str:
    return " OR ".join(phrases[:MOST_WORDS])


def _phrases(texts: Iterable[str]) -> list[str]:
    """Each text as a quoted phrase of its folded words, the repeated and the empty left out."""
    phrases = (
        " ".join(token.folded for token in tokenize(text) if token.is_word or token.kind == "number") for text in texts
    )
    return list(dict.fromkeys(f'"{phrase}"' for phrase in phrases if phrase))
