"""Who does what to whom: the questions that patterns ask of a sentence.

There is no parser here: the answers come from word order (`voice`, `subjects`, `objects`, `coordination`), and None
means that the shape was not recognised.
"""

from collections.abc import Sequence
from functools import cached_property

from facts.extracting.arguments import Argument, Layout
from facts.extracting.coordination import coordination_of, subject_coordination_of
from facts.extracting.objects import argument_behind, object_of, value_right_behind, words_behind, words_from
from facts.extracting.subjects import is_of_last, subject_of
from facts.extracting.voice import Voice, helper_of, voice_of
from facts.parsing.grammar import Grammar


class Clause(Layout):
    """A sentence that can be asked for the arguments of its verbs."""

    def verb_places(self) -> Sequence[int]:
        """Return the positions of all verb forms outside names and values."""
        return self._verb_places

    @cached_property
    def _verb_places(self) -> Sequence[int]:
        places = (p for p, lemma in enumerate(self.sentence.lemmas) if lemma in self.grammar.verbs)
        return [p for p in places if p not in self.covering and self.grammar.is_verb(self.sentence, p)]

    def with_verbs(self, grammar: Grammar) -> "Clause":
        """Return the same clause, read with a grammar that differs in its verbs only."""
        other = Clause.__new__(Clause)
        vars(other).update(vars(self), grammar=grammar, memory={})
        vars(other).pop("_verb_places", None)
        return other

    def voice(self, first: int) -> Voice:
        """Say how the verb form at `first` holds its subject."""
        return voice_of(self, first)

    def helper(self, first: int) -> str:
        """Return the lemma of the auxiliary before the word at `first`, or ""."""
        return helper_of(self, first)

    def subject(self, first: int, voice: Voice) -> Argument | None:
        """Return the subject of the verb at `first`."""
        return subject_of(self, first, voice)

    def is_of_last(self, first: int) -> bool:
        """Whether the verb at `first` tells of the last of several things only."""
        return is_of_last(self, first)

    def object(self, last: int) -> Argument | None:
        """Return the object of a verb that ends before `last`."""
        return object_of(self, last)

    def behind(self, last: int, prepositions: Sequence[str]) -> Argument | None:
        """Return the argument behind one of these prepositions ("out_of" is two words), to the right of `last`."""
        return argument_behind(self, last, prepositions)

    def right_behind(self, last: int) -> Argument | None:
        """Return the typed value right behind token `last`, adverbs between."""
        return value_right_behind(self, last)

    def words(self, position: int) -> Argument | None:
        """Return the run of words that begins at a position."""
        return words_from(self, position)

    def words_behind(self, last: int, prepositions: Sequence[str]) -> Argument | None:
        """Return the words behind the first of these prepositions to the right of `last`, adverbs between."""
        return words_behind(self, last, prepositions)

    def group(self, argument: Argument) -> list[Argument]:
        """Return the coordination that an argument belongs to, itself included."""
        return coordination_of(self, argument)

    def group_of_subject(self, subject: Argument) -> list[Argument]:
        """Return the coordination that is the subject of a verb."""
        return subject_coordination_of(self, subject)
