"""Where names stand in a text: runs of capitalised words, known names, and what sentence starts and title case hide.

Finds spans only; what kind of thing a name means is decided over all its mentions, elsewhere.
"""

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from facts.lemmas import Lemmas
from facts.naming.words import LONGEST_KNOWN, NamingWords
from facts.parsing import Sentence
from facts.terms import Token, squeeze

MOST_TITLE_CASE = 0.6  # share of capitalised long words above which capitals tell nothing
LONG_WORD = 4
INSIDE_BODIES = frozenset({"of", "for", "de", "des", "du"})
CONTRACTED = ("'d", "'ll", "'ve", "'re", "'m", "'s", "n't")
FEW_WORDS = 3  # long words of a heading; with fewer its capitals may be those of a name
SHORT_NAME = 3
LONGEST_NUMBER = 4  # digits of a number that is part of a name
FAMILY_AND_GIVEN = 2  # words before the hyphen of "Song Ho-sung"
SHORTEST_SYLLABLE, LONGEST_SYLLABLE = 2, 6  # letters of the second half of a Korean or Chinese given name
HYPHENS = frozenset("-‐‑–")
OPENERS = frozenset('"“”«»:([|•*—–-.!?')


class NameSpan(NamedTuple):  # hashed at every turn
    """Tokens [first, last) of a passage that make one name."""

    sentence: int  # index into the document's sentences
    first: int
    last: int
    key: str  # squeezed
    text: str

    @property
    def length(self) -> int:
        return self.last - self.first


def is_shouted(sentence: Sentence) -> bool:
    """Whether capitals tell nothing here: a line in title case or in capitals throughout."""
    long = [token for token in sentence.tokens if token.is_word and len(token.text) >= LONG_WORD]
    capitals = sum(token.is_capital for token in long)
    return len(long) > 1 and (
        all(token.text.isupper() for token in long)
        or (sentence.passage.kind == "heading" and len(long) > FEW_WORDS and capitals > MOST_TITLE_CASE * len(long))
    )


def _is_plain(token: Token) -> bool:
    """Whether no name can begin at a token: a mark, a number, or a word of several small letters."""
    return token.kind in ("mark", "number") or (token.kind == "word" and len(token.text) > 1 and token.text.islower())


