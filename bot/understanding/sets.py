"""Sets a question is about: "these three cars", "which of them", "any EV", "list every model"."""

from collections.abc import Container
from dataclasses import replace

from bot.models import Match, Mention
from bot.understanding.draft import Draft, KindPiece, Piece
from bot.understanding.focus import Focus
from bot.understanding.operators import number_in
from bot.understanding.resolving import Resolver

LIST_TAGS = ("list", "any")
SET_WORDS = ("them", "both")
OF = ("of", "de", "des", "d'", "among", "parmi", "entre")
UP_TO = ("to", "a")  # "à" as it is folded
DETERMINERS = ("articles", "demonstratives")
BEFORE_LEFT_OUT = ("articles", "prepositions", "conjunctions", "possessives")
BEFORE_NOUN = 5  # words from "these" to the noun: "these three small electric cars"


def listed(draft: Draft) -> Focus | None:
    """Return what a command or a bare noun phrase asks to list: "list every model ...", "electric cars under 25k"."""
    start = next((tag for tag in draft.tagged(*LIST_TAGS)), None)
    for kind in draft.kinds:
        leads = _is_first(draft, kind) and is_plural(draft, kind)
        if (start is not None and kind.first >= start.last) or (start is None and leads):
            return Focus(start.first if start else kind.first, kind.last, "list", kind.kinds[0], kind)
    alone = start is not None and not draft.kinds and not draft.names and bool(draft.amounts)
    return Focus(start.first, start.last, "list") if start is not None and alone else None


def set_size(draft: Draft, besides: Container[int] = ()) -> int | None:
    """Return how many members the question says its set has: "which of the three"; not "the three cheapest"."""
    for tag in draft.tagged("them"):
        if size := number_in(draft, range(tag.first, min(tag.last + 2, len(draft.words)))):
            return size
    for position in range(1, len(draft.words)):
        if not draft.is_in_any(DETERMINERS, position - 1) and draft.words[position - 1].folded not in OF:
            continue
        size = number_in(draft, [position])
        if size and position not in besides and not _is_measured(draft, position) and not _is_from(draft, position):
            return size
    return None


def _is_from(draft: Draft, position: int) -> bool:
    """Whether a range begins with a number: "de 10 à 80 %"."""
    behind = draft.words[position + 1 : position + 3]
    return len(behind) > 1 and behind[0].folded in UP_TO and behind[1].kind == "number"


def _is_measured(draft: Draft, position: int) -> bool:
    """Whether a number is that of an amount with a unit."""
    return any(amount.first <= position < amount.last for amount in draft.amounts if amount.dimension)


def leave_out(draft: Draft) -> None:
    """Take the names behind "except" or "other than" out of a question: it is about the others."""
    for tag in draft.tagged("except"):
        position = tag.last
        while position < len(draft.words):
            if name := draft.name_at(position):
                draft.left_out.append(name)
                draft.use(name, tag)
                position = name.last
            elif draft.is_in_any(BEFORE_LEFT_OUT, position):
                position += 1
            else:
                break
    draft.names = [name for name in draft.names if name not in draft.left_out]


def left_out_of(draft: Draft, resolver: Resolver) -> tuple[Mention, ...]:
    """Return what a set is asked about without; a maker is left out with all that it makes."""
    return tuple(
        replace(
            name.mention,
            entities=(*name.mention.entities, *(one.id for one in resolver.models_of(name.mention.entities))),
            match=Match.DESCRIBED,
            negated=True,
        )
        for name in draft.left_out
        if name.mention.match is not Match.UNKNOWN
    )


def is_set(draft: Draft) -> bool:
    """Whether the question points at several things without naming them."""
    return draft.has_tag(*SET_WORDS) or set_size(draft) is not None


def from_facts(draft: Draft, attributes: tuple[str, ...], kind: str, resolver: Resolver) -> Mention | None:
    """Return the set that "the three cars" can only mean: those of which is known what is asked, when their number
    fits.
    """
    size = set_size(draft)
    for attribute in attributes:
        holders = resolver.having_attribute(attribute, kind)
        if (size is None or len(holders) == size) and len(holders) > 1:
            piece = set_piece(draft)
            first, last = draft.words[piece.first], draft.words[piece.last - 1]
            return Mention(first.start, last.end, draft.text_of(piece), holders, Match.DESCRIBED)
    return None


def set_piece(draft: Draft) -> Piece:
    """Return the words that point at a set."""
    tags = draft.tagged(*SET_WORDS)
    if tags:
        kind = _noun_after(draft, tags[0])
        return Piece(tags[0].first, kind.last if kind else tags[0].last)
    for position in range(1, len(draft.words)):
        if number_in(draft, [position]):
            kind = _noun_after(draft, Piece(position, position + 1))
            return Piece(position, kind.last if kind else position + 1)
    return Piece(0, 1)


def kind_of_set(draft: Draft, focus: Focus | None) -> KindPiece | None:
    """Return the noun for the members of the set."""
    if focus is not None and focus.kind is not None:
        return focus.kind
    asks_set = focus is None or (focus.brand is None and focus.tag in ("what", "which", "list", "how_many"))
    return draft.kinds[0] if draft.kinds and asks_set else None


def _noun_after(draft: Draft, piece: Piece) -> KindPiece | None:
    return next((kind for kind in draft.kinds if piece.last <= kind.first <= piece.last + BEFORE_NOUN), None)


def _is_first(draft: Draft, kind: KindPiece) -> bool:
    """Whether only fillers, adjectives and numbers stand before a noun."""
    classes = ("size_words", "domain_words", "articles", "generation_new", "generation_old", "all_words")
    return all(draft.has_tag_at(p, "filler", "chat") or draft.is_in_any(classes, p) for p in range(kind.first))


def is_plural(draft: Draft, kind: KindPiece) -> bool:
    """Whether a type word stands in the plural: "models"."""
    word = draft.words[kind.last - 1]
    return word.folded != word.lemma and word.folded.endswith(("s", "x"))
