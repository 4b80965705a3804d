"""Dictionary forms of the words of a language: a hand table first, simplemma's dictionary second, a light stem last.

Vocabulary files are compiled with it, `facts.lemmas` serves it. simplemma is imported when a dictionary is asked for.
"""

from collections.abc import Callable, Mapping, Set
from functools import lru_cache

from facts.lexicon.model import Language
from facts.terms import fold

UNKNOWN_PLURAL_FROM = 5  # letters; shorter unknown words ("Yaris" is not, "gas" is) keep their s
Dictionaries = Callable[[str], Mapping[str, str]]  # language -> folded form -> folded lemma
KEEPS_ITS_S = ("ss", "us", "is", "as", "os")


def light_stem(folded_word: str) -> str:
    """Strip the plural s of a word that no dictionary knows: "velmonts" and "velmont" are one."""
    if len(folded_word) >= UNKNOWN_PLURAL_FROM and folded_word.endswith("s") and not folded_word.endswith(KEEPS_ITS_S):
        return folded_word[:-1]
    return folded_word


class LanguageForms:
    """The irregular tables of some languages over simplemma's dictionaries."""

    def __init__(self, languages: Mapping[str, Language], dictionaries: Dictionaries | None = None) -> None:
        """Take the languages, and their dictionaries from whoever has loaded them already."""
        self._dictionaries = dictionaries or dictionary_of
        self._irregular = {name: language.tables.get("irregular", {}) for name, language in languages.items()}

    def lemma(self, folded_word: str, language: str) -> str:
        """Return the lemma of a folded word; a language without tables still has its dictionary."""
        found = self._irregular.get(language, {}).get(folded_word)
        if found is None:
            found = self._dictionaries(language).get(folded_word)
        return light_stem(folded_word) if found is None else found

    def forms_of(self, lemmas: Set[str], language: str) -> dict[str, str]:
        """Return every form whose lemma is among `lemmas`, without those that the light stem gets right."""
        merged = {**self._dictionaries(language), **self._irregular.get(language, {})}
        return {form: lemma for form, lemma in merged.items() if lemma in lemmas and light_stem(form) != lemma}


@lru_cache(maxsize=8)
def dictionary_of(language: str) -> Mapping[str, str]:
    """Load simplemma's dictionary of a language, folded and sorted; no such language, no words.

    Capitalised entries are names and stay out. Where folding makes two forms one ("base", "basé"), the form that needed
    no folding wins.
    """
    from simplemma.strategies.dictionaries.dictionary_factory import (  # noqa: PLC0415 - 0.1 s that questions never need
        SUPPORTED_LANGUAGES,
        DefaultDictionaryFactory,
    )

    if language not in SUPPORTED_LANGUAGES:
        return {}
    dictionary = DefaultDictionaryFactory().get_dictionary(language)
    forms = [form for form in dictionary if form.islower()]
    lemmas = _fold_all([dictionary[form] for form in forms])
    folded: dict[str, str] = {}
    for form, key, lemma in zip(forms, _fold_all(forms), lemmas, strict=True):
        if form == key or key not in folded:
            folded[key] = lemma
    return {key: folded[key] for key in sorted(folded)}


def _fold_all(words: list[str]) -> list[str]:
    """Fold many words in one go; a word never holds a line break."""
    return fold.__wrapped__("\n".join(words)).split("\n")
