"""Superlatives, comparatives, counts and bounds: how a question orders, filters and compares.

Which way an adjective points is data: low and high adjectives of attributes, and the words of degree among the words
of asking.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.models import Operator, Ordering
from bot.understanding.draft import AmountPiece, CuePiece, Draft, Piece, TagPiece
from bot.understanding.vocabulary import Role
from facts.models import Bound, Value, ValueKind

SUPERLATIVE_END = "st"  # cheapest, least, first, latest: every English superlative in the table ends so
UP, DOWN = ("most", "more"), ("least", "less")
ORDINAL = ("first", "last")
EARLIER = "earlier"
INFINITIVE = ("to", "a")  # "the first to use it", "la première à l'utiliser"
WITH = ("with", "without", "avec", "sans")
QUE = ("que", "qu'")
NEXT_NOUN = 3  # words between a word of degree and its noun: "the most total boot space"
MOST_RANKED = 24  # told of a set in order
BOUNDS = {
    Bound.BELOW: Operator.BELOW,
    Bound.UP_TO: Operator.BELOW,
    Bound.ABOVE: Operator.ABOVE,
    Bound.FROM: Operator.ABOVE,
}
INCLUSIVE = (Bound.FROM, Bound.UP_TO)  # "at least 20,000" is met by 20,000
TAGGED = {"below": Operator.BELOW, "above": Operator.ABOVE, "between": Operator.BETWEEN}


@dataclass(frozen=True, slots=True)
class Degree(Piece):
    """An adjective or noun compared: "cheapest", "less range", "la moins chère"."""

    attributes: tuple[str, ...]  # what is compared, best first; empty for "more" by itself
    descending: bool
    is_superlative: bool
    place: int = 1
    count: int = 1


def degrees_of(draft: Draft) -> list[Degree]:
    """Find every comparison in a question, in order."""
    before = draft.tagged(EARLIER)  # "at first" puts nothing in order
    cues = [cue for cue in draft.cues if cue.has(Role.LOW, Role.HIGH) and not any(cue.overlaps(tag) for tag in before)]
    found = [degree for cue in cues if (degree := _of_adjective(draft, cue))]
    taken = {position for degree in found for position in range(degree.first, degree.last)}
    free = [tag for tag in draft.tagged(*UP, *DOWN) if taken.isdisjoint(range(tag.first, tag.last))]
    found += [degree for tag in free if (degree := _of_noun(draft, tag))]
    found += [top for tag in draft.tagged("top", "ranked") if (top := _of_top(draft, tag))]
    return sorted(found, key=lambda degree: degree.first)


def ordering_of(degree: Degree, *, is_ranked: bool = False) -> Ordering:
    """Return the order in which a superlative sorts; of a ranking everything is told."""
    return Ordering(degree.attributes[0], degree.descending, degree.place, MOST_RANKED if is_ranked else degree.count)


def is_ranked(draft: Draft, degrees: Sequence[Degree]) -> bool:
    """Whether a set is wanted in order from end to end: "rank them by price", "from cheapest to dearest"."""
    ends = {(degree.attributes[0], degree.descending) for degree in degrees if degree.attributes}
    return draft.has_tag("ranked") or any((attribute, not descending) in ends for attribute, descending in ends)


def _of_top(draft: Draft, tag: TagPiece) -> Degree | None:
    """Read "top 3 by range", "ranked by price": what is compared is what else is asked. "Top speed" ranks nothing."""
    count = number_in(draft, [tag.last]) if tag.last < len(draft.words) else None
    if tag.tag == "top" and count is None:
        return None
    last = tag.last + 1 if count else tag.last
    return Degree(tag.first, last, (), descending=True, is_superlative=True, count=count or 1)


def _of_adjective(draft: Draft, cue: CuePiece) -> Degree | None:
    """Read an adjective with its degree, or return None where it has none ("is it expensive")."""
    word = draft.words[cue.first]
    if draft.has_tag_at(cue.first, *ORDINAL) and not _orders(draft, cue):
        return None
    marker = next((tag for tag in draft.tagged(*UP, *DOWN) if tag.first <= cue.first <= tag.last), None)
    inflected = word.folded in draft.vocabulary.table("superlatives")
    if marker is None and not inflected:
        return None
    superlative = (
        word.folded.endswith(SUPERLATIVE_END) if inflected else marker is not None and marker.tag in ("most", "least")
    )
    first = marker.first if marker else cue.first
    noun = _noun_behind(draft, cue.last)
    high = cue.attributes(Role.HIGH)
    attributes = _ranked(draft, cue, noun)
    descending = attributes[0] in high if attributes[0] in cue.attributes() else bool(high)
    if marker is not None and marker.tag in DOWN and not marker.overlaps(cue):  # "la moins chère" may be one adjective
        descending = not descending
    place, count, first = _place(draft, first)
    superlative = superlative or max(place, count) > 1  # "la deuxième moins chère", "les deux moins chères"
    return Degree(first, noun.last if noun else cue.last, attributes, descending, superlative, place, count)


def _orders(draft: Draft, cue: CuePiece) -> bool:
    """Whether "first" or "last" puts cars in order: "the first car", "the first to use it", "which comes first"."""
    follows = any(kind.first == cue.last for kind in draft.kinds)
    follows = follows or (cue.last < len(draft.words) and draft.words[cue.last].folded in INFINITIVE)
    return follows or (cue.last == len(draft.words) and draft.has_tag("which", "what"))


def _ranked(draft: Draft, cue: CuePiece, noun: CuePiece | None) -> tuple[str, ...]:
    """Return what an adjective compares: its noun where there is one, else what it is said of by itself."""
    mine = [one.attribute for one in cue.cues if one.role in (Role.LOW, Role.HIGH)]
    if noun is None and draft.sized and draft.is_in_class("size_words", cue.last - 1):
        return (draft.sized,)
    if noun is None:
        others = {attribute for other in draft.cues if other is not cue for attribute in other.attributes()}
        if draft.has_tag_at(cue.first, *ORDINAL):
            return tuple(dict.fromkeys(mine))
        nouns = [
            one.attribute for other in draft.cues if other is not cue for one in other.cues if one.role is Role.NOUN
        ]
        if draft.is_in_class("price_adjectives", cue.last - 1):
            nouns = []  # "the range of the cheapest": nothing but a car is cheap there
        return tuple(dict.fromkeys([one for one in mine if one in others] or nouns or mine))
    theirs = [one.attribute for one in noun.cues if one.role is Role.NOUN]
    return tuple(dict.fromkeys([one for one in theirs if one in mine] or theirs))


def _of_noun(draft: Draft, tag: Piece) -> Degree | None:
    """Read "most power", "more range", "the biggest boot"; "more" alone compares whatever else is asked."""
    word = draft.words[tag.first]
    up = draft.has_tag_at(tag.first, *UP)
    noun = _noun_behind(draft, tag.last)
    superlative = draft.has_tag_at(tag.first, "most", "least")
    if noun is None and superlative and word.folded not in draft.vocabulary.table("superlatives"):
        return None
    attributes = tuple(dict.fromkeys(cue.attribute for cue in noun.cues if cue.role is Role.NOUN)) if noun else ()
    place, count, first = _place(draft, tag.first)
    return Degree(first, noun.last if noun else tag.last, attributes, up, superlative, place, count)


def _noun_behind(draft: Draft, position: int) -> CuePiece | None:
    for cue in draft.cues:
        if position <= cue.first < position + NEXT_NOUN and cue.has(Role.NOUN):
            between = range(position, cue.first)
            if any(draft.words[p].folded in WITH for p in between):
                return None  # "the cheapest with a range of 500 km"
            if all(draft.is_in_class("stopwords", p) or draft.is_in_class("domain_words", p) for p in between):
                return cue
    return None


def _place(draft: Draft, first: int) -> tuple[int, int, int]:
    """Return the place and number asked for, and where they begin: "second cheapest", "the two cheapest"."""
    if first == 0:
        return 1, 1, first
    before = draft.words[first - 1].folded
    if ordinal := draft.vocabulary.table("ordinals").get(before):
        return max(int(ordinal), 1), 1, first - 1
    number = draft.vocabulary.table("numbers").get(before) or (before if before.isdigit() else None)
    if number is not None and number.isdigit() and 1 < int(number) <= 20:  # noqa: PLR2004 - more is no ranking
        return 1, int(number), first - 1
    return 1, 1, first


def operator_of(draft: Draft, amount: AmountPiece) -> tuple[Operator, Value]:
    """Return how an amount bounds, and the amount; of its own bound it keeps only that the limit itself counts."""
    value = amount.value
    operator = BOUNDS.get(value.bound) if value.bound else None
    if value.upper is not None and value.kind is not ValueKind.DATE:
        operator = Operator.BETWEEN
    tag = next((tag for tag in draft.tagged(*TAGGED) if tag.last == amount.first), None)
    if operator is None and tag is not None:
        operator = TAGGED[tag.tag]
    if operator is None:
        operator = _compared(draft, amount.first - 1)
    kept = value.bound if value.bound in INCLUSIVE else None
    if kept is None and tag is not None and draft.has_tag_at(tag.first, "at_limit"):
        kept = Bound.UP_TO if operator is Operator.BELOW else Bound.FROM
    plain = Value(value.text, value.kind, value.amount, value.upper, value.unit, value.date, value.entity, kept)
    return operator or Operator.IS, plain


def _compared(draft: Draft, than: int) -> Operator | None:
    """Return which way a comparison with an amount points: "lighter than", "less heavy than", "plus courtes que"."""
    if than < 0:
        return None
    adjective = next((cue for cue in draft.cues if cue.last == than and cue.has(Role.LOW, Role.HIGH)), None)
    is_que = draft.words[than].folded in QUE and adjective is not None
    if not (is_que or draft.has_tag_at(than, "than")):
        return None
    less = [tag for tag in draft.tagged("less") if adjective is None or tag.last == adjective.first]
    is_low = adjective is not None and adjective.has(Role.LOW) and not adjective.has(Role.HIGH)
    return Operator.ABOVE if is_low is bool(less) else Operator.BELOW  # "less light than" is heavier


def number_in(draft: Draft, words: Sequence[int]) -> int | None:
    """Return the number that one of these words spells: "the three", "these 3"."""
    table = draft.vocabulary.table("numbers")
    for position in words:
        text = draft.words[position].folded
        number = table.get(text, text)
        if number.isdigit() and 1 < int(number) <= 100:  # noqa: PLR2004 - a set has two members or more
            return int(number)
    return None
