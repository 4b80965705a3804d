"""The lexicon arranged for reading questions in one language: phrases that ask for attributes, kinds, and the words of
asking.

Which words mean what is data (facts/vocabulary); here they only become tries.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property, lru_cache, partial
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from bot.understanding.idioms import Idioms
from facts.lexicon import Lexicon
from facts.lexicon.frames import Frame
from facts.phrases import PhraseIndex, words_of
from facts.terms import tokenize

if TYPE_CHECKING:
    from bot.understanding.words import Word

AT_START = "^"  # a tag with it counts only where the question begins
AT_EDGE = "|"  # only where it begins or ends, or where the word is written with an accent: "où" is where, "ou" is or
ENTIRE = "="  # only where it is all that is said, save fillers: "says who?"
CLASS_TAGS = {  # closed classes whose members are words of asking as well
    "polite_words": "filler",
    "chatter": "chat",
    "opinion_cues": "opinion",
    "bot_cues": "bot",
    "describe_cues": "describe",
}
BOUND_TAGS = ("below", "above", "between", "about", "exactly")
CLOSED = ("copulas", "auxiliaries", "prepositions")
CACHED_UNIONS = 512  # groups of classes; the code asks for some hundred, and each of them for every word
NO_WORDS: frozenset[str] = frozenset()
NOTHING: Mapping[str, str] = {}
PLAIN = ("question_words", "copulas", "auxiliaries")  # "what is" alone describes nothing yet


class Role(StrEnum):
    """How a phrase speaks of its attribute."""

    NOUN = "noun"
    INVERSE = "inverse"  # a noun seen from the value: "successor"
    VERB = "verb"
    PHRASE = "phrase"
    LOW = "low"
    HIGH = "high"


class Cue(NamedTuple):  # thousands are made and compared before the first question is read
    """What a phrase says: an attribute, and how."""

    attribute: str
    role: Role
    frame: Frame | None = None


class Vocabulary:
    """The lexicon as one language's questions use it."""

    def __init__(self, lexicon: Lexicon, language: str) -> None:
        self.language = language
        self._tables = lexicon.languages[language].tables
        self.classes = lexicon.languages[language].classes
        self.members = lru_cache(maxsize=CACHED_UNIONS)(partial(members_of, self.classes))
        self._closed = members_of(self.classes, CLOSED)
        self.cues: PhraseIndex[Cue] = PhraseIndex()
        self.kinds: PhraseIndex[str] = PhraseIndex()
        self.tags: PhraseIndex[str] = PhraseIndex()
        self.expansions: PhraseIndex[tuple[str, ...]] = PhraseIndex()
        self.vetoes: PhraseIndex[str] = PhraseIndex()
        self.values: PhraseIndex[tuple[str, str, str]] = PhraseIndex()  # attribute, value, kind of value
        self.bounds: set[str] = set()  # words that bound an amount
        self.lemmas: set[str] = set()
        self.forms: set[str] = set()
        self._add_attributes(lexicon)
        self._add_kinds(lexicon)
        self._add_words()

    def contraction(self, folded: str) -> tuple[str, ...] | None:
        """Return the words that a contraction stands for, or None."""
        full = self._tables.get("contractions", {}).get(folded)
        return tuple(words_of(full)) if full else None

    def knows(self, word: "Word") -> bool:
        """Whether the vocabulary explains a word, as it stands or by its lemma."""
        return word.folded in self.forms or word.lemma in self.lemmas

    def knows_form(self, folded: str) -> bool:
        """Whether a folded word is one of the vocabulary's own, uninflected."""
        return folded in self.forms or folded in self.lemmas

    def means(self, lemma: str) -> bool:
        """Whether a word by itself speaks of an attribute."""
        return bool(self.cues.find([lemma]))

    @cached_property
    def idioms(self) -> Idioms:
        """Set phrases and the plain words they stand for."""
        return Idioms(self._tables.get("idioms", {}))

    @cached_property
    def things(self) -> frozenset[str]:
        """Question words that ask for anything: "what", "quoi"."""
        return frozenset(word for word, wanted in self.table("question_types").items() if wanted == "thing")

    def table(self, name: str) -> Mapping[str, str]:
        """Return a table of the language, empty where it has none."""
        return self._tables.get(name, NOTHING)

    def has_class(self, name: str, word: str) -> bool:
        """Whether a folded word or lemma is in a closed class."""
        return word in self.classes.get(name, NO_WORDS)

    def has_any(self, names: tuple[str, ...], word: str) -> bool:
        """Whether a folded word or lemma is in one of these closed classes."""
        return word in self.members(names)

    def _is_plain(self, words: tuple[str, ...]) -> bool:
        return all(self.has_any(PLAIN, word) for word in words)

    def _add_attributes(self, lexicon: Lexicon) -> None:
        for attribute in lexicon.attributes.values():
            wording = attribute.wording.get(self.language)
            if wording is None:
                continue
            groups = {
                Role.NOUN: wording.nouns,
                Role.INVERSE: wording.inverse,
                Role.PHRASE: wording.phrases,
                Role.LOW: wording.low,
                Role.HIGH: wording.high,
            }
            for role, phrases in groups.items():
                for phrase in phrases:
                    self._add(phrase, Cue(attribute.id, role))
            for phrase in wording.vetoes:
                self.vetoes.add(phrase, attribute.id)
            for value, said in wording.values.items():
                for phrase in said:
                    self.values.add(phrase, (attribute.id, value, attribute.value.value))
                    self.lemmas.update(phrase)
            for frame in wording.frames:
                for phrase in _verbs(frame, self._closed):
                    self._add(phrase, Cue(attribute.id, Role.VERB, frame))

    def _add(self, phrase: tuple[str, ...], cue: Cue) -> None:
        self.cues.add(phrase, cue)
        self.lemmas.update(phrase)

    def _add_kinds(self, lexicon: Lexicon) -> None:
        for kind in lexicon.kinds.values():
            for phrase in kind.nouns.get(self.language, ()):
                self.kinds.add(phrase, kind.id)
                self.lemmas.update(phrase)

    def _add_words(self) -> None:
        for name, tag in CLASS_TAGS.items():
            for member in self.classes.get(name, frozenset()):
                if self._is_plain(_phrase(member)):
                    continue
                alone = tag == "bot" and " " not in member  # "with whose help" is no call for help
                self.tags.add(_phrase(member), f"{ENTIRE}{tag}" if alone else tag)
        for phrase, tag in self._tables.get("asking", {}).items():
            for one in tag.split():
                self.tags.add(_phrase(phrase), one)
            self.forms.update(_phrase(phrase))
            if tag in BOUND_TAGS:
                self.bounds.update(_phrase(phrase))
        for name in ("contractions", "sms"):
            for phrase, full in self._tables.get(name, {}).items():
                if all(token.kind != "clitic" for token in tokenize(phrase)):  # "what's" is read where its 's is
                    self.expansions.add(_phrase(phrase), _phrase(full))
        self.forms.update(self._tables.get("superlatives", {}))
        for members in self.classes.values():
            self.forms.update(word for member in members for word in member.split())


