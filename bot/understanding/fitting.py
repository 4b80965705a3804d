"""Which pieces of a question may go together, told by their kinds and places alone."""

from bot.understanding.arguments import groups_of
from bot.understanding.counting import AMOUNTS
from bot.understanding.draft import AmountPiece, CuePiece, Draft, is_infinitive
from bot.understanding.focus import Focus
from bot.understanding.linking import Name
from bot.understanding.resolving import Resolver
from facts.lexicon import Attribute
from facts.models import ValueKind

OF = ("of", "de", "des", "du", "d'", "entre")


def is_agent(draft: Draft, piece: CuePiece, resolver: Resolver) -> bool:
    """Whether a noun only says who does what is asked: "what do Leaf owners complain about"."""
    last = piece.last
    if last >= len(draft.words) or not is_infinitive(draft, last):
        return False
    helped = any(draft.is_in_class("do_auxiliaries", p) for p in range(piece.first))
    head = draft.words[last - 1]
    kinds = {resolver.attribute(key).value for key in piece.attributes()}
    measures = draft.is_in_class("measure_verbs", last) and ValueKind.QUANTITY in kinds
    return helped and head.folded != head.lemma and not measures


def joins_things(attribute: Attribute) -> bool:
    """Whether both sides of an attribute are the same sort of thing, so that "who" can only mean that."""
    return bool(attribute.kinds) and set(attribute.kinds) <= set(attribute.of)


def may_be_amount(amount: AmountPiece, attribute: Attribute) -> bool:
    """Whether a typed value may be one of this attribute."""
    if amount.value.kind is ValueKind.QUANTITY:
        return attribute.value is ValueKind.QUANTITY and amount.dimension in (attribute.dimension, None)
    if amount.value.kind is ValueKind.COUNT:
        return attribute.value in (*AMOUNTS,)
    return attribute.value is amount.value.kind


def are_joined(draft: Draft, one: CuePiece, other: CuePiece) -> bool:
    """Whether only "and", commas and articles stand between two cues."""
    first, second = (one, other) if one.first < other.first else (other, one)
    between = range(first.last, second.first)
    comma = "," in draft.words[second.first].before or any("," in draft.words[p].before for p in between)
    joins = comma or any(draft.is_in_class("conjunctions", p) for p in between)
    classes = ("conjunctions", "articles", "possessives")
    return joins and all(draft.is_in_any(classes, p) or draft.words[p].kind == "elision" for p in between)


def members_asked(draft: Draft, focus: Focus | None) -> tuple[Name, ...]:
    """Return the names that a question chooses among: "which of the Twingo, the Leaf and the Micra"."""
    if focus is None or focus.last >= len(draft.words) or draft.words[focus.last].folded not in OF:
        return ()
    groups = [group for group in groups_of(draft) if group[0].first > focus.last]
    return groups[0] if groups else ()
