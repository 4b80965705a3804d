"""What follows a verb: its object, what its prepositions govern, a clause that it introduces, and where that ends."""

from dataclasses import dataclass, field

from facts.extracting.stating.chunks import Chunk, chunks_of
from facts.extracting.stating.layout import AND, BUT, FINITE, Floor

MOST_READ = 60  # tokens behind a verb
THAT = frozenset({"that", "que", "qu'", "whether"})
TO = frozenset({"to"})
JOINING = TO | THAT | AND
LIST_REACH = 30  # tokens in which a list must come to its "and"
STOPS = frozenset(".;!?:")


@dataclass(slots=True)
class Following:
    """Phrases behind a verb in order; `clause` is where a clause that it introduces begins."""

    chunks: list[Chunk] = field(default_factory=list)
    end: int = 0  # behind the last token of the clause
    full: int = 0  # behind the last token of what hangs on its last phrase: "a promise that ..."
    clause: int | None = None
    clause_end: int = 0
    is_broken: bool = False  # another verb follows where none is expected


def following(floor: Floor, last: int, *, is_saying: bool) -> Following:
    """Read on behind a verb that ends before `last`; behind a verb of saying, "that" may follow somebody or a date."""
    position = last
    while position < len(floor) and (floor.is_adverb(position) or floor.is_negator(position)):
        if _is_adjective(floor, position):
            break
        position += 1
    found = Following()
    if _introduces_clause(floor, position):
        found.clause = position + (floor.folded[position] in THAT)
        found.end = found.clause_end = found.full = sentence_end(floor, position + 1)
        return found
    stop = _stretch_end(floor, position, found)
    found.chunks = _cut_at_commas(floor, position, stop)
    found.end = stop
    found.full = sentence_end(floor, stop) if _hangs_on(floor, stop) else stop
    if is_saying and stop + 1 < len(floor) and floor.folded[stop] in THAT:
        found.full, found.clause, found.clause_end = stop, stop + 1, sentence_end(floor, stop + 1)
    elif stop < len(floor) and floor.folded[stop] in TO and stop + 1 < len(floor) and is_base(floor, stop + 1):
        found.clause, found.clause_end = stop, sentence_end(floor, stop + 1)
    return found


def _is_adjective(floor: Floor, position: int) -> bool:
    """Whether what could be an adverb stands before a bare noun: "offered early retirement"."""
    after = position + 1
    if floor.is_negator(position) or after >= len(floor):
        return False
    is_plain = floor.tokens[after].kind == "word" and after not in floor.covering and not floor.is_determiner(after)
    closed = floor.preposition_at(after) or floor.is_adverb(after) or floor.is_break(after) or floor.is_finite(after)
    return is_plain and not closed and floor.folded[after] not in JOINING


def sentence_end(floor: Floor, position: int) -> int:
    """Return the position behind what goes on to the sentence's end, a semicolon, or a mark of quotation."""
    while position < len(floor):
        token = floor.tokens[position]
        if token.kind == "mark" and (token.text in STOPS or token.text in '"“”«»()') and position not in floor.covering:
            return position
        position += 1
    return position


def _introduces_clause(floor: Floor, position: int) -> bool:
    if position + 1 >= len(floor):
        return False
    word = floor.folded[position]
    if word in THAT:
        return True
    if word in TO:
        return is_base(floor, position + 1)
    is_of = floor.sentence.language == "fr" and (word in ("de", "d'") or floor.tokens[position].text == "à")
    return is_of and is_base(floor, position + 1)


def is_base(floor: Floor, position: int) -> bool:
    """Whether an infinitive stands here."""
    if position >= len(floor):
        return False
    word = floor.folded[position]
    if position in floor.covering or floor.tokens[position].kind != "word":
        return False
    if floor.sentence.language == "fr":
        return word.endswith(("er", "ir", "re", "oir")) and word == floor.sentence.lemmas[position]
    return not floor.is_determiner(position) and (
        position in floor.verbs or word in floor.grammar.verbs or word in ("be", "have", "do")
    )


def _stretch_end(floor: Floor, position: int, found: Following) -> int:
    """Return the position at which the phrases behind a verb end."""
    start = position
    stop = min(len(floor), start + MOST_READ)
    while position < stop:
        if position in floor.covering:
            position = floor.covering[position].last
            continue
        word, token = floor.folded[position], floor.tokens[position]
        if floor.is_break(position) or word in BUT or (word in TO and is_base(floor, min(position + 1, stop - 1))):
            return position
        if token.text == "," and not _goes_on(floor, start, position):
            return position
        if word in AND and (_starts_verb(floor, position + 1) or _opens_clause(floor, position + 1)):
            return position
        if floor.is_finite(position):
            found.is_broken = not floor.is_auxiliary(position) or floor.folded[position - 1] not in AND
            return position
        if floor.verbs.get(position) not in (None, *FINITE):
            return position  # a participle: what it takes is its own
        position += 1
    return position


def _starts_verb(floor: Floor, position: int) -> bool:
    while position < len(floor) and floor.is_adverb(position):
        position += 1
    return position < len(floor) and (
        floor.is_finite(position) or floor.folded[position] in TO or floor.verbs.get(position) is not None
    )


def _goes_on(floor: Floor, start: int, comma: int) -> bool:
    """Whether the clause goes on behind a comma: with a phrase of place or time, or with the next of a list."""
    after = comma + 1
    if after >= len(floor):
        return False
    if floor.is_date(after) or (floor.preposition_at(after) is not None and not _starts_verb(floor, after + 1)):
        return True
    return _is_list(floor, start, comma)


def _is_list(floor: Floor, start: int, comma: int) -> bool:
    """Whether "A, B and C" goes on behind this comma: an "and" comes before any verb or break."""
    if comma == start:
        return False
    position = comma + 1
    while position < min(len(floor), comma + LIST_REACH):
        if position in floor.covering:
            position = floor.covering[position].last
            continue
        if floor.folded[position] in AND:
            return not _starts_verb(floor, position + 1) and not _opens_clause(floor, position + 1)
        if floor.is_break(position) or floor.is_finite(position) or floor.folded[position] in BUT:
            return False
        position += 1
    return False


def _opens_clause(floor: Floor, position: int) -> bool:
    """Whether the phrase at a position is the subject of a verb of its own: ", and the company has offered"."""
    for place in range(position, min(len(floor), position + LIST_REACH)):
        if place in floor.covering:
            continue
        if floor.is_break(place) or floor.tokens[place].text == ",":
            return False
        if floor.is_finite(place):
            return True
    return False


def _cut_at_commas(floor: Floor, first: int, last: int) -> list[Chunk]:
    """Cut a stretch into phrases; a comma ends one unless a list goes on behind it."""
    commas = [p for p in range(first, last) if floor.tokens[p].text == "," and p not in floor.covering]
    ends = [*(p for p in commas if not _is_list(floor, first, p)), last]
    starts = [first, *(end + 1 for end in ends)]
    return [chunk for start, end in zip(starts, ends, strict=False) for chunk in chunks_of(floor, start, end)]


def _hangs_on(floor: Floor, position: int) -> bool:
    """Whether words at the end of a stretch belong to its last phrase: a relative clause, "that", a participle."""
    if position >= len(floor):
        return False
    is_relative = floor.folded[position] in THAT or floor.folded[position] in floor.grammar.relatives
    return is_relative or floor.verbs.get(position) not in (None, *FINITE)
