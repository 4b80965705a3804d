"""Dictionary forms of words: one rule for documents and questions alike.

A hand table of irregular forms first, simplemma's dictionaries second, a light stem last. simplemma is needed at build
time only: what questions need of it is kept in the store and served by `StoredLemmas`. Words come in folded
(facts.terms.fold) and leave folded.
"""

from collections.abc import Container, Mapping, Set
from functools import lru_cache
from itertools import chain
from typing import Protocol

from facts.lexicon.forms import Dictionaries, LanguageForms, dictionary_of, light_stem
from facts.lexicon.model import Lexicon

CACHED_WORDS = 65_536  # most texts are made of fewer


class Lemmas(Protocol):
    """Whoever can say what the dictionary form of a word is."""

    def lemma(self, folded_word: str, language: str) -> str:
        """Return the folded dictionary form of a folded word; a word nobody knows keeps its stem."""
        ...

    def is_ordinary(self, folded_word: str) -> bool:
        """Whether a folded word belongs to everyday language, so that it must not be corrected into a name."""
        ...


class StoredLemmas:
    """The forms that a store kept: all a question needs, without simplemma."""

    def __init__(self, forms: Mapping[str, Mapping[str, str]], ordinary: Container[str]) -> None:
        """Take folded form -> folded lemma by language, and the everyday words."""
        self.forms = forms
        self.ordinary = ordinary

    def lemma(self, folded_word: str, language: str) -> str:
        known = self.forms.get(language)
        found = None if known is None else known.get(folded_word)
        return light_stem(folded_word) if found is None else found

    def is_ordinary(self, folded_word: str) -> bool:
        return folded_word in self.ordinary


class BuildLemmas:
    """Lemmas from the whole dictionaries, for reading documents and for filling a store."""

    def __init__(self, lexicon: Lexicon, dictionaries: Dictionaries = dictionary_of) -> None:
        """Take the vocabulary, and the dictionaries from whoever has loaded them already."""
        self._lexicon, self._dictionaries = lexicon, dictionaries
        self._forms = LanguageForms(lexicon.languages, dictionaries)
        self.lemma = lru_cache(maxsize=CACHED_WORDS)(self._forms.lemma)
        self.is_ordinary = lru_cache(maxsize=CACHED_WORDS)(self._is_ordinary)

    def _is_ordinary(self, folded_word: str) -> bool:
        return any(folded_word in self._dictionaries(language) for language in self._lexicon.languages)

    def dictionaries(self) -> Mapping[str, Mapping[str, str]]:
        """Return the dictionary of each language; they are loaded where they were not."""
        return {language: self._dictionaries(language) for language in self._lexicon.languages}

    def ordinary(self) -> Set[str]:
        """Collect every everyday word, nearly sorted: none of them may be taken for a misspelling of a name."""
        return dict.fromkeys(chain(*self.dictionaries().values())).keys()

    def forms(self, lemmas: Mapping[str, Set[str]]) -> Mapping[str, Mapping[str, str]]:
        """Return what questions need: by language, all forms of these lemmas and of the vocabulary's."""
        return {
            language: self._forms.forms_of(
                lemmas.get(language, set()) | vocabulary_lemmas(self._lexicon, language), language
            )
            for language in self._lexicon.languages
        }


def vocabulary_lemmas(lexicon: Lexicon, language: str) -> set[str]:
    """Collect the lemmas that the vocabulary itself is made of, in one language."""
    words: set[str] = set()
    for attribute in lexicon.attributes.values():
        if wording := attribute.wording.get(language):
            groups = (wording.nouns, wording.phrases, wording.inverse, wording.low, wording.high, wording.vetoes)
            words.update(word for group in groups for phrase in group for word in phrase)
            words.update(word for frame in wording.frames for alternatives in frame.verb for word in alternatives)
    for kind in lexicon.kinds.values():
        words.update(word for phrase in kind.nouns.get(language, ()) for word in phrase)
    for members in lexicon.languages[language].classes.values():
        words.update(word for member in members for word in member.split())
    tables = lexicon.languages[language].tables
    words.update(tables.get("irregular", {}).values())
    words.update(word for pair in tables.get("nominal", {}).items() for word in pair)
    return words
