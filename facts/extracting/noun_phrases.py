"""Noun phrases that can mean an entity: names, "the Nissan city car", "these three small electric cars", "it", "its".

Finds their spans and makes; what each of them means depends on what was said before, and is decided in `discourse`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from facts.lexicon import Lexicon
from facts.models import ValueKind
from facts.naming.entities import NameMention, Names
from facts.parsing.grammar import QUOTES, Grammar
from facts.parsing.sentence import Sentence
from facts.terms import Token, fold

LONGEST_NOUN = 3  # words of a type noun: "small electric car" is an adjective pair and a noun
MOST_ADJECTIVES = 5
MOST_MEMBERS = 12  # of a set that is named by number


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
    noun_first: bool = False  # "citadine Dacia"
    owner: str | None = None  # of "the Twingo AMPR Small platform": entity id of the name before the name


class _Opening(NamedTuple):
    """What a phrase begins with."""

    first: int
    determiner: Determiner
    number: int | None
    traits: tuple[str, ...]


class _Noun(NamedTuple):
    """A type noun at tokens [first, last)."""

    first: int
    last: int
    kind: str
    text: str


class PhraseFinder:
    """Finds noun phrases in the sentences of one language."""

    def __init__(self, lexicon: Lexicon, language: str, grammar: Grammar) -> None:
        self.lexicon, self.grammar = lexicon, grammar
        data = lexicon.languages[language]
        self.nouns = {noun: kind.id for kind in lexicon.kinds.values() for noun in kind.nouns.get(language, ())}
        self.relational = {
            phrase[-1]
            for attribute in lexicon.attributes.values()
            if attribute.value is ValueKind.ENTITY and language in attribute.wording
            for phrase in attribute.wording[language].inverse
        } | {fold(words).split()[-1] for words in data.classes.get("derivative_nouns", ())}
        before_names: set[tuple[str, ...]] = set()
        for other in set(lexicon.languages) - {language}:  # translations leave nouns of the other language standing
            for kind in lexicon.kinds.values():
                for noun in kind.nouns.get(other, ()):
                    before_names.add(noun)
                    if noun[0] not in grammar.verbs:
                        self.nouns.setdefault(noun, kind.id)
        self.before_names = frozenset(before_names) if language == "en" else frozenset(self.nouns)
        for words in data.classes.get("derivative_nouns", ()):
            self.nouns[tuple(fold(words).split())] = "model"
        self.openings = frozenset(noun[0] for noun in self.nouns if noun)
        self.numbers = {fold(word): int(float(n)) for word, n in data.tables.get("numbers", {}).items() if _is_small(n)}
        named = grammar.possessives | grammar.pronouns_plural | grammar.pronouns_thing | grammar.pronouns_person
        self.pronouns = named - frozenset(fold(word) for word in data.classes.get("pronouns_open", ()))
        self.both = frozenset(fold(word) for word in data.classes.get("both_words", ()))
        self.all = frozenset(fold(word) for word in data.classes.get("all_words", ()))

    def find(self, sentence: Sentence, mentions: Sequence[NameMention], names: Names) -> list[NounPhrase]:
        """Return the phrases of a sentence from left to right; only the possessive inside one overlaps it."""
        named = {position: mention for mention in mentions for position in range(mention.first, mention.last)}
        found: list[NounPhrase] = []
        position = 0
        while position < len(sentence.tokens):
            phrase = self._at(sentence, position, named, names, found[-1].last if found else 0)
            if phrase is None:
                position += 1
                continue
            if found and self._is_modifier(found[-1], phrase):
                before = found.pop()
                phrase = replace(phrase, first=before.first, determiner=before.determiner, owner=before.name)
            found.append(phrase)
            position = phrase.last
        return found

    def _is_modifier(self, before: NounPhrase, phrase: NounPhrase) -> bool:
        """Whether two names in a row are one phrase: "the Twingo AMPR Small platform" is a platform."""
        names = before.shape is Shape.NAME and phrase.shape is Shape.NAME
        is_one = before.last == phrase.first and phrase.determiner is Determiner.NONE
        return names and is_one and not before.genitive and before.kind != phrase.kind

    def _at(
        self, sentence: Sentence, position: int, named: dict[int, NameMention], names: Names, floor: int
    ) -> NounPhrase | None:
        if mention := named.get(position):
            return self._from_name(sentence, mention, named, names, floor)
        if position in sentence.valued and not self._is_number_word(sentence, position):
            return None
        if sentence.tokens[position].folded in self.pronouns:
            return self._pronoun(sentence, position)
        noun = self._noun_at(sentence, position)
        mention = named.get(noun.last) if noun and self._may_precede_name(sentence, noun) else None
        if mention is not None and self.lexicon.is_a(names.entities[mention.entity].kind, "organisation"):
            return self._from_name(sentence, mention, named, names, floor)
        if noun is None or self._is_compound(sentence, noun) or self._is_predicate(sentence, noun, floor):
            return None
        return self._from_noun(sentence, noun, floor)

    def _is_predicate(self, sentence: Sentence, noun: "_Noun", floor: int) -> bool:
        """Whether a word right behind a noun phrase is the verb of it: "the Aygo X rivals the Picanto"."""
        follows = 0 < floor == noun.first and sentence.tokens[noun.first - 1].kind != "clitic"
        return follows and noun.last == noun.first + 1 and self._is_verb_form(sentence, noun.first)

    def _is_number_word(self, sentence: Sentence, position: int) -> bool:
        return sentence.tokens[position].folded in self.both

    def _noun_at(self, sentence: Sentence, position: int) -> "_Noun | None":
        """Return the longest type noun that starts here."""
        if position >= len(sentence.lemmas) or sentence.lemmas[position] not in self.openings:
            return None
        for length in range(min(LONGEST_NOUN, len(sentence.lemmas) - position), 0, -1):
            lemmas = sentence.lemmas[position : position + length]
            kind = self.nouns.get(lemmas)
            if kind and not self._is_participle(sentence, position + length - 1):
                return _Noun(position, position + length, kind, " ".join(lemmas))
        return None

    def _from_name(
        self, sentence: Sentence, mention: NameMention, named: dict[int, NameMention], names: Names, floor: int
    ) -> NounPhrase:
        entity = names.entities[mention.entity]
        noun = None if self._has_clitic(sentence, mention.last) else self._following_noun(sentence, mention.last, named)
        if noun is not None:
            return self._name_with_noun(sentence, mention, entity.kind, noun, floor)
        before = self._noun_before(sentence, mention.first, floor)
        if before is not None and self.lexicon.is_a(entity.kind, "organisation"):
            opening = self._opening(sentence, before.first, floor)
            traits = (*opening.traits, sentence.lemmas[before.first])
            return replace(
                self._phrase(
                    sentence,
                    opening,
                    mention.last,
                    Shape.DESCRIPTION,
                    name=mention.entity,
                    kind=before.kind,
                    traits=traits,
                ),
                noun_first=True,
            )
        opening = self._opening(sentence, mention.first, floor)
        return self._phrase(
            sentence, opening, mention.last, Shape.NAME, name=mention.entity, kind=entity.kind, traits=opening.traits
        )

    def _name_with_noun(
        self, sentence: Sentence, mention: NameMention, named_kind: str, noun: "_Noun", floor: int
    ) -> NounPhrase:
        """Read "AMPR Small platform", where both are one thing, and "Nissan city car", which describes another."""
        opening = self._opening(sentence, mention.first, floor)
        between = sentence.lemmas[mention.last : noun.first]
        is_other = self.lexicon.is_a(named_kind, "model") and sentence.lemmas[noun.last - 1] in self.relational
        same = self._is_same_thing(named_kind, noun.kind) and not is_other
        shape = Shape.NAME if same else Shape.DESCRIPTION
        traits = (*opening.traits, *between, noun.text)
        return self._phrase(sentence, opening, noun.last, shape, name=mention.entity, kind=noun.kind, traits=traits)

    def _from_noun(self, sentence: Sentence, noun: "_Noun", floor: int) -> NounPhrase:
        opening = self._opening(sentence, noun.first, floor)
        traits = (*opening.traits, noun.text)
        return self._phrase(sentence, opening, noun.last, Shape.DESCRIPTION, name=None, kind=noun.kind, traits=traits)

    def _phrase(
        self,
        sentence: Sentence,
        opening: "_Opening",
        last: int,
        shape: Shape,
        *,
        name: str | None,
        kind: str,
        traits: tuple[str, ...],
    ) -> NounPhrase:
        genitive = self._has_clitic(sentence, last)
        return NounPhrase(
            first=opening.first,
            last=last + genitive,
            head=last - 1,
            shape=shape,
            determiner=opening.determiner,
            name=name,
            kind=kind,
            traits=traits,
            number=opening.number,
            plural=shape is Shape.DESCRIPTION and _is_plural(sentence, last - 1),
            genitive=genitive,
        )

    def _is_same_thing(self, named: str, noun: str) -> bool:
        """Whether name and noun are of one kind ("AMPR Small platform"), or both places ("the Sunderland plant")."""
        same = self.lexicon.is_a(noun, named) or self.lexicon.is_a(named, noun)
        return same or (self.lexicon.is_a(named, "place") and self.lexicon.is_a(noun, "place"))

    def _following_noun(self, sentence: Sentence, position: int, named: dict[int, NameMention]) -> "_Noun | None":
        """Return a type noun behind a name, adjectives between ("Nissan small city car")."""
        for start in range(position, min(position + 3, len(sentence.tokens))):
            if start in named or not sentence.tokens[start].is_word or start in sentence.valued:
                return None
            noun, token = self._noun_at(sentence, start), sentence.tokens[start]
            if noun is not None:
                is_verb = noun.last == start + 1 and token.folded.endswith("s") and self._is_verb_form(sentence, start)
                return None if is_verb else noun  # "the Ioniq 5 takes", "the Aygo rivals the Picanto"
            if token.folded in self.grammar.functions or self.grammar.is_verb(sentence, start) or token.is_capital:
                return None
        return None

    def _is_verb_form(self, sentence: Sentence, position: int) -> bool:
        """Whether a word that could be a plural is a form of a known verb with something behind it to take."""
        if sentence.lemmas[position] not in self.grammar.verbs or position + 1 >= len(sentence.tokens):
            return False
        return sentence.tokens[position].folded != sentence.lemmas[position]

    def _noun_before(self, sentence: Sentence, position: int, floor: int) -> "_Noun | None":
        """Return a type noun right before a brand, as French has it ("citadine Dacia")."""
        noun = self._noun_at(sentence, position - 1) if position - 1 >= floor and position else None
        return noun if noun and noun.last == position and self.lexicon.is_a(noun.kind, "model") else None

    def _opening(self, sentence: Sentence, position: int, floor: int) -> "_Opening":
        """Extend a phrase to the left over adjectives and numbers to its determiner, if it has one."""
        traits: list[str] = []
        number: int | None = None
        first = position
        for place in range(position - 1, max(floor, position - 1 - MOST_ADJECTIVES) - 1, -1):
            token = sentence.tokens[place]
            determiner = self._determiner(token.folded)
            if determiner is not None:
                return _Opening(place, determiner, number, tuple(reversed(traits)))
            if token.folded in self.both or token.folded in self.all:
                number = 2 if token.folded in self.both else number
                return _Opening(place, Determiner.DEFINITE, number, tuple(reversed(traits)))
            if (counted := self._number(token)) is not None:
                if self._is_hyphenated(sentence, place + 1):  # "five-door SUV": no five of them
                    traits.append(token.folded)
                    continue
                if {place, place + 1} <= sentence.valued:  # "4 million cars"
                    break
                number, first = counted, place
            elif token.text != "-" or not sentence.touches(place):
                is_inner = place > 0 and self._is_hyphenated(sentence, place - 1)  # "plug-in hybrid SUV"
                if not token.is_word or (token.folded in self.grammar.functions and not is_inner):
                    break
                traits.append(sentence.lemmas[place])
        if number is not None:  # "three small electric cars" without a determiner
            return _Opening(first, Determiner.NONE, number, tuple(reversed(traits)))
        return _Opening(position, Determiner.NONE, None, tuple(traits[:1]))

    @staticmethod
    def _is_hyphenated(sentence: Sentence, position: int) -> bool:
        """Whether a hyphen at a position joins the words around it."""
        return sentence.tokens[position].text == "-" and sentence.touches(position) and sentence.touches(position + 1)

    def _number(self, token: Token) -> int | None:
        if token.kind == "number":
            return int(token.text) if len(token.text) == 1 and token.text.isdigit() else None
        return self.numbers.get(token.folded)

    def _determiner(self, word: str) -> Determiner | None:
        grammar = self.grammar
        if word in grammar.definite:
            return Determiner.DEFINITE
        if word in grammar.indefinite:
            return Determiner.INDEFINITE
        if word in grammar.demonstratives:
            return Determiner.DEMONSTRATIVE
        return Determiner.POSSESSIVE if word in grammar.possessives else None

    def _pronoun(self, sentence: Sentence, position: int) -> NounPhrase:
        word, grammar = sentence.tokens[position].folded, self.grammar
        if word in grammar.possessives:
            return NounPhrase(position, position + 1, position, Shape.POSSESSIVE)
        if word in grammar.pronouns_plural:
            return NounPhrase(position, position + 1, position, Shape.PRONOUN, kind=None, plural=True)
        if word in grammar.pronouns_thing:
            return NounPhrase(position, position + 1, position, Shape.PRONOUN, kind="thing")
        return NounPhrase(position, position + 1, position, Shape.PRONOUN, kind="person")

    def _may_precede_name(self, sentence: Sentence, noun: _Noun) -> bool:
        """Whether a noun can stand before the brand that it describes: in French, or where French was left standing."""
        is_french = sentence.lemmas[noun.first : noun.last] in self.before_names
        return is_french or (noun.first > 0 and sentence.tokens[noun.first].is_capital)

    def _is_compound(self, sentence: Sentence, noun: _Noun) -> bool:
        """Whether the noun only describes the next one ("the car industry"): English puts nothing else there."""
        if sentence.language != "en" or noun.last >= len(sentence.tokens):
            return False
        if noun.last + 1 < len(sentence.tokens) and self._is_hyphenated(sentence, noun.last):
            return True  # "a twin-motor variant"
        token = sentence.tokens[noun.last]
        if token.kind != "word" or token.is_capital or token.folded in self.grammar.functions:
            return False
        is_verbal = sentence.lemmas[noun.last] in self.grammar.verbs or token.folded.endswith(("ed", "ing"))
        return not (is_verbal or self.grammar.is_light(sentence, noun.last))

    @staticmethod
    def _is_participle(sentence: Sentence, position: int) -> bool:
        """Whether a word that looks like a noun is a form of its verb ("based")."""
        word = sentence.tokens[position].folded
        return word != sentence.lemmas[position] and word.endswith(("ed", "ing"))

    @staticmethod
    def _has_clitic(sentence: Sentence, position: int) -> bool:
        return position < len(sentence.tokens) and sentence.tokens[position].kind == "clitic"


def is_named_in_quotes(sentence: Sentence, phrase: NounPhrase) -> bool:
    """Whether a name in quotation marks stands right behind a description: "the new model “Leaf”"."""
    behind = sentence.tokens[phrase.last : phrase.last + 2]
    is_quoted = len(behind) > 1 and behind[0].text in QUOTES and behind[1].is_capital
    return is_quoted and phrase.shape is Shape.DESCRIPTION


def _is_small(number: str) -> bool:
    try:
        return float(number).is_integer() and 0 < float(number) <= MOST_MEMBERS
    except ValueError:
        return False


def _is_plural(sentence: Sentence, position: int) -> bool:
    """Whether a noun is more than its lemma by its number, not by its gender: "voitures", but not "cousine"."""
    word = sentence.tokens[position].folded
    return word != sentence.lemmas[position] and (sentence.language != "fr" or word.endswith(("s", "x")))
