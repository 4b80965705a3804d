"""What the labels of cells and items mean: "price_eur", "Range (WLTP)", "Built in", "Trim level".

A label names attributes, or the sort of thing that stands in its column; it may bring a unit and what narrows a value.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from facts.lemmas import Lemmas
from facts.lexicon import Attribute, Lexicon
from facts.lexicon.frames import Slot
from facts.lexicon.model import Phrase, Unit, Wording
from facts.models import ValueKind
from facts.naming.words import NamingWords
from facts.phrases import JOINTS, Hit, PhraseIndex
from facts.reading import TypedSpan, ValueReader
from facts.reading.typed import CONDITION
from facts.terms import squeeze, tokenize

MOST_KIND_WORDS = 3  # of a label that names a sort of thing: "Trim", "Model name"; a longer one says something else
CAR, BRAND = "model", "brand"
LONGEST_COUNTRY = 3  # words of a country's name in a label
_TOGETHER = re.compile(r"\s*[/×]\s*|\s+x\s+")  # "Length/width/height", "Length x width"
_JOINED = re.compile(r"_|(?<=[^\W\d_A-Z]{2})(?=[A-Z])")  # "range_km", "rangeKm"


@dataclass(frozen=True, slots=True)
class Label:
    """What a label means; nothing where it is not understood."""

    attributes: tuple[Attribute, ...] = ()
    kind: str | None = None  # of the things that its cells name: "model", "version", "brand"
    unit: Unit | None = None
    lemmas: tuple[str, ...] = ()
    qualifiers: Mapping[str, str] = field(default_factory=dict)
    is_timed: bool = False  # between two speeds: a bare number below it is in seconds
    is_joint: bool = False  # of several values alike, "Length/width/height": which is which is not told

    @property
    def of_things(self) -> Attribute | None:
        """The attribute whose values are things, where the cells name things: "Plant", "Built in", "Platform"."""
        if not self.attributes or self.attributes[0].value in (ValueKind.TEXT, ValueKind.MONEY):
            return None
        return next((a for a in self.attributes if a.value is ValueKind.ENTITY), None)

    @property
    def names_cars(self) -> bool:
        """Whether what its cells hold is called a model, car, version or simply a name."""
        return self.kind is not None


class Labels:
    """Reads the labels of one language."""

    def __init__(self, lexicon: Lexicon, words: NamingWords, lemmas: Lemmas) -> None:
        self.lexicon, self.words, self.lemmas, self.language = lexicon, words, lemmas, words.language
        self.index: PhraseIndex[Attribute] = PhraseIndex()
        self.named: PhraseIndex[Attribute] = PhraseIndex()  # values by name: "petrol" is a powertrain
        classes = lexicon.languages[words.language].classes
        self.cycles = {name.casefold() for name in classes.get("cycles", ())}
        self.name_labels = {squeeze(name) for name in classes.get("name_labels", ())}
        self.value_labels = {squeeze(name) for name in classes.get("value_labels", ())}
        self.implied = [attribute for attribute in lexicon.attributes.values() if attribute.implies]
        for attribute in lexicon.attributes.values():
            if (wording := attribute.wording.get(words.language)) is not None:
                self._add(attribute, wording)

    def _add(self, attribute: Attribute, wording: Wording) -> None:
        for noun in (*wording.nouns, *wording.phrases, *_participial(wording)):
            self.index.add(noun, attribute)
        for said in wording.values.values() if attribute.value is ValueKind.TEXT else ():
            for phrase in said:
                self.named.add(phrase, attribute)

    def read(self, text: str, values: ValueReader) -> Label:
        """Return what a label says."""
        written = _JOINED.sub(" ", text)
        lemmas = self.lemmas_of(written)
        unit = values.unit_of(written, 0, len(written))
        found = tuple(a for a in self.attributes(lemmas) if not self.has_veto(a, lemmas))
        if not found and unit is not None and (len(lemmas) == 1 or len(unit.id) > 1):  # "L x W x H" is no power
            found = tuple(a for a in self.implied if unit.dimension in {a.dimension, a.value.value})
        typed = values.values_in(written, 0, len(written))
        kind = CAR if squeeze(text) in self.name_labels else self._kind(lemmas)
        if found and found[0].id == BRAND:
            kind = BRAND
        return Label(found, kind, unit, lemmas, self.qualifiers(written), _is_timed(typed), self._is_joint(text))

    def lemmas_of(self, text: str) -> tuple[str, ...]:
        """Return the dictionary forms of the words and numbers of a text."""
        return tuple(
            self.lemmas.lemma(t.folded, self.language) for t in tokenize(text) if t.kind not in ("mark", "clitic")
        )

    def attributes(self, lemmas: Sequence[str]) -> list[Attribute]:
        """Return the attributes that a label names: the longest phrase in it, the first of several."""
        found = self.index.find(lemmas)
        whole = [hit for hit in found if not any(_holds(other, hit) for other in found)]
        hits = sorted(whole, key=lambda hit: (hit.start - hit.end, hit.start))
        return list({attribute.id: attribute for hit in hits for attribute in hit.payloads}.values())

    def _is_joint(self, text: str) -> bool:
        """Whether parts of a label name different attributes whose values look alike."""
        named = [found[0] for part in _TOGETHER.split(text) if (found := self.attributes(self.lemmas_of(part)))]
        sorts = Counter((attribute.value, attribute.dimension) for attribute in {a.id: a for a in named}.values())
        return any(count > 1 for count in sorts.values())

    def opening(self, lemmas: Sequence[str]) -> int:
        """Return how many words of a text are the longest label that it begins with."""
        return max((hit.end for hit in self.index.find(lemmas) if hit.start == 0), default=0)

    def ending(self, lemmas: Sequence[str]) -> list[Attribute]:
        """Return the attributes of the longest label that ends a run of words."""
        hits = sorted((hit for hit in self.index.find(lemmas) if hit.end == len(lemmas)), key=lambda hit: hit.start)
        return list({attribute.id: attribute for hit in hits[:1] for attribute in hit.payloads}.values())

    def is_of_cars(self, attribute: Attribute) -> bool:
        """Whether an attribute can be said of what the documents' lists are mostly about."""
        return any(self.lexicon.is_a(CAR, kind) for kind in attribute.of)

    def heads_values(self, text: str) -> bool:
        """Whether a label says only that values stand below it: "Value", "Specifications"."""
        return not squeeze(text) or squeeze(text) in self.value_labels

    def values_named(self, text: str) -> list[Attribute]:
        """Return the attributes whose values a cell names: "petrol" is a powertrain."""
        hits = self.named.find_longest(self.lemmas_of(text))
        return [attribute for hit in hits for attribute in hit.payloads]

    def has_veto(self, attribute: Attribute, lemmas: Sequence[str]) -> bool:
        """Whether a word beside the label makes it another attribute."""
        return any(set(veto) <= set(lemmas) - JOINTS for veto in attribute.wording[self.language].vetoes)

    def qualifiers(self, text: str) -> Mapping[str, str]:
        """Return the market and the cycle that a label names: "Price (Germany)", "UK price", "Range WLTP"."""
        found: dict[str, str] = {}
        if (country := self.country(text)) is not None:
            found["market"] = country
        for token in tokenize(text):
            if token.folded in self.cycles:
                found["cycle"] = token.text.upper()
        return found

    def country(self, text: str) -> str | None:
        """Return the one country that a text names."""
        words = _words(text)
        return only({name for first in range(len(words)) for name in self._countries(words[first:])})

    def _countries(self, words: Sequence[str]) -> Iterator[str]:
        if words and (country := self.words.demonyms.get(words[0].casefold())):
            yield country
        for length in range(min(LONGEST_COUNTRY, len(words)), 0, -1):
            for name in self.words.known.get(squeeze(" ".join(words[:length])), ()):
                if name.kind == "country" and words[0][0].isupper():
                    yield name.name
                    return

    def _kind(self, lemmas: Sequence[str]) -> str | None:
        """Return the kind of thing that a short label is the noun of: "Model", "Trim level", "Electric car"."""
        if not lemmas or len(lemmas) > MOST_KIND_WORDS:
            return None
        for start in range(len(lemmas)):
            for kind in ("version", CAR, BRAND):
                if tuple(lemmas[start:]) in self.lexicon.kinds[kind].nouns.get(self.language, ()):
                    return kind
        return None


def only(found: set[str]) -> str | None:
    """Return the one member of a set."""
    return next(iter(found)) if len(found) == 1 else None


def _holds(other: Hit[Attribute], hit: Hit[Attribute]) -> bool:
    """Whether a longer label holds this one: "body style" is no style."""
    return other.start <= hit.start and hit.end <= other.end and other.end - other.start > hit.end - hit.start


def _words(text: str) -> list[str]:
    return [token.text for token in tokenize(text) if token.is_word]


def _is_timed(typed: Sequence[TypedSpan]) -> bool:
    return any(span.role == CONDITION for span in typed)


def _participial(wording: Wording) -> Iterator[Phrase]:
    """Yield what heads a column like a participle: "Built in", "Made by", "Assemblée à"."""
    for frame in wording.frames:
        if frame.patient is not Slot.SUBJECT or len(frame.verb) != 1:
            continue
        behind = [words for words, slot in frame.prepositions if slot is Slot.VALUE]
        for verb in frame.verb[0]:
            yield from ((verb, *preposition.split("_")) for words in behind for preposition in words)
