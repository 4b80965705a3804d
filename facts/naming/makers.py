"""Which first words of names are makers and what behind them are cars, by how the whole document sets them.

A car takes an article ("the Quillo", "a Halden Quillo"), a maker takes none ("Halden says").
"""

from collections import Counter
from collections.abc import Iterable, Sequence, Set

from facts.lemmas import Lemmas
from facts.naming.spans import NameSpan
from facts.naming.votes import BARE, HINT, LEAST_LEAD, LEAST_MODEL, KindVotes, root, verdict
from facts.parsing import Sentence
from facts.terms import fold, squeeze

Votes = dict[str, Counter[str]]
SPEAKERS = frozenset({"person", "organisation", "publication"})
OTHERS = frozenset({"person", "place", "platform", "event", "organisation", "publication"})


class Makers:
    """Adds to the votes of a document what only the comparison of several mentions tells."""

    def __init__(self, counter: KindVotes, lemmas: Lemmas) -> None:
        self.counter, self.words, self.lexicon, self.lemmas = counter, counter.words, counter.words.lexicon, lemmas

    def weigh(self, sentences: Sequence[Sentence], spans: Sequence[NameSpan], votes: Votes) -> Set[str]:
        """Vote for makers and their cars, then for who speaks where a verb of saying leaves it open.

        Returns the keys of names that stand with an article of their own.
        """
        determined, bare = self._settings(sentences, spans)
        for span in {span.key: span for span in spans}.values():
            first, rest = self._halves(span)
            if rest and self._is_pair(span, first, rest, determined, bare, votes):
                votes.setdefault(first, Counter())["brand"] += LEAST_MODEL
                for key in (rest, span.key):
                    votes.setdefault(key, Counter())["model"] += LEAST_MODEL
            elif rest and span.key in determined and self._is_strange(span):
                votes[span.key]["model"] += BARE  # one article is enough for "a Halden Quillo"
        self._towns(spans, votes)
        self._speakers(spans, votes)
        return determined

    def _settings(self, sentences: Sequence[Sentence], spans: Iterable[NameSpan]) -> tuple[set[str], set[str]]:
        """Return the keys that stand with an article of their own, and those that stand without one."""
        determined, bare = set(), set()
        for span in spans:
            sentence = sentences[span.sentence]
            has_article = self.counter.article(sentence, span.first) is not None
            if sentence.passage.kind != "heading" and (has_article or span.first > 0):
                if not has_article:
                    bare.add(span.key)
                elif self.counter.heads_phrase(sentence, span.last):
                    determined.add(span.key)
            elif sentence.passage.kind != "heading":
                bare.add(span.key)
        return determined, bare

    def _halves(self, span: NameSpan) -> tuple[str, str]:
        words = self.words.parts(span.text)
        return squeeze(words[0]), squeeze(" ".join(words[1:]))

    def _is_pair(
        self, span: NameSpan, first: str, rest: str, determined: set[str], bare: set[str], votes: Votes
    ) -> bool:
        """Whether a name is a maker with its car: two settings say so, and nothing says otherwise."""
        if self.words.known.keys() & {span.key, first} or fold(span.text.split()[0]) in self.words.given:
            return False
        if any(self._root(key, votes) in OTHERS for key in (span.key, rest)) or self._root(first, votes) in OTHERS - {
            "organisation"
        }:
            return False
        is_car, is_maker, is_whole = rest in determined, first in bare, span.key in determined
        if self._is_plain(span.text.split()[1:]):
            return is_car and is_maker
        return is_car + is_maker + is_whole > 1 or (is_whole and rest in votes)

    def _is_plain(self, words: Sequence[str]) -> bool:
        return all(self.lemmas.is_ordinary(fold(word)) for word in words)

    def _is_strange(self, span: NameSpan) -> bool:
        """Whether no word of a name is of everyday language, a person's or known to the world."""
        words = span.text.split()
        is_known = any(squeeze(word) in self.words.known for word in (span.text, *words))
        is_strange = not any(self.lemmas.is_ordinary(fold(word)) for word in words)
        return is_strange and not is_known and fold(words[0]) not in self.words.given

    def _towns(self, spans: Sequence[NameSpan], votes: Votes) -> None:
        """Take no word of everyday language for a town because "in" stands before it ("en Bourse")."""
        for span in spans:
            if span.length == 1 and span.key not in self.words.known and self.lemmas.is_ordinary(fold(span.text)):
                votes[span.key]["city"] = 0

    def _root(self, key: str, votes: Votes) -> str | None:
        kind = verdict(votes.get(key, Counter()), self.lexicon)
        return root(kind, self.lexicon) if kind else None

    def _speakers(self, spans: Sequence[NameSpan], votes: Votes) -> None:
        """Take who speaks for a person where the name looks like a full name, for a firm where it is one word."""
        shapes = self.counter.people
        full = {span.text for span in spans if shapes.is_full_name(span.text)}
        tails = {squeeze(text.split()[-1]) for text in full}
        for span in {span.key: span for span in spans}.values():
            cast = votes[span.key]
            is_tied = min(cast["person"], cast["organisation"]) >= BARE
            is_tied = is_tied and all(n < HINT or root(k, self.lexicon) in SPEAKERS for k, n in cast.items())
            if not is_tied or abs(cast["person"] - cast["organisation"]) >= LEAST_LEAD:
                continue
            if span.text in full or span.key in tails:
                cast["person"] += HINT
            elif span.length == 1:
                cast["organisation"] += HINT
