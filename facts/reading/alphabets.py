"""Words with letters of two alphabets: what looks like a known name and is another one, since "о" is not "o"."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from facts.terms import tokenize

ALPHABETS = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC"})  # whose letters look alike
FEWEST = 3  # letters: "kΩ" and "μm" are units


@dataclass(frozen=True, slots=True)
class MixedWord:
    """A word, where it stands first, its alphabet, and the letters in it that are of another one."""

    text: str
    start: int
    alphabet: str
    other: str
    strangers: str


def mixed_words(text: str) -> Iterator[MixedWord]:
    """Yield the words of a text that have letters of two alphabets, each once."""
    if text.isascii():
        return
    words = {token.text: token.start for token in reversed(tokenize(text)) if token.is_word}
    for word, start in sorted(words.items(), key=lambda found: found[1]):
        alphabets = {letter: alphabet for letter in word if (alphabet := _alphabet(letter))}
        if len(set(alphabets.values())) > 1 and len(word) >= FEWEST:
            (own, _), (other, _) = Counter(alphabets[letter] for letter in word if letter in alphabets).most_common(2)
            strangers = "".join(letter for letter, alphabet in alphabets.items() if alphabet == other)
            yield MixedWord(word, start, own.capitalize(), other.capitalize(), strangers)


def _alphabet(letter: str) -> str | None:
    """Return the alphabet of a letter, which its name in Unicode begins with; None where it is none of these."""
    if not letter.isalpha():
        return None
    name, _, _ = unicodedata.name(letter, "").partition(" ")
    return name if name in ALPHABETS else None
