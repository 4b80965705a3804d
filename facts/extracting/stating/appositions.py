"""Names with a noun phrase set beside them between commas: "Stellantis, the maker of Jeep,"."""

from collections.abc import Iterator

from facts.extracting.arguments import Argument
from facts.extracting.stating.chunks import Chunk
from facts.extracting.stating.layout import AND, Floor

LONGEST = 14  # tokens of what is set beside a name
ENDS = frozenset(",.;:)–—")


def appositions(floor: Floor) -> Iterator[tuple[Chunk, Chunk, int]]:
    """Yield each name, the noun phrase beside it, and the token behind what belongs to that."""
    for argument in floor.clause.arguments:
        if not _is_name(argument) or argument.last + 1 >= len(floor) or floor.tokens[argument.last].text != ",":
            continue
        if _is_in_list(floor, argument):
            continue
        first = argument.last + 1
        last = _end(floor, first)
        if last is not None and floor.is_determiner(first) and floor.folded[first] not in floor.grammar.demonstratives:
            head = min(last, next((p for p in range(first + 1, last) if floor.preposition_at(p)), last))
            yield Chunk(argument.first, argument.last), Chunk(first, head), last


def _is_name(argument: Argument) -> bool:
    mention = argument.mention
    return mention is not None and mention.phrase.name is not None and not mention.phrase.genitive


def _is_in_list(floor: Floor, argument: Argument) -> bool:
    """Whether a name is one of several: a comma or "and" stands before it."""
    before = argument.first - 1
    return before >= 0 and (floor.tokens[before].text == "," or floor.folded[before] in AND)


def _joins_adjectives(floor: Floor, position: int) -> bool:
    """Whether "and" stands between two plain words of one phrase: "the electric and software arm"."""
    beside = [position - 1, position + 1]
    if position + 2 >= len(floor) or any(p in floor.covering or floor.tokens[p].kind != "word" for p in beside):
        return False
    closed = any(floor.is_determiner(p) or floor.preposition_at(p) or floor.is_finite(p) for p in beside)
    return not closed and floor.tokens[position + 2].kind == "word" and not floor.preposition_at(position + 2)


def _end(floor: Floor, first: int) -> int | None:
    """Return the token behind a phrase without a verb that a comma or the sentence's end closes."""
    for position in range(first, min(len(floor), first + LONGEST)):
        if position in floor.covering:
            continue
        if floor.tokens[position].text in ENDS:
            return position if position > first + 1 else None
        if floor.is_finite(position) or (floor.folded[position] in AND and not _joins_adjectives(floor, position)):
            return None
    return None
