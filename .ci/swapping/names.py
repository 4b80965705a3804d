"""Every name by another: what is invented or of a person or a firm by new letters, a real place by another real one.

A new name has the length, the accents, the capitals and the figures' places of the old one, and one alphabet serves
all, so that plurals, possessives, initials, shared parts and slips of the pen change with it.
"""

import random
import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import count

from swapping.pairs import SLIPPERY, Pair, reworded
from swapping.words import SWAPS, WORD, known_names, place_words, towns, vocabulary_words

CODE = re.compile(r"(?<![\w-])[A-Z]{1,4}(?:-?\d{1,3}(?!\d)[A-Z]?|-[A-Z])(?![\w])")
KEPT_CODE = re.compile(SWAPS["codes_kept"])
INSIDE = re.compile(r"[\w,;:)’”\"*_»-]\s+(?:[\"“‘'(*_«]\s?)*$")  # what stands before a word that is no first one
CLEAREST = 4  # letters: a shorter new name may be a word of some language
ALPHABETS, TURNS = 200, 5  # tried for names that mean nothing
LIKE = 0.7  # a slip of the pen in a name


@dataclass(frozen=True)
class Renaming:
    """New words for old ones, in lower case; codes and places as they are written."""

    words: dict[str, str]
    codes: dict[str, str]
    places: dict[str, str]
    ordinary: frozenset[str]

    def say(self, text: str) -> str:
        """Rename what a text names."""
        places = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(self.places, key=len, reverse=True)))})(?!\w)")
        parts, end = [], 0
        for found in places.finditer(text):
            parts += [self._words(text[end : found.start()]), self.places[found[0]]]
            end = found.end()
        return "".join([*parts, self._words(text[end:])])

    def ask(self, question: str, is_careless: bool) -> str:
        """Rename what a question names, however it is written."""
        said = re.sub(r"[^\W_]+(?:-[^\W_]+)*", lambda found: self.codes.get(found[0].upper(), found[0]), question)
        said = self.say(said) if said == question else self._words(said)
        return WORD.sub(lambda found: self._careless(found[0]), said) if is_careless else said

    def _words(self, text: str) -> str:
        coded = CODE.sub(lambda found: self.codes.get(found[0], found[0]), text)
        return WORD.sub(lambda found: self._word(found[0]), coded)

    def _word(self, word: str) -> str:
        key, many = word.casefold(), word[-1] in "sS"
        if key in self.words:
            return _cased(self.words[key], word)
        if many and key[:-1] in self.words and key not in self.ordinary:
            return _cased(self.words[key[:-1]] + key[-1], word)
        return word

    def _careless(self, word: str) -> str:
        """Return a name that a slip of the pen hides, renamed, the slip in its place."""
        key = word.casefold()
        if len(key) < CLEAREST or key in self.ordinary or key in self.words.values():
            return word
        bare = {_bare(name): name for name in self.words if len(name) >= CLEAREST}
        like = max(bare, key=lambda name: SequenceMatcher(None, name, key).ratio())
        matched = SequenceMatcher(None, like, key)
        return _slipped(_bare(self.words[bare[like]]), key, matched) if matched.ratio() >= LIKE else word


def swap(pair: Pair, seed: int) -> Pair:
    """Rename everything that the articles name."""
    renaming = renaming_of(pair, seed)
    return reworded(pair, renaming.say, renaming.ask)


def renaming_of(pair: Pair, seed: int) -> Renaming:
    """Find the names of the articles and draw new ones; raise ValueError where no alphabet gives any that are new."""
    ordinary = vocabulary_words() | set(SWAPS["kept"]) | _written_small(pair) | place_words()
    places = _places(pair)
    taken = {word.casefold() for place in places for word in WORD.findall(place)}
    named = sorted(name for name in _names(pair) - ordinary - taken if name.removesuffix("s") not in ordinary)
    barred = ordinary | known_names() | set(named)
    for number in range(ALPHABETS):
        letters = _alphabet(random.Random(f"{seed}/{number}"))
        drawn = {name: _fresh(name, letters, barred) for name in named}
        if all(drawn.values()) and len(set(drawn.values())) == len(drawn):
            codes = {code: _recoded(code, letters) for text in pair.texts.values() for code in CODE.findall(text)}
            codes = {old: new for old, new in codes.items() if not KEPT_CODE.fullmatch(old)}
            return Renaming(drawn, codes, places, frozenset(ordinary))
    raise ValueError(f"none of {ALPHABETS} alphabets gives new names to all of {len(named)}; try another seed")


