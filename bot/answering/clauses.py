"""Holds a question against one statement: every word of the question accounted for, on its side, and one span left."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answering.frequencies import frequency_in
from bot.answering.known import Known
from bot.answering.sides import WHOLE, Clause, Span
from bot.answering.synonyms import Relation, Synonyms
from bot.models.asked import AnswerType, Asked
from facts.models import Amount, Part, Side, Statement, ValueKind
from facts.terms import fold

WHERE = ("in", "at", "near", "outside", "inside", "en", "a", "à", "au", "aux", "dans", "chez", "près de")
BE = ("be", "etre")
KINDS = {
    AnswerType.AGENT: ("person", "organisation"),
    AnswerType.PERSON: ("person",),
    AnswerType.ORGANISATION: ("organisation",),
    AnswerType.MODEL: ("model",),
}
LONGEST_SPAN = 40  # words of a clause that answers; a longer one is a passage
LONGEST_SENTENCE = 45  # words; in a longer one words stand together by chance
LONGEST_NAME = 12  # words of a phrase that answers "who" or "what"
TYPED = {
    AnswerType.DURATION: ValueKind.DURATION,
    AnswerType.SHARE: ValueKind.SHARE,
}
VALUED = (AnswerType.DATE, AnswerType.DURATION, AnswerType.SHARE, AnswerType.QUANTITY, AnswerType.COUNT,
          AnswerType.AMOUNT, AnswerType.FREQUENCY)  # fmt: skip
LIGHT = frozenset(
    {"be", "have", "do", "make", "take", "get", "go", "etre", "avoir", "faire", "aller"}
)  # say nothing alone
AMOUNTS = (ValueKind.MONEY, ValueKind.QUANTITY, ValueKind.SHARE)


@dataclass(frozen=True, slots=True)
class Matcher:
    """Matches one question."""

    known: Known
    synonyms: Synonyms
    asked: Asked

    def span(self, statement: Statement) -> Span | None:
        """Return what of a statement answers, or None where anything does not fit."""
        asked = self.asked
        if statement.shape == WHOLE:
            return self._of_sentence(statement)
        if (held := self._by_agent_noun(statement)) is not None:
            return held
        relation = self.synonyms.relation(_bare(asked.predicate), _bare(statement.predicate))
        if relation is None or statement.is_negated != asked.is_negated:
            return None
        if statement.is_possible and not asked.is_possible:
            return None
        clause = Clause(self.known, self.synonyms, statement, relation)
        if _bare(asked.predicate) in BE:
            return self._of_copula(clause)
        gap = clause.part(asked.gap) if asked.gap is not None else None
        if (asked.gap is not None and gap is None) or not all(clause.holds(given, gap) for given in asked.given):
            return None
        return self._typed(clause, gap)

    def _of_sentence(self, statement: Statement) -> Span | None:
        """Take the one value of the asked kind from a sentence that holds every word of the question."""
        asked = self.asked
        if asked.type not in VALUED or asked.is_negated or asked.is_possible:
            return None
        if statement.is_negated or statement.is_possible or not statement.amounts:
            return None
        clause = Clause(self.known, self.synonyms, statement, Relation.SAME)
        if not clause.is_short(statement.start, statement.end, LONGEST_SENTENCE):
            return None
        lemmas = clause.lemmas(statement.start, statement.end)
        said = {word for given in asked.given for word in given.words}
        lemmas = [lemma for lemma in lemmas if lemma not in said]  # "deal" is no signing where "the deal" is given
        is_told = any(self.synonyms.are_alike(asked.predicate, lemma) for lemma in lemmas)
        if asked.predicate not in LIGHT and not is_told:
            return None
        has_words = any(given.words and not given.is_name for given in asked.given)
        if not has_words and (asked.predicate in LIGHT or not asked.given):
            return None
        if not all(clause.holds_anywhere(given) for given in asked.given):
            return None
        return self._value(clause)

    def contradicts(self, statement: Statement) -> bool:
        """Whether a clause with the question's predicate has something else on a side that the question gives."""
        relation = self.synonyms.relation(_bare(self.asked.predicate), _bare(statement.predicate))
        if relation is None or statement.shape == WHOLE:
            return False
        clause = Clause(self.known, self.synonyms, statement, relation)
        sides = [given for given in self.asked.given if clause.part(given.side) is not None]
        return statement.is_negated or not all(clause.holds(given, None) for given in sides)

    def _by_agent_noun(self, statement: Statement) -> Span | None:
        """Read "X is the maker of Y" for "who makes Y?"."""
        asked = self.asked
        told, subject = statement.on(Side.OBJECT), statement.on(Side.SUBJECT)
        is_copula = _bare(statement.predicate) in BE and told is not None and subject is not None
        if not is_copula or told is None or subject is None or statement.is_negated or statement.is_possible:
            return None
        if asked.gap != Side.SUBJECT or asked.is_negated or _bare(asked.predicate) in BE or not asked.given:
            return None
        clause = Clause(self.known, self.synonyms, statement, Relation.SAME)
        head = clause.lemmas(told.start, told.end)[-1:]
        if not any(self.synonyms.is_agent_noun(asked.predicate, noun) for noun in head):
            return None
        givens = [replace(given, is_head=False) for given in asked.given]
        return self._typed(clause, subject) if all(clause.holds_on(told, given) for given in givens) else None

    def _of_copula(self, clause: Clause) -> Span | None:
        """Read "X is the largest union": whichever side holds all that is given, the other one answers."""
        asked = self.asked
        subject, told = clause.statement.on(Side.SUBJECT), clause.statement.on(Side.OBJECT)
        if asked.gap is None or subject is None or told is None or not asked.given:
            return None
        has_words = any(given.words and not given.is_name for given in asked.given)
        if all(clause.holds_on(subject, given) for given in asked.given):
            if asked.type not in (AnswerType.THING, AnswerType.AGENT):
                return self._typed(clause, told)
            return _whole(clause, told) if clause.is_determined(told) and not has_words else None
        if has_words and all(clause.holds_on(told, given) for given in asked.given):
            return self._typed(clause, subject)
        return None

    def _typed(self, clause: Clause, gap: Part | None) -> Span | None:
        kind = self.asked.type
        if (kind in KINDS or kind is AnswerType.PLACE) and not self._has_noun(clause, gap):
            return None
        if kind in KINDS:
            return self._entity(clause, gap, KINDS[kind]) if gap else None
        if kind is AnswerType.PLACE:
            return self._place(clause, gap)
        if kind is AnswerType.REASON:
            reason = clause.statement.on(Side.REASON)
            return _whole(clause, reason) if reason is not None else None
        if kind is AnswerType.FREQUENCY:
            return frequency_in(clause)
        if kind in (AnswerType.THING, AnswerType.NAME, AnswerType.NAMED_KIND, AnswerType.CLAUSE):
            return self._phrase(clause, gap) if gap else None
        return self._value(clause)

    def _entity(self, clause: Clause, gap: Part, wanted: Sequence[str]) -> Span | None:
        named = (self.known.entity(key) for key in gap.entities)
        entities = [one for one in named if fold(one.name) not in clause.folded_class("articles")]  # "Un": no name
        if not all(any(self.known.is_a(one, kind) for kind in wanted) for one in entities):
            return None
        if len(entities) == 1 and not clause.is_bare(gap):
            return Span(gap.start, gap.end, entities[0].id)
        if clause.is_pronoun(gap) or clause.is_bare(gap) or not clause.is_short(gap.start, gap.end, LONGEST_NAME):
            return None
        is_kind = gap.kind is not None and any(self.known.lexicon.is_a(gap.kind, kind) for kind in wanted)
        is_person = "person" in wanted and (clause.is_agent(gap) or (gap.kind is None and clause.is_capital(gap)))
        return Span(gap.start, gap.end) if entities or is_kind or is_person else None

    def _place(self, clause: Clause, gap: Part | None) -> Span | None:
        parts = [gap] if gap else [part for part in clause.statement.parts if part.side in WHERE]
        found = [
            part
            for part in parts
            if len(part.entities) == 1
            and self.known.is_a(self.known.entity(part.entities[0]), "place")
            and not any(set(part.entities) & set(given.names) for given in self.asked.given)
        ]
        return Span(found[0].start, found[0].end, found[0].entities[0]) if len(found) == 1 else None

    def _phrase(self, clause: Clause, gap: Part) -> Span | None:
        """Return the words of a side: the whole phrase, or the clause that the verb introduces."""
        if clause.is_pronoun(gap):
            return None
        if self.asked.type is AnswerType.NAMED_KIND and not self._has_noun(clause, gap):
            return None
        return _whole(clause, gap)

    def _has_noun(self, clause: Clause, gap: Part | None) -> bool:
        """Whether what answers holds the words beside the question word that its kind does not explain."""
        lemmas = clause.lemmas(gap.start, gap.full) if gap is not None else []
        return all(any(self.synonyms.are_alike(noun, lemma) for lemma in lemmas) for noun in self.asked.nouns)

    def _value(self, clause: Clause) -> Span | None:
        found = [one for one in clause.amounts() if self._fits(clause, one) and not self._is_given(clause, one)]
        if self.asked.type is AnswerType.AMOUNT:
            found = [one for one in found if one.kind is ValueKind.MONEY] or found
        return Span(*found[0].whole) if len(found) == 1 else None

    @staticmethod
    def _is_of_calendar(clause: Clause, amount: Amount) -> bool:
        """Whether a date holds a number, a month or a season: "last year" tells nobody when."""
        named = clause.folded_class("months") | clause.folded_class("seasons")
        words = clause.lemmas(*amount.whole)
        return any(word in named or any(letter.isdigit() for letter in word) for word in words)

    def _is_given(self, clause: Clause, amount: Amount) -> bool:
        """Whether the question itself says this value."""
        lemmas = clause.lemmas(amount.start, amount.end)
        said = {word for given in self.asked.given for word in given.words}
        return not said.isdisjoint(lemmas)

    def _fits(self, clause: Clause, amount: Amount) -> bool:
        kind = self.asked.type
        if kind is AnswerType.DATE:
            return amount.kind is ValueKind.DATE and self._is_of_calendar(clause, amount)
        if kind in TYPED:
            return amount.kind is TYPED[kind]
        if kind is AnswerType.QUANTITY:
            return amount.kind is ValueKind.QUANTITY and amount.dimension == self.asked.dimension
        if kind is AnswerType.COUNT:
            is_count = amount.kind is ValueKind.COUNT
            words = amount.counted if is_count else clause.lemmas(amount.start, amount.end)
            lemmas = [clause.lemma(word) for word in words]
            is_counted = bool(lemmas) and bool(self.asked.nouns)
            return is_counted and all(
                any(self.synonyms.are_alike(noun, lemma) for lemma in lemmas) for noun in self.asked.nouns
            )
        return kind is AnswerType.AMOUNT and amount.kind in AMOUNTS


def _whole(clause: Clause, part: Part) -> Span | None:
    """Return the words of a part with what hangs on it, without where that is too long, or nothing."""
    ends = (part.full, part.end) if part.side != Side.SUBJECT else (part.end,)
    end = next((end for end in ends if clause.is_short(part.start, end, LONGEST_SPAN)), None)
    if end is None:
        return None
    is_named = len(part.entities) == 1 and end == part.end and clause.is_capital(part)
    entity = part.entities[0] if is_named else None
    return Span(part.start, end, entity)


def _bare(predicate: str) -> str:
    return BE[0] if predicate in BE else predicate
