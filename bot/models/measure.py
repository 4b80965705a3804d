"""What two amounts must share to stand beside each other: unit, market, sort of price, test cycle."""

from collections.abc import Mapping

from facts.models import ValueKind

NARROWING = ("market", "price_kind", "cycle")
AMOUNTS = (ValueKind.MONEY, ValueKind.QUANTITY, ValueKind.DURATION)  # counts and shares are of too many things
DRAWN = (*AMOUNTS, ValueKind.DATE)

Measure = tuple[str | None, ...]


def measure_of(kind: ValueKind, unit: str | None, qualifiers: Mapping[str, str]) -> Measure | None:
    """Return what an amount is measured in; None where it is of a sort that is not drawn."""
    if kind not in DRAWN:
        return None
    return str(kind), unit, *(qualifiers.get(name) for name in NARROWING)
