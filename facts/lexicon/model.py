"""The compiled vocabulary, as reading and understanding use it.

Words are folded; phrases are tuples of folded lemmas.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from facts.lexicon.frames import Frame
from facts.models.value import ValueKind

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """How one language speaks of an attribute."""

    label: str  # "price": "the price of the Twingo"
    say: str | None = None  # "{S} costs {V}"
    say_inverse: str | None = None  # said of the value: "{V} is replaced by {S}"
    nouns: tuple[Phrase, ...] = ()  # "price of S", "S's price", "Price: V", "a price of V", "V of price"
    frames: tuple[Frame, ...] = ()
    phrases: tuple[Phrase, ...] = ()  # other words that ask for it: "how much", "price tag"
    inverse: tuple[Phrase, ...] = ()  # nouns seen from the value: "successor" of `replaces`, "maker" of `makes`
    low: tuple[Phrase, ...] = ()  # adjectives for a small value: "cheap", "affordable"
    high: tuple[Phrase, ...] = ()  # adjectives for a large one: "expensive"
    vetoes: tuple[Phrase, ...] = ()  # words beside a cue that make it another attribute: "lease", "option", "deposit"
    values: Mapping[str, tuple[Phrase, ...]] = field(default_factory=dict)  # "petrol" -> its words in this language


@dataclass(frozen=True, slots=True)
class Attribute:
    """What can be said of an entity."""

    id: str
    value: ValueKind
    of: tuple[str, ...]  # kinds of its subject
    kinds: tuple[str, ...] = ()  # kinds of its value, for entities
    dimension: str | None = None  # of its unit, for quantities
    implies: bool = False  # its unit alone says it: "52 kWh" of a car is its battery
    many: bool = False  # several values may hold at once
    exhaustive: bool = False  # whoever tells some of them tells all: what is told speaks against any other
    renewed: bool = False  # though several hold at once, those of a later document take the place of earlier ones
    rank: int = 100  # order in descriptions, smallest first; above 100 it is left out of them
    wording: Mapping[str, Wording] = field(default_factory=dict)  # by language
    least: float | None = None  # plausible amount, in the base unit: no car takes 18 minutes to 100 km/h
    most: float | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entity. A version is a model, a brand an organisation, a plant a place: `parent` says so."""

    id: str
    parent: str | None = None
    labels: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # by language: (singular, plural)
    nouns: Mapping[str, tuple[Phrase, ...]] = field(default_factory=dict)  # by language: "car", "city car", "saloon"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure or a currency. amount in base = number * factor."""

    id: str
    dimension: str  # "energy", "length" ..., or "money"
    factor: float
    spellings: tuple[str, ...]  # as written, case kept: "kWh", "kilowatt-hours"
    home: str | None = None  # of a currency: the one country that it is the money of


@dataclass(frozen=True, slots=True)
class Language:
    """Closed classes and small tables of one language; the keys are those of its TOML file."""

    id: str
    classes: Mapping[str, frozenset[str]]  # "articles" -> {"the", "a", "an"}; phrases keep their spaces
    tables: Mapping[str, Mapping[str, str]]  # "irregular" -> {"built": "build"}; "numbers" -> {"three": "3"}


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name that the world knows: a brand, a car, a country, a city. Knowing it never makes a fact."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()  # other spellings and languages
    adjectives: tuple[str, ...] = ()  # demonyms: "French", "français"
    of: str | None = None  # brand of a model, country of a city or a brand


@dataclass(frozen=True, slots=True)
class Predicate:
    """Words that say the same of a clause, in every language: verbs, and nouns of the act and of who does it."""

    id: str
    verbs: Mapping[str, tuple[Phrase, ...]]  # by language
    nouns: Mapping[str, tuple[Phrase, ...]]
    converse: str | None = None  # id: the same event told from the other side, "sell" of "buy"
    swap: str | None = None  # id: the same with subject and object changed, "belong" of "own"
    opposite: str | None = None  # id of what must never answer for it


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything that the vocabulary folder says."""

    attributes: Mapping[str, Attribute]
    kinds: Mapping[str, Kind]
    units: tuple[Unit, ...]
    languages: Mapping[str, Language]
    names: tuple[KnownName, ...]
    predicates: tuple[Predicate, ...] = ()

    def nouns_of(self, kind: str, language: str) -> tuple[Phrase, ...]:
        """Return the nouns for one of a kind; none where the vocabulary does without that kind."""
        return self.kinds[kind].nouns.get(language, ()) if kind in self.kinds else ()

    def is_a(self, kind: str | None, ancestor: str) -> bool:
        """Whether `kind` is `ancestor` or descends from it."""
        while kind is not None:
            if kind == ancestor:
                return True
            kind = self.kinds[kind].parent if kind in self.kinds else None
        return False
