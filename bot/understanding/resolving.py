"""What the facts say about whom a description means: members of a brand, relatives of a model, holders of a value.

The only place where understanding looks at facts; nothing is answered from them here.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from bot.models import Match, Mention
from bot.understanding.linking import Name
from facts.lexicon import Attribute
from facts.models import Certainty, Entity, Fact, ValueKind
from facts.store.reader import FactStore
from facts.terms import tokenize

MODEL = "model"
RELATIONS = ("parent_model", "twin", "platform", "replaces")  # what makes two models relatives, closest first
MOST_HOLDERS = 50
CACHED_KINDS = 4_096  # pairs of what names may mean and what attributes take; every reading of a question asks
LEAST_WORDS, LEAST_SHARE = (
    2,
    0.75,
)  # of the content words of a question without a name, for it to be about the documents
MOST_WORDS = 12  # a longer message without a name is no question about the documents
NEAREST_PASSAGES = 3


class Resolver:
    """Looks descriptions up in one store."""

    def __init__(self, store: FactStore) -> None:
        self._store = store
        self.lexicon = store.lexicon
        self.are_any = lru_cache(maxsize=CACHED_KINDS)(self._are_any)

    def entity(self, key: str) -> Entity:
        """Return an entity by id."""
        return self._store.entity(key)

    def is_entity(self, key: str) -> bool:
        """Whether an entity has this id."""
        try:
            self._store.entity(key)
        except KeyError:
            return False
        return True

    def named(self, name: str) -> tuple[str, ...]:
        """Return what is called so."""
        return tuple(entity.id for entity in self._store.entities_named(name))

    def attribute(self, key: str) -> Attribute:
        """Return an attribute of the vocabulary."""
        return self.lexicon.attributes[key]

    def relations(self) -> list[Attribute]:
        """List the attributes that join entities of different kinds, those told first first."""
        found = (one for one in self.lexicon.attributes.values() if one.value is ValueKind.ENTITY)
        return sorted((one for one in found if set(one.of).isdisjoint(one.kinds)), key=lambda one: one.rank)

    def kind(self, name: Name) -> str | None:
        """Return the kind of what a name means, None where it is not known."""
        if name.mention.match is Match.UNKNOWN:
            return name.known.kind if name.known else None
        return self.entity(name.mention.entities[0]).kind

    def kinds(self, name: Name) -> list[str]:
        """Return the kinds of everything that a name may mean."""
        if name.mention.match is Match.UNKNOWN:
            return [name.known.kind] if name.known else []
        if len(name.mention.entities) == 1:
            return [self.entity(name.mention.entities[0]).kind]
        return list(dict.fromkeys(self.entity(key).kind for key in name.mention.entities))

    def is_a(self, name: Name, *ancestors: str) -> bool:
        """Whether a name may mean something of one of these kinds; a strange name may mean anything."""
        kinds = self.kinds(name)
        return not kinds or self.are_any(tuple(kinds), ancestors)

    def _are_any(self, kinds: tuple[str, ...], ancestors: tuple[str, ...]) -> bool:
        """Whether one of these kinds is one of the ancestors, or descends from it."""
        return any(self.lexicon.is_a(kind, ancestor) for kind in kinds for ancestor in ancestors)

    def is_brand(self, name: Name) -> bool:
        """Whether a name means a maker, whose cars it may stand for."""
        return bool(self.kinds(name)) and self.is_a(name, "organisation")

    def models_of(self, brands: Iterable[str]) -> list[Entity]:
        """List the models of these brands; generations and versions come with their model."""
        found = [one for brand in brands for one in self._store.entities_of(brand) if self._is_model(one)]
        ids = {entity.id for entity in found}
        return [entity for entity in found if entity.parent not in ids]

    def family(self, key: str) -> list[Entity]:
        """List what has this entity as its model, or shares its model: its generations and versions."""
        entity = self.entity(key)
        if entity.brand is None:
            return []
        parents = (key, entity.parent) if entity.parent is not None else (key,)
        kin = {one.id: one for parent in parents for one in self._store.children(parent)}
        kept = (one for one in kin.values() if one.id != key and one.brand == entity.brand and self._is_model(one))
        return sorted(kept, key=lambda one: one.id)

    def _is_model(self, entity: Entity) -> bool:
        return self.lexicon.is_a(entity.kind, MODEL)

    def facts(self, key: str, attributes: Sequence[str]) -> list[Fact]:
        """List what is known of an entity by these attributes; denials, and what was taken back, are no knowledge."""
        return [
            fact
            for attribute in attributes
            for fact in self._store.standing(self._store.facts_about(key, attribute), attribute)[0]
        ]

    def having(self, entities: Iterable[Entity], attributes: Sequence[str]) -> list[Entity]:
        """Keep the entities of which one of these attributes is known."""
        return [entity for entity in entities if self.facts(entity.id, attributes)]

    def is_replaced(self, key: str) -> bool:
        """Whether something takes the place of this entity."""
        return bool(self._store.facts_with_value(key, "replaces"))

    def generations(self, keys: Sequence[str], wanted: str) -> list[Entity]:
        """List what is older ("old") or newer ("new") than these: generations of theirs, what they replace or what
        replaces them.
        """
        kin = [one for key in keys for one in self.family(key) if self.is_replaced(one.id) == (wanted == "old")]
        next_to = self.values(keys, "replaces") if wanted == "old" else self.holders(keys, "replaces")
        return list({one.id: one for one in (*kin, *map(self.entity, next_to))}.values())

    def told(self, key: str) -> tuple[str, ...]:
        """Return the attributes that are known of an entity, those told first first."""
        known = {fact.attribute for fact in self._store.facts_about(key) if fact.certainty is not Certainty.DENIED}
        return tuple(sorted(known & self.lexicon.attributes.keys(), key=lambda one: self.attribute(one).rank))

    def values(self, keys: Iterable[str], attribute: str) -> tuple[str, ...]:
        """Return the entities that these have as their value of an attribute."""
        found = (fact.value.entity for key in keys for fact in self.facts(key, (attribute,)))
        return tuple(dict.fromkeys(entity for entity in found if entity is not None))

    def holders(self, keys: Iterable[str], attribute: str) -> tuple[str, ...]:
        """Return the entities whose attribute has one of these as its value."""
        found = (fact for key in keys for fact in self._store.standing_with_value(key, attribute))
        return tuple(dict.fromkeys(fact.subject for fact in found))

    def having_attribute(self, attribute: str, kind: str) -> tuple[str, ...]:
        """Return the entities of a kind of which an attribute is known, up to a limit."""
        facts = self._store.few_facts_of(attribute, MOST_HOLDERS)
        subjects = dict.fromkeys(fact.subject for fact in facts if fact.certainty is not Certainty.DENIED)
        return tuple(key for key in subjects if self.lexicon.is_a(self.entity(key).kind, kind))

    def is_told_with(self, key: str, others: Iterable[str]) -> bool:
        """Whether a fact about an entity names one of others as its value."""
        wanted = set(others)
        return any(fact.value.entity in wanted for fact in self._store.facts_about(key))

    def is_quoted(self, keys: Iterable[str], attributes: Sequence[str], text: str) -> bool:
        """Whether the words that give one of these attributes hold a text as well: the year that a question names."""
        for fact in (fact for key in keys for fact in self.facts(key, attributes)):
            if text in self._store.document(fact.document).text[fact.start : fact.end]:
                return True
        return False

    def are_told(self, words: Sequence[str]) -> bool:
        """Whether one passage holds nearly all of these lemmas, so that a question without a name is about the
        documents.
        """
        if not LEAST_WORDS <= len(words) <= MOST_WORDS:
            return False
        for passage in self._store.search(words, limit=NEAREST_PASSAGES):
            document = self._store.document(passage.document)
            text = tokenize(document.text, passage.start, passage.end)
            lemmas = {self._store.lemmas.lemma(token.folded, document.language) for token in text}
            if sum(word in lemmas for word in words) >= LEAST_SHARE * len(words):
                return True
        return False

    def are_related(self, one: str, other: str) -> bool:
        """Whether a fact joins two models: derived, twins, one platform, one in the place of the other."""
        for attribute in RELATIONS:
            mine, its = self.values((one,), attribute), self.values((other,), attribute)
            if other in mine or one in its or (set(mine) & set(its)):
                return True
        return False


def with_entities(name: Name, entities: Sequence[str], match: Match) -> Mention:
    """Return the mention of a name with other entities."""
    mention = name.mention
    return Mention(mention.start, mention.end, mention.text, tuple(entities), match, mention.negated)
