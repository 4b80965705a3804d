"""What happens of itself where a frame has somebody do it: "* end production @of S @in V" is also "production of the
Fiesta ended in 2023".

Only frames whose verb takes a noun of its own, and that noun the subject of the fact, can be turned so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from facts.extracting.arguments import Argument
from facts.extracting.clause import Clause
from facts.extracting.discourse import Discourse
from facts.extracting.draft import Draft
from facts.extracting.fitting import Fitting
from facts.extracting.framing import is_vetoed, span_of
from facts.lexicon import Attribute, Frame, Lexicon, Slot
from facts.phrases import PhraseIndex
from facts.terms import fold

MOST_HELPERS = 4  # tokens of "s'est finalement" between what the noun belongs to and the verb


@dataclass(frozen=True, slots=True)
class _Turned:
    """A frame by its noun: its verbs, the prepositions of what the noun belongs to, and those of the value."""

    attribute: Attribute
    verbs: frozenset[str]
    owners: frozenset[str]
    prepositions: tuple[str, ...]


class Turning:
    """Matches the turned frames of one language."""

    def __init__(self, lexicon: Lexicon, language: str, fitting: Fitting) -> None:
        self.fitting = fitting
        self.articles = frozenset(map(fold, lexicon.languages[language].classes.get("articles", ())))
        self.index: PhraseIndex[_Turned] = PhraseIndex()
        for attribute in lexicon.attributes.values():
            for frame in attribute.wording[language].frames if language in attribute.wording else ():
                self._add(attribute, frame)

    def _add(self, attribute: Attribute, frame: Frame) -> None:
        places = {slot: tuple(map(fold, group)) for group, slot in frame.prepositions}
        if frame.agent is not Slot.ANYONE or frame.patient is not None or places.keys() != {Slot.SUBJECT, Slot.VALUE}:
            return
        verbs, owners = frozenset(map(fold, frame.verb[0])), frozenset(places[Slot.SUBJECT])
        turned = _Turned(attribute, verbs, owners, places[Slot.VALUE])
        for words in product(*frame.verb[1:]):
            if noun := tuple(fold(word) for word in words if fold(word) not in self.articles):
                self.index.add(noun, turned)

    def drafts(self, clause: Clause, discourse: Discourse) -> Iterator[Draft]:
        """Yield what a sentence says so."""
        for hit in self.index.find_longest(clause.sentence.lemmas):
            owner = self._owner(clause, hit.end)
            verb = self._verb(clause, owner.last) if owner is not None else None
            if owner is None or verb is None:
                continue
            how = owner.mention.how if owner.mention else "none"
            leading = clause.sentence.tokens[hit.end].folded.rstrip("'")
            for turned in hit.payloads:
                value = clause.behind(verb + 1, turned.prepositions)
                is_told = clause.sentence.lemmas[verb] in turned.verbs and leading in turned.owners
                if value is None or not is_told or is_vetoed(clause, turned.attribute, value):
                    continue
                for entity in self.fitting.subjects(turned.attribute, owner, discourse):
                    for found in self.fitting.values(turned.attribute, value, discourse):
                        yield Draft(
                            entity, turned.attribute.id, found, span_of(clause, value), verb, f"frame.turned/{how}"
                        )

    @staticmethod
    def _owner(clause: Clause, position: int) -> Argument | None:
        """Return what a noun that ends before a position belongs to, behind one preposition."""
        found = clause.covering.get(position + 1)
        return found if found is not None and found.mention is not None and position not in clause.covering else None

    @staticmethod
    def _verb(clause: Clause, position: int) -> int | None:
        """Return the verb right behind a position, its helpers and pronouns skipped."""
        sentence, grammar = clause.sentence, clause.grammar
        for place in range(position, min(position + MOST_HELPERS, len(sentence.tokens))):
            if place in clause.covering:
                return None
            if grammar.is_verb(sentence, place):
                return place
            if not grammar.is_light(sentence, place) and sentence.tokens[place].kind != "elision":
                return None
        return None
