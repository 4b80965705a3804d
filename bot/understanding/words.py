"""The words of a question: cut, uncontracted, each with its lemma and its place in what was written.

Nothing is interpreted here; a word may only stand for others ("what's" is what + is, "c koi" is c'est + quoi).
"""

from collections.abc import Sequence
from typing import NamedTuple

from bot.understanding.vocabulary import Vocabulary
from facts.lemmas import Lemmas
from facts.phrases import Hit
from facts.terms import APOSTROPHES, Token, tokenize

MOST_WORDS = 40  # words of a question that are read; reading 4,000 characters would cost 30 ms
MOST_CHARACTERS = 600  # enough for them
STRAIGHT = dict.fromkeys(map(ord, f"{APOSTROPHES}′‛＇ʹ"), "'")  # some count as letters, and would hide an elision
JOINTS = frozenset({"", "-", "–", "‑", ".", "/", "_"})  # marks that may stand inside a name


class Word(NamedTuple):  # made for every word of a question: a frozen dataclass takes four times as long
    """One word as it is read. `text`, `start` and `end` are as written, also where the word stands for several."""

    text: str
    folded: str
    lemma: str
    start: int
    end: int
    kind: str  # of its token
    before: str = ""  # marks between it and the word before
    possessive: bool = False  # "'s" follows
    was: str | None = None  # as written, where it was corrected

    @property
    def is_capital(self) -> bool:
        first = self.text[:1]
        if not first.isupper():
            return False
        return not first.isascii() or first.lower() == self.folded[:1]  # a word that stands in has none of its own

    @property
    def is_joined(self) -> bool:
        """Whether it may continue a name that the word before began."""
        return self.before in JOINTS


def cut(text: str) -> list[Token]:
    """Tokenize the part of a question that is read."""
    tokens: list[Token] = []
    words = 0
    for token in tokenize(text.translate(STRAIGHT), 0, min(len(text), MOST_CHARACTERS)):
        words += token.kind != "mark"
        if words > MOST_WORDS:
            break
        tokens.append(token)
    return tokens


def words_of_question(tokens: Sequence[Token], vocabulary: Vocabulary, lemmas: Lemmas) -> list[Word]:
    """Turn tokens into words of one language: marks become `before`, contractions and short forms are written out."""
    words: list[Word] = []
    before, end = "", 0
    for token in tokens:
        if token.kind == "mark":
            before += token.text
        elif token.kind == "clitic" and words:
            words.extend(_clitic(words, token, vocabulary))
        else:
            if before.endswith(".") and token.start > end:
                before += " "  # the end of a sentence joins no names
            words.append(Word(token.text, token.folded, token.folded, token.start, token.end, token.kind, before))
            before = ""
        end = token.end
    plain = _in_plain_words(_written_out(words, vocabulary), vocabulary)
    return [_with_lemma(word, lemmas, vocabulary.language) for word in plain]


def _with_lemma(word: Word, lemmas: Lemmas, language: str) -> Word:
    lemma = lemmas.lemma(word.folded, language)
    return word if lemma == word.lemma else word._replace(lemma=lemma)


def _in_plain_words(words: list[Word], vocabulary: Vocabulary) -> list[Word]:
    """Replace set phrases by plain words; the last first, so that the places of the others stay."""
    for edit in reversed(vocabulary.idioms.find(words)):
        words[edit.first : edit.last] = _stand_in(edit.plain, words[edit.first : edit.last])
    return words


def _stand_in(phrase: Sequence[str], words: Sequence[Word]) -> list[Word]:
    """Return the words of a phrase as they stand for words that were written."""
    first, last = words[0], words[-1]
    joint = "-" * any("-" in word.before for word in words[1:])
    stands = []
    for place, part in enumerate(phrase):
        kind = "elision" if part.endswith("'") else "word"
        before = joint if place else first.before
        stands.append(Word(first.text, part, part, first.start, last.end, kind, before, last.possessive))
    return stands


def _is_part_of_name(words: Sequence[Word], hit: Hit[tuple[str, ...]]) -> bool:
    """Whether a hyphen joins a short form to a neighbour: the "gen" of "Gen-E" is no "generation"."""
    if hit.end - hit.start > 1:
        return False
    joints = [p for p in (hit.start, hit.end) if 0 < p < len(words) and words[p].before in ("-", ".")]
    return any(words[p].start == words[p - 1].end + 1 for p in joints)


def _clitic(words: list[Word], token: Token, vocabulary: Vocabulary) -> list[Word]:
    """Read 's as a verb where the vocabulary says so ("what's"), else as the possessive of the word before."""
    full = vocabulary.contraction(words[-1].folded + token.folded)
    if full is None:
        words[-1] = words[-1]._replace(possessive=True)
        return []
    return [Word(token.text, part, part, token.start, token.end, "word") for part in full[1:]]


def _written_out(words: list[Word], vocabulary: Vocabulary) -> list[Word]:
    """Replace contractions and short forms by the words they stand for."""
    found = vocabulary.expansions.find_longest([word.folded for word in words])
    hits = {hit.start: hit for hit in found if not _is_part_of_name(words, hit)}
    if not hits:
        return words
    result: list[Word] = []
    position = 0
    while position < len(words):
        hit = hits.get(position)
        if hit is None:
            result.append(words[position])
            position += 1
            continue
        result.extend(_stand_in(hit.payloads[0], words[position : hit.end]))
        position = hit.end
    return result
