"""What a list can be narrowed to and drawn of: brands that have models, attributes with values beside each other.

It is worked out from what the store holds at a glance, so that it can be suggested while somebody types.
"""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import product

from bot.answering.known import Known
from bot.browsing.listings import kinds_of
from bot.models.measure import Measure, measure_of
from facts.models import ValueKind
from facts.terms import fold

FEWEST = 2  # values; one alone compares nothing
MOST_AMOUNTS = 20_000  # facts that are looked at: those of some ten thousand models
MOST_OF_BRAND = 2_000
KEPT_BRANDS = 256

Amounts = Mapping[str, Mapping[Measure, frozenset[str]]]  # attribute -> measure -> whose amounts are in it


class Choosing:
    """What can be chosen of one store."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._amounts = lru_cache(KEPT_BRANDS)(self._read)

    def load(self) -> None:
        """Read what stands beside each other among all. Takes long where they are many."""
        self._amounts(None)

    def brands(self) -> Iterator[str]:
        """Yield the ids of brands that have models, by id."""
        return self._known.store.listing.brands(kinds_of(self._known))

    def has_models(self, brand: str) -> bool:
        """Whether anything of a brand can be listed."""
        return bool(self._known.store.listing.entities(kinds_of(self._known), brand, 0, 1))

    def attributes(self, brand: str | None, beside: str | None = None) -> list[str]:
        """Return what can be drawn, maybe of one brand, maybe against another attribute; the most telling first."""
        amounts = self._amounts(brand)
        of_other = amounts.get(beside, {}) if beside is not None else None
        found = (one for one in amounts if one != beside and _stand_together(amounts[one], of_other))
        return sorted(found, key=self._known.rank)

    def named(self, typed: str) -> str | None:
        """Return the attribute that has this id, or this name in whichever language; None where there is none."""
        if typed in self._known.lexicon.attributes:
            return typed
        wanted = fold(typed)
        every = self._known.lexicon.attributes.values()
        return next((one.id for one in every if wanted in {fold(w.label) for w in one.wording.values()}), None)

    def _read(self, brand: str | None) -> Amounts:
        most = MOST_AMOUNTS if brand is None else MOST_OF_BRAND
        found: dict[str, dict[Measure, set[str]]] = {}
        for subject, attribute, kind, unit, qualifiers in self._known.store.listing.amounts(
            kinds_of(self._known), brand, most
        ):
            narrowed = json.loads(qualifiers) if qualifiers != "{}" else {}
            measure = measure_of(ValueKind(kind), unit, narrowed)
            if measure is not None and not self._known.is_many(attribute):
                found.setdefault(attribute, {}).setdefault(measure, set()).add(subject)
        return {key: {one: frozenset(who) for one, who in by.items()} for key, by in found.items()}


def _stand_together(one: Mapping[Measure, frozenset[str]], other: Mapping[Measure, frozenset[str]] | None) -> bool:
    """Whether at least two things have amounts of one measure; with another attribute, of both."""
    if other is None:
        return any(len(who) >= FEWEST for who in one.values())
    return any(len(who & those) >= FEWEST for who, those in product(one.values(), other.values()))
