"""What kind of thing a name is: votes from the words around each mention. Many weak signs, summed over the document."""

from collections import Counter
from collections.abc import Iterator, Sequence

from facts.naming.spans import NameSpan
from facts.naming.words import NamingWords
from facts.parsing import Sentence

# How much a sign is worth. Known to the world > said in so many words > grammar.
KNOWN, NAMED, GRAMMAR, HINT = 4.0, 3.0, 1.5, 1.0
LEAST_VOTES = 1.5  # below, or with two kinds this close, the kind is not known
LEAST_LEAD = 0.5
LONGEST_ROLE = 4  # words of a role behind a name: "head of the works council" is found by its first
PLACE_PREPOSITIONS = {"en": frozenset({"in", "at", "near", "outside"}), "fr": frozenset({"a", "en", "dans", "pres"})}
AGENT_PREPOSITIONS = {"en": frozenset({"by"}), "fr": frozenset({"par"})}


class KindVotes:
    """Counts signs of kind around name spans."""

    def __init__(self, words: NamingWords) -> None:
        self.words = words
        self.classes = words.lexicon.languages[words.language].classes

    def of(self, sentence: Sentence, span: NameSpan) -> Counter[str]:
        """Return the votes that one mention casts."""
        votes: Counter[str] = Counter()
        for kind, weight in self._signs(sentence, span):
            votes[kind] += weight
        return votes

    def _signs(self, sentence: Sentence, span: NameSpan) -> Iterator[tuple[str, float]]:
        for kind in self.words.kinds_known(span.key):
            yield kind, KNOWN
        yield from self._from_noun_behind(sentence, span)
        yield from self._from_words_before(sentence, span)
        yield from self._from_role(sentence, span)
        yield from self._from_verb(sentence, span)
        yield from self._from_country_behind(sentence, span)
        yield from self._from_shape(span)

    def _noun(self, lemmas: Sequence[str]) -> str | None:
        """Return the kind of the longest type noun that these lemmas begin with."""
        for length in (3, 2, 1):
            if kind := self.words.type_nouns.get(tuple(lemmas[:length])):
                return kind
        return None

    def _from_noun_behind(self, sentence: Sentence, span: NameSpan) -> Iterator[tuple[str, float]]:
        """ "The X platform", "X Group", "X subsidiary"; a brand stands before its models' noun too ("the Nissan city car")."""
        kind = self._noun(sentence.lemmas[span.last : span.last + 3])
        if kind is None or sentence.text[sentence.tokens[span.last - 1].end : sentence.tokens[span.last].start].strip():
            return
        if self.words.lexicon.is_a(kind, "model"):
            yield "brand", HINT
            yield "model", HINT
        elif self.words.lexicon.is_a(kind, "person"):
            yield "organisation", GRAMMAR
        elif self.words.lexicon.is_a(kind, "plant"):
            yield "city", HINT
            yield "brand", HINT
        else:
            yield kind, NAMED

    def _from_words_before(self, sentence: Sentence, span: NameSpan) -> Iterator[tuple[str, float]]:
        first = span.first
        if first == 0:
            return
        before = sentence.tokens[first - 1]
        if before.folded.rstrip(".") in self.words.titles or (
            before.text == "." and first > 1 and sentence.tokens[first - 2].folded in self.words.titles
        ):
            yield "person", KNOWN
        if any(tuple(sentence.lemmas[max(0, first - n) : first]) in self.words.roles for n in (1, 2, 3)):
            yield "person", NAMED
        if before.folded in PLACE_PREPOSITIONS.get(sentence.language, ()):
            yield "city", GRAMMAR
        elif before.folded in AGENT_PREPOSITIONS.get(sentence.language, ()):
            yield "organisation", HINT
        elif sentence.language == "en" and self._follows_article(sentence, first):
            yield "model", GRAMMAR
        kind = self._noun(sentence.lemmas[first - 1 : first])
        if kind and not self.words.lexicon.is_a(kind, "person"):
            yield kind, GRAMMAR

    def _follows_article(self, sentence: Sentence, first: int) -> bool:
        """Whether "the", "a" or "this" governs the name, adjectives between: in English products take one, firms and people none."""
        for position in range(first - 1, max(-1, first - 4), -1):
            token = sentence.tokens[position]
            if token.folded in self.classes.get("articles", ()) or token.folded in self.classes.get(
                "demonstratives", ()
            ):
                return True
            if not token.is_word or token.is_capital or token.folded in self.words.functions:
                return False
        return False

    def _from_role(self, sentence: Sentence, span: NameSpan) -> Iterator[tuple[str, float]]:
        """ "X, chief executive of Y" or "X, the mayor"."""
        lemmas, last = sentence.lemmas, span.last
        if lemmas[last : last + 1] != (",",):
            return
        start = last + 1 + (lemmas[last + 1 : last + 2] in (("the",), ("a",), ("le",), ("la",)))
        for position in range(start, min(start + LONGEST_ROLE, len(lemmas))):
            if any(tuple(lemmas[position : position + n]) in self.words.roles for n in (1, 2, 3)):
                yield "person", NAMED
                return
            if not sentence.tokens[position].is_word:
                return

    def _from_verb(self, sentence: Sentence, span: NameSpan) -> Iterator[tuple[str, float]]:
        """The verb behind a name says what its subject can be; a verb of saying, that it can speak."""
        position = span.last
        while position < len(sentence.lemmas) and sentence.lemmas[position] in self._light:
            position += 1
        verb = sentence.lemmas[position] if position < len(sentence.lemmas) else ""
        before = sentence.lemmas[span.first - 1] if span.first else ""
        if verb in self.classes.get("saying_verbs", ()) or before in self.classes.get("saying_verbs", ()):
            yield "person", HINT
            yield "organisation", HINT
        kinds = {kind for place, group in self.words.frames.get(verb, ()) if place == "agent" for kind in group}
        for kind in kinds:
            yield kind, HINT / len(kinds)

    @property
    def _light(self) -> frozenset[str]:
        return self.classes.get("auxiliaries", frozenset()) | self.classes.get("modals", frozenset())

    def _from_country_behind(self, sentence: Sentence, span: NameSpan) -> Iterator[tuple[str, float]]:
        """ "X, Slovenia", "X (France)", "X in China", "X, in Slovakia"."""
        position = span.last
        for _ in range(2):
            if position < len(sentence.tokens) and sentence.tokens[position].folded in (",", "(", "in", "en", "au"):
                position += 1
        if position == span.last or position >= len(sentence.tokens):
            return
        if "country" in self.words.kinds_known(sentence.tokens[position].folded):
            yield "city", NAMED if sentence.tokens[position - 1].text in ",(" else GRAMMAR

    def _from_shape(self, span: NameSpan) -> Iterator[tuple[str, float]]:
        """Legal forms and the like inside the name itself."""
        suffixes = self.classes.get("legal_suffixes", frozenset())
        if span.length > 1 and span.text.split()[-1].casefold().rstrip(".") in suffixes:
            yield "company", NAMED


def verdict(votes: Counter[str]) -> str | None:
    """Return the kind that wins clearly, None where it is open."""
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < LEAST_VOTES:
        return None
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < LEAST_LEAD:
        return None
    return ranked[0][0]
