"""From what was extracted to tables of a review: pure steps, shared by every place where people review."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from facts.models import Bound, Certainty, Document, Entity, Fact, Origin, Passage, Statement
from facts.review.model import ClauseWords, EntityReview, FactReview, Review, StatementReview, Verdict, Was
from facts.review.quotes import locate
from facts.review.statements import words_of
from facts.terms import squeeze

SENTENCE = "sentence"  # shape of a statement that is a whole sentence: nobody need judge what stands there anyway
FEWEST_PARTS = 2  # of a statement that tells something


class ByPlace:
    """Facts of one document by where their values stand: a long one has thousands, and as many passages."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._facts = sorted(facts, key=lambda fact: fact.at[0])  # those of one place stay in their order
        self._places = [fact.at[0] for fact in self._facts]

    def within(self, start: int, end: int) -> Sequence[Fact]:
        """List the facts whose values begin in a stretch."""
        return self._facts[bisect_left(self._places, start) : bisect_left(self._places, end)]


def by_passage(statements: Iterable[Statement]) -> Mapping[int, Sequence[Statement]]:
    """Group statements of one document by the number of their passage."""
    found: dict[int, list[Statement]] = {}
    for statement in statements:
        found.setdefault(statement.passage, []).append(statement)
    return found


@dataclass(frozen=True, slots=True)
class Card:
    """What one key decides: a fact, or all that the clauses of one passage say."""

    passage: Passage
    fact: Fact | None = None
    statements: tuple[Statement, ...] = ()
    is_further: bool = False  # one of the same passage was shown before


@dataclass(frozen=True, slots=True)
class Proposals:
    """What a document has for review: its text, the entities as merged, what nobody has judged."""

    document: Document
    entities: Mapping[str, Entity]
    facts: tuple[Fact, ...]
    passages: tuple[Passage, ...] = ()
    statements: tuple[Statement, ...] = ()

    @classmethod
    def of(
        cls,
        document: Document,
        entities: Iterable[Entity],
        facts: Iterable[Fact],
        passages: Sequence[Passage] = (),
        statements: Iterable[Statement] = (),
    ) -> "Proposals":
        """Pick the document's own unjudged facts and statements, in reading order."""
        own = [fact for fact in facts if fact.document == document.name]
        waiting = tuple(fact for fact in own if fact.origin is not Origin.REVIEWED)
        clauses = (one for one in statements if one.document == document.name and _is_telling(one))
        told = ByPlace(own)
        further = tuple(one for one in clauses if not any(is_told_by(one, f) for f in told.within(one.start, one.end)))
        return cls(document, {entity.id: entity for entity in entities}, waiting, tuple(passages), further)

    def cards(self) -> list[Card]:
        """List what is to be decided in reading order: of each passage its facts, then what its clauses say."""
        cards: list[Card] = []
        facts, clauses = ByPlace(self.facts), by_passage(self.statements)
        for passage in self.passages:
            here = [Card(passage, fact) for fact in facts.within(passage.start, passage.end)]
            told = tuple(clauses.get(passage.number, ()))
            here += [Card(passage, None, told)] if told else []
            cards += [*here[:1], *(replace(card, is_further=True) for card in here[1:])]
        return cards

    def row(self, fact: Fact, verdict: Verdict = Verdict.CONFIRMED) -> FactReview:
        """Write a proposal as a table of a review."""
        quote = self.document.text[fact.start : fact.end]
        words = self.document.text[slice(*fact.at)]
        value = self.entities[fact.value.entity].name if fact.value.entity else fact.value.text
        usual = Certainty.APPROXIMATE if fact.value.bound is Bound.ABOUT else Certainty.STATED
        return FactReview(
            verdict=verdict,
            subject=self.entities[fact.subject].name,
            attribute=fact.attribute,
            value=value,
            words=words if words != value and words in quote else None,
            certainty=fact.certainty if fact.certainty is not usual else None,
            qualifiers=dict(fact.qualifiers),
            speaker=fact.speaker,
            quote=quote,
        )

    def corrected(self, fact: Fact, changes: Mapping[str, object]) -> FactReview:
        """Write a proposal with some keys changed, and what it was."""
        row = self.row(fact)
        was = Was(subject=row.subject, attribute=row.attribute, value=fact.value.text)
        told = {key: value for key, value in row.model_dump().items() if key not in changes}
        if "value" in changes and str(changes["value"]) in row.quote:
            told["words"] = None  # they gave the old value
        return FactReview.model_validate({**told, **changes, "verdict": Verdict.CORRECTED, "was": was})

    def added(self, subject: str, attribute: str, value: str, near: Passage) -> FactReview:
        """Write a fact that was not proposed; its quote is the passage nearest to another that holds the value."""
        holding = [one for one in self.passages if locate(one.of(self.document.text), value) is not None]
        passage = min(holding, key=lambda one: abs(one.number - near.number), default=near)
        quote = passage.of(self.document.text)
        return FactReview(verdict=Verdict.ADDED, subject=subject, attribute=attribute, value=value, quote=quote)

    def statement_row(self, statement: Statement, verdict: Verdict = Verdict.CONFIRMED) -> StatementReview:
        """Write a statement as a table of a review."""
        words = words_of(statement, self.document.text)
        passage = next(one for one in self.passages if one.number == statement.passage)
        return StatementReview(
            verdict=verdict,
            predicate=words.predicate,
            parts=words.parts,
            negated=statement.is_negated,
            possible=statement.is_possible,
            certainty=statement.certainty,
            speaker=self.entities[statement.speaker].name if statement.speaker else None,
            quote=passage.of(self.document.text),
        )

    def corrected_statement(self, statement: Statement, predicate: str, parts: Mapping[str, str]) -> StatementReview:
        """Write a statement with another predicate or other words on its sides, and what it was."""
        row = self.statement_row(statement, Verdict.CORRECTED)
        was = ClauseWords(predicate=row.predicate, parts=row.parts)
        return row.model_copy(update={"predicate": predicate, "parts": dict(parts), "was": was})

    def declared(self, rows: Iterable[FactReview]) -> Iterator[EntityReview]:
        """Yield tables for the entities these rows name, so that the review stands without extraction."""
        by_name = {squeeze(entity.name): entity for entity in self.entities.values()}
        for row in rows:
            for name in (row.subject, row.value):
                if (entity := by_name.get(squeeze(name))) is not None:
                    yield self.entity_row(entity)

    def entity_row(self, entity: Entity) -> EntityReview:
        """Write an entity as a table of a review."""
        brand = self.entities.get(entity.brand) if entity.brand else None
        return EntityReview(
            name=entity.name,
            kind=entity.kind,
            aliases=tuple(alias for alias in entity.aliases if alias != entity.name),
            brand=brand.name if brand else None,
            traits=entity.traits,
            described=entity.described,
        )

    def named(self, statements: Iterable[Statement]) -> Iterator[EntityReview]:
        """Yield tables for the entities that statements name."""
        for statement in statements:
            keys = [key for part in statement.parts for key in part.entities]
            keys += [statement.speaker] if statement.speaker else []
            yield from (self.entity_row(self.entities[key]) for key in keys if key in self.entities)


