"""Questions taken apart on the invented lineup, for tests of the modules between words and query."""

from functools import cache

from bot.understanding.amounts import find_amounts
from bot.understanding.draft import Draft, take_apart
from bot.understanding.language import language_of
from bot.understanding.linking import Linker
from bot.understanding.names import NameIndex
from bot.understanding.resolving import Resolver
from bot.understanding.scene import Scene
from bot.understanding.units import UnitIndex
from bot.understanding.vocabulary import Vocabularies
from bot.understanding.words import cut, words_of_question
from facts.reading import Glossaries, Glossary, ValueReader
from facts.store.reader import FactStore


class Bench:
    """Takes questions apart, or sets their scene, with the parts that Understanding uses."""

    def __init__(self, store: FactStore) -> None:
        self.store = store
        self.resolver = Resolver(store)
        self.units = UnitIndex(store.lexicon)
        self._vocabularies = Vocabularies(store.lexicon)
        self._linker = Linker(NameIndex(store), store.lemmas)
        self._readers = cache(self._reader)

    def draft(self, text: str) -> Draft:
        """Return a question taken apart, nothing collapsed yet."""
        tokens = cut(text)
        vocabulary = self._vocabularies[language_of(tokens, self._vocabularies, None)]
        words = words_of_question(tokens, vocabulary, self.store.lemmas)
        draft = take_apart(text, words, vocabulary, self._linker.link(words, vocabulary.knows))
        draft.amounts = find_amounts(draft, self._readers)
        return draft

    def scene(self, text: str) -> Scene:
        """Return the scene of a question."""
        return Scene(self.draft(text), self.resolver, self.units)

    def _reader(self, language: str) -> ValueReader:
        return Glossaries({language: Glossary(self.store.lexicon, language)}).plain(language)
