"""Which language a question is in: the one whose vocabulary knows more of its words."""

from collections.abc import Mapping, Sequence

from bot.understanding.vocabulary import Vocabulary
from facts.terms import Token

DEFAULT = "en"
CLOSED, OPEN = 2, 1  # a closed class tells a language better than a noun, which the two may share
CLASSES = (
    "stopwords",
    "question_words",
    "articles",
    "prepositions",
    "auxiliaries",
    "modals",
    "pronouns_thing",
    "possessives",
)


def language_of(tokens: Sequence[Token], vocabularies: Mapping[str, Vocabulary], previous: str | None = None) -> str:
    """Return the language of a question; ties go to the language of the turn before, else to English."""
    words = [token.folded for token in tokens if token.kind in ("word", "elision")]
    scores = {
        language: sum(_weight(word, vocabulary) for word in words) for language, vocabulary in vocabularies.items()
    }
    highest = max(scores.values(), default=0)
    best = [language for language, score in scores.items() if score == highest]
    for preferred in (previous, DEFAULT):
        if preferred in best:
            return preferred
    return best[0]


def _weight(word: str, vocabulary: Vocabulary) -> int:
    if any(vocabulary.has_class(name, word) for name in CLASSES):
        return CLOSED
    return OPEN if vocabulary.knows_form(word) else 0
