"""Facts of a verb that is left out the second time: "X is built in A and Y in B", "X costs 30,000 euros, Y 35,000"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from facts.extracting.arguments import Argument
from facts.extracting.clause import Clause
from facts.extracting.discourse import Discourse
from facts.extracting.draft import Draft
from facts.extracting.fitting import Fitting
from facts.extracting.framing import span_of
from facts.lexicon import Attribute, Lexicon
from facts.models import Value, ValueKind

BETWEEN = frozenset({",", ";", "and", "while", "whereas", "but", "et", "tandis", "que", "mais", "alors"})
MOST_BETWEEN = 2  # tokens of "only in" between a subject and its value
LONGEST_INSERTION = 4  # tokens of "on a single charge"
ONE_OF = (("one", "of"), ("celle", "de"), ("celui", "de"))  # "has a 65 kWh battery, the Niro one of 64.8 kWh"
ELSEWHERE = ("speech", "role", "place", "derived", "compound", "same", "list", "rival")


class Gapping:
    """Carries an attribute over to the next subject and value of a sentence."""

    def __init__(self, lexicon: Lexicon, fitting: Fitting) -> None:
        self.lexicon, self.fitting = lexicon, fitting

    def drafts(self, clause: Clause, discourse: Discourse, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Yield what the verbs and nouns of `drafts` say of the pairs that follow them."""
        used = {draft.at for draft in drafts}
        for draft in drafts:
            value = next((a for a in clause.arguments if span_of(clause, a) == draft.at), None)
            if draft.pattern.startswith(ELSEWHERE) or draft.attribute not in self.lexicon.attributes or value is None:
                continue
            if not any(a.last <= value.first for a in clause.arguments if draft.subject in a.entities):
                continue
            attribute = self.lexicon.attributes[draft.attribute]
            while (pair := self._next(clause, discourse, attribute, value, draft.value)) is not None:
                _, value = pair
                at = span_of(clause, value)
                if at in used:
                    break
                yield from self._carried(discourse, replace(draft, at=at), pair)

    def _carried(self, discourse: Discourse, draft: Draft, pair: tuple[Argument, Argument]) -> Iterator[Draft]:
        subject, value = pair
        attribute = self.lexicon.attributes[draft.attribute]
        how = subject.mention.how if subject.mention else "none"
        for found in self._values(attribute, value, discourse, draft.value):
            for entity in self.fitting.subjects(attribute, subject, discourse):
                if found.entity != entity:
                    yield replace(draft, subject=entity, value=found, pattern=f"gapped/{how}")

    def _next(
        self, clause: Clause, discourse: Discourse, attribute: Attribute, before: Argument, model: Value
    ) -> tuple[Argument, Argument] | None:
        """Return the subject and the value that follow a value with nothing but "and" and a preposition around."""
        place = clause.arguments.index(before)
        following = [a for a in clause.arguments[place + 1 : place + 4] if not _is_one(clause, a)]
        subject, value = (*following, None, None)[:2]
        if subject is None or value is None or subject.mention is None or subject.mention.phrase.genitive:
            return None
        tokens = clause.sentence.tokens
        joints = [token.folded for token in tokens[_behind_insertion(clause, before.last) : subject.first]]
        if not joints or not set(joints) <= BETWEEN or not self.fitting.subjects(attribute, subject, discourse):
            return None
        if not any(True for _ in self._values(attribute, value, discourse, model)):
            return None
        is_pair = self._is_bare(clause, subject.last, value) and not _has_verb_behind(clause, value)
        return (subject, value) if is_pair else None

    def _values(self, attribute: Attribute, argument: Argument, discourse: Discourse, model: Value) -> Iterator[Value]:
        """Yield what an argument gives; a bare number is an amount in the currency of the value before it."""
        yield from self.fitting.values(attribute, argument, discourse)
        span = argument.value
        is_bare = span is not None and span.value.kind is ValueKind.COUNT and not span.counted
        if span is not None and is_bare and model.kind is ValueKind.MONEY and not argument.is_difference:
            yield replace(span.value, kind=ValueKind.MONEY, unit=model.unit)

    @staticmethod
    def _is_bare(clause: Clause, position: int, value: Argument) -> bool:
        """Whether only a comma, a preposition, "one of" or an adverb stand between a subject and its value."""
        tokens = clause.sentence.tokens
        words = tuple(token.folded.rstrip("'") for token in tokens[position : value.first])
        if words[:1] == (",",):
            position, words = position + 1, words[1:]
        if words[:2] in ONE_OF:
            return True
        loose = [
            p
            for p in range(position, value.first)
            if not (clause.grammar.is_preposition(clause.sentence, p) or tokens[p].folded in clause.grammar.adverbs)
        ]
        return not loose and len(words) <= MOST_BETWEEN


def _behind_insertion(clause: Clause, position: int) -> int:
    """Skip a phrase that belongs to the first value: "328 miles on a charge and", "29,990 euros in France and"."""
    tokens, first = clause.sentence.tokens, position
    if position >= len(tokens) or not clause.grammar.is_preposition(clause.sentence, position):
        return position
    while position < len(tokens) and position - first < LONGEST_INSERTION and position not in clause.covering:
        if tokens[position].folded in BETWEEN:
            return position
        if not tokens[position].is_word or clause.grammar.is_verb(clause.sentence, position):
            return first
        position += 1
    return first


def _is_one(clause: Clause, argument: Argument) -> bool:
    """Whether an argument is the "one" of "one of 64.8 kWh"."""
    words = tuple(t.folded.rstrip("'") for t in clause.sentence.tokens[argument.first : argument.last + 1])
    return words in ONE_OF


def _has_verb_behind(clause: Clause, value: Argument) -> bool:
    """Whether the pair is only the subject of another verb ("and the Leaf in Sunderland is sold out")."""
    place = value.last
    if place >= len(clause.sentence.tokens):
        return False
    lemma = clause.sentence.lemmas[place]
    is_auxiliary = lemma in clause.grammar.auxiliaries or lemma in clause.grammar.modals
    return is_auxiliary or clause.grammar.is_verb(clause.sentence, place)
