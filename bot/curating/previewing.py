"""What a new document would bring: the facts found in it, and where they disagree with those in service."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from facts.history import is_said_again
from facts.models import Certainty, Document, Entity, Fact, Passage, Value, is_open
from facts.store.reader import FactStore
from facts.terms import squeeze

MOST_CONFLICTS = 50  # more than anybody reads


@dataclass(frozen=True, slots=True)
class Conflict:
    """A new fact, and one in service that says otherwise."""

    fact: Fact
    other: Fact
    other_value: str  # in words
    published: str | None  # the date of the other's document


@dataclass(frozen=True, slots=True)
class Preview:
    """One document as it was understood, beside the facts in service."""

    document: Document
    passages: tuple[Passage, ...]
    facts: tuple[Fact, ...]
    names: Mapping[str, str]  # of the entities in these facts, by id
    conflicts: tuple[Conflict, ...]
    before: int | None  # facts of the document that it replaces, None where it replaces none

    @property
    def silent(self) -> int:
        """How many passages gave no fact."""
        starts = [passage.start for passage in self.passages]
        told = {
            number
            for fact in self.facts
            for number in range(bisect_right(starts, fact.start) - 1, bisect_left(starts, fact.end))
        }
        return len(self.passages) - len(told & set(range(len(starts))))


def preview(fresh: FactStore, live: FactStore, name: str) -> Preview:
    """Compare the document in a store of its own with the facts in service."""
    facts = tuple(fresh.facts(name, proposed=True))
    keys = dict.fromkeys(key for fact in facts for key in (fact.subject, fact.value.entity) if key)
    before = len(live.facts(name, proposed=True)) if any(one.name == name for one in live.documents()) else None
    return Preview(
        document=fresh.document(name),
        passages=tuple(fresh.passages(name)),
        facts=facts,
        names={key: fresh.entity(key).name for key in keys},
        conflicts=tuple(islice(_conflicts(facts, fresh, live), MOST_CONFLICTS)),
        before=before,
    )


def _conflicts(facts: tuple[Fact, ...], fresh: FactStore, live: FactStore) -> Iterator[Conflict]:
    for fact in facts:
        for entity in _known_as(fresh.entity(fact.subject), live):
            for other in live.facts_about(entity.id, fact.attribute):
                if other.document != fact.document and _contradict(fact, other, fresh, live):
                    yield Conflict(fact, other, _worded(other.value, live), live.published(other.document))


def _known_as(entity: Entity, live: FactStore) -> list[Entity]:
    """Return the entity in service that has the name and kind of a new one."""
    return [one for one in live.entities_named(entity.name) if one.kind == entity.kind]


def _contradict(fact: Fact, other: Fact, fresh: FactStore, live: FactStore) -> bool:
    """Whether one fact cannot be so if the other is: one denies it, or it has another value where there is but one."""
    if dict(fact.qualifiers) != dict(other.qualifiers) or is_open(fact.attribute):
        return False
    is_same = is_said_again(_named(fact.value, fresh), _named(other.value, live))
    denied = (fact.certainty is Certainty.DENIED, other.certainty is Certainty.DENIED)
    if any(denied):
        return is_same and not all(denied)
    attribute = live.lexicon.attributes.get(fact.attribute)
    return not is_same and attribute is not None and not attribute.many


def _worded(value: Value, store: FactStore) -> str:
    return store.entity(value.entity).name if value.entity else value.text


def _named(value: Value, store: FactStore) -> Value:
    """Return a value whose entity is known by its name: the ids of two stores have nothing to do with each other."""
    return replace(value, entity=squeeze(store.entity(value.entity).name)) if value.entity else value
