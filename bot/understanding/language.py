"""Which language a question is in: the one whose vocabulary knows more of its words."""

from collections.abc import Mapping, Sequence

from bot.understanding.vocabulary import Vocabularies, Vocabulary
from facts.terms import Token

DEFAULT = "en"
CLEAR = 2  # words of closed classes that decide by themselves: one may be a noun elsewhere ("car")
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


def language_of(tokens: Sequence[Token], vocabularies: Vocabularies, previous: str | None = None) -> str:
    """Return the language of a question; ties go to the language of the turn before, else to English.

    Closed classes decide where they can: they need no vocabulary to be built.
    """
    words = [token.folded for token in tokens if token.kind in ("word", "elision")]
    closed = {name: sum(map(members.__contains__, words)) for name, members in vocabularies.closed(CLASSES).items()}
    most = max(closed.values(), default=0)
    best = [name for name, score in closed.items() if score > most - CLEAR]
    if len(best) > 1:
        known = {name: sum(_knowledge(word, vocabularies[name]) for word in words) for name in best}
        best = _highest({name: closed[name] + known[name] for name in best})
    return next((preferred for preferred in (previous, DEFAULT) if preferred in best), best[0])


def _knowledge(word: str, vocabulary: Vocabulary) -> int:
    """Say how well a vocabulary knows a word: one that speaks of an attribute by itself counts twice."""
    return vocabulary.knows_form(word) + vocabulary.means(word)


def _highest(scores: Mapping[str, int]) -> list[str]:
    most = max(scores.values(), default=0)
    return [name for name, score in scores.items() if score == most]
