"""What the lines above a table or list make its subject: the car they name, a version of it; none if others.

The line right above (an introduction, a caption) comes before the heading; the document's own subject comes last.
"""

from collections.abc import Iterator, Sequence

from facts.extracting.draft import Draft
from facts.extracting.labels import CAR, Labels, only
from facts.lexicon import Lexicon
from facts.models import Passage, ValueKind
from facts.naming.declared import DeclaredVersion
from facts.naming.entities import Names
from facts.naming.versions import VersionBook
from facts.parsing.sentence import Sentence
from facts.phrases import PhraseIndex
from facts.terms import fold

VERSION = "version"
OTHERS = ("rival", "replaces")  # attributes whose nouns announce another car, where the vocabulary has them
UNNAMED = ("articles", "demonstratives", "possessives", "stopwords", "both_words", "list_words", "one_words")
LONGEST_PLACE = 3  # words of a line that is hardly more than a country
LONGEST_TITLE = 8  # words of a line that is the title of a version: "The long range version with two motors"


class Framed:
    """Knows frames of one language."""

    def __init__(self, labels: Labels, book: VersionBook) -> None:
        self.labels, self.book = labels, book
        lexicon, language = labels.lexicon, labels.language
        classes = lexicon.languages[language].classes
        self.nouns = lexicon.nouns_of(VERSION, language)
        self.skipped = frozenset(
            fold(word)
            for key in (
                "articles",
                "demonstratives",
                "possessives",
                "stopwords",
                "both_words",
                "list_words",
                "one_words",
            )
            for word in classes.get(key, ())
        ) | frozenset(lexicon.languages[language].tables.get("numbers", ()))
        self.old = classes.get("generation_old", frozenset())
        kinds = (CAR, VERSION, "generation")
        self.cars = {noun[0] for kind in kinds for noun in lexicon.nouns_of(kind, language) if len(noun) == 1}
        self.others: PhraseIndex[str] = _others(lexicon, language)

    def about(self, passage: Passage, sentences: Sequence[Sentence], names: Names, subject: str | None) -> str | None:
        """Return the car that what follows is said of; None where the lines above leave it open."""
        for number in _above(passage):
            models = {m.entity for m in names.mentions[number] if self._is_a(names, m.entity, CAR)}
            models -= {parent for model in models if (parent := names.entities[model].parent)}
            if models:
                return only(models)
            if self._is_of_others(sentences[number], names, subject):
                return None
        return subject

    def market(self, passage: Passage, sentences: Sequence[Sentence]) -> str | None:
        """Return the country that a line above gives prices for: "Prices (Germany)", "In Austria"."""
        for number in _above(passage):
            sentence = sentences[number]
            attributes = self.labels.attributes(sentence.lemmas)
            is_of_prices = any(attribute.value is ValueKind.MONEY for attribute in attributes)
            words = sum(token.is_word for token in sentence.tokens)
            if is_of_prices or words <= LONGEST_PLACE:
                return self.labels.country(sentence.passage.of(sentence.text))
        return None

    def versions(
        self, passages: Sequence[Passage], sentences: Sequence[Sentence], names: Names, subject: str | None
    ) -> Iterator[DeclaredVersion]:
        """Yield the versions of the document's car that lines above lists name: "Standard range version:"."""
        for number in sorted({number for passage in passages for number in _above(passage)}):
            is_named = any(self._is_a(names, m.entity, CAR, "organisation") for m in names.mentions[number])
            if subject is not None and not is_named and (place := self._version(sentences[number])) is not None:
                yield DeclaredVersion(number, *place, subject)

    def _version(self, sentence: Sentence) -> tuple[int, int] | None:
        """Return the tokens that name a version beside its noun; the whole line where it is what trims are called."""
        words = [p for p, token in enumerate(sentence.tokens) if token.kind not in ("mark", "clitic", "elision")]
        if not words or len(words) > LONGEST_TITLE or self.others.find(sentence.lemmas):
            return None
        first, last = words[0], words[-1] + 1
        while first < last and sentence.tokens[first].folded in self.skipped:
            first += 1
        if first < last and fold(sentence.words(first, last)) in self.book.suffixes:
            return first, last
        for noun in self.nouns:
            if first + len(noun) < last and sentence.lemmas[last - len(noun) : last] == noun:
                return first, last - len(noun)
            if first + len(noun) < last and sentence.lemmas[first : first + len(noun)] == noun:
                return first + len(noun), last
        return None

    def _is_of_others(self, sentence: Sentence, names: Names, subject: str | None) -> bool:
        """Whether a line speaks of rivals, predecessors, or another maker."""
        brand = names.entities[subject].brand if subject in names.entities else None
        makers = {
            m.entity for m in names.mentions[sentence.passage.number] if self._is_a(names, m.entity, "organisation")
        }
        words = {*sentence.lemmas, *(token.folded for token in sentence.tokens)}
        is_old = not words.isdisjoint(self.old) and not words.isdisjoint(self.cars)
        return is_old or bool(self.others.find(sentence.lemmas)) or bool(brand and makers - {brand})

    def _is_a(self, names: Names, entity: str, *kinds: str) -> bool:
        return any(self.labels.lexicon.is_a(names.entities[entity].kind, kind) for kind in kinds)


def for_market(draft: Draft, market: str | None) -> Draft:
    """Say of a price in which market it holds, unless it says so itself."""
    is_price = draft.value.kind is ValueKind.MONEY and "market" not in draft.qualifiers
    return draft.narrowed(market=market) if market is not None and is_price else draft


def _above(passage: Passage) -> list[int]:
    return [number for number in (passage.lead, passage.heading) if number is not None]


def _others(lexicon: Lexicon, language: str) -> PhraseIndex[str]:
    index: PhraseIndex[str] = PhraseIndex()
    for key in OTHERS:
        attribute = lexicon.attributes.get(key)
        wording = attribute.wording.get(language) if attribute else None
        for noun in (*wording.nouns, *wording.inverse) if wording else ():
            index.add(noun, key)
    return index
