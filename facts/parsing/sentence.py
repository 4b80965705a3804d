"""One passage as a row of tokens with lemmas and typed values: what naming and extracting both look at."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from facts.lemmas import Lemmas
from facts.models import Document, Passage, ValueKind
from facts.reading import TypedSpan, ValueReader
from facts.terms import Token, fold, tokenize

EMPHASIS = frozenset("*`")
MARKUP = EMPHASIS | {"["}
_LINK = re.compile(r"(\[)(?=[^\[\]]{1,200}\]\()[^\[\]]+(\]\([^()\s]*\))")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A passage, taken apart. Token positions are indexes into `tokens`; spans in characters refer to the document."""

    passage: Passage
    text: str  # of the whole document
    language: str
    tokens: tuple[Token, ...]
    lemmas: tuple[str, ...]
    values: tuple[TypedSpan, ...]
    valued: frozenset[int]  # positions of tokens that belong to a typed value

    def positions(self, start: int, end: int) -> range:
        """Return the positions of the tokens inside text[start:end]."""
        first = bisect_left(self.tokens, start, key=lambda token: token.start)
        last = bisect_right(self.tokens, end, key=lambda token: token.end)
        return range(first, max(first, last))

    def words(self, first: int, last: int) -> str:
        """Return the text from token `first` up to, not including, token `last`."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def touches(self, position: int) -> bool:
        """Whether nothing stands between this token and the one before ("E-Tech", "52kWh")."""
        return 0 < position < len(self.tokens) and self.tokens[position - 1].end == self.tokens[position].start


def analyse(
    document: Document, passage: Passage, values: ValueReader, lemmas: Lemmas, seasons: frozenset[str] = frozenset()
) -> Sentence:
    """Take one passage of the document apart.

    A season with a capital inside a sentence is a name ("the current Spring").
    """
    stretches = values.stretches(document.text, passage.start, passage.end)
    written = [token for span in stretches for token in tokenize(document.text, *span)]
    tokens = _without_markup(document.text, written)
    spans = values.values_in(document.text, passage.start, passage.end, written)
    found = tuple(span for span in spans if not _is_name(span, passage, seasons))
    starts = [token.start for token in tokens]
    valued = {
        position
        for span in found
        for position in range(bisect_left(starts, span.start), bisect_left(starts, span.end))
        if tokens[position].end <= span.end
    }
    words = tuple(_lemma(token, document.language, lemmas) for token in tokens)
    return Sentence(passage, document.text, document.language, tokens, words, found, frozenset(valued))


def _without_markup(text: str, tokens: list[Token]) -> tuple[Token, ...]:
    """Leave out the marks of Markdown, which are no words: emphasis, code, the brackets and the target of a link."""
    if not any(token.text in MARKUP for token in tokens):
        return tuple(tokens)
    first, last = tokens[0].start, tokens[-1].end
    hidden = [span for found in _LINK.finditer(text, first, last) for span in (found.span(1), found.span(2))]
    return tuple(
        token
        for token in tokens
        if token.text not in EMPHASIS and not any(start <= token.start < end for start, end in hidden)
    )


def _lemma(token: Token, language: str, lemmas: Lemmas) -> str:
    """Return the lemma of a word; the French "à" is a preposition and "a" is of "avoir": folding makes them one."""
    if token.text in ("à", "À"):
        return "à"
    if token.text == "a" and language == "fr":
        return "avoir"
    return lemmas.lemma(token.folded, language) if token.kind in ("word", "mixed") else token.folded


def _is_name(span: TypedSpan, passage: Passage, seasons: frozenset[str]) -> bool:
    words = span.value.text.split()
    is_season = span.value.kind is ValueKind.DATE and fold(words[-1]) in seasons
    return is_season and words[-1][0].isupper() and span.end - len(words[-1]) > passage.start
