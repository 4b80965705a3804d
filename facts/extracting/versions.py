"""Versions that have no name of their own: "the standard version", "a twin-motor variant", "the long-range model".

What is said of one is a fact of the model, narrowed by the words that tell the version.
"""

from dataclasses import dataclass

from facts.extracting.noun_phrases import Determiner, NounPhrase, Shape
from facts.lexicon import Lexicon
from facts.parsing.sentence import Sentence
from facts.terms import fold


@dataclass(frozen=True)
class VersionWords:
    """The words of one language that tell versions of a model apart."""

    nouns: frozenset[str]  # "version", "variant": any adjective before them tells one
    telling: frozenset[str]  # "long-range", "entry-level": tell a version before "model" or "car" as well
    plain: frozenset[str]  # "new", "final": tell none
    cars: frozenset[str]  # "model", "car": nouns that say nothing of what sort of car it is

    @classmethod
    def of(cls, lexicon: Lexicon, language: str) -> "VersionWords":
        """Compile the classes of a language."""
        classes = lexicon.languages[language].classes

        def words(*keys: str) -> frozenset[str]:
            return frozenset(fold(word) for key in keys for word in classes.get(key, ()))

        plain = words("plain_version_words", "generation_new", "generation_old", "demonstratives", "all_words")
        return cls(words("version_nouns"), words("version_words"), plain, words("plain_model_nouns"))

    def told(self, sentence: Sentence, phrase: NounPhrase) -> str | None:
        """Return the words that tell a version of a model, as written; None where a phrase tells none."""
        if phrase.shape is not Shape.DESCRIPTION or phrase.name or phrase.plural or not phrase.traits:
            return None
        first = phrase.first + (phrase.determiner is not Determiner.NONE)
        if phrase.determiner is Determiner.POSSESSIVE or first >= phrase.last:
            return None
        words = " ".join(sentence.words(first, phrase.last).split())
        noun = phrase.traits[-1].split()[-1]
        adjectives = {fold(word) for word in words.split()} - self.nouns
        is_version = noun in self.nouns and bool(adjectives - self.plain)
        return words if is_version or (noun in self.cars and adjectives & self.telling) else None


NO_VERSIONS = VersionWords(frozenset(), frozenset(), frozenset(), frozenset())
