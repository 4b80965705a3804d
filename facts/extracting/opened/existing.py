"""Open facts from "there is": of what a text is about, "there's a light bar across the nose"."""

from collections.abc import Iterator
from dataclasses import replace

from facts.extracting.opened.phrases import PhraseWords
from facts.extracting.opened.scene import Scene, classes_of
from facts.extracting.voice import BE
from facts.lexicon import Lexicon
from facts.models import Certainty, Fact, Statement
from facts.parsing.grammar import Grammar

LONGEST = 6  # words of what there is
MARKS = frozenset(",.;:()!?—–")


class Existing:
    """Reads "there is" in one language; a language that says it otherwise has no words for it."""

    def __init__(self, lexicon: Lexicon, language: str) -> None:
        self.words, self.grammar = PhraseWords.of(lexicon, language), Grammar.of(lexicon, language)
        self.there = classes_of(lexicon, language, "existential_words")
        self.articles = classes_of(lexicon, language, "articles")
        self.ends = self.grammar.prepositions | self.grammar.relatives | self.grammar.conjunctions

    def facts(self, scene: Scene, whole: Statement) -> Iterator[Fact]:
        """Yield what there is, or is not, on the car that a sentence is about."""
        sentence, owner = scene.sentences[whole.passage], None
        tokens, lemmas = sentence.tokens, sentence.lemmas
        for place in range(len(tokens) - 2):
            is_there = tokens[place].folded in self.there and (
                lemmas[place + 1] in BE or tokens[place + 1].kind == "clitic"
            )
            if not is_there or (owner := scene.topic(whole.passage)) is None or whole.is_possible:
                continue
            start = place + 2
            is_denied = tokens[start].folded in self.grammar.negators
            start += is_denied
            is_thing = is_denied or start - 1 in sentence.valued or start in sentence.valued
            if start >= len(tokens) or not (is_thing or tokens[start].folded in self.articles):
                continue
            stop = start
            while stop < len(tokens) and tokens[stop].text not in MARKS and tokens[stop].folded not in self.ends:
                stop += 1
            bare = self.words.bare(sentence.text, tokens[start].start, tokens[stop - 1].end) if stop > start else []
            if bare and len(bare) <= LONGEST and not self.words.is_empty(bare):
                at = bare[0].start, bare[-1].end
                link = "main" if scene.family(owner) == scene.main else "topic"
                fact = scene.fact(whole, owner, "there be", at, scene.text_value(at), f"open.there/{link}")
                yield replace(fact, certainty=Certainty.DENIED) if is_denied else fact
