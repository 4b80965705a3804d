"""Words of a text with their spans: the one tokenizer that documents and questions share.

Folding happens per token, so that offsets into the text never move.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

APOSTROPHES = "'’ʼ`´‘"
SPACES = " \u00a0\u202f\u2009"

# The first alternative is the last but one in short: most words are plain, and the others would read them twice.
_TOKEN = re.compile(
    rf"""
    (?P<plain>[a-z]++(?![\w{APOSTROPHES}]))
  | (?P<clitic>[{APOSTROPHES}]s\b)                                    # the possessive of a name
  | (?P<elision>\b(?:qu|[cdjlmnst]|lorsqu|jusqu|puisqu)[{APOSTROPHES}](?=\w))  # French l', d', qu'
  | (?P<mixed>\b(?:[^\W\d_]+\d[^\W_]*|\d+[^\W\d_]+\d+[^\W_]*)\b)      # i20, R5, 4x4: letters and digits make one name
  | (?P<number>\d{{1,3}}(?:[{SPACES}{APOSTROPHES}]\d{{3}}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,]\d+)*)
  | (?P<word>[^\W\d_]+(?:[{APOSTROPHES}](?!s\b)[^\W\d_]+)*)
  | (?P<mark>[^\w\s]|_)
    """,
    re.VERBOSE | re.IGNORECASE,
)


_KINDS = {None: "mark", "plain": "word"} | {kind: kind for kind in _TOKEN.groupindex if kind != "plain"}


class Token(NamedTuple):  # made for every word that is read: a frozen dataclass takes four times as long
    """One word, number or mark. `text` is as written; `folded` is without case, accents and typographic apostrophes."""

    text: str
    folded: str
    start: int
    end: int
    kind: str  # "word", "mixed", "number", "mark", "clitic" ('s) or "elision" (l')

    @property
    def is_word(self) -> bool:
        return self.kind in ("word", "mixed")

    @property
    def is_capital(self) -> bool:
        return self.text[:1].isupper()


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Drop case, accents and typographic apostrophes; ligatures open up. The result may differ in length."""
    if text.isascii():
        return text.lower().replace("`", "'")  # as below, in a fortieth of the time
    bare = unicodedata.normalize("NFKD", text)
    for accent in filter(unicodedata.combining, set(bare)):
        bare = bare.replace(accent, "")
    bare = bare.casefold()
    for written, plain in _STRAIGHT.items():
        bare = bare.replace(written, plain)
    return bare


_LETTERS = {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"}
_STRAIGHT = dict.fromkeys(APOSTROPHES, "'") | _LETTERS


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Split text[start:end] into tokens whose spans count from the start of `text`.

    Hyphenated words come apart ("E-Tech" is E, -, Tech): who looks for names joins them again. Numbers keep their
    separators ("20 000", "3.995"): what a separator means depends on the document.
    """
    stop = len(text) if end is None else end
    return [
        Token(word := found[0], fold(word), *found.span(), _KINDS[found.lastgroup])
        for found in _TOKEN.finditer(text, start, stop)
    ]


def first_word(text: str) -> str:
    """Return the first token of a text as it is written; "" where there is none."""
    found = _TOKEN.search(text)
    return found[0] if found else ""


@lru_cache(maxsize=65536)
def squeeze(text: str) -> str:
    """Fold a name and keep its letters and digits only: "AMPR-Small", "Ampr small" and "amprsmall" are one key."""
    return "".join(c for c in fold(text) if c.isalnum())
