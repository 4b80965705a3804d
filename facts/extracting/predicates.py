"""What a pronoun can be, by what is said of it: the kinds its verb, nouns and complement ask for, and empty "it".

Reads only the words around one pronoun; what was spoken of before is the business of `centring`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from facts.extracting.heirs import heirs_of
from facts.extracting.voice import BE, HAVE, HELPERS
from facts.lexicon import Lexicon, Slot
from facts.parsing.grammar import Grammar
from facts.parsing.sentence import Sentence
from facts.phrases import PhraseIndex
from facts.terms import fold

REACH = 12  # tokens behind a pronoun that belong to its clause, at most
NEAR_CLAUSE = 6  # tokens within which "that" makes an empty "it": "it is not yet clear that"
SHARE = 2  # of the kinds that a verb is said of, those more than half as usual as the most usual one count
CLEFT = frozenset({"that", "who", "which", "que", "qu'", "qui"})
EXPLAINED = {
    "en": frozenset({"that", "whether", "to", "if", "when", "how", "why"}),
    "fr": frozenset({"que", "qu'", "de", "d'"}),
}
FRENCH_PARTICIPLES = ("e", "es", "ee", "ees", "i", "it", "is", "u", "us", "ue")  # folded
PERSON = "person"
AGENT, PATIENT = "agent", "patient"
Wanted = Mapping[str, int]  # kind -> how many of the things that a predicate can say are said of it


@dataclass(frozen=True, slots=True)
class _Verb:
    """The content verb of a pronoun's clause."""

    position: int
    lemma: str
    passive: bool


