"""What "the company", "the plant", "the car" mean: the one thing of the sort that the last sentences speak of.

Of several, the one that the document is about, if it was the last to do something; else nothing.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from facts.extracting.mention import Mention
from facts.extracting.noun_phrases import NounPhrase
from facts.extracting.topics import Step, Topics
from facts.lexicon import Lexicon
from facts.parsing.grammar import Grammar
from facts.parsing.sentence import Sentence
from facts.terms import fold

FIRMS = ("brand", "company")  # kinds that "the company" may be; "the brand" is a brand only
PAIR = 2  # firms in a sentence of which one speaks of the other
REACH = 3  # sentences back within which a description may point
PLANT_REACH = 5
IsA = Callable[..., bool]


@dataclass(frozen=True)
class FirmWords:
    """Nouns of one language that stand for whichever firm is spoken of."""

    firms: frozenset[str]  # "company", "carmaker", "group"
    brands: frozenset[str]  # "brand", "marque"
    empty: frozenset[str]  # adjectives that tell no firm from another: "whole", "entire"

    @classmethod
    def of(cls, lexicon: Lexicon, language: str) -> "FirmWords":
        """Compile the classes of a language."""
        classes = lexicon.languages[language].classes
        firms, brands = (frozenset(map(fold, classes.get(key, ()))) for key in ("firm_words", "brand_words"))
        return cls(firms, brands, frozenset(map(fold, classes.get("empty_adjectives", ()))))

    def kinds(self, phrase: NounPhrase, skipped: Collection[str]) -> tuple[str, ...]:
        """Return the kinds of firm that a phrase can mean; none where it tells one of its own ("the supplier")."""
        noun = phrase.traits[-1] if phrase.traits else ""
        if any(trait not in self.empty and trait not in skipped for trait in phrase.traits[:-1]):
            return ()
        if noun in self.brands:
            return FIRMS[:1]
        return FIRMS if noun in self.firms else ()


NO_FIRM_WORDS = FirmWords(frozenset(), frozenset(), frozenset())


@dataclass(frozen=True)
class Descriptions:
    """Links descriptions of one document."""

    words: FirmWords
    topics: Topics
    is_a: IsA
    homes: Mapping[str, str]  # firm -> country, where the world knows it
    demonyms: Mapping[str, str]  # "japanese" -> country

    def firm(self, phrase: NounPhrase, recent: Sequence[Step], here: Sequence[str], paragraph: int) -> str | None:
        """Return the firm that "the company", "the Japanese carmaker" means; `here` is named in the same sentence."""
        kinds = self.words.kinds(phrase, self.demonyms.keys())
        lands = {self.demonyms[trait] for trait in phrase.traits if trait in self.demonyms}
        home = next(iter(lands)) if len(lands) == 1 else None  # "the Franco-Italian group" is of neither alone
        if not kinds:
            return None
        steps = [s for s in recent if self.is_a(s.entity, *kinds)]
        likely = {s.entity for s in steps if not s.value} | {one for one in here if self.is_a(one, *kinds)}
        topic = self.topics.titled_of("organisation")
        topic = topic if topic and self.is_a(topic, *kinds) else None
        if home is not None:
            likely = {one for one in likely if self.homes.get(one) == home}
            topic = topic if topic and self.homes.get(topic) == home else None
        near = {s.entity for s in steps if s.paragraph == paragraph} | {*here, topic}
        if len(likely) == 1 and topic in (None, *likely):
            return next(iter(likely & near), None)
        if topic is None or (home is not None and likely):
            return None
        last = next((s.entity for s in reversed(steps) if s.subject), topic)
        return topic if topic in likely and last == topic else None

    def announcer(
        self, grammar: Grammar, sentence: Sentence, phrase: NounPhrase, before: Sequence[Mention]
    ) -> str | None:
        """Return who speaks of "the brand": "Nissan said that Renault would build it for the brand"."""
        if not phrase.first or not grammar.is_preposition(sentence, phrase.first - 1):
            return None
        kinds = self.words.kinds(phrase, ())
        firms = [m for m in before if kinds and len(m.entities) == 1 and self.is_a(m.entities[0], *kinds)]
        if len({m.entities[0] for m in firms}) != PAIR or firms[-1].entities == firms[0].entities:
            return None
        behind = sentence.lemmas[firms[0].phrase.last : firms[0].phrase.last + 1]
        return firms[0].entities[0] if set(behind) & grammar.saying else None

    def car(self, number: int, found: str | None, recent: Sequence[Step], here: Collection[str]) -> str | None:
        """Return the last subject among cars, if no other was spoken of since as more than a value, and it just was."""
        if found is None or set(here) - {found}:
            return None
        others = {s.entity for s in recent if self.is_a(s.entity, "model") and not s.value} - {found}
        last = max((s.sentence for s in recent if s.entity == found), default=-1)
        nearer = {s.entity for s in recent if s.entity in others and s.sentence >= last}
        is_near = found in self.topics.titled or last == number - 1
        is_free = not others and not self.topics.titled_of("model")
        return found if is_free or (is_near and not nearer) else None

    def near(self, recent: Sequence[Step], titled: str | None) -> str:
        """Return the one model that the last sentences speak of, "" where they speak of several, or of no other."""
        models = {step.entity for step in recent if self.is_a(step.entity, "model")}
        told = {step.entity for step in recent if not step.value}
        topic = self.topics.titled_of("model")
        if len(models) > 1 or (topic and models - {topic}):
            return ""
        is_free = not models and titled is not None and self.is_a(titled, "model")
        return titled if is_free and titled else next(iter(models & told), "")

    def is_passing(self, entity: str, trail: Sequence[Step], titled: str | None, paragraph: int) -> bool:
        """Whether only one earlier paragraph turned to a car, behind another: "Ford's Ka was a derivative of it"."""
        places = {step.paragraph for step in trail if step.entity == entity}
        if entity in self.topics.titled or entity == titled or len(places) != 1 or paragraph in places:
            return False
        cars = [step.entity for step in trail if step.paragraph in places and self.is_a(step.entity, "model")]
        return bool(cars) and cars[0] != entity

    @staticmethod
    def plant(plants: Sequence[tuple[int, str]], number: int, places: Collection[str]) -> str | None:
        """Return the one plant of the last sentences, else the only one so far; no other of its sentence's places."""
        near = {entity for at, entity in plants if number - at <= PLANT_REACH}
        likely = near or {entity for _, entity in plants}
        return likely.pop() if len(likely) == 1 and set(places) <= likely else None
