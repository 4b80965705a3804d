"""The tier between facts and passages: one statement of a document that answers by itself.

Several different spans are no answer, nor is a type of answer whose measured precision is too low: both are passages.
"""

from dataclasses import dataclass

from bot.answering.clauses import BE, VALUED, Matcher
from bot.answering.known import Known, source_of
from bot.answering.passages import names_in
from bot.answering.sides import WHOLE, Span
from bot.models.asked import Asked
from bot.models.finding import Read
from bot.models.query import Intent, Query
from facts.models import Origin, Statement
from facts.terms import fold

READABLE = (Intent.LOOKUP, Intent.REVERSE, Intent.COUNT, Intent.OPEN, Intent.WHY, Intent.WHAT_SAID, Intent.DESCRIBE,
            Intent.WHO_SAID, Intent.CHATTER)  # fmt: skip
MOST_PASSAGES = 16  # of the index whose statements are read
MOST_WORDS = 20


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement that answers, and its span."""

    statement: Statement
    span: Span


class Reading:
    """Answers questions from statements of one store."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.synonyms = known.synonyms

    def read(self, query: Query, *, by_sides: bool = False) -> Read | None:
        """Return the one thing that the statements say to the question, or None.

        With `by_sides` only clauses count: words that merely stand in one sentence do not make up for a missing fact.
        """
        asked = query.asked
        if asked is None or query.intent not in READABLE:
            return None
        matcher = Matcher(self.known, self.synonyms, asked)
        statements = self._statements(query, asked)
        barred = {(one.document, one.passage) for one in statements if matcher.contradicts(one)}
        found = [
            Candidate(statement, span)
            for statement in statements
            if (span := matcher.span(statement)) is not None
            and not (statement.shape == WHOLE and (by_sides or (statement.document, statement.passage) in barred))
        ]
        found = [one for one in found if one.statement.origin is Origin.REVIEWED] or found  # a person's word goes first
        if not found or len({self._said(one) for one in found}) > 1:
            return None
        return self._read(found, asked)

    def _statements(self, query: Query, asked: Asked) -> list[Statement]:
        verb = [] if asked.predicate in BE else asked.predicate.split()
        words = [*verb, *(word for given in asked.given for word in given.words), *asked.nouns]
        wanted = list(dict.fromkeys((*words, *self.synonyms.variants([asked.predicate, *words]))))[:MOST_WORDS]
        names = names_in(self.known, query)
        found = self.known.store.search(wanted, names, limit=MOST_PASSAGES)
        return self.known.store.statements_in(found, self._predicates(asked))

    def _predicates(self, asked: Asked) -> tuple[str, ...]:
        """Return the predicates that may tell what is asked: "be" by a noun, none where a whole sentence may."""
        sentences = ("",) if asked.type in VALUED else ()
        return (*self.synonyms.predicates(asked.predicate), *BE, *sentences)

    def _said(self, one: Candidate) -> str:
        text = self.known.document(one.statement.document).text
        return one.span.entity or " ".join(fold(text[one.span.start : one.span.end]).split())

    def _read(self, found: list[Candidate], asked: Asked) -> Read:
        first = found[0]
        document = self.known.document(first.statement.document)
        passage = self.known.passages(document.name)[first.statement.passage]
        span = first.span
        words = " ".join(document.text[span.start : span.end].split())
        entity = self.known.entity(span.entity) if span.entity else None
        speaker = self.known.entity(first.statement.speaker).name if first.statement.speaker else None
        return Read(
            text=words,
            type=asked.type,
            source=source_of(
                document,
                passage.start,
                passage.end,
                marks=((span.start, span.end),),
                reviewed=first.statement.origin is Origin.REVIEWED,
            ),
            language=document.language[:2],
            entity=entity,
            certainty=first.statement.certainty,
            speaker=speaker,
        )
