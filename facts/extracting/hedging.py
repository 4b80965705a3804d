"""How far a sentence commits itself to what it says: expected, rumoured, approximate, denied."""

from facts.extracting.arguments import Layout
from facts.extracting.clause import Clause
from facts.extracting.remembering import remembered
from facts.extracting.voice import Voice, behind_only, has_ne
from facts.lexicon import Lexicon
from facts.models import Bound, Certainty, Value
from facts.phrases import Hit, PhraseIndex, words_of

WINDOW_LEFT, WINDOW_RIGHT = 8, 6  # tokens around a cue in which a hedge of the same clause counts
NEGATION_LEFT = 3  # tokens before a verb in which a negator is its own
THAT_REACH = 4  # tokens behind a verb of denying in which what is denied begins: "denied a report that"
THAT = frozenset({"that", "que", "qu'"})
STOPS = frozenset(".;!?")
NEITHER = frozenset({"neither", "ni"})
CONDITIONAL_FR = ("rait", "raient")  # "serait": French news hedges by mood


class Hedging:
    """Hedges and negators of one language."""

    def __init__(self, lexicon: Lexicon, language: str) -> None:
        classes = lexicon.languages[language].classes
        self.index: PhraseIndex[Certainty] = PhraseIndex()
        for key, certainty in (("hedges_expected", Certainty.EXPECTED), ("hedges_rumoured", Certainty.RUMOURED)):
            for phrase in classes.get(key, ()):
                self.index.add(words_of(phrase), certainty)
        self.language = language
        self.denying = classes.get("denying_verbs", frozenset())

    def certainty(self, clause: Clause, anchor: int, value: Value) -> Certainty:
        """Return the certainty of a claim whose cue stands at token `anchor`."""
        if self.is_denied(clause, anchor) or self._is_told_as_untrue(clause, anchor):
            return Certainty.DENIED
        first = max(clause.clause_start(anchor), anchor - WINDOW_LEFT)
        last = min(clause.clause_end(anchor), anchor + WINDOW_RIGHT)
        last = next((p for p in range(anchor + 1, last) if _begins_anew(clause, p)), last)
        hedges = [hit for hit in _hedges(clause, self.index) if first <= hit.start and hit.end <= last]
        found = {certainty for hit in hedges for certainty in hit.payloads}
        words = clause.sentence.tokens[first:last] if self.language == "fr" else ()
        if any(token.folded.endswith(CONDITIONAL_FR) for token in words):
            found.add(Certainty.EXPECTED)
        for certainty in (Certainty.RUMOURED, Certainty.EXPECTED):
            if certainty in found:
                return certainty
        return Certainty.APPROXIMATE if value.bound is Bound.ABOUT else Certainty.STATED

    def _is_told_as_untrue(self, clause: Clause, anchor: int) -> bool:
        """Whether somebody denies what is said at the cue: "X denied that ...", "X denied reports that ..."."""
        tokens, lemmas = clause.sentence.tokens, clause.sentence.lemmas
        for place in range(anchor - 1, -1, -1):
            if tokens[place].text in STOPS:
                return False
            if lemmas[place] in self.denying and not self.is_denied(clause, place):
                behind = tokens[place + 1 : min(anchor, place + 1 + THAT_REACH)]
                return any(token.folded in THAT for token in behind) or clause.clause_start(anchor) <= place
        return False

    @staticmethod
    def is_denied(clause: Clause, anchor: int) -> bool:
        """Whether a negator belongs to the verb at the cue, before it or right behind ("uses neither")."""
        if any(token.folded in NEITHER for token in clause.sentence.tokens[anchor + 1 : anchor + 2]):
            return True
        for place in range(anchor - 1, max(-1, anchor - 1 - NEGATION_LEFT), -1):
            token = clause.sentence.tokens[place]
            is_superlative = token.folded == "plus" and not has_ne(clause, place)  # "son plus petit SUV"
            is_negator = token.folded in clause.grammar.negators and not is_superlative
            if is_negator or token.folded.endswith("n't"):
                return behind_only(clause, anchor + 1) == anchor + 1
            if place in clause.covering or token.kind == "mark":
                return False
        return False


@remembered
def _hedges(layout: Layout, index: PhraseIndex[Certainty]) -> list[Hit[Certainty]]:
    """Return the hedges of a sentence, as written or by their lemmas."""
    sentence = layout.sentence
    return index.find([token.folded for token in sentence.tokens]) + index.find(sentence.lemmas)


def _begins_anew(clause: Clause, position: int) -> bool:
    """Whether a finite verb behind "and" says something of its own: "employs 800 people and intends to grow"."""
    sentence, grammar = clause.sentence, clause.grammar
    if position in clause.covering or not position or sentence.tokens[position - 1].folded not in grammar.conjunctions:
        return False
    word, lemma = sentence.tokens[position].folded, sentence.lemmas[position]
    if word in grammar.modals:
        return True
    if sentence.language == "en":
        return word in (f"{lemma}s", f"{lemma}es")
    return word != lemma and grammar.is_verb(sentence, position) and clause.voice(position) is Voice.ACTIVE
