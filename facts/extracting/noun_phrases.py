"""Noun phrases that can mean an entity: names, "the Nissan city car", "these three small electric cars", "it", "its".

Finds their spans and makes; what each of them means depends on what was said before, and is decided in `discourse`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from facts.lexicon import Lexicon
from facts.naming.entities import NameMention, Names
from facts.parsing.grammar import Grammar
from facts.parsing.sentence import Sentence
from facts.terms import fold

LONGEST_NOUN = 3  # words of a type noun: "small electric car" is an adjective pair and a noun
MOST_ADJECTIVES = 5


class Determiner(StrEnum):
    """How a phrase is introduced; decides whether it points back or brings something new."""

    DEFINITE = "the"
    INDEFINITE = "a"
    DEMONSTRATIVE = "this"
    POSSESSIVE = "its"
    NONE = ""


class Shape(StrEnum):
    """What a phrase is made of."""

    NAME = "name"  # proper name, maybe with a noun of its own kind
    DESCRIPTION = "description"  # a noun of a kind, maybe with a brand
    PRONOUN = "pronoun"
    POSSESSIVE = "possessive"  # "its": stands for the possessor


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Tokens [first, last); `head` is the position of the noun or the name's last word."""

    first: int
    last: int
    head: int
    shape: Shape
    determiner: Determiner = Determiner.NONE
    name: str | None = None  # entity id of the name inside
    kind: str | None = None  # kind that the noun says
    traits: tuple[str, ...] = ()  # folded words that describe: adjectives and the noun
    number: int | None = None  # "three", "both"
    plural: bool = False
    genitive: bool = False  # "Nissan's"


