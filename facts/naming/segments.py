"""Splits runs of capitalised words that hold more than one name ("Twingo AMPR Small", "Renault-Nissan")."""

from collections import Counter
from collections.abc import Mapping, Sequence

from facts.naming.spans import HYPHENS, NameSpan
from facts.naming.votes import verdict
from facts.naming.words import NamingWords
from facts.parsing import Sentence
from facts.terms import squeeze

LONGEST_RUN = 30  # tokens; what is longer is no name, and not worth the cutting
PRODUCT_KINDS = ("model", "option")


class Segmenter:
    """Knows which names stand alone in a document, and cuts runs where two of them meet."""

    def __init__(self, words: NamingWords, votes: Mapping[str, Counter[str]]) -> None:
        self.words = words
        self.votes = votes  # of names that stand alone, by key

    def kind(self, key: str) -> str | None:
        """Return the kind of a name that stands alone in the document, or that the world knows."""
        alone = verdict(self.votes.get(key, Counter()), self.words.lexicon)
        known = self.words.kinds_known(key)
        return alone or (known.pop() if len(known) == 1 else None)

    def is_product(self, key: str) -> bool:
        kind = self.kind(key)
        return any(self.words.lexicon.is_a(kind, product) for product in PRODUCT_KINDS)

    def cut(self, sentences: Sequence[Sentence], span: NameSpan) -> list[NameSpan]:
        """Return the names of a run; most runs are one."""
        if span.length == 1 or span.length > LONGEST_RUN or self.words.kinds_known(span.key):
            return [span]
        sentence = sentences[span.sentence]
        for middle in range(span.first + 1, span.last):
            if sentence.tokens[middle].text in HYPHENS:
                continue
            left = self._part(sentence, span, span.first, middle)
            right = self._part(sentence, span, middle, span.last)
            if self._are_two(sentence, left, right, middle):
                return [*self.cut(sentences, left), *self.cut(sentences, right)]
        return [span]

    @staticmethod
    def _part(sentence: Sentence, span: NameSpan, first: int, last: int) -> NameSpan:
        while sentence.tokens[last - 1].text in HYPHENS:
            last -= 1
        text = sentence.words(first, last)
        return NameSpan(span.sentence, first, last, squeeze(text), text)

    def _are_two(self, sentence: Sentence, left: NameSpan, right: NameSpan, middle: int) -> bool:
        """Whether both sides are names by themselves, and not a brand with its model or a model with its version."""
        left_kind, right_kind = self.kind(left.key), self.kind(right.key)
        if left_kind is None or right_kind is None:
            return False
        if self.words.lexicon.is_a(left_kind, "person") or self.words.lexicon.is_a(right_kind, "person"):
            return False
        if sentence.tokens[middle - 1].text in HYPHENS:
            return False
        if self.words.lexicon.is_a(left_kind, "organisation"):
            return False
        return self.is_product(left.key) and not self.is_product(right.key)