class SpanFinder:
    """Finds the names of one document."""

    def __init__(self, words: NamingWords, lemmas: Lemmas) -> None:
        self.words = words
        self.lemmas = lemmas

    def find(self, sentences: Sequence[Sentence], rows: Set[int] = frozenset()) -> list[NameSpan]:
        """Return the name spans of all sentences but `rows` in reading order; they never overlap."""
        calm = [number not in rows and not is_shouted(sentence) for number, sentence in enumerate(sentences)]
        runs = [list(self._runs(sentence)) if calm[number] else [] for number, sentence in enumerate(sentences)]
        tails = {
            sentences[number].tokens[last - 1].text
            for number, found in enumerate(runs)
            for first, last in found
            if last - first > 1
        }
        for number, sentence in enumerate(sentences):
            if calm[number]:
                runs[number] = sorted([*runs[number], *self._short_names(sentence, runs[number], tails)])
        seen = Counter(
            squeeze(sentences[number].words(first, last))
            for number, found in enumerate(runs)
            for first, last in found
            if not self._opens(sentences[number], first)
        )
        spans: list[NameSpan] = []
        for number, sentence in enumerate(sentences):
            if number in rows:
                continue
            kept = [(first, last) for first, last in runs[number] if self._is_name(sentence, first, last, seen)]
            kept += self._known_spans(sentence, kept, seen, every_case=not calm[number])
            spans += [self._span(number, sentence, first, last) for first, last in sorted(kept)]
        return spans

    def _short_names(
        self, sentence: Sentence, runs: Sequence[tuple[int, int]], tails: set[str]
    ) -> Iterator[tuple[int, int]]:
        """Yield nouns in capitals that end a longer name of the document: "the Twin" beside "EX30 Twin"."""
        busy = {position for first, last in runs for position in range(first, last)}
        for position, token in enumerate(sentence.tokens):
            if token.text not in tails or position in busy or not self._is_nameish(sentence, position):
                continue
            if token.folded in self.words.firm_endings:
                continue  # "the Group" is no car of that name
            if not self._opens(sentence, position) and not self._may_stand_alone(sentence, position):
                yield position, position + 1

    @staticmethod
    def _span(number: int, sentence: Sentence, first: int, last: int) -> NameSpan:
        text = sentence.words(first, last)
        return NameSpan(number, first, last, squeeze(text), text)

    def _runs(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Yield maximal runs of name-like tokens, with the hyphens, numbers and particles inside them."""
        position, count = 0, len(sentence.tokens)
        while position < count:
            if _is_plain(sentence.tokens[position]):
                position += 1
                continue
            if known := self._masked(sentence, position):
                yield position, position + known
                position += known
                continue
            lettered = 0 if position in sentence.valued else self._lettered(sentence, position)
            if not (lettered or self._is_nameish(sentence, position)):
                position += 1
                continue
            last = position + (lettered or 1)
            while (step := self._extension(sentence, position, last)) > 0:
                last += step
            first = position
            while first < last - 1 and sentence.tokens[first].folded in self.words.product_nouns:
                first += 1  # "Citadine Dacia": a noun in capitals before the name
            if last - first > 1 or self._may_stand_alone(sentence, first):
                yield first, last
            position = last

    def _masked(self, sentence: Sentence, position: int) -> int:
        """Return how many tokens make a known name that opens with a word that is none ("European Union", "the UK")."""
        token = sentence.tokens[position]
        if not (token.is_capital and token.folded in self.words.masks):
            return 0
        for count in range(LONGEST_KNOWN, 1, -1):
            last = position + count
            is_inside = last <= len(sentence.tokens) and sentence.tokens[last - 1].is_capital
            if is_inside and squeeze(sentence.words(position, last)) in self.words.known:
                return count
        return int(self.words.is_initialled_place(sentence, position))

    def _may_stand_alone(self, sentence: Sentence, position: int) -> bool:
        """Whether one capitalised word can be a name: not a letter, not a noun of a kind ("the Group")."""
        token, words = sentence.tokens[position], self.words
        is_noun = (sentence.lemmas[position],) in words.type_nouns or token.folded in words.product_nouns
        return len(token.text) > 1 and (not is_noun or squeeze(token.text) in words.known)

    def _extension(self, sentence: Sentence, first: int, last: int) -> int:
        """Return how many tokens from `last` on continue the run, 0 where it ends."""
        tokens = sentence.tokens
        if last >= len(tokens):
            return 0
        token = tokens[last]
        if last in sentence.valued and squeeze(sentence.words(first, last)) in self._owners(squeeze(token.text)):
            return 1  # "Audi Q4" is no quarter
        if inner := self._inner(sentence, last) or self._suffix(sentence, last) or self._odd(sentence, last):
            return inner
        if token.text in HYPHENS and sentence.touches(last):
            return self._hyphened(sentence, first, last)
        if "\n\n" in sentence.text[tokens[last - 1].end : token.start]:
            return 0
        if token.kind == "elision":
            return 2 * (token.is_capital and last + 1 < len(tokens))  # "Peter D'hoore", never "Renault l'annonce"
        if self._is_nameish(sentence, last) or token.text == "&" or self._is_number_of_name(sentence, last):
            return 1 + self._has_letter_behind(sentence, last)
        return self._particles(sentence, first, last)

    def _owners(self, key: str) -> set[str]:
        """Return the keys of the brands that have a car called so."""
        return {squeeze(name.of) for name in self.words.known.get(key, ()) if name.kind == "model" and name.of}

    def _hyphened(self, sentence: Sentence, first: int, hyphen: int) -> int:
        """Return how many tokens a hyphen adds to a name: "E-Tech", "CX-5", "Aix-en-Provence"."""
        tokens = sentence.tokens
        if not sentence.touches(hyphen + 1):
            return 0
        if tokens[hyphen + 1].is_capital or tokens[hyphen + 1].kind in ("number", "mixed"):
            return 2
        if self._is_given_name(sentence, first, hyphen):
            return 2
        is_inner = sentence.touches(hyphen + 2) and sentence.touches(hyphen + 3)
        return 4 if is_inner and tokens[hyphen + 2].text in HYPHENS and tokens[hyphen + 3].is_capital else 0

    def _is_given_name(self, sentence: Sentence, first: int, hyphen: int) -> bool:
        """Whether a small word behind a hyphen ends a name of two: "Song Ho-sung", never "Ford Puma-based"."""
        behind = sentence.tokens[hyphen + 1]
        words = sentence.tokens[first:hyphen]
        is_pair = len(words) == FAMILY_AND_GIVEN and all(token.kind == "word" for token in words)
        is_end = not sentence.touches(hyphen + 2) or sentence.tokens[hyphen + 2].text not in HYPHENS
        is_syllable = behind.kind == "word" and SHORTEST_SYLLABLE <= len(behind.text) <= LONGEST_SYLLABLE
        is_noun = (sentence.lemmas[hyphen + 1],) in self.words.type_nouns
        is_word = is_noun or behind.folded in self.words.functions or behind.folded in self.words.compound_heads
        return is_pair and is_end and is_syllable and not is_word and not behind.folded.endswith(("ed", "ing"))

    @staticmethod
    def _is_number_of_name(sentence: Sentence, position: int) -> bool:
        """Whether a number, or letters with a number, belongs to the name before it ("Hyundai i20", "Renault 5")."""
        token = sentence.tokens[position]
        if position in sentence.valued:
            return False
        if token.kind == "mixed":
            return token.text[0].islower()
        return token.kind == "number" and token.text.isdigit() and len(token.text) <= LONGEST_NUMBER

    @staticmethod
    def _has_letter_behind(sentence: Sentence, position: int) -> bool:
        """Whether a small letter closes a number of a name ("500e", "6e")."""
        if sentence.tokens[position].kind != "number" or not sentence.touches(position + 1):
            return False
        token = sentence.tokens[position + 1]
        return token.is_word and len(token.text) == 1 and not token.is_capital

    def _particles(self, sentence: Sentence, first: int, position: int) -> int:
        """Return how many tokens small words and what they join add to a name: "Luca de Meo", "Ursula von der Leyen".

        Neither half may be known by itself ("Renault de Flins").
        """
        if self._is_body(sentence, first, position):
            return 2
        if not self._is_particle(sentence, position):
            return 0
        behind = position + 1
        if self._is_particle(sentence, behind) and sentence.tokens[behind].folded not in self.words.functions:
            behind += 1  # "van der", but never the "de la" of a French sentence
        if behind >= len(sentence.tokens) or not self._is_nameish(sentence, behind):
            return 0
        halves = {squeeze(sentence.words(first, position)), squeeze(sentence.tokens[behind].text)}
        return 0 if halves & self.words.known.keys() else behind + 1 - position

    def _is_body(self, sentence: Sentence, first: int, position: int) -> bool:
        """Whether "of" or "for" stands inside the name of a body: "Ministry of Trade", "Center for Auto Safety"."""
        is_body = sentence.tokens[position - 1].folded in self.words.bodies and first == position - 1
        is_inside = is_body and sentence.tokens[position].folded in INSIDE_BODIES and not self._opens(sentence, first)
        return is_inside and self._is_nameish(sentence, position + 1)

    def _is_particle(self, sentence: Sentence, position: int) -> bool:
        if position >= len(sentence.tokens):
            return False
        token = sentence.tokens[position]
        return token.folded in self.words.connectors and not token.is_capital

    @staticmethod
    def _inner(sentence: Sentence, position: int) -> int:
        """Return how many tokens make the odd middle or end of a car's name: "ID.3", "e-208", "ë-C3"."""
        tokens = sentence.tokens
        if tokens[position].text == ".":
            is_joined = sentence.touches(position) and sentence.touches(position + 1)
            return 2 if is_joined and tokens[position + 1].kind in ("number", "mixed") else 0
        return SpanFinder._lettered(sentence, position)

    def _odd(self, sentence: Sentence, position: int) -> int:
        """Return how many tokens marks and a lone letter add to a name: "ID. Buzz", "Smart #5", "e Vitara", "250+"."""
        tokens, token = sentence.tokens, sentence.tokens[position]
        if position + 1 >= len(tokens) or token.text == "+":
            return int(token.text == "+" and sentence.touches(position))
        behind = tokens[position + 1]
        if token.text == ".":
            return 2 * (behind.is_capital and squeeze(tokens[position - 1].text + behind.text) in self.words.known)
        if token.text == "#":
            return 2 * (sentence.touches(position + 1) and behind.kind == "number")
        if token.is_capital and len(token.text) == 1 and token.text != "I" and position not in sentence.valued:
            return 1  # "Model Y", where the letter is a word of the language
        return 2 * (token.text == "e" and sentence.language == "en" and self._is_nameish(sentence, position + 1))

    def _suffix(self, sentence: Sentence, position: int) -> int:
        """Return how many tokens make a small suffix of cars' names: "A6 e-tron", "A 250 e-hybrid"."""
        end = position + 3
        is_whole = sentence.tokens[position].is_word and sentence.touches(position + 1) and sentence.touches(end - 1)
        if not is_whole or sentence.tokens[position + 1].text not in HYPHENS:
            return 0
        return 3 if sentence.words(position, end).casefold() in self.words.suffixes else 0

    @staticmethod
    def _lettered(sentence: Sentence, position: int) -> int:
        """Return how many tokens make a small letter, a hyphen and a name or number: "e-208", "ë-C3"."""
        tokens = sentence.tokens
        if len(tokens[position].text) > 1 or not tokens[position].is_word or tokens[position].is_capital:
            return 0
        joined = sentence.touches(position + 1) and sentence.touches(position + 2)
        is_name = (
            joined
            and tokens[position + 1].text in HYPHENS
            and (tokens[position + 2].is_capital or tokens[position + 2].kind in ("number", "mixed"))
        )
        return 3 if is_name else 0

    def _is_nameish(self, sentence: Sentence, position: int) -> bool:
        if position >= len(sentence.tokens):
            return False
        token = sentence.tokens[position]
        if position in sentence.valued or not token.is_word or self.words.is_half(sentence, position):
            return False
        if token.kind == "mixed":
            return any(c.isupper() for c in token.text) and not token.text[0].isdigit()
        if token.text[1:2].isupper() and token.text[0].islower() and token.text not in self.words.units:
            return token.folded not in self.words.drives  # "iX", "eVitara", but "the 50 xDrive"
        if not token.is_capital or token.folded in self.words.masks or self._is_in_role(sentence, position):
            return False
        if token.folded.partition("'")[0] in self.words.functions and token.folded.endswith(CONTRACTED):
            return False  # "I'd", "It'll"
        if len(token.text) == 1 and token.folded in self.words.functions:
            return sentence.tokens[position + 1 : position + 2] != () and sentence.tokens[position + 1].text in HYPHENS
        return token.folded not in self.words.functions

    def _is_in_role(self, sentence: Sentence, position: int) -> bool:
        """Whether the word is part of a title of office ("Chief Executive Officer")."""
        if sentence.tokens[position].folded not in self.words.role_words:
            return False
        words = [token.folded for token in sentence.tokens[max(0, position - 3) : position + 4]]
        place = position - max(0, position - 3)
        return any(
            tuple(words[first:last]) in self.words.roles
            for first in range(place + 1)
            for last in range(place + 1, len(words) + 1)
        )

    @staticmethod
    def _opens(sentence: Sentence, position: int) -> bool:
        """Whether a capital here may be only that of a beginning."""
        return position == 0 or sentence.tokens[position - 1].text in OPENERS

    def _is_name(self, sentence: Sentence, first: int, last: int, seen: Counter[str]) -> bool:
        key = squeeze(sentence.words(first, last))
        if last - first > 1 and sentence.tokens[last - 1].folded in self.words.colours and key not in self.words.known:
            return False  # "Gull White"
        if not self._opens(sentence, first) or seen[key] or self._is_known(sentence, first, key):
            return True
        if last - first > 1:
            is_person = sentence.tokens[first].folded in self.words.given
            return is_person or not self._is_ordinary(sentence, first) or any(k.startswith(key) for k in seen)
        token = sentence.tokens[first]
        return token.kind == "mixed" or not self._is_ordinary(sentence, first)

    def _is_known(self, sentence: Sentence, first: int, key: str) -> bool:
        """Whether the world knows a name that opens a sentence: "Superb seats" names no car, "Ford sells" a maker."""
        if key not in self.words.known:
            return False
        is_car = all(self.words.lexicon.is_a(kind, "model") for kind in self.words.kinds_known(key))
        return not is_car or key != squeeze(sentence.tokens[first].text) or not self._is_ordinary(sentence, first)

    def _is_ordinary(self, sentence: Sentence, position: int) -> bool:
        token = sentence.tokens[position]
        if sentence.language == "en" and token.text.casefold() != token.folded:
            return False  # "José", "Škoda"
        return token.kind == "word" and self.lemmas.is_ordinary(token.folded)

    def _known_spans(
        self, sentence: Sentence, taken: list[tuple[int, int]], seen: Counter[str], *, every_case: bool
    ) -> list[tuple[int, int]]:
        """Find names that capitals did not show: known brands in lower case, in a shouted line any of the document."""
        busy = {position for first, last in taken for position in range(first, last)} | sentence.valued
        found: list[tuple[int, int]] = []
        end = 0
        for position, token in enumerate(sentence.tokens):
            if position < end or not (every_case or squeeze(token.text) in self.words.openings):
                continue
            last = self._longest(sentence, position, busy, seen, every_case=every_case)
            if last is not None:
                found.append((position, last))
                end = last
        return found

    def _longest(
        self, sentence: Sentence, first: int, busy: set[int] | frozenset[int], seen: Counter[str], *, every_case: bool
    ) -> int | None:
        if first in busy or not sentence.tokens[first].is_word or sentence.tokens[first].folded.endswith(CONTRACTED):
            return None
        stop = min(first + LONGEST_KNOWN, len(sentence.tokens))
        stop = next((position for position in range(first, stop) if position in busy), stop)
        for last in range(stop, first, -1):
            if sentence.tokens[last - 1].kind not in ("word", "mixed", "number"):
                continue
            key = squeeze(sentence.words(first, last))
            if key in seen and every_case:
                return last
            if key in self.words.known and self._is_plain_name(sentence, first, last, key):
                return last
        return None

    def _is_plain_name(self, sentence: Sentence, first: int, last: int, key: str) -> bool:
        """Whether a known name in lower case can only be that name: never an ordinary word, a number or a short one."""
        words = sentence.tokens[first:last]
        if words[0].is_capital:
            is_free = not self._opens(sentence, first) or self._is_known(sentence, first, key)
            is_small = len(words) == 1 and words[0].folded in self.words.functions
            return is_free and not is_small and words[0].folded not in self.words.masks
        if any(token.kind == "word" and not self.lemmas.is_ordinary(token.folded) for token in words):
            return len(key) > SHORT_NAME
        makers = {kind for kind in self.words.kinds_known(key) if not self.words.lexicon.is_a(kind, "model")}
        return self._has_type_noun(sentence, last, makers)

    def _has_type_noun(self, sentence: Sentence, position: int, kinds: set[str]) -> bool:
        """Whether a noun of one of these kinds follows: "ampere subsidiary", but never "city car"."""
        follows = {self.words.type_nouns.get(tuple(sentence.lemmas[position : position + n])) for n in (1, 2)} - {None}
        return any(self.words.lexicon.is_a(kind, noun) for kind in kinds for noun in follows if noun)
