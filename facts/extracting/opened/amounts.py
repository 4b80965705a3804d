"""Open facts from amounts that nothing else has read: "with 31 separate trim parts", "a wading depth of 700 mm"."""

from collections.abc import Iterator, Sequence

from facts.extracting.fitting import Fitting
from facts.extracting.opened.scene import WHOLE, Scene, Told, classes_of
from facts.extracting.voice import BE
from facts.lexicon import Lexicon
from facts.models import Fact, Statement, ValueKind
from facts.parsing.grammar import Grammar
from facts.reading import TypedSpan

PASSED = frozenset({ValueKind.DATE, ValueKind.DURATION})  # say when, not how much
WORDS = frozenset({ValueKind.ENTITY, ValueKind.TEXT, ValueKind.YES_NO})
PLURAL = ("s", "x", "people", "men", "women")
JOINTS = frozenset("-‑–")


class Amounts:
    """Finds owners and nouns for the amounts of one language."""

    def __init__(self, lexicon: Lexicon, language: str) -> None:
        self.fitting = Fitting(lexicon)
        self.light = classes_of(lexicon, language, "adverbs", "auxiliaries", "stopwords", "approximators")
        self.genitives = classes_of(lexicon, language, "genitive_prepositions")
        self.verbs = Grammar.of(lexicon, language).verbs | BE
        self.typed = [attribute for attribute in lexicon.attributes.values() if attribute.value not in WORDS]

    def facts(self, scene: Scene, whole: Statement, told: Told) -> Iterator[Fact]:
        """Yield what the amounts that are left of a sentence may say."""
        if whole.shape != WHOLE or whole.is_possible or whole.is_negated:
            return
        for span in scene.sentences[whole.passage].values:
            at = (span.start, span.end)
            if span.role is not None or span.value.kind in PASSED or told.covers(at):
                continue
            if (noun := self._noun(scene, whole.passage, span)) is None:
                continue
            words, how = noun
            if (owner := self._owner(scene, whole.passage, span)) is not None:
                yield scene.fact(whole, owner[0], words, at, span.value, f"open.{how}/{owner[1]}")

    def _noun(self, scene: Scene, passage: int, span: TypedSpan) -> tuple[str, str] | None:
        """Return what an amount is of, and how that is told."""
        sentence = scene.sentences[passage]
        if not (places := sentence.positions(*span.whole)):
            return None
        if span.counted:
            last, after = places.stop - 1, sentence.lemmas[places.stop : places.stop + 1]
            is_plural = sentence.tokens[last].folded.endswith(PLURAL)
            is_joined = any(token.text in JOINTS for token in sentence.tokens[places.start : places.stop + 1])
            is_acting = sentence.lemmas[last] in self.verbs or not self.verbs.isdisjoint(after)
            is_named = any(token.is_capital for token in sentence.tokens[places.start + 1 : places.stop])
            is_told = is_plural and not (is_joined or is_acting or is_named)
            return (" ".join(span.counted), "counted") if is_told else None
        before = places.start - 1
        if before > 0 and sentence.tokens[before].folded.rstrip("'") in self.genitives:
            noun = sentence.tokens[before - 1]
            is_noun = noun.kind == "word" and noun.folded not in self.light and not noun.is_capital
            return (sentence.lemmas[before - 1], "of") if is_noun and before - 1 not in sentence.valued else None
        return None

    def _owner(self, scene: Scene, passage: int, span: TypedSpan) -> tuple[str, str] | None:
        """Return the one thing of a sentence that can have such an amount, else what the sentence is about."""
        kinds = {kind for attribute in self.typed if self.fitting.fits(attribute, span.value) for kind in attribute.of}
        if named := _fitting(scene, scene.named(passage), kinds):
            return (named[0], "sentence") if len(named) == 1 else None
        if topics := _fitting(scene, scene.topics(passage), kinds):
            return topics[0], "main" if scene.family(topics[0]) == scene.main else "topic"
        return None


def _fitting(scene: Scene, keys: Sequence[str], kinds: set[str]) -> list[str]:
    return [key for key in dict.fromkeys(keys) if any(scene.is_a(key, kind) for kind in kinds)]
