"""Which language a text is written in, by votes of its stop words. Only languages of the vocabulary can win."""

import tomllib
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from importlib.resources import files

from facts.terms import fold, tokenize

LANGUAGES = ("en", "fr")  # in case of a tie the first wins
MOST_READ = 20_000  # characters: the start of a text tells its language, and a vast file must not cost time


def detect_language(text: str, stopwords: Mapping[str, AbstractSet[str]]) -> str:
    """Return the language whose stop words stand most often in the text; English where none does."""
    votes = dict.fromkeys(LANGUAGES, 0)
    for token in tokenize(text, 0, min(len(text), MOST_READ)):
        for language, words in stopwords.items():
            if token.folded in words:
                votes[language] = votes.get(language, 0) + 1
    return max(votes, key=lambda language: votes[language])


def shipped_stopwords() -> dict[str, frozenset[str]]:
    """Read the stop words of the vocabulary that ships."""
    folder = files("facts") / "vocabulary" / "languages"
    found = {}
    for language in LANGUAGES:
        data = tomllib.loads((folder / f"{language}.toml").read_text(encoding="utf-8"))
        found[language] = frozenset(fold(word) for word in data["classes"]["stopwords"])
    return found
