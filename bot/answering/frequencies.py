"""How often something happens: "twice a year", "every ten minutes", "chaque semaine", by words of the vocabulary."""

from collections.abc import Sequence

from bot.answering.sides import Clause, Span
from facts.terms import Token, tokenize

REACH = 3  # words between "every" and its period: "every ten minutes", "tous les deux ans"


def frequency_in(clause: Clause) -> Span | None:
    """Return the one frequency that a clause states."""
    statement = clause.statement
    tokens = [t for t in tokenize(clause.document.text, statement.start, statement.end) if t.kind != "mark"]
    found = [span for position in range(len(tokens)) if (span := _at(clause, tokens, position)) is not None]
    return found[0] if len(found) == 1 else None


def _at(clause: Clause, tokens: Sequence[Token], position: int) -> Span | None:
    """Return the frequency whose telling word stands at a position."""
    word = tokens[position].folded
    if word in clause.folded_class("frequency_adverbs"):
        return Span(tokens[position].start, tokens[position].end)
    if word in clause.folded_class("frequency_counts"):
        return _counted(clause, tokens, position)
    opening = next((one for one in clause.folded_class("frequency_every") if _opens(tokens, position, one)), None)
    if opening is None or (position and _is(clause, tokens[position - 1], "frequency_counts")):
        return None
    first = position + len(opening.split())
    last = next((p for p in range(first, min(first + REACH, len(tokens))) if _is(clause, tokens[p], "periods")), None)
    return None if last is None else Span(tokens[position].start, tokens[last].end)


def _counted(clause: Clause, tokens: Sequence[Token], position: int) -> Span | None:
    """Read "twice a year" and "three times per day"."""
    if position + 2 >= len(tokens) or tokens[position + 1].folded not in clause.folded_class("frequency_per"):
        return None
    if not _is(clause, tokens[position + 2], "periods"):
        return None
    lemma = clause.lemma(tokens[position].folded)
    takes_number = lemma in ("time", "fois") and position > 0
    return Span(tokens[position - takes_number].start, tokens[position + 2].end)


def _opens(tokens: Sequence[Token], position: int, words: str) -> bool:
    wanted = words.split()
    return [token.folded for token in tokens[position : position + len(wanted)]] == wanted


def _is(clause: Clause, token: Token, name: str) -> bool:
    words = clause.folded_class(name)
    return token.folded in words or clause.lemma(token.folded) in words
