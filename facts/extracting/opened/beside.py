"""Open facts from amounts right beside a name: "the coupé, with 280 horsepower", "its hatchback, now £14,495"."""

from collections.abc import Iterator, Mapping

from facts.extracting.opened.scene import Place, Scene, classes_of
from facts.lexicon import Lexicon
from facts.models import Fact, Side, Statement, Value, ValueKind
from facts.parsing.sentence import Sentence
from facts.reading import TypedSpan

AGES = range(16, 100)
OPENERS = frozenset(",(:–—")
PERSON, PLACE, PLANT = "person", "place", "plant"


class Beside:
    """Reads what follows names of one language."""

    def __init__(self, lexicon: Lexicon, language: str) -> None:
        bounds = ("bounds_from", "bounds_up_to", "bounds_below", "bounds_above", "approximators")
        self.skipped = classes_of(lexicon, language, "articles", *bounds)
        self.adverbs = classes_of(lexicon, language, "adverbs", "relative_days") | {"now"}
        self.comparing = classes_of(lexicon, language, "comparatives")
        self.links = classes_of(lexicon, language, "beside_prepositions")
        self.genitives = classes_of(lexicon, language, "genitive_prepositions")
        closed = ("prepositions", "auxiliaries", "modals", "stopwords", "conjunctions", "relatives")
        self.closed = classes_of(lexicon, language, *closed) | self.adverbs

    def facts(self, scene: Scene, whole: Statement) -> Iterator[Fact]:
        """Yield what stands beside each name of a sentence; `whole` is the statement that lists them."""
        sentence = scene.sentences[whole.passage]
        starts = {sentence.positions(*span.whole).start: span for span in sentence.values if span.role is None}
        for part in whole.parts if starts else ():
            if part.side != Side.BESIDE or len(part.entities) != 1:
                continue
            (key,) = part.entities
            if scene.is_a(key, PLACE) and not scene.is_a(key, PLANT):
                continue
            end = sentence.positions(part.start, part.end).stop
            for words, at, value, how in self._behind(scene, sentence, key, end, starts):
                yield scene.fact(whole, key, words, at, value, f"open.beside/{how}")

    def _behind(
        self, scene: Scene, sentence: Sentence, key: str, place: int, starts: Mapping[int, TypedSpan]
    ) -> Iterator[tuple[str, Place, Value, str]]:
        mark, link, place = self._joint(sentence, place, starts)
        span = starts.get(place)
        if span is None or not (mark or link):
            return
        at, value = (span.start, span.end), span.value
        is_bare = value.kind is ValueKind.COUNT and not span.counted
        if scene.is_a(key, PERSON):
            if mark == "," and not link and is_bare and value.amount is not None and int(value.amount) in AGES:
                yield "age", at, value, "age"
            return
        if is_bare or value.kind is ValueKind.DURATION:
            return
        if value.kind is ValueKind.DATE:
            if link in self.genitives or mark == "(":
                yield link or "be", at, value, "date"
            return
        behind = sentence.positions(*span.whole).stop
        if behind < len(sentence.tokens) and sentence.tokens[behind].folded in self.comparing:
            return  # "900 euros less"
        noun = self._noun(sentence, behind)
        yield noun or " ".join(span.counted) or link or "be", at, value, "link" if link else "mark"

    def _joint(self, sentence: Sentence, place: int, starts: Mapping[int, TypedSpan]) -> tuple[str, str, int]:
        """Return the mark and the preposition behind a name, and the place of what they join to it."""
        tokens, size = sentence.tokens, len(sentence.tokens)
        mark = tokens[place].text if place < size and tokens[place].text in OPENERS else ""
        place += bool(mark)
        while place < size and tokens[place].folded in self.adverbs and place not in starts:
            place += 1
        link = tokens[place].folded.rstrip("'") if place < size and place not in starts else ""
        link = link if link in self.links else ""
        place += bool(link)
        while place < size and tokens[place].folded in self.skipped and place not in starts:
            place += 1
        return mark, link, place

    def _noun(self, sentence: Sentence, place: int) -> str:
        """Return the noun behind an amount that says what it is of: "a 54 kWh battery"."""
        if place >= len(sentence.tokens):
            return ""
        token = sentence.tokens[place]
        is_noun = token.kind == "word" and token.folded not in self.closed and not token.is_capital
        return sentence.lemmas[place] if is_noun else ""
