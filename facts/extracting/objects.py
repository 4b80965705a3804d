"""What a verb takes behind it: its object, what its prepositions govern, and values that are plain words."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from facts.extracting.arguments import Argument, Layout
from facts.extracting.remembering import remembered
from facts.extracting.voice import CONJUNCTIONS, HELPERS, behind_only, is_finite
from facts.parsing.grammar import QUOTES

TELLING = 4  # letters of a single word that may be a value
MOST_BETWEEN = 6  # tokens between a verb and its object; what comes later is the subject of something else
LONGEST_BOUND = 4  # tokens of "as little as about"
LONGEST_WORDS = 24  # tokens of a value that is words


@remembered
def object_of(layout: Layout, last: int) -> Argument | None:
    """Return the object of a verb that ends before `last`: the first argument behind it that no preposition governs."""
    last = behind_only(layout, last)
    position, end, governed = last, layout.clause_end(last), False
    while position < end:
        argument = layout.covering.get(position)
        if argument is not None:
            if not governed and not argument.first > last + MOST_BETWEEN:
                return _owned(layout, argument)
            position, governed = argument.last, False
            continue
        if layout.grammar.is_preposition(layout.sentence, position):
            governed = True
        elif layout.sentence.tokens[position].text == "," or layout.grammar.is_verb(layout.sentence, position):
            return None
        position += 1
    return None


@remembered
def argument_behind(layout: Layout, last: int, prepositions: Sequence[str]) -> Argument | None:
    """Return the argument behind one of these prepositions ("out_of" is two words), to the right of `last`."""
    wanted, bare = _split(prepositions), _bare_words(layout)
    position, end = last, layout.clause_end(last)
    if wanted.keys().isdisjoint(bare[position:end]):
        return None
    while position < end:
        if position > last and position not in layout.covering and _ends_arguments(layout, position):
            return None
        for words in wanted.get(bare[position], ()):
            if bare[position : position + len(words)] == words:
                found = _governed(layout, position + len(words))
                if found is not None and found.first >= position:
                    return _owned(layout, found)
        position += 1
    return None


@lru_cache(maxsize=4_096)
def _split(prepositions: Sequence[str]) -> Mapping[str, list[list[str]]]:
    """Return the words of prepositions by their first."""
    found: dict[str, list[list[str]]] = {}
    for preposition in prepositions:
        words = preposition.split("_")
        found.setdefault(words[0], []).append(words)
    return found


@remembered
def _bare_words(layout: Layout) -> list[str]:
    """Return the words of a sentence without the apostrophes of elisions."""
    return [token.folded.rstrip("'") for token in layout.sentence.tokens]


def _owned(layout: Layout, argument: Argument) -> Argument | None:
    """Return an argument, or of an owner what it owns: of "Alda's old plant" the plant, never Alda."""
    if argument.mention is None or not argument.mention.phrase.genitive:
        return argument
    for position in range(argument.last, min(argument.last + MOST_BETWEEN, layout.clause_end(argument.last))):
        if (owned := layout.covering.get(position)) is not None:
            return owned
        is_end = layout.sentence.tokens[position].kind == "mark"
        if is_end or layout.grammar.is_preposition(layout.sentence, position):
            return None
    return None


def _governed(layout: Layout, position: int) -> Argument | None:
    """Return the argument at a position, past an article, an adverb or the bound of an amount ("at up to 420 kW")."""
    found = layout.covering.get(position)
    if found is None and _may_skip(layout, position):
        found = layout.covering.get(position + 1)
    if found is not None or position >= len(layout.sentence.tokens):
        return found
    last = min(len(layout.sentence.tokens), position + LONGEST_BOUND)
    while position < last and layout.sentence.tokens[position].folded in layout.grammar.bounds:
        position += 1
    found = layout.covering.get(position)
    return found if found is not None and found.value is not None else None


def _ends_arguments(layout: Layout, position: int) -> bool:
    """Whether another verb takes over: a finite one, or a participle behind a comma ("sell X, built in Y, at Z")."""
    if is_finite(layout, position):
        return True
    is_behind_comma = layout.sentence.tokens[position - 1].text == ","
    is_inserted = is_behind_comma and layout.grammar.is_verb(layout.sentence, position)
    return is_inserted and layout.sentence.tokens[position].folded.endswith(("ed", "ing", "e", "ee", "es", "ees"))


def value_right_behind(layout: Layout, last: int) -> Argument | None:
    """Return the typed value right behind token `last`, adverbs between."""
    position = behind_only(layout, last)
    while position < len(layout.sentence.tokens) and position not in layout.covering:
        if not layout.grammar.is_light(layout.sentence, position):
            return None
        position += 1
    found = layout.covering.get(position)
    return found if found is not None and found.value is not None else None


def words_from(layout: Layout, position: int) -> Argument | None:
    """Return the run of words from a position on: up to a comma, a conjunction with a verb, or the clause's end."""
    first = position
    while first < len(layout.sentence.tokens) and _may_skip(layout, first):
        first += 1
    last, end = first, min(layout.clause_end(first), first + LONGEST_WORDS)
    while last < end:
        token = layout.sentence.tokens[last]
        starts_other = token.folded in CONJUNCTIONS and (
            layout.sentence.tokens[last + 1].folded in {"to", "de"}
            or layout.sentence.tokens[last + 1].folded in layout.grammar.modals
            or layout.grammar.is_verb(layout.sentence, last + 1)
            if last + 1 < end
            else True
        )
        is_auxiliary = token.folded in layout.grammar.modals or layout.sentence.lemmas[last] in HELPERS
        if (
            token.text == ","
            or token.text in QUOTES
            or is_auxiliary
            or starts_other
            or (last > first and last not in layout.covering and is_finite(layout, last))
        ):
            break
        last += 1
    is_pronoun = (
        first in layout.covering and layout.covering[first].mention is not None and not layout.covering[first].entities
    )
    is_telling = last - first > 1 or (last > first and len(layout.sentence.tokens[first].text) >= TELLING)
    return Argument(first, last) if is_telling and not is_pronoun else None


def words_behind(layout: Layout, last: int, prepositions: Sequence[str]) -> Argument | None:
    """Return the words behind the first of these prepositions to the right of `last`, adverbs between."""
    wanted = {tuple(preposition.split("_")) for preposition in prepositions}
    for position in range(last, min(last + 4, layout.clause_end(last))):
        for size in {len(words) for words in wanted}:
            if tuple(t.folded.rstrip("'") for t in layout.sentence.tokens[position : position + size]) in wanted:
                return words_from(layout, position + size)
        if not layout.grammar.is_light(layout.sentence, position):
            return None
    return None


def _may_skip(layout: Layout, position: int) -> bool:
    if position >= len(layout.sentence.tokens):
        return False
    word = layout.sentence.tokens[position].folded
    return word in layout.grammar.adverbs or word in layout.grammar.articles
