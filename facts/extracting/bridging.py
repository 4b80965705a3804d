"""Facts whose owner their words leave to the reader: "Behind the seats, the boot takes 522 litres".

What is measured is told by a noun, a verb or a unit near a value that no surer pattern has read; whose it is, by the
one thing of the kind in the clause or the sentence, else by what the text is about. Each way has a pattern of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facts.extracting.arguments import Argument
from facts.extracting.clause import Clause
from facts.extracting.discourse import Discourse
from facts.extracting.draft import Draft
from facts.extracting.fitting import Fitting
from facts.extracting.framing import Entry, Framing, is_vetoed, span_of
from facts.extracting.nouning import Nouning, is_earlier, is_parts
from facts.extracting.owners import Owners
from facts.lexicon import Attribute, Frame, Lexicon, Slot
from facts.models import ValueKind
from facts.phrases import Hit

MODEL = "model"
FARTHEST_NOUN = 9  # tokens between a noun and its value
FARTHEST_VERB = 4  # tokens between a verb and its value, all of them light
NUMBERS = frozenset({ValueKind.COUNT, ValueKind.SHARE})  # without a unit, only words close by say what they measure
CLOSE = 2  # tokens
YEARS = range(1900, 2100)  # a bare number in it is rather a year
GUESSES = frozenset({("verb", "topic")})  # ways of which next to nothing was right where they were judged
HANGING = frozenset({"from", "at", "for", "(", "des", "a", "pour"})  # before a price that no word announces


@dataclass(frozen=True, slots=True)
class _Cue:
    """What tells the attribute of a value, where it stands, and how."""

    attribute: Attribute
    place: int
    how: str


class Bridging:
    """Proposes owners and attributes for the values that are left."""

    def __init__(self, lexicon: Lexicon, fitting: Fitting, owners: Owners, framing: Framing, nouning: Nouning) -> None:
        self.owners = owners
        self.fitting, self.framing, self.nouning = fitting, framing, nouning
        self.implied = [attribute for attribute in lexicon.attributes.values() if attribute.implies]

    def drafts(self, clause: Clause, discourse: Discourse, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Yield what the values that `drafts` leave may say."""
        used = {draft.at for draft in drafts if draft.value.kind is not ValueKind.TEXT}
        values = [a for a in clause.arguments if a.value is not None and not a.is_difference and not _is_year(a)]
        left = [a for a in values if span_of(clause, a) not in used and not is_earlier(clause, a)]
        nouns = list(self.nouning.hits(clause)) if left else []
        verbs = list(self.framing.hits(clause)) if left else []
        for argument in left:
            at, cue = span_of(clause, argument), self._cue(clause, argument, nouns, verbs)
            if cue is None or _is_denied(clause, argument):
                continue
            if (found := self.owners.of(clause, discourse, cue.attribute, argument)) is None:
                continue
            owner, link = found
            if (cue.how, link) in GUESSES:
                continue
            for value in self.fitting.values(cue.attribute, argument, discourse):
                yield Draft(owner, cue.attribute.id, value, at, cue.place, f"bridge.{cue.how}/{link}")

    def _cue(
        self, clause: Clause, argument: Argument, nouns: Sequence[Hit[Attribute]], verbs: Sequence[Hit[Entry]]
    ) -> _Cue | None:
        for cue in (self._noun(clause, argument, nouns), self._verb(clause, argument, verbs)):
            if cue is not None and not is_vetoed(clause, cue.attribute, argument):
                return cue
        unit = self._unit(clause, argument)
        return None if unit is None or is_vetoed(clause, unit.attribute, argument) else unit

    def _noun(self, clause: Clause, argument: Argument, nouns: Sequence[Hit[Attribute]]) -> _Cue | None:
        """Return the nearest noun of the clause that the value can be a value of."""
        best: tuple[int, int, _Cue] | None = None
        start, end = clause.clause_start(argument.first), clause.clause_end(argument.last)
        for hit in nouns:
            if not start <= hit.start < end or hit.start in clause.covering:
                continue
            gap = argument.first - hit.end if hit.end <= argument.first else hit.start - argument.last
            if not 0 <= gap <= FARTHEST_NOUN:
                continue
            is_verb = hit.end - hit.start == 1 and clause.grammar.is_verb(clause.sentence, hit.start)
            between = range(argument.last, hit.start)
            if is_verb or any(clause.sentence.tokens[p].kind == "mark" for p in between):
                continue
            for attribute in hit.payloads:
                if is_parts(clause, attribute, hit.start, hit.end):
                    continue
                if attribute.value in NUMBERS and gap > CLOSE and hit.end > argument.first:
                    continue
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

    def _verb(self, clause: Clause, argument: Argument, verbs: Sequence[Hit[Entry]]) -> _Cue | None:
        """Return what the verb right before a value says of it, with nothing but a preposition of its own between."""
        for hit in verbs:
            if not 0 <= argument.first - hit.end <= FARTHEST_VERB or not clause.grammar.is_verb(
                clause.sentence, hit.start
            ):
                continue
            between = self._words_between(clause, hit.end, argument.first)
            for entry in hit.payloads:
                is_bare = entry.attribute.value is ValueKind.COUNT and argument.value and not argument.value.counted
                if not is_bare and self._fits(entry.attribute, argument) and self._takes(entry.frame, between):
                    return _Cue(entry.attribute, hit.start, "verb")
        return None

    @staticmethod
    def _takes(frame: Frame, between: tuple[str, ...]) -> bool:
        if not between:
            return frame.patient is Slot.VALUE
        return any(slot is Slot.VALUE and "_".join(between) in group for group, slot in frame.prepositions)

    @staticmethod
    def _words_between(clause: Clause, first: int, last: int) -> tuple[str, ...]:
        grammar, tokens = clause.grammar, clause.sentence.tokens
        closed = (grammar.articles, grammar.bounds)
        return tuple(
            tokens[p].folded
            for p in range(first, last)
            if not (grammar.is_light(clause.sentence, p) or any(tokens[p].folded in words for words in closed))
        )

    def _unit(self, clause: Clause, argument: Argument) -> _Cue | None:
        """Return the attribute that a unit alone tells; a price must hang on "from", "at" or a bracket."""
        for attribute in self.implied:
            if not self._fits(attribute, argument) or MODEL not in attribute.of:
                continue
            before = clause.sentence.tokens[argument.first - 1] if argument.first else None
            if attribute.value is not ValueKind.MONEY or (before is not None and before.folded in HANGING):
                return _Cue(attribute, argument.first, "unit")
        return None


def _is_year(argument: Argument) -> bool:
    """Whether a bare number is rather a year."""
    span = argument.value
    is_bare = span is not None and span.value.kind is ValueKind.COUNT and not span.counted
    return span is not None and is_bare and span.value.amount is not None and int(span.value.amount) in YEARS


def _is_denied(clause: Clause, argument: Argument) -> bool:
    """Whether something in the clause of a value denies it: "Nobody asks for 250 kW"."""
    tokens = clause.sentence.tokens
    around = range(clause.clause_start(argument.first), clause.clause_end(argument.last))
    return any(tokens[p].folded in clause.grammar.negators or tokens[p].folded.endswith("n't") for p in around)
