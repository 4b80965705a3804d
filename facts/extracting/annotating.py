"""What a passage should be found by besides its words: the sorts of thing in it, what it speaks of without naming it,
and the question that it answers.

Retrieval only: nothing here makes a fact, so a guess costs no more than a passage shown in vain.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from facts.extracting.clause import Clause
from facts.extracting.discourse import Discourse
from facts.lexicon import Lexicon
from facts.models import Passage, Value
from facts.naming.entities import NameMention
from facts.parsing.sentence import Sentence

MOST_TOPICS = 4  # of one passage; a longer list says nothing


@dataclass(slots=True)
class Annotator:
    """Annotates the passages of one document in reading order."""

    lexicon: Lexicon
    dimensions: dict[str, str] = field(init=False)
    _asked: Passage | None = None  # the last question
    _answered: int | None = None  # the paragraph that answers it

    def __post_init__(self) -> None:
        self.dimensions = {unit.id: unit.dimension for unit in self.lexicon.units}

    def annotate(self, clause: Clause, discourse: Discourse, named: Sequence[NameMention]) -> Passage:
        """Return the passage of a sentence that has been read, with its annotations."""
        sentence = clause.sentence
        kinds = [*self._of_values(sentence), *self._of_names(discourse, {one.entity for one in named})]
        return replace(
            sentence.passage,
            asked=self._question(sentence),
            kinds=tuple(sorted(set(kinds))),
            topics=tuple(dict.fromkeys(self._topics(clause, discourse, named)))[:MOST_TOPICS],
        )

    def _of_values(self, sentence: Sentence) -> Iterator[str]:
        for span in sentence.values:
            yield from self._of_value(span.value)

    def _of_value(self, value: Value) -> Iterator[str]:
        yield value.kind.value
        if value.unit in self.dimensions:
            yield self.dimensions[value.unit]

    def _of_names(self, discourse: Discourse, entities: Iterable[str]) -> Iterator[str]:
        for entity in entities:
            kind: str | None = discourse.kind_of(entity)
            while kind is not None:
                yield kind
                kind = self.lexicon.kinds[kind].parent if kind in self.lexicon.kinds else None

    @staticmethod
    def _topics(clause: Clause, discourse: Discourse, named: Sequence[NameMention]) -> Iterator[str]:
        spelled = {one.entity for one in named}
        meant = [entity for mention in clause.mentions for entity in mention.entities]
        subject = discourse.subject(clause.sentence.passage.number, clause.sentence.passage.paragraph, ("model",))
        for entity in (*meant, subject, discourse.title_subject):
            if entity in discourse.entities and entity not in spelled:
                yield discourse.entities[entity].name

    def _question(self, sentence: Sentence) -> int | None:
        """Return the question before, for the rest of its own paragraph or the one right after it."""
        passage = sentence.passage
        if sentence.tokens and sentence.tokens[-1].text == "?":
            self._asked, self._answered = passage, None
            return None
        if self._asked is None:
            return None
        if self._answered is None and passage.paragraph <= self._asked.paragraph + 1:
            self._answered = passage.paragraph
        return self._asked.number if passage.paragraph == self._answered else None
