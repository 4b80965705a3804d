"""Facts between names whose subject the words leave to the reader: "Both are built in Trnava", "on the MEB+ base".

The verb, or the kind of the value where no other attribute has values of it, tells what is said; `owners` guesses of
what.
"""

from collections.abc import Iterator, Sequence

from facts.extracting.arguments import Argument
from facts.extracting.clause import Clause
from facts.extracting.discourse import Discourse
from facts.extracting.draft import Draft
from facts.extracting.fitting import Fitting
from facts.extracting.framing import Framing, is_vetoed, span_of
from facts.extracting.noun_phrases import Shape
from facts.extracting.owners import Owners
from facts.lexicon import Attribute, Frame, Lexicon, Slot
from facts.models import ValueKind

RESTING = frozenset({"on", "with", "using", "of", "sur", "avec", "de"})  # before the thing that another is based on
CAR = "model"


class Tying:
    """Proposes owners for the names that are left."""

    def __init__(self, lexicon: Lexicon, fitting: Fitting, owners: Owners, framing: Framing) -> None:
        self.fitting, self.owners, self.framing = fitting, owners, framing
        entities = [a for a in lexicon.attributes.values() if a.value is ValueKind.ENTITY]
        self.telling = [a for a in entities if a.of == (CAR,) and sum(a.kinds == b.kinds for b in entities) == 1]

    def drafts(self, clause: Clause, discourse: Discourse, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Yield what the names that are no value of `drafts` yet may say."""
        used = {(draft.at, draft.attribute) for draft in drafts}
        names = [a for a in clause.arguments if a.mention and a.mention.phrase.shape is Shape.NAME and a.entities]
        said = self._said(clause) if names else {}
        for argument in names:
            at = span_of(clause, argument)
            for attribute, place, how in [*said.get(argument.first, ()), *self._by_kind(clause, argument)]:
                if (at, attribute.id) in used or is_vetoed(clause, attribute, argument):
                    continue
                found = self.owners.of(clause, discourse, attribute, argument)
                for value in self.fitting.values(attribute, argument, discourse) if found else ():
                    if found and found[0] != value.entity:
                        used.add((at, attribute.id))
                        yield Draft(found[0], attribute.id, value, at, place, f"tied.{how}/{found[1]}")

    def _said(self, clause: Clause) -> dict[int, list[tuple[Attribute, int, str]]]:
        """Return what verbs say of the names behind their prepositions, by where those begin."""
        found: dict[int, list[tuple[Attribute, int, str]]] = {}
        for hit in self.framing.hits(clause):
            if not clause.grammar.is_verb(clause.sentence, hit.start):
                continue
            entries = [(e.attribute, g) for e in hit.payloads for g in _groups(e.attribute, e.frame)]
            if not entries or not self._has_open_subject(clause, hit.start):
                continue
            for attribute, group in entries:
                argument = clause.behind(hit.end, group)
                if argument is not None:
                    found.setdefault(argument.first, []).append((attribute, hit.start, "verb"))
        return found

    def _by_kind(self, clause: Clause, argument: Argument) -> Iterator[tuple[Attribute, int, str]]:
        """Yield the attributes that the kind of a name alone tells, where another thing may rest on it."""
        before = clause.sentence.tokens[argument.first - 1].folded.rstrip("'") if argument.first else ""
        left = clause.ending.get(argument.first)
        is_owned = left is not None and left.mention is not None and left.mention.phrase.genitive
        if before in RESTING or is_owned:
            for attribute in self.telling:
                yield attribute, argument.first, "kind"

    @staticmethod
    def _has_open_subject(clause: Clause, first: int) -> bool:
        """Whether the words leave the subject of a verb open, or name one whose meaning is only guessed.

        "The engine is built in Bursa" leaves nothing open: whatever it is, it is no car.
        """
        subject = clause.subject(first, clause.voice(first))
        if subject is not None:
            return bool(subject.entities or (subject.mention is not None and subject.mention.topics))
        start = clause.clause_start(first)
        return all(
            clause.grammar.is_light(clause.sentence, place)
            or clause.sentence.lemmas[place] == "to"
            or place in clause.covering
            or not clause.sentence.tokens[place].is_word
            for place in range(start, first)
        )


def _groups(attribute: Attribute, frame: Frame) -> list[tuple[str, ...]]:
    """Return the prepositions behind which a frame has a name for its value."""
    if attribute.value is not ValueKind.ENTITY:
        return []
    return [group for group, slot in frame.prepositions if slot is Slot.VALUE and any(group)]
