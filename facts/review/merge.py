"""Reviews over proposals: what a person said of a document decides, and says so by its origin.

Reviewed facts are typed by the vocabulary, their names resolved against the entities; extracted facts that they
confirm, correct or reject give way.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from facts.errors import ReviewError
from facts.lexicon import Attribute, Lexicon
from facts.models import Bound, Certainty, Document, Entity, Fact, Origin, Value, ValueKind, is_open
from facts.review.model import FactReview, Verdict
from facts.review.names import NameTable, adopt_entities, repoint
from facts.review.quotes import locate
from facts.review.sidecar import Sidecar, verify_quotes
from facts.terms import squeeze

PATTERN = "review"
AMOUNTS = (ValueKind.MONEY, ValueKind.QUANTITY, ValueKind.SHARE, ValueKind.DURATION, ValueKind.DATE)
Parse = Callable[[Document, str, ValueKind], Value | None]  # words of a review of that document, as one value
ParseFor = Callable[[Document, str, ValueKind, str], Value | None]  # the same, of an attribute


@dataclass(frozen=True, slots=True)
class Merged:
    """What goes into the store, and every reviewed table that did not fit."""

    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]
    problems: tuple[ReviewError, ...]
    renamed: Mapping[str, str] = field(default_factory=dict)  # old id of an entity -> new id


def merge_reviews(
    entities: Iterable[Entity],
    facts: Sequence[Fact],
    reviews: Sequence[tuple[Document, Sidecar]],
    lexicon: Lexicon,
    parse: Parse,
) -> Merged:
    """Lay reviews over extracted facts; problems are returned, for `check` to list and `build` to refuse."""
    adopted = adopt_entities(entities, [sidecar for _, sidecar in reviews], lexicon)
    problems = list(adopted.problems)
    reviewed: list[Fact] = []
    gone: set[tuple[str, str, str, str]] = set()
    read = {(fact.document, fact.attribute, squeeze(fact.value.text)): fact.value for fact in facts}
    for document, sidecar in reviews:
        table = NameTable(adopted.entities, lexicon, sidecar)
        reader = _Reader(document, sidecar, lexicon, table, _reading(parse, read))
        problems += verify_quotes(sidecar, document)
        decided, contradictions = _decided_once(sidecar)
        problems += contradictions
        for line, row in decided:
            if locate(document.text, row.quote) is None:
                continue
            gone.update((document.name, *key) for key in reader.replaced(row))
            if row.verdict is not Verdict.REJECTED:
                try:
                    reviewed.append(reader.fact(line, row))
                except ReviewError as problem:
                    problems.append(problem)
    kept = _without(repoint(facts, adopted.renamed), reviewed, gone)
    return Merged(
        adopted.entities,
        tuple(sorted([*kept, *reviewed], key=lambda fact: fact.turn)),
        tuple(problems),
        adopted.renamed,
    )


def _reading(parse: Parse, read: Mapping[tuple[str, str, str], Value]) -> ParseFor:
    """Return what reads the value of a table: by its own words, else as it was extracted ("301", of miles before)."""

    def value(document: Document, words: str, kind: ValueKind, attribute: str) -> Value | None:
        found = parse(document, words, kind)
        return found if found is not None else read.get((document.name, attribute, squeeze(words)))

    return value


class _Reader:
    """Makes facts of the reviewed tables of one document."""

    def __init__(
        self, document: Document, sidecar: Sidecar, lexicon: Lexicon, names: NameTable, parse: ParseFor
    ) -> None:
        self.document, self.sidecar, self.lexicon, self.names, self.parse = document, sidecar, lexicon, names, parse

    def fact(self, line: int, row: FactReview) -> Fact:
        """Type one table; raises ReviewError."""
        attribute = self.lexicon.attributes.get(row.attribute)
        if attribute is None and not is_open(row.attribute):
            near = get_close_matches(row.attribute, self.lexicon.attributes, n=3)
            remedy = f"use {' or '.join(near)}" if near else "use one of the vocabulary's attributes"
            raise self._error(line, f"unknown attribute {row.attribute!r}", remedy)
        subject = self._entity(line, row.subject, attribute.of if attribute else ())
        value = self._value(line, row, attribute) if attribute else self._open_value(row)
        start, end = locate(self.document.text, row.quote) or (0, 0)
        approximate = row.certainty is None and value.bound is Bound.ABOUT
        certainty = Certainty.APPROXIMATE if approximate else row.certainty or Certainty.STATED
        at = _place(row, value, self.document.text, (start, end))
        says = (certainty, Origin.REVIEWED, row.speaker, row.qualifiers)
        return Fact(subject, row.attribute, value, self.document.name, start, end, at, PATTERN, *says)

    def replaced(self, row: FactReview) -> list[tuple[str, str, str]]:
        """Return (subject id, attribute, squeezed value) of the proposals that a table rules out."""
        ruled = [(row.subject, row.attribute, row.value)] if row.verdict is Verdict.REJECTED else []
        if row.was is not None:
            ruled.append((row.was.subject, row.was.attribute, row.was.value))
        return [
            (found.id, attribute, squeeze(value)) for name, attribute, value in ruled for found in self.names.all(name)
        ]

    def _value(self, line: int, row: FactReview, attribute: Attribute) -> Value:
        if attribute.value is ValueKind.ENTITY:
            return Value(row.value, ValueKind.ENTITY, entity=self._entity(line, row.value, attribute.kinds))
        if attribute.value in (ValueKind.TEXT, ValueKind.YES_NO):
            return Value(row.value, attribute.value)
        value = self.parse(self.document, row.value, attribute.value, row.attribute)
        if value is not None:
            return value
        if any(character.isdigit() for character in row.value):
            message = f"{row.value!r} is not a {attribute.value} that {row.attribute} can have"
            raise self._error(line, message, "write number and unit as the document does")
        return Value(row.value, ValueKind.TEXT)  # "not much later": words where a figure might have stood

    def _open_value(self, row: FactReview) -> Value:
        """Return the value of a fact that no attribute foresaw: a thing, an amount of any sort, or words."""
        if (known := self.names.one(row.value, ())) is not None:
            return Value(row.value, ValueKind.ENTITY, entity=known.id)
        typed = (self.parse(self.document, row.value, kind, row.attribute) for kind in AMOUNTS)
        return next((value for value in typed if value is not None), Value(row.value, ValueKind.TEXT))

    def _entity(self, line: int, name: str, kinds: Sequence[str]) -> str:
        found = self.names.one(name, kinds)
        if found is None:
            raise self._error(
                line, f"no entity is called {name!r}", "add an [[entity]] table with that name and its kind"
            )
        return found.id

    def _error(self, line: int, message: str, remedy: str) -> ReviewError:
        return ReviewError(self.sidecar.file, line, message, remedy)


def _place(row: FactReview, value: Value, text: str, quote: tuple[int, int]) -> tuple[int, int]:
    """Return where the quote gives the value: the words named, the value as written, else the whole quote."""
    start, end = quote
    for words in (row.words, row.value, value.text):
        if words and (at := locate(text[start:end], words)) is not None:
            return start + at[0], start + at[1]
    return quote


def _decided_once(sidecar: Sidecar) -> tuple[list[tuple[int, FactReview]], list[ReviewError]]:
    """Return each decision once, and those that contradict an earlier one: two people may have decided the same."""
    first: dict[Hashable, tuple[int, FactReview]] = {}
    problems = []
    for line, row in sidecar.facts():
        before, said = first.setdefault(row.claim, (line, row))
        if (said.verdict is Verdict.REJECTED) != (row.verdict is Verdict.REJECTED):
            claim = f"{row.subject!r} {row.attribute} {row.value!r}"
            message = f"{claim} is {row.verdict} here and {said.verdict} in line {before}"
            problems.append(ReviewError(sidecar.file, line, message, "keep one of the two"))
    return list(first.values()), problems


def _without(facts: Iterable[Fact], reviewed: Sequence[Fact], gone: set[tuple[str, str, str, str]]) -> list[Fact]:
    """Drop extracted facts that a review rules out, or says again for the same words or value."""
    said: dict[tuple[str, str, str], list[Fact]] = defaultdict(list)
    for fact in reviewed:
        said[fact.document, fact.subject, fact.attribute].append(fact)

    def is_superseded(fact: Fact) -> bool:
        return any(_is_same(fact, other) for other in said.get((fact.document, fact.subject, fact.attribute), ()))

    return [
        fact
        for fact in facts
        if (fact.document, fact.subject, fact.attribute, squeeze(fact.value.text)) not in gone
        and not is_superseded(fact)
    ]


def _is_same(extracted: Fact, reviewed: Fact) -> bool:
    """Whether a reviewed fact covers an extracted one: the same value, or words that overlap."""
    one, other = extracted.value, reviewed.value
    if one.entity is not None and one.entity == other.entity:
        return extracted.start < reviewed.end and reviewed.start < extracted.end
    return extracted.at[0] < reviewed.at[1] and reviewed.at[0] < extracted.at[1]
