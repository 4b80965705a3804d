"""A sentence as statements look at it: which tokens are verbs, which open a phrase, where a stretch of phrases ends.

Everything is worked out once a sentence, since each of its verbs asks again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from facts.extracting.arguments import Argument
from facts.extracting.clause import Clause
from facts.extracting.noun_phrases import Shape
from facts.extracting.voice import HELPERS, Voice, helper_of
from facts.lexicon import Lexicon
from facts.parsing.grammar import QUOTES, Grammar
from facts.phrases import PhraseIndex, words_of
from facts.terms import fold

A_WITH_ACCENT = "à"  # folds into "a", which is a form of "avoir"
GENITIVE = frozenset({"of", "de", "du", "des", "d'"})  # join two nouns to one phrase
LEAST_INSIDE = 2  # tokens before a participle inside a noun phrase: a determiner and a word
PARTICIPLE_ENDS = ("ées", "ée", "és", "é")
UNACCENTED = "a"
BY = frozenset({"by", "par"})
AND = frozenset({"and", "or", "et", "ou", "&"})
BUT = frozenset({"but", "nor", "yet", "so", "mais", "ni", "or", "donc"}) - AND
FINITE = (Voice.ACTIVE, Voice.PASSIVE)


@dataclass(frozen=True, slots=True)
class StatingWords:
    """The closed classes of one language that only statements look at."""

    prepositions: PhraseIndex[str]
    hypothetical: frozenset[str]
    possible: frozenset[str]
    reasons: PhraseIndex[bool]
    predicates: PhraseIndex[bool]
    particles: frozenset[str]
    frequency_counts: frozenset[str]
    frequency_per: frozenset[str]
    denying: frozenset[str]  # verbs whose clause is not so
    supposing: frozenset[str]  # verbs whose clause may not be so
    unchanged: frozenset[str]  # verbs whose past is like their base: "hit"
    naming: frozenset[str]  # verbs that take a name behind their object

    @classmethod
    def of(cls, lexicon: Lexicon, language: str) -> "StatingWords":
        """Compile the classes of a language, and the phrasal verbs of all predicate groups."""
        classes = lexicon.languages[language].classes
        prepositions: PhraseIndex[str] = PhraseIndex()
        for text in classes.get("prepositions", ()):
            prepositions.add(words_of(text) or (text,), text)
        reasons: PhraseIndex[bool] = PhraseIndex()
        for text in classes.get("clause_reasons", ()):
            reasons.add(words_of(text), payload=True)
        predicates: PhraseIndex[bool] = PhraseIndex()
        for group in lexicon.predicates:
            for phrase in group.verbs.get(language, ()):
                predicates.add(phrase, payload=True)
        return cls(
            prepositions,
            frozenset(map(fold, classes.get("hypothetical_words", ()))),
            frozenset(map(fold, classes.get("possible_modals", ()))),
            reasons,
            predicates,
            frozenset(map(fold, classes.get("particles", ()))),
            frozenset(map(fold, classes.get("frequency_counts", ()))),
            frozenset(map(fold, classes.get("frequency_per", ()))),
            classes.get("denying_verbs", frozenset()),
            classes.get("supposing_verbs", frozenset()),
            classes.get("unchanged_verbs", frozenset()),
            classes.get("naming_verbs", frozenset()),
        )


def with_predicates(grammar: Grammar, lexicon: Lexicon, language: str) -> Grammar:
    """Return the grammar with the verbs of all predicate groups among its verbs."""
    named = {phrase[0] for group in lexicon.predicates for phrase in group.verbs.get(language, ())}
    named |= lexicon.languages[language].classes.get("further_verbs", frozenset())
    return replace(grammar, verbs=(grammar.verbs | named) - grammar.auxiliaries - grammar.modals)


class Floor:
    """The tokens of one sentence with what each of them may do."""

    def __init__(self, clause: Clause, words: StatingWords) -> None:
        self.clause, self.words = clause, words
        self.sentence, self.grammar, self.tokens = clause.sentence, clause.grammar, clause.sentence.tokens
        self.folded = [token.folded for token in self.tokens]
        is_french = self.sentence.language == "fr"
        self.lemmas = [self._lemma(p) for p in range(len(self))] if is_french else list(self.sentence.lemmas)
        self.covering = {p: a for p, a in clause.covering.items() if not self._is_preposition(p, a)}
        self.breaks = frozenset(clause.breaks)
        self.auxiliaries = frozenset(self._auxiliaries())
        self.reasons = {hit.start for hit in words.reasons.find_longest(self.folded)}
        self.prepositions = self._prepositions()
        self.ends_of_prepositions = {end - 1 for _, end in self.prepositions.values()}
        self.verbs: Mapping[int, Voice] = {}
        self.verbs = self._verbs()

    def _lemma(self, position: int) -> str:
        """Return the lemma; a French participle in é keeps the verb that folding hides ("a versé" is no "verse")."""
        text, lemma = self.tokens[position].text.casefold(), self.sentence.lemmas[position]
        if lemma in self.grammar.verbs:
            return lemma
        stem = next((text.removesuffix(end) for end in PARTICIPLE_ENDS if text.endswith(end)), None)
        verb = fold(f"{stem}er") if stem else lemma
        return verb if verb in self.grammar.verbs else lemma

    def _is_preposition(self, position: int, argument: Argument) -> bool:
        """Whether what could be a pronoun governs a name or an article behind it: "en Espagne"."""
        is_pronoun = argument.mention is not None and argument.mention.phrase.shape is Shape.PRONOUN
        after = position + 1
        if not is_pronoun or self.folded[position] != "en" or after >= len(self.tokens):
            return False
        return after in self.clause.covering or self.is_determiner(after)

    def __len__(self) -> int:
        return len(self.tokens)

    def is_break(self, position: int) -> bool:
        """Whether a clause ends here; "since 2019" is a phrase of time, "since he left" a clause."""
        if self.tokens[position].text in QUOTES or position in self.reasons:
            return True
        if position not in self.breaks:
            return False
        after = position + 1
        if after >= len(self.tokens):
            return True
        counts = self.folded[position] in self.words.frequency_counts and self.folded[after] in self.words.frequency_per
        return not (counts or (position in self.prepositions and self.is_date(after)))

    def is_auxiliary(self, position: int) -> bool:
        """Whether a form of "be" or "have", or a modal, stands here."""
        return position in self.auxiliaries

    def _auxiliaries(self) -> Iterator[int]:
        for position, lemma in enumerate(self.sentence.lemmas):
            if lemma not in HELPERS and self.folded[position] not in self.grammar.modals:
                continue
            is_number = position > 0 and self.tokens[position - 1].kind == "number"  # "10 am"
            is_accented = self.tokens[position].text.casefold() == A_WITH_ACCENT
            if not is_number and not is_accented and position not in self.covering:
                yield position

    def is_finite(self, position: int) -> bool:
        return self.verbs.get(position) in FINITE or self.is_auxiliary(position)

    def is_determiner(self, position: int) -> bool:
        word = self.folded[position]
        if self.tokens[position].text.casefold() == A_WITH_ACCENT:
            return False
        return word in self.grammar.determiners

    def is_bare(self, argument: Argument) -> bool:
        """Whether an article alone was taken for a name ("Un ouvrier", "UN")."""
        return argument.last == argument.first + 1 and self.is_determiner(argument.first)

    def is_adverb(self, position: int) -> bool:
        word = self.folded[position]
        return position not in self.covering and (
            word in self.grammar.adverbs or (self.sentence.language == "en" and word.endswith("ly"))
        )

    def is_negator(self, position: int) -> bool:
        word = self.folded[position]
        return word in self.grammar.negators or word.endswith("n't")

    def is_date(self, position: int) -> bool:
        """Whether a date begins here."""
        found = self.covering.get(position)
        return found is not None and found.value is not None and found.value.value.kind in ("date", "duration")

    def preposition_at(self, position: int) -> tuple[str, int] | None:
        """Return the preposition that begins here and the position behind it."""
        return None if position in self.covering else self.prepositions.get(position)

    def _prepositions(self) -> Mapping[int, tuple[str, int]]:
        """Find them, the longest first; the French "a" is no preposition without its accent."""
        return {
            hit.start: (hit.payloads[0], hit.end)
            for hit in self.words.prepositions.find_longest(self.folded)
            if hit.start not in self.covering and self.tokens[hit.start].text.casefold() != UNACCENTED
        }

    def _verbs(self) -> Mapping[int, Voice]:
        """Find the verbs; one before another finite verb is a noun ("the job cuts affect")."""
        clause, found = self.clause, {}
        hidden = [p for p in range(len(self.tokens)) if self.lemmas[p] != self.sentence.lemmas[p]]
        for place in [*clause.verb_places(), *(p for p in hidden if p not in self.covering)]:
            if place in self.prepositions or (place - 1 in self.ends_of_prepositions and not self._is_gerund(place)):
                continue  # "in lost output": an adjective
            if place - 1 in self.sentence.valued or (place and self.tokens[place - 1].kind == "number"):
                continue  # "by seven votes"
            if self._is_modifier(place):
                continue  # "its first operating system"
            voice = clause.voice(place)
            is_agentive = place + 1 < len(self.tokens) and self.folded[place + 1] in BY
            if voice is Voice.ACTIVE and is_agentive and not helper_of(clause, place):
                voice = Voice.REDUCED  # "a mediator named by the town"
            found[place] = voice
        unchanged = [place for place, lemma in enumerate(self.sentence.lemmas) if lemma in self.words.unchanged]
        found |= {place: Voice.ACTIVE for place in unchanged if self._is_unchanged_past(place)}
        self.verbs = found
        found |= {place: Voice.ACTIVE for place in found if self._is_only_verb(place)}
        for place in sorted(found):
            following = place + 1
            while following < len(self.tokens) and self.is_adverb(following):
                following += 1
            is_followed = following < len(self.tokens) and (
                found.get(following) is Voice.ACTIVE or self.is_auxiliary(following)
            )
            if is_followed and found[place] is Voice.ACTIVE:
                del found[place]
        return found

    def _is_modifier(self, place: int) -> bool:
        """Whether a participle belongs to the noun behind it: it opens the sentence, or a determiner is before it."""
        after = place + 1
        if not self.folded[place].endswith(("ing", "ed")) or after >= len(self.tokens):
            return False
        if self.tokens[after].kind != "word" or self.is_determiner(after) or after in self.prepositions:
            return False
        if place == 0:
            return after not in self.covering and not self.is_adverb(after)
        if not self.folded[place].endswith("ing") or place < LEAST_INSIDE:
            return False
        before = place - 1
        is_plain = self.tokens[before].kind == "word" and before not in self.covering
        closed = before in self.prepositions or self.is_auxiliary(before) or self.is_adverb(before)
        closed = closed or before in self.clause.verb_places()
        return is_plain and not closed and self.is_determiner(before - 1)

    def _is_only_verb(self, place: int) -> bool:
        """Whether a participle behind an insertion is the one verb of its clause: "X, the boss, apologised to Y"."""
        if self.verbs[place] is not Voice.REDUCED or self.tokens[place - 1].text != ",":
            return False
        around = range(self.clause.clause_start(place), self.clause.clause_end(place + 1))
        commas = sum(self.tokens[p].text == "," for p in range(around.start, place))
        return commas > 1 and not any(self.is_finite(p) for p in around)

    def _is_unchanged_past(self, place: int) -> bool:
        """Whether a past tense like its base stands between a noun and its object: "Hartley hit the barrier"."""
        if place == 0 or place in self.covering:
            return False
        before, after = place - 1, place + 1
        follows = after < len(self.tokens) and (self.is_determiner(after) or after in self.covering)
        is_noun = before in self.covering or (self.tokens[before].is_word and not self.is_determiner(before))
        closed = before in self.ends_of_prepositions or self.is_adverb(before) or self.is_auxiliary(before)
        return follows and is_noun and not closed and self.folded[place] == self.sentence.lemmas[place]

    def _is_gerund(self, place: int) -> bool:
        return self.folded[place].endswith("ing") or self.folded[place] == self.sentence.lemmas[place]
