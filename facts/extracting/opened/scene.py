"""One document as open facts look at it: its sentences, its things, and which of them it is mostly about."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from facts.lexicon import Lexicon
from facts.models import Certainty, Document, Entity, Fact, Origin, Passage, Statement, Value, ValueKind, open_attribute
from facts.parsing.sentence import Sentence
from facts.terms import fold

WHOLE = "sentence"  # the shape of a statement that only lists what its sentence names
MODEL = "model"
MAIN_SHARE = 0.4  # of all mentions of cars: one named so often is what the document is about
Place = tuple[int, int]


@dataclass(slots=True)
class Told:
    """Where the values of facts stand, by what they are said of."""

    places: dict[str, list[Place]] = field(default_factory=dict)
    everywhere: list[Place] = field(default_factory=list)

    def add(self, facts: Iterable[Fact]) -> None:
        """Note what facts say."""
        for fact in facts:
            self.places.setdefault(fact.subject, []).append(fact.at)
            self.everywhere.append(fact.at)

    def holds(self, fact: Fact) -> bool:
        """Whether its subject has a fact of the same characters; a name inside longer words is another value."""
        places = self.places.get(fact.subject, ())
        if fact.value.entity is not None:
            return any(place == fact.at or (fact.at[0] <= place[0] and place[1] <= fact.at[1]) for place in places)
        return _overlaps(places, fact.at)

    def covers(self, at: Place) -> bool:
        """Whether anything has one."""
        return _overlaps(self.everywhere, at)


def _overlaps(places: Iterable[Place], at: Place) -> bool:
    return any(start < at[1] and at[0] < end for start, end in places)


@dataclass(frozen=True, slots=True)
class Scene:
    """What one document was read as."""

    lexicon: Lexicon
    document: Document
    passages: Sequence[Passage]
    sentences: Sequence[Sentence]
    entities: Mapping[str, Entity]
    by_name: Mapping[str, str]
    wholes: Mapping[int, Statement]  # by passage: the statement that lists what its words mean
    main: str | None  # the car that the document is mostly about

    @classmethod
    def of(
        cls,
        lexicon: Lexicon,
        document: Document,
        passages: Sequence[Passage],
        sentences: Sequence[Sentence],
        entities: Sequence[Entity],
        statements: Sequence[Statement],
    ) -> "Scene":
        """Look at a document that has been read."""
        known = {entity.id: entity for entity in entities}
        wholes = {one.passage: one for one in statements if one.shape == WHOLE}
        by_name = {entity.name: entity.id for entity in entities}
        return cls(lexicon, document, passages, sentences, known, by_name, wholes, _main(lexicon, known, wholes))

    def is_a(self, key: str, kind: str) -> bool:
        """Whether a thing is of a kind."""
        return self.lexicon.is_a(self.entities[key].kind, kind)

    def words(self, passage: int) -> frozenset[str]:
        """Return the folded words of a passage."""
        return frozenset(token.folded for token in self.sentences[passage].tokens)

    def named(self, passage: int) -> list[str]:
        """Return every thing that the words of a passage mean, in order."""
        whole = self.wholes.get(passage)
        return [key for part in whole.parts for key in part.entities] if whole else []

    def topics(self, passage: int) -> list[str]:
        """Return what a passage may speak of without naming it, the likeliest first."""
        return [self.by_name[name] for name in self.passages[passage].topics if name in self.by_name]

    def topic(self, passage: int) -> str | None:
        """Return the car that a passage is about, where its words name none."""
        if any(self.is_a(key, MODEL) for key in self.named(passage)):
            return None
        return next((key for key in self.topics(passage) if self.is_a(key, MODEL)), None)

    def family(self, key: str) -> str:
        """Return the car that a version belongs to, else the thing itself."""
        return self.entities[key].parent or key

    def fact(self, statement: Statement, key: str, words: str, at: Place, value: Value, pattern: str) -> Fact:
        """Make a proposal of what a statement says; `words` relate the value to the thing."""
        passage = self.passages[statement.passage]
        place = (self.document.name, passage.start, passage.end)
        certainty = Certainty.DENIED if statement.is_negated and statement.shape != WHOLE else statement.certainty
        return Fact(key, open_attribute(words), value, *place, at, pattern, certainty, Origin.PROPOSED)

    def text_value(self, at: Place) -> Value:
        """Return words of the document as a value."""
        return Value(self.document.text[slice(*at)], ValueKind.TEXT)


def classes_of(lexicon: Lexicon, language: str, *keys: str) -> frozenset[str]:
    """Return the folded words of some classes of a language."""
    classes = lexicon.languages[language].classes
    return frozenset(fold(word) for key in keys for word in classes.get(key, ()))


def _main(lexicon: Lexicon, known: Mapping[str, Entity], wholes: Mapping[int, Statement]) -> str | None:
    named = (known[key] for whole in wholes.values() for part in whole.parts for key in part.entities)
    count = Counter(entity.parent or entity.id for entity in named if lexicon.is_a(entity.kind, MODEL))
    found = count.most_common(1)
    return found[0][0] if found and found[0][1] >= MAIN_SHARE * count.total() else None
