"""Signs that a name is a person's: its shape, what stands around it, and a surname that is somebody's elsewhere.

Weights are those of facts.naming.votes; who asks adds them up.
"""

from collections.abc import Iterable, Iterator, Mapping

from facts.naming.spans import NameSpan
from facts.naming.words import NamingWords
from facts.parsing import Sentence
from facts.terms import fold, squeeze

LEAST_ROLE = 2  # tokens of a role and its comma
LONGEST_PERSON = 4  # words of a full name, particles included
BY = frozenset({"by", "par"})


class PersonShapes:
    """Knows how people's names look and where they stand, in one language."""

    def __init__(self, words: NamingWords) -> None:
        self.words = words

    def is_full_name(self, text: str) -> bool:
        """Whether words look like given name and surname: plain words in capitals, none of them a known thing's."""
        words = text.split()
        inner = [w for w in words if fold(w) not in self.words.connectors]
        if not 1 < len(inner) <= len(words) <= LONGEST_PERSON or squeeze(text) in self.words.known:
            return False
        if fold(words[-1]).rstrip(".") in self.words.firm_endings or squeeze(words[-1]) in self.words.known:
            return False
        return all(_is_plain(word) for word in inner)

    def has_given_name(self, text: str) -> bool:
        """Whether a full name opens with what people are called, in any country."""
        first = text.split(maxsplit=1)[0]
        parts = [fold(first), fold(first.split("-")[0])]
        return self.is_full_name(text) and any(part in self.words.given for part in parts)

    def is_given_name(self, text: str) -> bool:
        """Whether one word is what a person is called, and nothing else is."""
        return _is_plain(text) and fold(text) in self.words.given and squeeze(text) not in self.words.known

    def is_signed(self, sentence: Sentence, span: NameSpan) -> bool:
        """Whether the name stands in a credit: "By X", "Reporting by X", "Photos: X"."""
        before = [token.folded for token in sentence.tokens[max(0, span.first - 3) : span.first]]
        if before[-1:] == [":"]:
            return bool(set(before[:-1][-2:]) & self.words.bylines) and len(before) == span.first
        return (
            bool(before)
            and before[-1] in BY
            and (len(before) == 1 or before[-2] in self.words.bylines or before[-2] in ("(", ";"))
        )

    def is_somebody(self, sentence: Sentence, position: int) -> bool:
        """Whether ", who" follows."""
        behind = [token.folded for token in sentence.tokens[position : position + 2]]
        return behind in ([",", "who"], [",", "qui"])

    def follows_role(self, sentence: Sentence, first: int) -> bool:
        """Whether a role and a comma stand before the name: "its president, X, said"."""
        if first < LEAST_ROLE or sentence.tokens[first - 1].text != ",":
            return False
        before = [tuple(sentence.lemmas[max(0, first - 1 - n) : first - 1]) for n in (1, 2, 3)]
        is_firm = any(" ".join(one) in self.words.firm_endings for one in before)  # "its partner, X Motors"
        return any(one in self.words.roles for one in before) and not is_firm


def full_names(keys: Iterable[tuple[str, str]], people: Mapping[str, bool]) -> Iterator[str]:
    """Yield the keys of names whose last words are somebody's by themselves: "Petra Lumeo" where "Lumeo" is a person.

    `keys` are (key, text); `people` says of the key of a single word whether it is a person.
    """
    for key, text in keys:
        words = text.split()
        if any(people.get(squeeze(" ".join(words[start:])), False) for start in range(1, len(words))):
            yield key


def _is_plain(word: str) -> bool:
    """Whether a word is written as names of people are: "Jean-Loup", "O'Neill", never "GT" or "EX30"."""
    parts = [part for part in word.replace("’", "'").replace("‐", "-").replace("‑", "-").split("-") if part]
    return (
        bool(parts)
        and word[:1].isupper()
        and all(part.replace("'", "").isalpha() and (not part.isupper() or len(part) == 1) for part in parts)
    )
