"""The same thing in several documents is one entity.

Joins what shares a name and a kind; never what only looks alike.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from facts.lexicon import Lexicon
from facts.models import Entity
from facts.models.entity import OPEN
from facts.terms import squeeze

LEAST_KEY = 2  # letters and digits of a name that may join two entities


def merge_entities(
    groups: Sequence[Sequence[Entity]], lexicon: Lexicon
) -> tuple[tuple[Entity, ...], list[Mapping[str, str]]]:
    """Return the merged entities and, for each group (a document's entities), the new id of each old one."""
    merger = _Merger(lexicon)
    renamed: list[Mapping[str, str]] = [{entity.id: merger.place(entity) for entity in group} for group in groups]
    first: dict[str, str] = {}  # the same id may mean another thing in a later document
    for names in renamed:
        for old, new in names.items():
            first.setdefault(old, new)
    entities = (
        replace(
            entity,
            brand=first.get(entity.brand, entity.brand) if entity.brand is not None else None,
            parent=first.get(entity.parent, entity.parent) if entity.parent is not None else None,
        )
        for entity in merger.found.values()
    )
    return tuple(sorted(entities, key=lambda entity: entity.id)), renamed


class _Merger:
    """Collects entities one by one; a later one joins an earlier one that shares a telling name."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.found: dict[str, Entity] = {}
        self._by_key: dict[str, list[str]] = defaultdict(list)

    def place(self, entity: Entity) -> str:
        """Return the id under which an entity is kept."""
        key = self._same(entity) or self._free_id(entity)
        known = self.found.get(key)
        self.found[key] = self._joined(known, entity, key) if known else replace(entity, id=key)
        for alias in self.found[key].aliases:
            squeezed = squeeze(alias)
            if key not in self._by_key[squeezed]:
                self._by_key[squeezed].append(key)
        return key

    def _same(self, entity: Entity) -> str | None:
        telling = {squeeze(alias) for alias in entity.aliases if self._is_telling(entity, alias)}
        candidates = {
            key for name in telling for key in self._by_key.get(name, ()) if self._compatible(self.found[key], entity)
        }
        if len(candidates) > 1 and entity.kind == OPEN:
            return None  # it may be either
        return min(candidates) if candidates else None

    @staticmethod
    def _is_telling(entity: Entity, alias: str) -> bool:
        """Whether a shared name means a shared thing: a surname alone does not."""
        return len(squeeze(alias)) >= LEAST_KEY and (
            entity.kind != "person" or len(alias.split()) > 1 or alias == entity.name
        )

    def _compatible(self, known: Entity, other: Entity) -> bool:
        if known.brand and other.brand and known.brand != other.brand:
            return False
        if known.described != other.described:
            return False
        same_family = self.lexicon.is_a(known.kind, other.kind) or self.lexicon.is_a(other.kind, known.kind)
        both_makers = self.lexicon.is_a(known.kind, "organisation") and self.lexicon.is_a(other.kind, "organisation")
        return same_family or both_makers or OPEN in (known.kind, other.kind)

    def _free_id(self, entity: Entity) -> str:
        key, number = entity.id, 2
        while key in self.found:
            key, number = f"{entity.id}-{number}", number + 1
        return key

    @staticmethod
    def _joined(known: Entity, other: Entity, key: str) -> Entity:
        better = other if known.kind == OPEN or (other.brand and not known.brand) else known
        return replace(
            better,
            id=key,
            aliases=tuple(dict.fromkeys((*known.aliases, *other.aliases))),
            brand=known.brand or other.brand,
            parent=known.parent or other.parent,
            traits=tuple(dict.fromkeys((*known.traits, *other.traits))),
        )
