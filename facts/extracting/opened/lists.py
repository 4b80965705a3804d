"""Open facts from lists in running text: "five colours: red, blue ...", "For: superb seats, proper buttons"."""

from collections.abc import Iterator

from facts.extracting.opened.phrases import PhraseWords
from facts.extracting.opened.scene import MODEL, Place, Scene, classes_of
from facts.lexicon import Lexicon
from facts.models import Fact, Side, Statement, ValueKind
from facts.parsing.sentence import Sentence

LEAST_MEMBERS = 2
LONGEST_MEMBER = 5  # words of one member of a list
LONGEST_LABEL = 4  # words before a colon
OPENERS = frozenset(",:;(–—")
ENDS = frozenset(".;:()!?")
ORGANISATION = "organisation"


class Lists:
    """Reads lists in one language."""

    def __init__(self, lexicon: Lexicon, language: str) -> None:
        self.words, self.joints = PhraseWords.of(lexicon, language), classes_of(lexicon, language, "conjunctions")

    def facts(self, scene: Scene, whole: Statement) -> Iterator[Fact]:
        """Yield the members of a list of counted things, and what stands behind a label."""
        sentence = scene.sentences[whole.passage]
        for span in sentence.values:
            if span.value.kind is not ValueKind.COUNT or not span.counted or span.role is not None:
                continue
            members = list(self._members(sentence, sentence.positions(*span.whole).stop))
            owner = self._owner(scene, whole, span.start) if len(members) == span.value.amount else None
            for at in members if owner is not None else ():
                yield scene.fact(
                    whole, owner or "", " ".join(span.counted), at, scene.text_value(at), "open.list/counted"
                )
        label, owner = self._label(sentence), scene.topic(whole.passage) or scene.main
        if label is not None and owner is not None and not any(part.entities for part in whole.parts):
            words, colon = label
            for at in self._members(sentence, colon):
                yield scene.fact(whole, owner, words, at, scene.text_value(at), "open.list/label")

    @staticmethod
    def _owner(scene: Scene, whole: Statement, before: int) -> str | None:
        """Return the last thing named before a list, else what the sentence is about."""
        named = [
            key for part in whole.parts if part.side == Side.BESIDE and part.end <= before for key in part.entities
        ]
        fitting = [key for key in named if scene.is_a(key, MODEL) or scene.is_a(key, ORGANISATION)]
        if named:
            return fitting[-1] if fitting else None
        models = [key for key in scene.topics(whole.passage) if scene.is_a(key, MODEL)]
        return models[0] if models else scene.main

    @staticmethod
    def _label(sentence: Sentence) -> tuple[str, int] | None:
        """Return the words before the colon that opens a line, and where it stands."""
        tokens = sentence.tokens
        for place in range(1, min(LONGEST_LABEL + 1, len(tokens))):
            if tokens[place].text == ":":
                words = sentence.words(0, place)
                return words.casefold() if words.isupper() else words[:1].lower() + words[1:], place
            if not tokens[place].is_word:
                return None
        return None

    def _members(self, sentence: Sentence, opener: int) -> Iterator[Place]:
        """Yield the members of a list that a mark opens and the sentence's end closes; none where one is long."""
        tokens = sentence.tokens
        if opener >= len(tokens) or tokens[opener].text not in OPENERS:
            return
        found: list[list[int]] = [[]]
        for place in range(opener + 1, len(tokens)):
            if tokens[place].text in ENDS:
                break
            if tokens[place].text == "," or tokens[place].folded in self.joints:
                found.append([])
            else:
                found[-1].append(place)
        members = [one for one in found if one]
        if len(members) < LEAST_MEMBERS or any(len(one) > LONGEST_MEMBER for one in members):
            return
        for one in members:
            bare = self.words.bare(sentence.text, tokens[one[0]].start, tokens[one[-1]].end)
            if bare and not self.words.is_empty(bare):
                yield bare[0].start, bare[-1].end
