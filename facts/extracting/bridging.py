"""Facts whose owner their words leave to the reader: "The boot takes 522 litres", "At the charger it is full in 26 minutes".

What is measured is told by a noun, a verb or a unit near a value that no surer pattern has read; whose it is, by the one
thing of the kind in the clause or the sentence, else by what the text is about. Each way has a pattern of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facts.extracting.arguments import Argument
from facts.extracting.clause import Clause
from facts.extracting.discourse import Discourse
from facts.extracting.draft import Draft
from facts.extracting.fitting import Fitting
from facts.extracting.framing import Framing, is_vetoed, span_of
from facts.extracting.nouning import Nouning, is_earlier
from facts.extracting.noun_phrases import Shape
from facts.lexicon import Attribute, Lexicon, Slot
from facts.models import ValueKind

FARTHEST_NOUN = 7  # tokens between a noun and its value
FARTHEST_VERB = 4  # tokens between a verb and its value, all of them light
COMPARING = frozenset({"than", "that", "against", "like", "unlike", "versus", "from", "que", "contre", "comme"})
HANGING = frozenset({"from", "at", "for", "(", "des", "a", "pour"})  # before a price that no word announces


@dataclass(frozen=True, slots=True)
class _Cue:
    """What tells the attribute of a value, where it stands, and how."""

    attribute: Attribute
    place: int
    how: str


class Bridging:
    """Proposes owners and attributes for the values that are left."""

    def __init__(self, lexicon: Lexicon, fitting: Fitting, framing: Framing, nouning: Nouning) -> None:
        self.fitting, self.framing, self.nouning = fitting, framing, nouning
        self.implied = [attribute for attribute in lexicon.attributes.values() if attribute.implies]

    def drafts(self, clause: Clause, discourse: Discourse, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Yield what the values that `drafts` leave may say."""
        used = {draft.at for draft in drafts if draft.value.kind is not ValueKind.TEXT}
        for argument in clause.arguments:
            at = span_of(clause, argument)
            if argument.value is None or argument.is_difference or at in used or is_earlier(clause, argument):
                continue
            if (cue := self._cue(clause, discourse, argument)) is None:
                continue
            owner, link = self._owner(clause, discourse, cue, argument)
            if owner is None:
                continue
            for value in self.fitting.values(cue.attribute, argument, discourse):
                yield Draft(owner, cue.attribute.id, value, at, cue.place, f"bridge.{cue.how}/{link}")

    def _cue(self, clause: Clause, discourse: Discourse, argument: Argument) -> _Cue | None:
        cues = (self._noun(clause, discourse, argument), self._verb(clause, argument), self._unit(clause, argument))
        return next((cue for cue in cues if cue is not None and not is_vetoed(clause, cue.attribute, argument)), None)

    def _noun(self, clause: Clause, discourse: Discourse, argument: Argument) -> _Cue | None:
        """Return the nearest noun of the clause that the value can be a value of."""
        best: tuple[int, int, _Cue] | None = None
        start, end = clause.clause_start(argument.first), clause.clause_end(argument.last)
        for hit in self.nouning.hits(clause):
            if not start <= hit.start < end or hit.start in clause.covering:
                continue
            gap = argument.first - hit.end if hit.end <= argument.first else hit.start - argument.last
            if not 0 <= gap <= FARTHEST_NOUN:
                continue
            for attribute in hit.payloads:
                if not self._fits(attribute, argument) or self._is_between(clause, attribute, hit.end, argument):
                    continue
                size = hit.end - hit.start
                if best is None or (gap, -size) < best[:2]:
                    best = gap, -size, _Cue(attribute, hit.start, "noun")
        return best[2] if best else None

    def _is_between(self, clause: Clause, attribute: Attribute, position: int, argument: Argument) -> bool:
        """Whether another value that fits stands between a noun and a value."""
        return any(
            position <= other.first < argument.first and self._fits(attribute, other) for other in clause.arguments
        )

    def _fits(self, attribute: Attribute, argument: Argument) -> bool:
        return argument.value is not None and self.fitting.fits(attribute, argument.value.value)

    def _verb(self, clause: Clause, argument: Argument) -> _Cue | None:
        """Return what the verb right before a value says of it, with nothing but a preposition of its own between."""
        for hit in self.framing.hits(clause):
            if not 0 <= argument.first - hit.end <= FARTHEST_VERB or not clause.grammar.is_verb(
                clause.sentence, hit.start
            ):
                continue
            between = self._words_between(clause, hit.end, argument.first)
            for entry in hit.payloads:
                if self._fits(entry.attribute, argument) and self._takes(entry.frame, between):
                    return _Cue(entry.attribute, hit.start, "verb")
        return None

    @staticmethod
    def _takes(frame: object, between: tuple[str, ...]) -> bool:
        patient, prepositions = getattr(frame, "patient", None), getattr(frame, "prepositions", ())
        if not between:
            return patient is Slot.VALUE
        return any(slot is Slot.VALUE and "_".join(between) in group for group, slot in prepositions)

    @staticmethod
    def _words_between(clause: Clause, first: int, last: int) -> tuple[str, ...]:
        grammar, tokens = clause.grammar, clause.sentence.tokens
        articles = grammar.indefinite | grammar.definite
        return tuple(
            tokens[p].folded
            for p in range(first, last)
            if not (grammar.is_light(clause.sentence, p) or tokens[p].folded in articles)
        )

    def _unit(self, clause: Clause, argument: Argument) -> _Cue | None:
        """Return the attribute that a unit alone tells; a price must hang on "from", "at" or a bracket."""
        for attribute in self.implied:
            if not self._fits(attribute, argument):
                continue
            before = clause.sentence.tokens[argument.first - 1] if argument.first else None
            if attribute.value is not ValueKind.MONEY or (before is not None and before.folded in HANGING):
                return _Cue(attribute, argument.first, "unit")
        return None

    def _owner(
        self, clause: Clause, discourse: Discourse, cue: _Cue, argument: Argument
    ) -> tuple[str | None, str]:
        """Return whose the value may be, and where it was found."""
        start, end = clause.clause_start(argument.first), clause.clause_end(argument.last)
        inside = [a for a in clause.arguments if a.mention is not None and start <= a.first < end]
        for candidates, link in ((inside, "clause"), (clause.arguments, "sentence")):
            found = self._owners(clause, discourse, cue.attribute, candidates)
            if len(found) == 1:
                return found.pop(), link
            if found:
                return None, ""
        if any(self._is_other(clause, discourse, cue.attribute, a) for a in inside):
            return None, ""
        return discourse.topic(clause.sentence.passage, cue.attribute.of), "topic"

    def _owners(
        self, clause: Clause, discourse: Discourse, attribute: Attribute, arguments: Sequence[Argument]
    ) -> set[str]:
        """Return the things of the kind that are named among arguments, what they are compared with left out."""
        found = set()
        for argument in arguments:
            before = clause.sentence.tokens[argument.first - 1].folded if argument.first else ""
            if argument.mention is not None and before not in COMPARING:
                found |= set(self.fitting.subjects(attribute, argument, discourse))
        return found

    def _is_other(self, clause: Clause, discourse: Discourse, attribute: Attribute, argument: Argument) -> bool:
        """Whether a phrase is a thing of the kind that is not known: "a typical rival", "most small cars"."""
        mention = argument.mention
        is_open = mention is not None and not mention.entities and not mention.topics
        return (
            is_open
            and mention is not None
            and mention.phrase.shape is Shape.DESCRIPTION
            and self.fitting.is_kind(attribute.of, mention.kind)
        )
