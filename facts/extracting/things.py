"""Cells and labelled values that name things: "Platform: CMF-B", "Douai (France)" under "Plant".

Before names are looked for they are declared, each of a kind that its label allows; after, they are values.
"""

from collections.abc import Iterator

from facts.extracting.cells import CellReader
from facts.extracting.discourse import Discourse
from facts.extracting.draft import Draft, entity_value
from facts.extracting.labels import CAR, Label
from facts.extracting.placing import BUILT_IN, COUNTRY, FACTORY
from facts.lexicon import Attribute
from facts.naming.declared import DeclaredName
from facts.naming.words import NamingWords
from facts.parsing.sentence import Sentence
from facts.reading.spreadsheets import Span
from facts.terms import squeeze

PERSON = "person"
NAMES_OF_PERSON = range(2, 4)  # words of the name of a designer or a chief; a firm's is mostly one


class ThingReader:
    """Reads the named things of one language."""

    def __init__(self, cells: CellReader, words: NamingWords) -> None:
        self.cells, self.words, self.lexicon = cells, words, words.lexicon

    def declared(self, sentence: Sentence, span: Span, label: Label) -> Iterator[DeclaredName]:
        """Yield the names of a cell; cars and whoever names them are found like everywhere else."""
        attribute = label.of_things
        if attribute is None or self.lexicon.is_a(CAR, attribute.kinds[0]):
            return
        for part, is_bracketed in self.cells.parts(sentence.text, span):
            kind = self._kind(sentence.text[slice(*part)], attribute, is_bracketed=is_bracketed)
            if kind is not None and (name := name_at(sentence, part, kind)) is not None:
                yield name

    def _kind(self, words: str, attribute: Attribute, *, is_bracketed: bool) -> str | None:
        """Return what a cell's words name: as the world knows it, else the plainest kind of the attribute's values."""
        known = self.words.kinds_known(squeeze(words))
        fitting = sorted(kind for kind in known if any(self.lexicon.is_a(kind, wanted) for wanted in attribute.kinds))
        if fitting:
            return fitting[0]
        if "country" in known:
            return "country"
        if is_bracketed or known or not words[:1].isupper():
            return None
        if PERSON in attribute.kinds and len(words.split()) in NAMES_OF_PERSON:
            return PERSON
        return "brand" if attribute.id == "brand" else attribute.kinds[-1]

    def drafts(
        self, sentence: Sentence, span: Span, label: Label, owner: str, discourse: Discourse
    ) -> Iterator[tuple[Draft, bool]]:
        """Yield what the names of a cell say of its owner, and whether by the label or by how places stand together."""
        if (attribute := label.of_things) is None:
            return
        town: str | None = None
        for mention in discourse.names.mentions[sentence.passage.number]:
            first, last = sentence.tokens[mention.first], sentence.tokens[mention.last - 1]
            if first.start < span[0] or last.end > span[1] or mention.entity == owner:
                continue
            at = first.start, last.end
            value = entity_value(mention.entity, sentence.text[slice(*at)])
            if discourse.is_a(mention.entity, *attribute.kinds):
                town = mention.entity if attribute.id == FACTORY else None
                yield Draft(owner, attribute.id, value, at, mention.first, ""), True
            elif discourse.is_a(mention.entity, "country") and attribute.id == FACTORY:
                if town is not None and COUNTRY in self.lexicon.attributes:
                    yield Draft(town, COUNTRY, value, at, mention.first, "place.country/name"), False
                if BUILT_IN in self.lexicon.attributes:
                    yield Draft(owner, BUILT_IN, value, at, mention.first, ""), True


def name_at(sentence: Sentence, span: Span, kind: str, brand: str | None = None) -> DeclaredName | None:
    """Declare the tokens of a stretch a name; None where no word stands there."""
    tokens = sentence.positions(*span)
    return DeclaredName(sentence.passage.number, tokens.start, tokens.stop, kind, brand) if tokens else None
