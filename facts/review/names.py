"""Names in review files: `[[entity]]` tables laid over the proposed entities, and names in fact tables looked up."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from facts.errors import ReviewError
from facts.lexicon import Lexicon
from facts.models import Entity, Fact, Statement
from facts.naming.clusters import slug
from facts.review.model import EntityReview
from facts.review.sidecar import Sidecar
from facts.terms import squeeze


@dataclass(frozen=True, slots=True)
class Adopted:
    """Entities after the reviews, with the ids that were merged away."""

    entities: tuple[Entity, ...]
    renamed: Mapping[str, str]  # old id -> new id
    problems: tuple[ReviewError, ...]


def repoint(facts: Iterable[Fact], renamed: Mapping[str, str]) -> Iterator[Fact]:
    """Point facts to the entities that theirs were merged into."""
    for fact in facts:
        subject = renamed.get(fact.subject, fact.subject)
        value = fact.value
        if value.entity is not None and value.entity in renamed:
            value = replace(value, entity=renamed[value.entity])
        unchanged = subject == fact.subject and value is fact.value
        yield fact if unchanged else replace(fact, subject=subject, value=value)


def repoint_statements(statements: Iterable[Statement], renamed: Mapping[str, str]) -> Iterator[Statement]:
    """Point the parts of statements, and who says them, to the entities that theirs were merged into."""
    if not renamed:
        yield from statements
        return
    for statement in statements:
        parts = tuple(
            replace(part, entities=tuple(dict.fromkeys(renamed.get(key, key) for key in part.entities)))
            if part.entities
            else part
            for part in statement.parts
        )
        speaker = statement.speaker and renamed.get(statement.speaker, statement.speaker)
        yield replace(statement, parts=parts, speaker=speaker)


def adopt_entities(entities: Iterable[Entity], sidecars: Sequence[Sidecar], lexicon: Lexicon) -> Adopted:
    """Merge reviewed entities into the proposed ones: those that share a name and the root of their kind are one."""
    table = _Adoption(entities, lexicon)
    for sidecar in sidecars:
        for line, row in sidecar.entities():
            table.add(sidecar, line, row)
    for sidecar in sidecars:
        for line, row in sidecar.entities():
            table.set_brand(sidecar, line, row)
    return table.result()


class _Adoption:
    def __init__(self, entities: Iterable[Entity], lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.entities = {entity.id: entity for entity in entities}
        self.renamed: dict[str, str] = {}
        self.problems: list[ReviewError] = []
        self.keys: dict[str, set[str]] = defaultdict(set)
        for entity in self.entities.values():
            self._index(entity)

    def add(self, sidecar: Sidecar, line: int, row: EntityReview) -> None:
        """Take one table over the entities it shares a name with."""
        if row.kind not in self.lexicon.kinds:
            known = ", ".join(sorted(self.lexicon.kinds))
            self.problems.append(ReviewError(sidecar.file, line, f"unknown kind {row.kind!r}", f"use one of {known}"))
            return
        same = self._same(row)
        aliases = dict.fromkeys((row.name, *row.aliases, *(alias for entity in same for alias in entity.aliases)))
        traits = dict.fromkeys((*row.traits, *(trait for entity in same for trait in entity.traits)))
        first = same[0] if same else None
        entity = Entity(
            id=self._free_id(row.name, {entity.id for entity in same}),
            name=row.name,
            kind=row.kind,
            aliases=tuple(aliases),
            brand=first.brand if first else None,
            parent=first.parent if first else None,
            described=row.described,
            traits=tuple(traits),
        )
        for old in same:
            del self.entities[old.id]
            if old.id != entity.id:
                self.renamed[old.id] = entity.id
        self.entities[entity.id] = entity
        self._index(entity)

    def set_brand(self, sidecar: Sidecar, line: int, row: EntityReview) -> None:
        """Resolve the brand a table names, now that every table is in."""
        if row.brand is None or row.kind not in self.lexicon.kinds:
            return
        brands = [entity for entity in self._named((row.brand,)) if self.lexicon.is_a(entity.kind, "organisation")]
        if not brands:
            message = f"no brand is called {row.brand!r}"
            self.problems.append(ReviewError(sidecar.file, line, message, "add an [[entity]] table for it"))
            return
        brand = next((entity for entity in brands if entity.kind == "brand"), brands[0])
        for entity in self._same(row):
            self.entities[entity.id] = replace(entity, brand=brand.id)

    def result(self) -> Adopted:
        """Return the entities by id, their brands and parents pointing to what is left."""
        final = {old: last for old, new in self.renamed.items() if (last := self._last(new)) != old}
        repointed = (
            replace(entity, brand=self._known(entity.brand, final), parent=self._known(entity.parent, final))
            for entity in self.entities.values()
        )
        return Adopted(tuple(sorted(repointed, key=lambda entity: entity.id)), final, tuple(self.problems))

    def _index(self, entity: Entity) -> None:
        for alias in (entity.name, *entity.aliases):
            self.keys[squeeze(alias)].add(entity.id)

    def _named(self, names: Iterable[str]) -> list[Entity]:
        ids = {self._last(one) for name in names for one in self.keys.get(squeeze(name), ())}
        return [self.entities[one] for one in sorted(ids)]

    def _same(self, row: EntityReview) -> list[Entity]:
        """List the entities that a table means, the one with its very name first."""
        root = _root(row.kind, self.lexicon)
        same = [entity for entity in self._named((row.name, *row.aliases)) if _root(entity.kind, self.lexicon) == root]
        return sorted(same, key=lambda entity: squeeze(entity.name) != squeeze(row.name))

    def _free_id(self, name: str, merged: set[str]) -> str:
        wanted = slug(name)
        number, found = 2, wanted
        while found in self.entities and found not in merged:
            found, number = f"{wanted}-{number}", number + 1
        return found

    def _last(self, entity: str) -> str:
        while entity not in self.entities and entity in self.renamed:
            entity = self.renamed[entity]
        return entity

    def _known(self, entity: str | None, final: Mapping[str, str]) -> str | None:
        found = final.get(entity, entity) if entity is not None else None
        return found if found in self.entities else None


class NameTable:
    """Looks names up for one review: what its own tables declare comes before what other documents hold."""

    def __init__(self, entities: Sequence[Entity], lexicon: Lexicon, sidecar: Sidecar) -> None:
        self._lexicon = lexicon
        self._declared = {squeeze(row.name) for row in sidecar.review.entity}
        self._by_key: dict[str, list[Entity]] = defaultdict(list)
        for entity in entities:
            for key in {squeeze(alias) for alias in (entity.name, *entity.aliases)}:
                self._by_key[key].append(entity)

    def all(self, name: str) -> Sequence[Entity]:
        """List every entity of that name."""
        return self._by_key.get(squeeze(name), ())

    def one(self, name: str, kinds: Sequence[str]) -> Entity | None:
        """Return the entity a reviewer means: of a fitting kind first, then called exactly so, then declared here."""

        def rank(entity: Entity) -> tuple[bool, bool, bool, str]:
            fits = not kinds or any(self._lexicon.is_a(entity.kind, kind) for kind in kinds)
            key = squeeze(entity.name)
            return not fits, key != squeeze(name), key not in self._declared, entity.id

        return min(self.all(name), key=rank, default=None)


def _root(kind: str, lexicon: Lexicon) -> str:
    while kind in lexicon.kinds and (parent := lexicon.kinds[kind].parent) is not None:
        kind = parent
    return kind
