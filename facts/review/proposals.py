"""From what was extracted to tables of a review: pure steps, shared by every place where people review."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from facts.models import Bound, Certainty, Document, Entity, Fact, Origin
from facts.review.model import EntityReview, FactReview, Review, Verdict, Was
from facts.terms import squeeze


@dataclass(frozen=True, slots=True)
class Proposals:
    """What a document has for review: its text, the entities as merged, the facts that nobody has judged."""

    document: Document
    entities: Mapping[str, Entity]
    facts: tuple[Fact, ...]

    @classmethod
    def of(cls, document: Document, entities: Iterable[Entity], facts: Iterable[Fact]) -> "Proposals":
        """Pick the document's own unjudged facts, in reading order."""
        waiting = (fact for fact in facts if fact.document == document.name and fact.origin is not Origin.REVIEWED)
        return cls(document, {entity.id: entity for entity in entities}, tuple(waiting))

    def unnamed(self, review: Review) -> list[Entity]:
        """List the entities of waiting facts that the review does not declare, in the order they come up."""
        declared = {squeeze(row.name) for row in review.entity}
        used = dict.fromkeys(key for fact in self.facts for key in _keys(fact))
        return [self.entities[key] for key in used if squeeze(self.entities[key].name) not in declared]

    def row(self, fact: Fact, verdict: Verdict = Verdict.CONFIRMED) -> FactReview:
        """Write a proposal as a table of a review."""
        quote = self.document.text[fact.start : fact.end]
        words = self.document.text[slice(*fact.at)]
        value = self.entities[fact.value.entity].name if fact.value.entity else fact.value.text
        usual = Certainty.APPROXIMATE if fact.value.bound is Bound.ABOUT else Certainty.STATED
        return FactReview(
            verdict=verdict,
            subject=self.entities[fact.subject].name,
            attribute=fact.attribute,
            value=value,
            words=words if words != value and words in quote else None,
            certainty=fact.certainty if fact.certainty is not usual else None,
            qualifiers=dict(fact.qualifiers),
            speaker=fact.speaker,
            quote=quote,
        )

    def corrected(self, fact: Fact, changes: Mapping[str, object]) -> FactReview:
        """Write a proposal with some keys changed, and what it was."""
        row = self.row(fact)
        was = Was(subject=row.subject, attribute=row.attribute, value=fact.value.text)
        told = {key: value for key, value in row.model_dump().items() if key not in changes}
        return FactReview.model_validate({**told, **changes, "verdict": Verdict.CORRECTED, "was": was})

    def declared(self, rows: Iterable[FactReview]) -> Iterator[EntityReview]:
        """Yield tables for the entities these rows name, so that the review stands without extraction."""
        by_name = {squeeze(entity.name): entity for entity in self.entities.values()}
        for row in rows:
            for name in (row.subject, row.value):
                if (entity := by_name.get(squeeze(name))) is not None:
                    yield self.entity_row(entity)

    def entity_row(self, entity: Entity) -> EntityReview:
        """Write an entity as a table of a review."""
        brand = self.entities.get(entity.brand) if entity.brand else None
        return EntityReview(
            name=entity.name,
            kind=entity.kind,
            aliases=tuple(alias for alias in entity.aliases if alias != entity.name),
            brand=brand.name if brand else None,
            traits=entity.traits,
            described=entity.described,
        )


def with_facts(review: Review, rows: Sequence[FactReview]) -> Review:
    """Add decisions; one on the same claim of the same quote is replaced."""
    decided = {row.claim for row in rows}
    kept = tuple(row for row in review.fact if row.claim not in decided)
    return review.model_copy(update={"fact": (*kept, *rows)})


def with_entities(review: Review, rows: Iterable[EntityReview]) -> Review:
    """Add entities that the review does not declare yet."""
    tables = {squeeze(row.name): row for row in review.entity}
    for row in rows:
        tables.setdefault(squeeze(row.name), row)
    return review.model_copy(update={"entity": tuple(tables.values())})


def _keys(fact: Fact) -> tuple[str, ...]:
    return (fact.subject, fact.value.entity) if fact.value.entity else (fact.subject,)
