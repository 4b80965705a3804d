"""Whether an argument may be the subject or the value of an attribute: the types that keep shared verbs apart."""

from collections.abc import Iterator

from facts.extracting.arguments import Argument
from facts.extracting.discourse import Discourse
from facts.extracting.noun_phrases import Shape
from facts.lexicon import Attribute, Lexicon
from facts.models import Value, ValueKind

SENTENCE_KINDS = frozenset({ValueKind.TEXT, ValueKind.YES_NO})


class Fitting:
    """Type checks of one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.dimension = {unit.id: unit.dimension for unit in lexicon.units}

    def fits(self, attribute: Attribute, value: Value) -> bool:
        """Whether a typed value can be a value of the attribute."""
        if value.kind is not attribute.value or not _is_plausible(attribute, value):
            return False
        return value.kind is not ValueKind.QUANTITY or self.dimension.get(value.unit or "") == attribute.dimension

    def values(self, attribute: Attribute, argument: Argument, discourse: Discourse) -> Iterator[Value]:
        """Yield the values of the attribute that an argument gives."""
        if argument.value is not None:
            if self.fits(attribute, argument.value.value) and not argument.is_difference:
                yield argument.value.value
            return
        mention = argument.mention
        if mention is None or attribute.value is not ValueKind.ENTITY:
            return
        for entity in mention.entities:
            if self.is_kind(attribute.kinds, discourse.kind_of(entity), mention.kind):
                name = discourse.entities[entity].name
                if (
                    mention.phrase.shape is Shape.DESCRIPTION
                    and mention.phrase.name == entity
                    and mention.phrase.traits
                ):
                    name = f"{name} {mention.phrase.traits[-1]}"  # "Renault Scénic platform"
                yield Value(text=name, kind=ValueKind.ENTITY, entity=entity)

    def subjects(self, attribute: Attribute, argument: Argument, discourse: Discourse) -> list[str]:
        """Return the entities of an argument that the attribute can be said of."""
        kind = argument.mention.kind if argument.mention else None
        if argument.mention is not None and not argument.entities:
            likely = [topic.entity for topic in argument.mention.topics]
            return [e for e in likely if self.is_kind(attribute.of, discourse.kind_of(e))][:1]
        return [
            e
            for e in argument.entities
            if self.is_kind(attribute.of, discourse.kind_of(e), kind if kind != "person" else None)
        ]

    def is_kind(self, wanted: tuple[str, ...], *kinds: str | None) -> bool:
        """Whether one of the kinds is one of those wanted, or descends from it."""
        for kind in kinds:
            for one in wanted:
                if self.lexicon.is_a(kind, one):
                    return True
        return False


def _is_plausible(attribute: Attribute, value: Value) -> bool:
    """Whether an amount lies where the vocabulary says that amounts of the attribute can lie."""
    if value.amount is None:
        return True
    is_low = attribute.least is not None and value.amount < attribute.least
    return not is_low and (attribute.most is None or value.amount <= attribute.most)
