"""Whose a value is that no grammar ties to anything: a guess, named for where the owner was found.

In that order: the place of a clause of place, the one thing of the kind in the clause, the one in the sentence, what
the text is about. Two things of the kind are no owner.
"""

from collections.abc import Sequence

from facts.extracting.arguments import Argument
from facts.extracting.clause import Clause
from facts.extracting.discourse import Discourse
from facts.extracting.fitting import Fitting
from facts.extracting.noun_phrases import Shape
from facts.lexicon import Attribute

PLACE = "place"
COMPARING = frozenset({"than", "that", "against", "like", "unlike", "versus", "from", "que", "contre", "comme"})
UNKNOWN = 4  # tokens before a value in which a name that nothing is known of takes it away from all others
Owner = tuple[str, str]  # entity and link


class Owners:
    """Finds owners in one language."""

    def __init__(self, fitting: Fitting, demonyms: frozenset[str]) -> None:
        self.fitting, self.demonyms = fitting, demonyms

    def of(self, clause: Clause, discourse: Discourse, attribute: Attribute, argument: Argument) -> Owner | None:
        """Return whose the value at an argument may be, and where it was found."""
        if self._is_of_unknown(clause, argument):
            return None
        start, end = clause.clause_start(argument.first), clause.clause_end(argument.last)
        if clause.is_where(argument.first) and (place := self._place(clause, discourse, attribute, start)):
            return place, "where"
        if any(self._is_open_pronoun(a) for a in clause.arguments if start <= a.first < argument.first):
            return None
        others = [a for a in clause.arguments if a.mention is not None and _may_own(clause, a, argument)]
        inside = [a for a in others if start <= a.first < end]
        for candidates, link in ((inside, "clause"), (others, "sentence")):
            found = self._among(clause, discourse, attribute, candidates)
            if found:
                return (found.pop(), link) if len(found) == 1 else None
        if any(self._is_other(attribute, a) for a in inside if a.first != argument.last):
            return None
        if self._among(clause, discourse, attribute, [a for a in clause.arguments if a is not argument]):
            return None  # of the kind, but where no owner stands
        topic = discourse.topic(clause.sentence.passage, attribute.of)
        return (topic.entity, "document" if topic.safe else "topic") if topic else None

    def _place(self, clause: Clause, discourse: Discourse, attribute: Attribute, start: int) -> str | None:
        """Return the place that a clause of place is about: "Dresden, where 340 people build it"."""
        before = [a for a in clause.arguments if a.mention is not None and a.last < start]
        found = self.fitting.subjects(attribute, before[-1], discourse) if before else []
        return found[0] if len(found) == 1 and discourse.is_a(found[0], PLACE) else None

    def _among(
        self, clause: Clause, discourse: Discourse, attribute: Attribute, arguments: Sequence[Argument]
    ) -> set[str]:
        """Return the things of the kind that are named among arguments, what they are compared with left out."""
        found: set[str] = set()
        for argument in arguments:
            before = clause.sentence.tokens[argument.first - 1].folded if argument.first else ""
            if before not in COMPARING and argument.entities:
                found |= set(self.fitting.subjects(attribute, argument, discourse))
        things = {one for one in found if not discourse.is_a(one, PLACE)}
        return things or (found if attribute.of[0] == PLACE else set())

    def _is_of_unknown(self, clause: Clause, argument: Argument) -> bool:
        """Whether a name that was not understood stands before a value: whatever it is, the value may be its."""
        tokens = clause.sentence.tokens
        for place in range(argument.first - 1, max(0, argument.first - 1 - UNKNOWN), -1):
            is_title = tokens[place].is_capital and not tokens[place].text.isupper() and tokens[place].is_word
            is_opening = tokens[place - 1].kind == "mark" and tokens[place - 1].text not in ",(-"
            if is_title and not is_opening and place not in clause.covering:
                return tokens[place].folded not in self.demonyms
        return False

    @staticmethod
    def _is_open_pronoun(argument: Argument) -> bool:
        """Whether a pronoun stands for something that was not found."""
        mention = argument.mention
        is_pronoun = mention is not None and mention.phrase.shape is Shape.PRONOUN and mention.phrase.kind == "thing"
        return is_pronoun and mention is not None and not mention.entities and not mention.topics

    def _is_other(self, attribute: Attribute, argument: Argument) -> bool:
        """Whether a phrase is a thing of the kind that is not known: "a typical rival", "most small cars"."""
        mention = argument.mention
        return (
            mention is not None
            and not mention.entities
            and not mention.topics
            and mention.phrase.shape is Shape.DESCRIPTION
            and self.fitting.is_kind(attribute.of, mention.kind)
        )


def _may_own(clause: Clause, owner: Argument, argument: Argument) -> bool:
    """Whether a name stands where an owner can: before the value, or behind it governed by a preposition."""
    if owner is argument:
        return False
    is_governed = owner.first > 0 and clause.grammar.is_preposition(clause.sentence, owner.first - 1)
    return owner.first < argument.first or is_governed
