"""The same thing in several documents is one entity.

Joins what shares a name and a kind; never what only looks alike. What goes by half a name (a car without its brand, a
person by the surname) is placed once all whole names are known, and joins only what it alone can mean.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from facts.lexicon import Lexicon
from facts.models import Entity
from facts.models.entity import OPEN
from facts.terms import squeeze

LEAST_KEY = 2  # letters and digits of a name that may join two entities
MAKER, CAR, PERSON = "organisation", "model", "person"


def merge_entities(
    groups: Iterable[Sequence[Entity]], lexicon: Lexicon
) -> tuple[tuple[Entity, ...], list[Mapping[str, str]]]:
    """Return the merged entities and, for each group (a document's entities), the new ids of those that have one."""
    joining = Joining(lexicon)
    for group in groups:
        joining.add(group)
    return joining.joined()


class Joining:
    """Takes in the entities of one document after another, and keeps of them what is still to be placed."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._merger = _Merger(lexicon)
        self._renamed: list[Mapping[str, str]] = []  # by document
        self._waiting: list[tuple[int, Sequence[Entity], dict[str, str]]] = []  # document, its half names, its ids

    def add(self, entities: Sequence[Entity]) -> None:
        """Place what the next document names in full."""
        ids: dict[str, str] = {}
        self._merger.place_all((one for one in entities if not self._merger.is_half_named(one)), ids)
        if halves := [one for one in entities if self._merger.is_half_named(one)]:
            self._waiting.append((len(self._renamed), halves, ids))
        self._renamed.append(_changed(ids))

    def joined(self) -> tuple[tuple[Entity, ...], list[Mapping[str, str]]]:
        """Place all half names; return the merged entities and, by document, the new ids of those that have one."""
        for number, halves, ids in self._waiting:
            self._merger.place_all(halves, ids)
            self._renamed[number] = _changed(ids)
        return tuple(sorted(self._merger.found.values(), key=lambda entity: entity.id)), self._renamed


def _changed(ids: Mapping[str, str]) -> Mapping[str, str]:
    return {old: new for old, new in ids.items() if new != old}


class _Merger:
    """Collects entities one by one; a later one joins an earlier one that shares a telling name."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.found: dict[str, Entity] = {}
        self._by_key: dict[str, list[str]] = defaultdict(list)
        self._beside: dict[str, set[str]] = defaultdict(set)  # makers and cars that are named where a person is

    def is_half_named(self, entity: Entity) -> bool:
        """Whether a name may be short for several: a surname, a car without its brand."""
        if entity.kind == PERSON:
            return len(entity.name.split()) == 1
        return entity.brand is None and self._is_car(entity)

    def place_all(self, entities: Iterable[Entity], ids: dict[str, str]) -> None:
        """Place what one document names, makers before their cars and these before their versions; note the new ids."""
        for entity in sorted(entities, key=self._turn):
            brand, parent = (ids.get(key, key) if key else None for key in (entity.brand, entity.parent))
            ids[entity.id] = self._place(replace(entity, brand=brand, parent=parent), ids.values())
        beside = {key for key in ids.values() if self._may_vouch(self.found[key])}
        for key in ids.values():
            if self.found[key].kind == PERSON:
                self._beside[key] |= beside

    def _turn(self, entity: Entity) -> int:
        if entity.kind == PERSON:
            return 3
        return 2 if entity.parent else 1 if entity.brand else 0

    def _may_vouch(self, entity: Entity) -> bool:
        return any(self.lexicon.is_a(entity.kind, kind) for kind in (MAKER, CAR)) or entity.kind == OPEN

    def _place(self, entity: Entity, beside: Iterable[str]) -> str:
        """Return the id under which an entity is kept."""
        key = self._same(entity, beside) or self._free_id(entity)
        known = self.found.get(key)
        self.found[key] = self._joined(known, entity, key) if known else replace(entity, id=key)
        for alias in self._names(self.found[key]):
            squeezed = squeeze(alias)
            if key not in self._by_key[squeezed]:
                self._by_key[squeezed].append(key)
        return key

    def _names(self, entity: Entity) -> Iterator[str]:
        """Yield every name of an entity; a version goes by its maker's name before its own as well."""
        yield from entity.aliases
        if entity.parent and entity.brand in self.found:
            yield from (f"{brand} {entity.name}" for brand in self.found[entity.brand].aliases)

    def _same(self, entity: Entity, beside: Iterable[str]) -> str | None:
        telling = {squeeze(alias) for alias in self._names(entity) if self._is_telling(entity, alias)}
        candidates = {
            key
            for name in telling
            for key in self._by_key.get(name, ())
            if self._compatible(self.found[key], entity) and self._is_whole(name, self.found[key], entity)
        }
        if len(candidates) > 1 and self.is_half_named(entity):
            return None  # it may be either
        key = min(candidates, default=None)
        if key is not None and entity.kind == PERSON and self._is_surname_of(entity, self.found[key]):
            return None if self._beside[key].isdisjoint(beside) else key
        return key

    def _is_whole(self, name: str, known: Entity, other: Entity) -> bool:
        """Whether a shared name is all of one of the two: "Tiko" alone does not make a Halden of a Velmora Tiko."""
        if (known.brand and other.brand) or not all(map(self._is_car, (known, other))):
            return True
        return name in (squeeze(known.name), squeeze(other.name))

    def _is_car(self, entity: Entity) -> bool:
        return entity.kind == OPEN or self.lexicon.is_a(entity.kind, CAR)

    @staticmethod
    def _is_surname_of(entity: Entity, known: Entity) -> bool:
        """Whether a person goes by a part of a known one's name: something else must tell that it is the same."""
        return len(entity.name.split()) == 1 < len(known.name.split())

    @staticmethod
    def _is_telling(entity: Entity, alias: str) -> bool:
        """Whether a shared name means a shared thing: a surname alone does not."""
        return len(squeeze(alias)) >= LEAST_KEY and (
            entity.kind != PERSON or len(alias.split()) > 1 or alias == entity.name
        )

    def _compatible(self, known: Entity, other: Entity) -> bool:
        if known.brand and other.brand and known.brand != other.brand:
            return False
        if known.described != other.described:
            return False
        same_family = self.lexicon.is_a(known.kind, other.kind) or self.lexicon.is_a(other.kind, known.kind)
        both_makers = self.lexicon.is_a(known.kind, MAKER) and self.lexicon.is_a(other.kind, MAKER)
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