class Predicates:
    """Knows the predicates of one language."""

    def __init__(self, lexicon: Lexicon, language: str, grammar: Grammar) -> None:
        self.grammar, self.language, self.lexicon = grammar, language, lexicon
        classes = lexicon.languages[language].classes
        self.thing_owners = frozenset(map(fold, classes.get("possessives_thing", ())))
        self.person_owners = frozenset(map(fold, classes.get("possessives_person", ())))
        self.impersonal: PhraseIndex[bool] = (
            PhraseIndex()
        )  # "rain", "turn out"; True where "be" and a clause go with it
        for key, needs_be in (("impersonal_words", False), ("impersonal_be_words", True)):
            for words in classes.get(key, ()):
                self.impersonal.add(tuple(fold(words).split()), needs_be)
        self.nouns: PhraseIndex[tuple[str, ...]] = PhraseIndex()
        self.frames: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)  # (verb, place) -> kinds
        for attribute in lexicon.attributes.values():
            wording = attribute.wording.get(language)
            for noun in wording.nouns if wording else ():
                self.nouns.add(noun, attribute.of)
            for frame in wording.frames if wording else ():
                kinds = {Slot.SUBJECT: attribute.of, Slot.VALUE: attribute.kinds}
                is_passive = len(frame.verb) > 1 and bool(set(frame.verb[0]) & BE)
                verb = frame.verb[1] if is_passive else frame.verb[0]
                places = (None, frame.agent) if is_passive else (frame.agent, frame.patient)
                for place, slot in zip((AGENT, PATIENT), places, strict=True):
                    for lemma in verb:
                        self.frames[fold(lemma), place].update(set(kinds.get(slot, ()) if slot else ()))
        self.verbs = frozenset(lemma for lemma, _ in self.frames)
        self.heirs = heirs_of(lexicon, language, grammar)

    def is_empty(self, sentence: Sentence, position: int) -> bool:
        """Whether "it" stands for nothing: "it is said that", "it was X that", "il faut", "it takes ... to"."""
        stop = min(len(sentence.tokens), position + 1 + REACH)
        behind = self._first_content(sentence, position + 1, stop)
        is_be = any(sentence.lemmas[p] in BE for p in range(position + 1, min(behind + 1, stop)))
        for hit in self.impersonal.find(sentence.lemmas[position + 1 : stop]):
            is_near = position + 1 + hit.start <= behind
            if is_near and (not all(hit.payloads) or (is_be and self._is_explained(sentence, behind + 1))):
                return True
        return is_be and self._is_cleft(sentence, behind)

    def _first_content(self, sentence: Sentence, position: int, stop: int) -> int:
        """Return the position of the first word behind auxiliaries and adverbs."""
        while position < stop and (
            self.grammar.is_light(sentence, position) or sentence.tokens[position].kind == "clitic"
        ):
            position += 1
        return position

    def _is_explained(self, sentence: Sentence, position: int) -> bool:
        words = [token.folded for token in sentence.tokens[position : position + NEAR_CLAUSE]]
        return any(word in EXPLAINED.get(self.language, ()) for word in words)

    def _is_cleft(self, sentence: Sentence, position: int) -> bool:
        """Whether a clause follows what "it is" brings: "it was the Leaf that", never "it is the only car that"."""
        tokens = sentence.tokens
        if position < len(tokens) and tokens[position].folded in self.grammar.indefinite:
            return False
        is_definite = position < len(tokens) and tokens[position].folded in self.grammar.definite
        for place in range(position, min(len(tokens), position + NEAR_CLAUSE)):
            if tokens[place].kind == "mark" or place in sentence.valued:
                return False
            if tokens[place].folded in CLEFT and place > position:
                return not is_definite or any(token.is_capital for token in tokens[position:place])
        return False

    def is_object(self, sentence: Sentence, position: int) -> bool:
        """Whether a verb or a preposition governs a pronoun ("for it", "lowered it by")."""
        before, behind = position - 1, position + 1
        if before < 0 or self._is_verbal(sentence, behind):
            return False
        word = sentence.tokens[before].folded
        is_verb = self.grammar.is_verb(sentence, before) or word.endswith(("ed", "ing"))
        return self.grammar.is_preposition(sentence, before) or is_verb

    def _is_verbal(self, sentence: Sentence, position: int) -> bool:
        """Whether what follows a pronoun is its verb, adverbs between."""
        while position < len(sentence.tokens) and sentence.tokens[position].folded in self.grammar.adverbs:
            position += 1
        if position >= len(sentence.tokens):
            return False
        token, lemma = sentence.tokens[position], sentence.lemmas[position]
        is_helper = (
            any(word in self.grammar.auxiliaries for word in (lemma, token.folded))
            or token.folded in self.grammar.modals
        )
        return is_helper or token.kind == "clitic" or self.grammar.is_verb(sentence, position)

    def possible(self, sentence: Sentence, last: int) -> Wanted:
        """Return all kinds that the verb behind a subject can be said of, the rare ones too."""
        verb = self._verb(sentence, last, min(len(sentence.tokens), last + REACH))
        return self.frames.get((verb.lemma, PATIENT if verb.passive else AGENT), {}) if verb else {}

    def wanted(self, sentence: Sentence, last: int) -> Wanted:
        """Return of which kinds what stands behind a subject can be said, and how usual each is; none where open."""
        stop = min(len(sentence.tokens), last + REACH)
        stop = next((p for p in range(last, stop) if self.grammar.is_break(sentence, p)), stop)
        verb = self._verb(sentence, last, stop)
        if verb is None:
            return {}
        if verb.lemma not in HELPERS:
            return self._usual(verb.lemma, PATIENT if verb.passive else AGENT)
        return Counter(
            kind for hit in self.nouns.find(sentence.lemmas[last:stop]) for of in hit.payloads for kind in of
        )

    def _verb(self, sentence: Sentence, first: int, stop: int) -> _Verb | None:
        helper = ""
        for place in range(first, stop):
            lemma = sentence.lemmas[place]
            if self.grammar.is_light(sentence, place) or sentence.tokens[place].kind == "clitic":
                is_helper = lemma in HELPERS or sentence.tokens[place].folded in ("'s", "s")
                helper = "be" if lemma in BE or (is_helper and helper == "") else helper
                if lemma in HAVE:
                    helper = "have"
                continue
            if sentence.tokens[place].folded == "to":
                helper = ""
                continue
            if lemma in self.verbs or self.grammar.is_verb(sentence, place):
                return _Verb(place, lemma, helper == "be" and self._is_participle(sentence, place))
            break
        return _Verb(first, helper, passive=False) if helper else None

    def _is_participle(self, sentence: Sentence, place: int) -> bool:
        word = sentence.tokens[place].folded
        if self.language == "fr":
            return word.endswith(FRENCH_PARTICIPLES)
        return word.endswith("ed") or (word != sentence.lemmas[place] and not word.endswith(("s", "ing")))

    def fits(self, kind: str, wanted: Iterable[str]) -> bool:
        """Whether a thing of a kind can be what is wanted."""
        return any(self.lexicon.is_a(kind, one) for one in wanted)

    def may_act(self, sentence: Sentence, position: int) -> bool:
        """Whether the verb behind a pronoun is one of saying or deciding, which no product does."""
        verb = self._verb(sentence, position, min(len(sentence.tokens), position + REACH))
        return verb is not None and verb.lemma in self.grammar.saying

    def owned_by(self, sentence: Sentence, first: int, wanted: Iterable[str]) -> frozenset[str]:
        """Return which of the wanted kinds the possessive before a noun at `first` can stand for; none for "our"."""
        words = [token.folded for token in sentence.tokens[max(0, first - 3) : first]]
        word = next((word for word in reversed(words) if word in self.grammar.possessives), "")
        things = {kind for kind in wanted if not self.lexicon.is_a(kind, PERSON)}
        people = set(wanted) - things
        return frozenset(
            (things if word in self.thing_owners else set()) | (people if word in self.person_owners else set())
        )

    def wanted_object(self, sentence: Sentence, position: int) -> Wanted:
        """Return the kinds that the verb right before an object can take; none where it is not known."""
        lemma = sentence.lemmas[position - 1] if position else ""
        return self._usual(lemma, PATIENT)

    def _usual(self, lemma: str, place: str) -> Wanted:
        """Return the kinds that stand in a place of a verb in most of what it can say."""
        counts = self.frames.get((lemma, place), Counter())
        return {kind: count for kind, count in counts.items() if SHARE * count > max(counts.values())}
