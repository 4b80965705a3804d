"""Stretches of a clause cut into phrases: each noun phrase with the preposition that governs it.

Goes by words that open a phrase and by names and values; whether a stretch has the shape of a subject or of what
follows a verb is asked in `subjects` and `following`.
"""

from typing import NamedTuple

from facts.extracting.arguments import Argument
from facts.extracting.stating.layout import AND, GENITIVE, Floor


class Chunk(NamedTuple):
    """Tokens [first, last): a noun phrase without its preposition; genitives belong to it."""

    first: int
    last: int
    preposition: str | None = None
    is_coordinated: bool = False


def chunks_of(floor: Floor, first: int, last: int) -> list[Chunk]:
    """Cut tokens [first, last), which hold no verb and no break, into phrases."""
    found: list[Chunk] = []
    position = first
    while position < last:
        governed = floor.preposition_at(position)
        start = governed[1] if governed else position
        if start >= last:
            break
        end = _end_of_phrase(floor, start, last)
        if end > start:
            joined = any(floor.folded[p] in AND for p in range(start, end))
            found.append(Chunk(start, end, governed[0] if governed else None, joined))
        position = max(end, position + 1)
    return found


def _end_of_phrase(floor: Floor, first: int, last: int) -> int:
    """Return the position behind the phrase that begins at `first`."""
    position = first
    is_date = floor.is_date(first)
    while position < last:
        if position > first and _opens_phrase(floor, position, is_date=is_date):
            break
        found = floor.covering.get(position)
        position = max(found.last, position + 1) if found is not None else position + 1
    return position


def _opens_phrase(floor: Floor, position: int, *, is_date: bool) -> bool:
    """Whether another phrase begins at a position inside the stretch."""
    before = floor.folded[position - 1]
    if before in GENITIVE or before in AND or floor.tokens[position - 1].text in ",-–/":
        return False
    governed = floor.preposition_at(position)
    if governed is not None:
        return floor.folded[position] not in GENITIVE or is_date
    if floor.folded[position] in AND or floor.tokens[position].kind in ("clitic", "mark"):
        return False
    if floor.is_date(position):
        return floor.tokens[position - 1].kind != "clitic"
    if is_date:
        return True
    if floor.is_determiner(position):
        return not floor.is_determiner(position - 1)
    return _is_new_name(floor.covering.get(position - 1), floor.covering.get(position), position)


def _is_new_name(before: Argument | None, here: Argument | None, position: int) -> bool:
    """Whether a name begins right behind another one that has ended: "in France Renault sells"."""
    both = before is not None and here is not None and before is not here and here.first == position
    return both and before is not None and here is not None and bool(before.entities and here.entities)