def with_facts(review: Review, rows: Sequence[FactReview]) -> Review:
    """Add decisions; one on the same claim of the same quote is replaced."""
    decided = {row.claim for row in rows}
    kept = tuple(row for row in review.fact if row.claim not in decided)
    return review.model_copy(update={"fact": (*kept, *rows)})


def with_statements(review: Review, rows: Sequence[StatementReview]) -> Review:
    """Add decisions on statements; an earlier one on the same clause is replaced."""
    decided = {row.claim for row in rows}
    kept = tuple(row for row in review.statement if row.claim not in decided)
    return review.model_copy(update={"statement": (*kept, *rows)})


def with_entities(review: Review, rows: Iterable[EntityReview]) -> Review:
    """Add entities that the review does not declare yet."""
    tables = {squeeze(row.name): row for row in review.entity}
    for row in rows:
        tables.setdefault(squeeze(row.name), row)
    return review.model_copy(update={"entity": tuple(tables.values())})


def _is_telling(statement: Statement) -> bool:
    """Whether a statement waits for somebody to judge it."""
    waits = statement.shape != SENTENCE and statement.origin is not Origin.REVIEWED
    return waits and len(statement.parts) >= FEWEST_PARTS


def is_told_by(statement: Statement, fact: Fact) -> bool:
    """Whether a fact says all that a statement does: its value stands on the one side beside the subject."""
    if len(statement.parts) > FEWEST_PARTS or not statement.start <= fact.at[0] < statement.end:
        return False
    return any(part.start < fact.at[1] and fact.at[0] < part.full for part in statement.parts[1:])