def _names(pair: Pair) -> set[str]:
    """Return the words that are written large where no sentence begins."""
    found = (word for text in pair.texts.values() for word in WORD.finditer(text) if word[0][0].isupper())
    inside = {word[0].casefold() for word in found if INSIDE.search(word.string[max(0, word.start() - 6) : word.start()])}
    cells = {word.casefold() for rows in pair.gold.values() for row in rows for word in _of_subject(row)}
    return {word for word in inside | cells if len(word) > 1}


def _of_subject(row: dict[str, object]) -> list[str]:
    return [word for word in WORD.findall(str(row.get("subject", ""))) if word[0].isupper()]


def _written_small(pair: Pair) -> set[str]:
    """Return the words that stand somewhere in lower case: in an article, or in a question written with care."""
    asked = [str(row["q"]) for rows in pair.gold.values() for row in rows if "q" in row and row["type"] not in SLIPPERY]
    texts = [re.sub(r"https?://\S+|<[^>]*>|^url: .*$|\S+@\S+", " ", text, flags=re.MULTILINE) for text in pair.texts.values()]
    return {word for text in (*texts, *asked) for word in WORD.findall(text) if word.islower()}


def _places(pair: Pair) -> dict[str, str]:
    """Return another country for each that has a partner, form by form, and a town there for each town of it."""
    new: dict[str, str] = {}
    partner: dict[str, str] = {}
    for one, other in SWAPS["countries"]:
        new |= dict(zip(one, other, strict=False)) | dict(zip(other, one, strict=False))
        partner |= {one[0]: other[0], other[0]: one[0]}
    text, known = "\n".join(pair.texts.values()), towns()
    for country, names in known.items():
        there = iter(name for name in known.get(partner.get(country, country), []) if name not in text)
        written = [name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
        new |= dict(zip(written, there, strict=False))
    return new


def _alphabet(draw: random.Random) -> dict[str, str]:
    letters = {}
    for sort in (*SWAPS["consonants"], SWAPS["vowels"]):
        turned = _deranged(list(sort), draw)
        letters |= dict(zip(sort, turned, strict=True))
    return letters


def _deranged(letters: list[str], draw: random.Random) -> list[str]:
    """Return the letters so that none keeps its place."""
    for _ in count():
        turned = draw.sample(letters, len(letters))
        if all(old != new for old, new in zip(letters, turned, strict=True)):
            return turned
    raise AssertionError


def _fresh(name: str, letters: dict[str, str], barred: set[str]) -> str | None:
    """Return a new word for a name, by one turn of the alphabet or, where that means something, by more."""
    new = name
    for _ in range(TURNS):
        new = _turned(new, letters)
        if new not in barred or len(new) < CLEAREST:
            return new
    return None


def _turned(name: str, letters: dict[str, str]) -> str:
    return "".join(_letter(letter, letters) for letter in name)


def _letter(letter: str, letters: dict[str, str]) -> str:
    base, *marks = unicodedata.normalize("NFD", letter)
    new = unicodedata.normalize("NFC", letters.get(base, base) + "".join(marks))
    return new if len(new) == len(letter) else letter


def _recoded(code: str, letters: dict[str, str]) -> str:
    """Return a code with other letters and figures; a nought stays, so that it is as round as it was."""
    figures = {str(figure): str(figure % 9 + 1) for figure in range(1, 10)}
    return "".join(figures.get(sign, letters.get(sign.lower(), sign).upper()) for sign in code)


def _cased(word: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word[0].upper() + word[1:] if like[0].isupper() else word


def _bare(word: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))


def _slipped(new: str, written: str, matched: "SequenceMatcher[str]") -> str:
    """Return the new name with the letters left out, doubled or turned round that were so in the old one."""
    parts = []
    for step, start, end, first, last in matched.get_opcodes():
        parts.append(new[start:end] if step == "equal" else written[first:last] if step != "delete" else "")
    return "".join(parts)
