"""The subject of a verb as a stretch of words, whether or not it is a name: "the largest union on the site".

Each rule is a shape of word order; where none is recognised there is no subject, and no statement comes of the verb.
"""

from dataclasses import dataclass, replace

from facts.extracting.stating.chunks import Chunk, chunks_of
from facts.extracting.stating.layout import AND, BUT, Floor
from facts.extracting.voice import skip_light_left

LONGEST_INSERTION = 24  # tokens between the two commas of an insertion
RELATIVE = frozenset({"who", "which", "that", "qui"})
LONGEST_NAME = 4  # words of a name that stands in an insertion
LONGEST_AGE = 3


@dataclass(frozen=True, slots=True)
class Found:
    """A subject, with the tokens its stretch begins at and what else the stretch holds."""

    chunk: Chunk
    start: int
    others: tuple[Chunk, ...] = ()
    shape: str = "active"
    opens: str | None = None  # the folded word before the stretch: "if", "that"
    full: int | None = None  # token behind an insertion that says more of it


def subject_of_verb(floor: Floor, first: int) -> Found | str | None:
    """Return the subject of the finite verb whose form stands at `first`.

    "shared" means that it is the subject of the verb before, None that no shape fits.
    """
    stop = skip_light_left(floor.clause, first - 1) + 1
    if stop == 0:
        return None
    before = floor.tokens[stop - 1]
    if before.folded in AND or before.folded in BUT:
        return "shared"
    if before.folded in RELATIVE and stop > 1:
        return _antecedent(floor, stop - 1)
    if before.text == ",":
        return _behind_insertion(floor, stop - 1)
    return _plain(floor, stop)


def stretch_start(floor: Floor, stop: int) -> int:
    """Return where the stretch of phrases that ends before `stop` begins: behind a comma, a break or a verb."""
    position = stop
    while position > 0:
        before = position - 1
        inside = before in floor.covering
        is_end = floor.is_break(before) or floor.tokens[before].text == "," or floor.folded[before] in BUT
        if not inside and (is_end or floor.is_finite(before)):
            break
        position = before
    while position < stop and (floor.folded[position] in AND or floor.is_adverb(position)):
        position += 1
    return position


def _plain(floor: Floor, stop: int) -> Found | None:
    start = _own_start(floor, stretch_start(floor, stop), stop)
    if start is None:
        return None
    chunks = chunks_of(floor, start, stop)
    free = [chunk for chunk in chunks if chunk.preposition is None and not floor.is_date(chunk.first)]
    if len(free) != 1:
        return None
    others = tuple(chunk for chunk in chunks if chunk is not free[0])
    opens = floor.folded[start - 1] if start else None
    fronted = _fronted(floor, start)
    if start and not fronted and floor.tokens[start - 1].text == ",":
        opens = _opening_word(floor, start - 1)
    return Found(free[0], fronted[0].first if fronted else start, (*others, *fronted), "active", opens)


def _own_start(floor: Floor, start: int, stop: int) -> int | None:
    """Return where a subject begins behind another verb: "X was late and we saved", "X said Y was"."""
    before = start - 1
    if before < 0 or before in floor.covering or not (floor.is_auxiliary(before) or before in floor.verbs):
        return start
    joints = [p for p in range(start, stop) if floor.folded[p] in AND and p not in floor.covering]
    if joints:
        return joints[-1] + 1
    return start if floor.sentence.lemmas[before] in floor.grammar.saying else None


def _fronted(floor: Floor, start: int) -> tuple[Chunk, ...]:
    """Return the phrases of place and time before a comma: "In 2019, X bought"."""
    if start < 2 or floor.tokens[start - 1].text != ",":  # noqa: PLR2004 - a word and a comma
        return ()
    begin = stretch_start(floor, start - 1)
    if begin and not floor.is_break(begin - 1):
        return ()
    chunks = chunks_of(floor, begin, start - 1)
    fits = all(chunk.preposition is not None or floor.is_date(chunk.first) for chunk in chunks)
    return tuple(chunks) if fits else ()


def _opening_word(floor: Floor, position: int) -> str | None:
    """Return the word that opens the part of the sentence before a comma: "If X does, Y will"."""
    while position > 0 and not floor.is_break(position - 1):
        position -= 1
    first = max(0, position - 1)
    return floor.folded[first] if floor.tokens[first].is_word else floor.folded[min(position, len(floor) - 1)]


def _antecedent(floor: Floor, position: int) -> Found | None:
    """Return the noun phrase before "who" or "which"."""
    stop = position - (floor.tokens[position - 1].text == ",")
    start = stretch_start(floor, stop)
    chunks = chunks_of(floor, start, stop)
    if not chunks or chunks[-1].last != stop:
        return None
    last = chunks[-1]
    inside = [a for a in floor.clause.arguments if last.first <= a.first < last.last and a.mention]
    named = [a for a in inside if a.entities]
    kinds = {a.mention.kind for a in inside if a.mention}
    if floor.folded[position] == "who" and kinds - {None, "person"}:
        return None  # "a worker in the paint shop, who"
    return Found(last, last.first, (), "relative") if len(named) <= 1 else None


def _behind_insertion(floor: Floor, comma: int) -> Found | None:
    """Return the noun phrase before an insertion between commas: "X, the largest union on the site, wants"."""
    for position in range(comma - 1, max(0, comma - LONGEST_INSERTION), -1):
        if floor.tokens[position].text != "," or position in floor.covering:
            if floor.grammar.is_break(floor.sentence, position) and floor.tokens[position].kind == "mark":
                return None
            continue
        if (named := _named_insertion(floor, position, comma)) is not None:
            return named
        if not _is_insertion(floor, position + 1, comma):
            return None
        found = _plain(floor, position)
        return replace(found, full=comma) if found is not None and found.chunk.last == position else None
    return None


def _named_insertion(floor: Floor, first: int, last: int) -> Found | None:
    """Read "The mayor, Ann Lee, praised": the name that fills an insertion is the subject, its role goes with it."""
    words = range(first + 1, last)
    is_name = all(floor.tokens[p].is_word and floor.tokens[p].is_capital for p in words)
    if not words or len(words) > LONGEST_NAME or not is_name:
        return None
    outer = _plain(floor, first)
    if outer is None or outer.chunk.last != first or not floor.is_determiner(outer.chunk.first):
        return None
    return replace(outer, chunk=Chunk(first + 1, last), others=(*outer.others, outer.chunk))


def _is_insertion(floor: Floor, first: int, last: int) -> bool:
    if first >= last or floor.folded[first] in AND:
        return False
    return (
        floor.is_determiner(first)
        or floor.folded[first] in floor.grammar.relatives
        or floor.preposition_at(first) is not None
        or floor.is_adverb(first)
        or floor.verbs.get(first) is not None
        or (floor.tokens[first].kind == "number" and last - first <= LONGEST_AGE)
        or not floor.tokens[first].is_capital
        or any(floor.tokens[p].kind == "clitic" for p in range(first, min(last, first + LONGEST_AGE)))
    )