class PhraseFinder:
    """Finds noun phrases in the sentences of one language."""

    def __init__(self, lexicon: Lexicon, language: str, grammar: Grammar) -> None:
        self.lexicon, self.grammar = lexicon, grammar
        data = lexicon.languages[language]
        self.nouns = {noun: kind.id for kind in lexicon.kinds.values() for noun in kind.nouns.get(language, ())}
        for other in set(lexicon.languages) - {language}:  # translations leave nouns of the other language standing
            for kind in lexicon.kinds.values():
                for noun in kind.nouns.get(other, ()):
                    self.nouns.setdefault(noun, kind.id)
        for noun in data.classes.get("derivative_nouns", ()):
            self.nouns[tuple(fold(noun).split())] = "model"
        self.numbers = {fold(word): int(float(n)) for word, n in data.tables.get("numbers", {}).items() if _is_small(n)}
        self.both = frozenset(fold(word) for word in data.classes.get("both_words", ()))
        self.all = frozenset(fold(word) for word in data.classes.get("all_words", ()))

    def find(self, sentence: Sentence, mentions: Sequence[NameMention], names: Names) -> list[NounPhrase]:
        """Return the phrases of a sentence from left to right; they do not overlap, but for the possessive inside one."""
        named = {position: mention for mention in mentions for position in range(mention.first, mention.last)}
        found: list[NounPhrase] = []
        position = 0
        while position < len(sentence.tokens):
            phrase = self._at(sentence, position, named, names, found[-1].last if found else 0)
            if phrase is None:
                position += 1
                continue
            found.append(phrase)
            position = phrase.last
        return found

    def _at(
        self, sentence: Sentence, position: int, named: dict[int, NameMention], names: Names, floor: int
    ) -> NounPhrase | None:
        if mention := named.get(position):
            return self._from_name(sentence, mention, named, names, floor)
        if position in sentence.valued and not self._is_number_word(sentence, position):
            return None
        if pronoun := self._pronoun(sentence, position):
            return pronoun
        noun = self._noun_at(sentence, position)
        return self._from_noun(sentence, position, *noun, floor) if noun else None

    def _is_number_word(self, sentence: Sentence, position: int) -> bool:
        return sentence.tokens[position].folded in self.both

    def _noun_at(self, sentence: Sentence, position: int) -> tuple[int, str] | None:
        """Return (tokens, kind) of the longest type noun that starts here."""
        for length in range(LONGEST_NOUN, 0, -1):
            lemmas = sentence.lemmas[position : position + length]
            kind = self.nouns.get(lemmas)
            if kind and not (length == 1 and sentence.tokens[position].kind != "word"):
                return length, kind
        return None

    def _from_name(
        self, sentence: Sentence, mention: NameMention, named: dict[int, NameMention], names: Names, floor: int
    ) -> NounPhrase:
        entity = names.entities[mention.entity]
        first, determiner, number, traits = self._left(sentence, mention.first, floor)
        last, follows = mention.last, None
        if not self._has_clitic(sentence, last):
            follows = self._following_noun(sentence, last, named)
        if follows is None:
            genitive = self._has_clitic(sentence, last)
            if (before := self._noun_before(sentence, mention.first, floor)) and self.lexicon.is_a(
                entity.kind, "organisation"
            ):
                start, kind, noun = before
                begin, determiner, number, traits = self._left(sentence, start, floor)
                return NounPhrase(
                    begin,
                    last,
                    start,
                    Shape.DESCRIPTION,
                    determiner,
                    mention.entity,
                    kind,
                    (*traits, noun),
                    number,
                    False,
                )
            return NounPhrase(
                first, last + genitive, last - 1, Shape.NAME, determiner, mention.entity, entity.kind, traits, number, False, genitive
            )  # fmt: skip
        start, length, kind = follows
        between = tuple(sentence.lemmas[last:start])
        noun = " ".join(sentence.lemmas[start : start + length])
        last = start + length
        shape = Shape.NAME if self._is_same_thing(entity.kind, kind) else Shape.DESCRIPTION
        if between and shape is Shape.NAME and self.lexicon.is_a(kind, "model"):
            shape = Shape.NAME
        genitive = self._has_clitic(sentence, last)
        plural = sentence.tokens[last - 1].folded != sentence.lemmas[last - 1]
        return NounPhrase(
            first, last + genitive, last - 1, shape, determiner, mention.entity, kind, (*traits, *between, noun), number, plural, genitive
        )  # fmt: skip

    def _is_same_thing(self, named: str, noun: str) -> bool:
        """Whether name and noun are of one kind ("AMPR Small platform"), or the noun only says what part a place plays."""
        same = self.lexicon.is_a(noun, named) or self.lexicon.is_a(named, noun)
        return same or (self.lexicon.is_a(named, "place") and self.lexicon.is_a(noun, "place"))

    def _following_noun(
        self, sentence: Sentence, position: int, named: dict[int, NameMention]
    ) -> tuple[int, int, str] | None:
        """Return (start, tokens, kind) of a type noun behind a name, adjectives between ("Nissan small city car")."""
        for start in range(position, min(position + 3, len(sentence.tokens))):
            if start in named or not sentence.tokens[start].is_word or start in sentence.valued:
                return None
            if noun := self._noun_at(sentence, start):
                return start, *noun
            token = sentence.tokens[start]
            if token.folded in self.grammar.functions or self.grammar.is_verb(sentence, start) or token.is_capital:
                return None
        return None

    def _noun_before(self, sentence: Sentence, position: int, floor: int) -> tuple[int, str, str] | None:
        """Return (position, kind, noun) of a type noun right before a brand, as French has it ("citadine Dacia")."""
        if position - 1 < floor or position == 0:
            return None
        noun = self._noun_at(sentence, position - 1)
        if noun is None or noun[0] != 1 or not self.lexicon.is_a(noun[1], "model"):
            return None
        return position - 1, noun[1], sentence.lemmas[position - 1]

    def _from_noun(self, sentence: Sentence, position: int, length: int, kind: str, floor: int) -> NounPhrase:
        first, determiner, number, traits = self._left(sentence, position, floor)
        last = position + length
        noun = " ".join(sentence.lemmas[position:last])
        plural = sentence.tokens[last - 1].folded != sentence.lemmas[last - 1]
        genitive = self._has_clitic(sentence, last)
        return NounPhrase(
            first, last + genitive, last - 1, Shape.DESCRIPTION, determiner, None, kind, (*traits, noun), number, plural, genitive
        )  # fmt: skip

    def _left(
        self, sentence: Sentence, position: int, floor: int
    ) -> tuple[int, Determiner, int | None, tuple[str, ...]]:
        """Extend a phrase to the left over adjectives and numbers to its determiner, if it has one."""
        traits: list[str] = []
        number: int | None = None
        for place in range(position - 1, max(floor, position - 1 - MOST_ADJECTIVES) - 1, -1):
            token = sentence.tokens[place]
            if (kind := self._determiner(token.folded)) is not None:
                return place, kind, number, tuple(reversed(traits))
            if token.folded in self.both or token.folded in self.all:
                return place, Determiner.DEFINITE, 2 if token.folded in self.both else number, tuple(reversed(traits))
            if token.folded in self.numbers or (
                token.kind == "number" and token.text.isdigit() and len(token.text) == 1
            ):
                number = self.numbers.get(token.folded) or int(token.text)
                continue
            if token.text == "-" and sentence.touches(place):
                continue
            if not token.is_word or token.folded in self.grammar.functions:
                break
            traits.append(sentence.lemmas[place])
        start = position
        if number is not None:  # "three small electric cars" without a determiner
            while start > floor and (
                sentence.lemmas[start - 1] in traits or sentence.tokens[start - 1].folded in self.numbers
            ):
                start -= 1
            return start, Determiner.NONE, number, tuple(reversed(traits))
        return position, Determiner.NONE, None, tuple(reversed(traits[:1]))

    def _determiner(self, word: str) -> Determiner | None:
        grammar = self.grammar
        if word in grammar.definite:
            return Determiner.DEFINITE
        if word in grammar.indefinite:
            return Determiner.INDEFINITE
        if word in grammar.demonstratives:
            return Determiner.DEMONSTRATIVE
        return Determiner.POSSESSIVE if word in grammar.possessives else None

    def _pronoun(self, sentence: Sentence, position: int) -> NounPhrase | None:
        word, grammar = sentence.tokens[position].folded, self.grammar
        if word in grammar.possessives:
            return NounPhrase(position, position + 1, position, Shape.POSSESSIVE)
        if word in grammar.pronouns_plural:
            return NounPhrase(position, position + 1, position, Shape.PRONOUN, kind=None, plural=True)
        if word in grammar.pronouns_thing:
            return NounPhrase(position, position + 1, position, Shape.PRONOUN, kind="thing")
        if word in grammar.pronouns_person:
            return NounPhrase(position, position + 1, position, Shape.PRONOUN, kind="person")
        return None

    @staticmethod
    def _has_clitic(sentence: Sentence, position: int) -> bool:
        return position < len(sentence.tokens) and sentence.tokens[position].kind == "clitic"


def _is_small(number: str) -> bool:
    try:
        return float(number).is_integer() and 0 < float(number) <= 12
    except ValueError:
        return False
