"""The words by which questions ask for attributes and texts tell of them, worked out once for each.

What they are depends on the vocabulary alone; every passage search needs them.
"""

from collections.abc import Collection, Iterator
from functools import cached_property, lru_cache
from itertools import chain, zip_longest

from facts.lexicon.model import Attribute, Language, Lexicon, Wording

CACHED_GROUPS = 1_024  # attributes, and pairs of them that a question may mean; the vocabulary has about a hundred
CLOSED = ("articles", "prepositions", "auxiliaries", "copulas", "modals", "stopwords", "question_words", "light_verbs")


class CueWords:
    """The words of attributes in every language."""

    def __init__(self, lexicon: Lexicon, general: Collection[str]) -> None:
        """Take the words that nouns of many attributes share: alone they tell none of them."""
        self._lexicon = lexicon
        self._general = general
        self.asking = lru_cache(maxsize=CACHED_GROUPS)(self._asking)
        self.telling = lru_cache(maxsize=CACHED_GROUPS)(self._telling)

    def forms(self, word: str) -> Iterator[str]:
        """Yield a word, and the verb of a noun or the nouns of a verb ("build", "builder")."""
        yield word
        for verbs, nouns in self._nominal:
            base = verbs.get(word, word)
            yield base
            yield from nouns.get(base, ())

    def _asking(self, attributes: tuple[str, ...]) -> frozenset[str]:
        """Return every word by which a question may ask for these attributes."""
        found = [wording for attribute in self._known(attributes) for wording in attribute.wording.values()]
        verbs = {word for wording in found for frame in wording.frames for word in frame.verb[0]}
        nouns = {word for wording in found for phrase in (*wording.nouns, *wording.phrases) for word in phrase}
        return frozenset(verbs | nouns)

    def _telling(self, attributes: tuple[str, ...]) -> tuple[str, ...]:
        """Return the words by which texts speak of these attributes, of all languages in turn."""
        by_language = [
            self._words_of(wording, self._lexicon.languages.get(language))
            for attribute in self._known(attributes)
            for language, wording in attribute.wording.items()
        ]
        taken: Iterator[str | None] = chain.from_iterable(zip_longest(*by_language))
        return tuple(dict.fromkeys(word for word in taken if word))

    def _words_of(self, wording: Wording, language: Language | None) -> Iterator[str]:
        closed: set[str] = set().union(*(language.classes.get(name, ()) for name in CLOSED)) if language else set()
        single = [noun[0] for noun in wording.nouns if len(noun) == 1]
        nouns = single or [word for noun in wording.nouns[:1] for word in noun if word not in self._general]
        verbs = [word for frame in wording.frames for word in frame.verb[0] if word not in self._general]
        phrases = [phrase[0] for phrase in wording.phrases if len(phrase) == 1]
        return (word for word in (*nouns, *verbs, *phrases) if word not in closed)

    def _known(self, attributes: tuple[str, ...]) -> list[Attribute]:
        return [self._lexicon.attributes[key] for key in attributes if key in self._lexicon.attributes]

    @cached_property
    def _nominal(self) -> list[tuple[dict[str, str], dict[str, list[str]]]]:
        """The verb of each noun and the nouns of each verb, by language."""
        found = []
        for language in self._lexicon.languages.values():
            verbs = dict(language.tables.get("nominal", {}))
            nouns: dict[str, list[str]] = {}
            for noun, verb in verbs.items():
                nouns.setdefault(verb, []).append(noun)
            found.append((verbs, nouns))
        return found
