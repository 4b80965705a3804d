"""Reviews over statements: what a person said of a clause decides, and a confirmed clause stands without extraction."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from facts.errors import ReviewError
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


def merge_statements(
    statements: Iterable[Statement], reviews: Sequence[Reviewed], entities: Sequence[Entity], lexicon: Lexicon
) -> tuple[tuple[Statement, ...], tuple[ReviewError, ...]]:
    """Lay reviews over extracted statements; return what is left, and every table that did not fit."""
    by_document: dict[str, list[Statement]] = {}
    for statement in statements:
        by_document.setdefault(statement.document, []).append(statement)
    problems: list[ReviewError] = []
    for review in reviews:
        if review.sidecar.review.statement:
            laid = _Laid(review, by_document.get(review.document.name, []), entities, lexicon)
            by_document[review.document.name] = laid.over()
            problems += laid.problems
    return tuple(one for found in by_document.values() for one in found), tuple(problems)


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
        self.problems: list[ReviewError] = []

    def over(self) -> list[Statement]:
        for line, row in self.sidecar.statements():
            passage = self._passage(row)
            if passage is None:
                continue  # a quote that is gone is reported where all quotes are verified
            ruled = row.was or row
            old = [one for one in self.statements if one.passage == passage.number and self._is_of(one, ruled)]
            self.statements = [one for one in self.statements if one not in old]
            if row.verdict is Verdict.REJECTED:
                continue
            if old and row.verdict is Verdict.CONFIRMED:
                self.statements += [replace(one, origin=Origin.REVIEWED) for one in old]
            elif (made := self._made(line, row, passage)) is not None:
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

    def _made(self, line: int, row: StatementReview, passage: Passage) -> Statement | None:
        """Make a statement of a table alone: its words are looked for in the quote, the names among them with them."""
        parts = [self._part(line, side, words, passage) for side, words in row.parts.items()]
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

    def _part(self, line: int, side: str, words: str, passage: Passage) -> Part | None:
        found = locate(passage.of(self.document.text), words)
        if found is None:
            message = f"the quote does not hold the words {words!r}"
            self.problems.append(ReviewError(self.sidecar.file, line, message, "copy them from the quote"))
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
