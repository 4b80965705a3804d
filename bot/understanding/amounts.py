"""Typed values in a question, and the attributes that an amount by itself can only mean."""

from collections.abc import Callable, Sequence

from bot.understanding.draft import AmountPiece, Draft
from facts.lexicon import Lexicon
from facts.models import Value, ValueKind
from facts.reading import ValueReader

BARE_MONEY_FROM = 1_000.0  # a bare number from here on ("under 25k") is money where nothing says otherwise
MONEY_ATTRIBUTE = ValueKind.MONEY


def find_amounts(draft: Draft, reader_of: Callable[[str], ValueReader]) -> list[AmountPiece]:
    """Find the values among the words of a question, save those inside names."""
    if not any(
        word.kind in ("number", "mixed") or draft.is_in_class("amount_words", p) for p, word in enumerate(draft.words)
    ):
        return []
    found = []
    end = draft.words[-1].end
    for span in reader_of(draft.language).values_in(draft.text, 0, end):
        inside = [p for p, word in enumerate(draft.words) if span.whole[0] < word.end and word.start < span.whole[1]]
        core = [p for p in inside if span.start < draft.words[p].end and draft.words[p].start < span.end]
        if not core or span.role is not None or any(draft.name_at(p) for p in core):
            continue
        found.append(AmountPiece(core[0], core[-1] + 1, span.value, span.dimension))
    return found


def implied_attribute(amount: AmountPiece, lexicon: Lexicon, asked: Sequence[str]) -> str | None:
    """Return the attribute that an amount belongs to: one that is asked and fits, else the one its unit implies."""
    fitting = [key for key in asked if fits(amount, lexicon.attributes[key].value, lexicon.attributes[key].dimension)]
    if fitting:
        return fitting[0]
    value = amount.value
    bare = value.kind is ValueKind.COUNT and value.amount is not None and value.amount >= BARE_MONEY_FROM
    if value.kind is ValueKind.MONEY or bare:
        return _first(lexicon, ValueKind.MONEY, None)
    if value.kind is ValueKind.QUANTITY:
        return _first(lexicon, ValueKind.QUANTITY, amount.dimension)
    return None


def fits(amount: AmountPiece, kind: ValueKind, dimension: str | None) -> bool:
    """Whether an amount may be a value of this kind and dimension."""
    value: Value = amount.value
    if value.kind is ValueKind.COUNT:
        return kind in (ValueKind.COUNT, ValueKind.MONEY, ValueKind.QUANTITY)
    if value.kind is ValueKind.QUANTITY:
        return kind is ValueKind.QUANTITY and dimension == amount.dimension
    return kind is value.kind


def _first(lexicon: Lexicon, kind: ValueKind, dimension: str | None) -> str | None:
    """Return the foremost attribute of a car that such an amount implies."""
    fitting = [
        attribute
        for attribute in lexicon.attributes.values()
        if attribute.value is kind and attribute.dimension == dimension and "model" in attribute.of
    ]
    implied = [attribute for attribute in fitting if attribute.implies] or fitting
    return min(implied, key=lambda attribute: attribute.rank).id if implied else None
