"""Misspelt words of the vocabulary: "platfrom", "lauch", "developped". Names are corrected by linking."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from bot.understanding.linking import Name
from bot.understanding.spelling import nearest
from bot.understanding.vocabulary import Vocabulary
from bot.understanding.words import Word
from facts.lemmas import StoredLemmas
from facts.spelling import edits_allowed

SHORT = 4  # letters up to which a letter for another is no slip: "ikea" is not "idea"


class Corrector:
    """Corrects words of asking and of attributes within a typo or two; everyday words stay as they are."""

    def __init__(self, vocabularies: Mapping[str, Vocabulary], lemmas: StoredLemmas) -> None:
        self._vocabularies = vocabularies
        self._lemmas = lemmas
        self._nearest = lru_cache(maxsize=4096)(self._look_up)
        self._forms = lru_cache(maxsize=None)(self._forms_by_letter)

    def correct(
        self, words: Sequence[Word], vocabulary: Vocabulary, names: Sequence[Name]
    ) -> tuple[list[Word], list[str]]:
        """Return the words with misspelt ones put right, and a note for each."""
        named = {position for name in names for position in range(name.first, name.last)}
        corrected, notes = list(words), []
        for position, word in enumerate(words):
            if (
                position in named
                or word.kind != "word"
                or vocabulary.knows(word)
                or self._lemmas.is_ordinary(word.folded)
            ):
                continue
            if any(other.knows_form(word.folded) for other in self._vocabularies.values()):
                continue
            if right := self._nearest(word.folded, vocabulary.language):
                lemma = self._lemmas.lemma(right, vocabulary.language)
                corrected[position] = word._replace(folded=right, lemma=lemma, was=word.text)
                notes.append(f"{word.text!r} read as {right!r}")
        return corrected, notes

    def _look_up(self, word: str, language: str) -> str | None:
        """Return the one word of the vocabulary that is nearest, or None where none or several are."""
        allowed = edits_allowed(word)
        if not allowed:
            return None
        forms = self._forms(language)
        choices = [form for letter in set(word[:2]) for form in forms.get(letter, ())]
        best = [form for form in nearest(word, choices, allowed) if _is_slip(word, form)]
        lemmas = {self._lemmas.lemma(form, language) for form in best}
        return best[0] if len(lemmas) == 1 else None

    def _forms_by_letter(self, language: str) -> dict[str, list[str]]:
        vocabulary = self._vocabularies[language]
        known = self._lemmas.forms.get(language, {})
        inflected = (form for form, lemma in known.items() if lemma in vocabulary.lemmas)
        forms: dict[str, list[str]] = {}
        for form in dict.fromkeys((*vocabulary.lemmas, *vocabulary.forms, *inflected)):
            if form.isalpha() and len(form) >= 4:  # noqa: PLR2004 - shorter words are never corrected into
                forms.setdefault(form[0], []).append(form)
        return forms


def _is_slip(word: str, form: str) -> bool:
    """Whether a short word is the other with a letter more, less or swapped; a letter for another makes a different
    word.
    """
    if len(word) > SHORT:
        return word[0] == form[0] or sorted(word[:2]) == sorted(form[:2])
    return len(word) != len(form) or sorted(word) == sorted(form)
