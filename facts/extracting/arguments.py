"""What a verb can take: the mentions and typed values of a sentence, as arguments in their places.

Knows where things stand and where clauses end, by position alone; which verb takes which argument is asked in `clause`.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any, NamedTuple

from facts.extracting.mention import Mention
from facts.extracting.noun_phrases import Shape
from facts.models import ValueKind
from facts.parsing.grammar import Grammar
from facts.parsing.sentence import Sentence
from facts.reading import TypedSpan

REACH_RIGHT = 28  # tokens behind a verb in which its arguments may stand
MORE = {"en": frozenset({"more", "less"}), "fr": frozenset({"plus", "moins"})}
WHERE = frozenset({"where", "ou"})


class Argument(NamedTuple):  # made for every phrase of every sentence: a frozen dataclass takes four times as long
    """Tokens [first, last) that fill a place: a mention or a typed value."""

    first: int
    last: int
    mention: Mention | None = None
    value: TypedSpan | None = None
    is_difference: bool = False  # "2,000 euros more": an amount beside another thing's

    @property
    def entities(self) -> tuple[str, ...]:
        return self.mention.entities if self.mention else ()


class Layout:
    """A sentence with its mentions and values as arguments: `ending` and `covering` find them by token position."""

    def __init__(self, grammar: Grammar, sentence: Sentence, mentions: Sequence[Mention]) -> None:
        self.grammar, self.sentence, self.mentions = grammar, sentence, mentions
        noun_phrases = [
            Argument(m.phrase.first, m.phrase.last, mention=m)
            for m in mentions
            if m.phrase.shape is not Shape.POSSESSIVE
        ]
        taken = {position for argument in noun_phrases for position in range(argument.first, argument.last)}
        values = [
            Argument(places[0], places[-1] + 1, value=span, is_difference=_is_difference(sentence, places[-1] + 1))
            for span in sentence.values
            if (places := sentence.positions(span.start, span.end)) and span.role is None and places[0] not in taken
            if span.value.kind is not ValueKind.COUNT or not _is_compound(sentence, places[-1] + 1)
        ]
        self.arguments = sorted([*noun_phrases, *values], key=lambda argument: argument.first)
        self.ending = {argument.last: argument for argument in self.arguments}
        self.covering = {p: argument for argument in self.arguments for p in range(argument.first, argument.last)}
        may_break = (p for p, t in enumerate(sentence.tokens) if t.kind == "mark" or t.folded in grammar.openings)
        self.breaks = [p for p in may_break if grammar.is_break(sentence, p) and p not in self.covering]  # "ID. Polo"
        self.memory: dict[tuple[object, tuple[object, ...]], Any] = {}  # what `remembered` questions were answered

    def clause_start(self, position: int) -> int:
        """Return the position at which the clause around `position` begins."""
        if position <= 0:
            return position
        before = bisect_left(self.breaks, position)
        return self.breaks[before - 1] + 1 if before else 0

    def clause_end(self, position: int) -> int:
        """Return the position behind the last token of the clause that goes on at `position`."""
        stop = min(len(self.sentence.tokens), position + REACH_RIGHT)
        if position >= stop:
            return position
        following = bisect_left(self.breaks, position)
        return min(stop, self.breaks[following]) if following < len(self.breaks) else stop

    def is_where(self, position: int) -> bool:
        """Whether the clause around `position` is one of place ("where it employs 2,000 people")."""
        start = self.clause_start(position)
        return (
            start > 0
            and self.sentence.tokens[start - 1].folded in WHERE
            and bool(self.ending.get(start - 1) or start > 1)
        )


def _is_compound(sentence: Sentence, position: int) -> bool:
    """Whether a hyphen joins the number before `position` to an adjective ("six-speed gearbox"): it counts nothing."""
    is_hyphen = position + 1 < len(sentence.tokens) and sentence.tokens[position].text == "-"
    return is_hyphen and sentence.touches(position) and sentence.touches(position + 1)


def _is_difference(sentence: Sentence, position: int) -> bool:
    """Whether a value that ends before `position` is compared: "2,000 euros more", "5 cm longer", "2 kg de plus"."""
    words = [token.folded for token in sentence.tokens[position : position + 2]]
    if words[:1] == ["de"]:
        del words[0]
    if not words or words[0] in MORE.get(sentence.language, ()):
        return bool(words)
    is_inflected = position < len(sentence.tokens) and sentence.lemmas[position] != words[0]
    return sentence.language == "en" and is_inflected and words[0].endswith("er")