class Vocabularies(Mapping[str, Vocabulary]):
    """The vocabulary of each language, made when a question first needs it: a single question is in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.languages = lexicon.languages
        self._made: dict[str, Vocabulary] = {}
        self.closed = lru_cache(maxsize=1)(self._closed)  # every question asks for the same classes

    def __getitem__(self, language: str) -> Vocabulary:
        if language not in self._made:
            self._made[language] = Vocabulary(self._lexicon, language)
        return self._made[language]

    def _closed(self, classes: tuple[str, ...]) -> dict[str, frozenset[str]]:
        """Return what is in any of these classes, by language; no vocabulary is made for it."""
        return {name: members_of(one.classes, classes) for name, one in self.languages.items()}

    def __iter__(self) -> Iterator[str]:
        return iter(self.languages)

    def __len__(self) -> int:
        return len(self.languages)


def members_of(classes: Mapping[str, frozenset[str]], names: tuple[str, ...]) -> frozenset[str]:
    """Return what is in any of these classes."""
    return frozenset[str]().union(*(classes.get(name, frozenset()) for name in names))


def _phrase(text: str) -> tuple[str, ...]:
    """Return the words of a phrase; one that ends in an elision ("est-ce qu'") keeps it, as it would before a word."""
    words = text.split(" ")
    if text.isascii() and all(map(str.isalpha, words)):
        return tuple(words)  # most are plain, and cutting thousands of them properly takes a tenth of a second
    return words_of(f"{text}x")[:-1] if text.endswith("'") else words_of(text)


def _verbs(frame: Frame, closed: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """Yield the lemmas of a frame's verb; a copula in front of it stands apart in questions ("is the Leaf based on").

    Copulas, auxiliaries and prepositions alone are no cue: they stand in every other question.
    """
    for verb in product(*frame.verb):
        bare = verb[1:] if verb[0] in closed else verb
        if not all(word in closed for word in bare):
            yield bare
