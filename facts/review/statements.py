"""Reviews over statements: what a person said of a clause decides, and a confirmed clause stands without extraction."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from facts.lexicon import Lexicon
from facts.models import Document, Entity, Origin, Part, Passage, Statement
from facts.review.model import ClauseWords, StatementReview, Verdict
from facts.review.names import NameTable
from facts.review.quotes import locate
from facts.review.sidecar import Sidecar

SHAPE = "review"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One document with its passages and its review."""

    document: Document
    passages: Sequence[Passage]
    sidecar: Sidecar


def laid_over(
    statements: Iterable[Statement], review: Reviewed, entities: Sequence[Entity], lexicon: Lexicon
) -> list[Statement]:
    """Lay the review of a document over its statements; a table whose words do not stand there makes none."""
    return _Laid(review, list(statements), entities, lexicon).over()


def words_of(statement: Statement, text: str) -> ClauseWords:
    """Return the words of a statement: what tells it apart from the others of its sentence."""
    parts = {part.side: " ".join(text[part.start : part.full].split()) for part in statement.parts}
    return ClauseWords(predicate=statement.predicate, parts=parts)


class _Laid:
    """Lays the review of one document over its statements."""

    def __init__(
        self, review: Reviewed, statements: list[Statement], entities: Sequence[Entity], lexicon: Lexicon
    ) -> None:
        self.document, self.passages, self.sidecar = review.document, review.passages, review.sidecar
        self.statements = statements
        self.names = NameTable(entities, lexicon, review.sidecar)
        self.entities = entities

    def over(self) -> list[Statement]:
        for _, row in self.sidecar.statements():
            passage = self._passage(row)
            if passage is None:
                continue  # what does not stand there any more is reported where all quotes are verified
            ruled = row.was or row
            old = [one for one in self.statements if one.passage == passage.number and self._is_of(one, ruled)]
            self.statements = [one for one in self.statements if one not in old]
            if row.verdict is Verdict.REJECTED:
                continue
            if old and row.verdict is Verdict.CONFIRMED:
                self.statements += [replace(one, origin=Origin.REVIEWED) for one in old]
            elif (made := self._made(row, passage)) is not None:
                self.statements.append(made)
        return sorted(self.statements, key=lambda one: (one.passage, one.at, one.shape))

    def _passage(self, row: StatementReview) -> Passage | None:
        found = locate(self.document.text, row.quote)
        inside = (one for one in self.passages if found and one.start < found[1] and found[0] < one.end)
        return next(inside, None)

    def _is_of(self, statement: Statement, words: ClauseWords) -> bool:
        if statement.predicate != words.predicate:
            return False
        said = words_of(statement, self.document.text)
        return (said.predicate, said.parts) == (words.predicate, words.parts)

    def _made(self, row: StatementReview, passage: Passage) -> Statement | None:
        """Make a statement of a table alone: its words are looked for in the quote, the names among them with them."""
        parts = [self._part(side, words, passage) for side, words in row.parts.items()]
        if None in parts or not parts:
            return None
        found = tuple(part for part in parts if part is not None)
        amounts = {a: None for one in self.statements if one.passage == passage.number for a in one.amounts}
        speaker = self.names.one(row.speaker, ()) if row.speaker else None
        return Statement(
            document=self.document.name,
            passage=passage.number,
            predicate=row.predicate,
            at=(passage.start, passage.start),
            start=min(part.start for part in found),
            end=max(part.full for part in found),
            shape=SHAPE,
            parts=found,
            amounts=tuple(amounts),
            is_negated=row.negated,
            is_possible=row.possible,
            certainty=row.certainty,
            speaker=speaker.id if speaker else None,
            origin=Origin.REVIEWED,
        )

    def _part(self, side: str, words: str, passage: Passage) -> Part | None:
        found = locate(passage.of(self.document.text), words)
        if found is None:
            return None
        start, end = passage.start + found[0], passage.start + found[1]
        return Part(side, start, end, end, self._named(start, end))

    def _named(self, start: int, end: int) -> tuple[str, ...]:
        """Return the entities whose longest names stand in a stretch, in order."""
        words = self.document.text[start:end]
        spans = [
            (*found.span(), entity.id)
            for entity in self.entities
            for name in {entity.name, *entity.aliases}
            if name in words and (found := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words))
        ]
        longest = [one for one in spans if not any(_covers(other, one) for other in spans)]
        return tuple(dict.fromkeys(key for _, _, key in sorted(longest)))


def _covers(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    return one[0] <= other[0] and other[1] <= one[1] and one[1] - one[0] > other[1] - other[0]
