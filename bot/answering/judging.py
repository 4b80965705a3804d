"""Is a claim or a condition true of an entity? Yes, no, or undecided, each with the rows that show it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.answering.amounts import NUMERIC, is_comparable, meets
from bot.answering.known import Known
from bot.answering.mentioned import names_hold, tells_all
from bot.answering.naming import names_value
from bot.answering.places import finest, lies_in, lies_outside
from bot.models.finding import Row
from bot.models.query import Claim, Condition, Operator
from facts.models import Entity, Origin, ValueKind
from facts.terms import fold


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict with its rows; undecided ones carry what is known instead."""

    verdict: bool | None
    rows: tuple[Row, ...] = ()

    @property
    def opposite(self) -> "Judged":
        return Judged(None if self.verdict is None else not self.verdict, self.rows)


def yes(rows: tuple[Row, ...]) -> Judged:
    """Return a verdict of yes, shown by these rows."""
    return Judged(verdict=True, rows=rows)


def no(rows: tuple[Row, ...]) -> Judged:
    """Return a verdict of no, shown by these rows."""
    return Judged(verdict=False, rows=rows)


def undecided(rows: tuple[Row, ...] = ()) -> Judged:
    """Return no verdict, and what is known instead."""
    return Judged(verdict=None, rows=rows)


def judge(known: Known, subject: str, claim: Claim | Condition) -> Judged:
    """Hold a claim or condition against what is known of one entity."""
    if claim.operator is Operator.LACKS:
        return _has(known, subject, claim).opposite
    if claim.operator is Operator.HAS:
        return _has(known, subject, claim)
    if claim.than:
        return _compared(known, subject, claim)
    if claim.operator is Operator.IS_NOT:
        return _is(known, subject, claim).opposite
    return _is(known, subject, claim)


def all_of(judgements: Iterable[Judged]) -> Judged:
    """Join judgements: false if one is, true if all are."""
    every = list(judgements)
    against = tuple(row for one in every if one.verdict is False for row in one.rows)
    if any(one.verdict is False for one in every):
        return no(against)
    rows = tuple(dict.fromkeys(row for one in every for row in one.rows))
    return Judged(True if every and all(one.verdict for one in every) else None, rows)


def rows_meeting(known: Known, entity: str, conditions: Sequence[Condition]) -> tuple[Row, ...]:
    """Return the rows that show that an entity meets every condition; none where it does not, or nobody knows."""
    judged = all_of(_condition(known, entity, condition) for condition in conditions)
    if conditions and not judged.verdict:
        return ()
    return judged.rows or known.telling(entity)


def _condition(known: Known, entity: str, condition: Condition) -> Judged:
    """Judge one condition; rows about something else (the plant's country) follow the entity's own."""
    if is_unstated(known, condition):
        return Judged(not known.family(entity, condition.attribute) and bool(known.telling(entity)))
    judged = judge(known, entity, condition)
    own = tuple(row for row in judged.rows if row.subject.id == entity)
    return Judged(judged.verdict, own or judged.rows[:1])


def is_unstated(known: Known, condition: Condition) -> bool:
    """Whether "without a price" can only mean that none is given: every car has one."""
    attribute = known.attribute(condition.attribute)
    kinds = (*NUMERIC, ValueKind.DATE)
    return condition.operator is Operator.LACKS and attribute is not None and attribute.value in kinds


def _is(known: Known, subject: str, claim: Claim | Condition) -> Judged:
    """Judge a value: true if one fact says so, false if all say otherwise and there can only be one value."""
    if claim.inverse:
        return _is_inverse(known, subject, claim)
    rows = known.family(subject, claim.attribute)
    judged = [_row_is(known, row, claim) for row in rows]
    if hit := next((one for one in judged if one.verdict), None):
        return hit
    denied = tuple(row for row in known.denied(subject, claim.attribute) if _row_is(known, row, claim).verdict)
    if denied:
        return no(denied)
    all_otherwise = bool(judged) and all(one.verdict is False for one in judged)
    in_set = isinstance(claim, Condition)  # the row that is shown tells what it is instead
    single = not known.is_many(claim.attribute) or _is_amount(claim)
    if all_otherwise and (in_set or single or tells_all(known, rows, claim)):
        return no(tuple(found for one in judged for row in one.rows for found in finest(known, row)))
    return undecided(rows)


def _is_inverse(known: Known, subject: str, claim: Claim | Condition) -> Judged:
    """Judge "is the Spring replaced by the Dacia?": the subject is the value of the facts."""
    rows = known.holders(subject, claim.attribute)
    if hits := tuple(row for row in rows if row.subject.id in claim.entities):
        return yes(hits)
    return Judged(False if rows and not known.is_many(claim.attribute) else None, rows)


def _row_is(known: Known, row: Row, claim: Claim | Condition) -> Judged:
    if claim.entities:
        return _row_is_entity(known, row, claim.entities)
    if claim.value is None:
        return undecided((row,))
    operator = Operator.IS if claim.operator is Operator.IS_NOT else claim.operator
    if row.target is not None and claim.value.kind is ValueKind.ENTITY:
        return _row_is_stranger(known, row, row.target, claim)
    if (named := names_value(known, row, claim.value.text)) is not None:
        return Judged(named, (row,))
    if row.target is not None and claim.value.kind is ValueKind.TEXT:
        named = any(names_hold(name, claim.value.text) for name in (row.target.name, *row.target.aliases))
        return Judged(True if named else None, (row,))
    return Judged(meets(row.fact.value, operator, claim.value), (row,))


def _row_is_stranger(known: Known, row: Row, target: Entity, claim: Claim | Condition) -> Judged:
    """Judge a value that should be something which the store does not hold: what is of its kind is something else."""
    if known.is_a(target, "place"):
        verdict, chain = lies_outside(known, target.id, claim.kind)
        return Judged(verdict, (row, *chain))
    name = claim.value.text if claim.value else ""
    may_be_one = any(names_hold(one, name) or names_hold(name, one) for one in (target.name, *target.aliases))
    if may_be_one or (claim.kind is not None and not _is_one_kind(known, claim.kind, target.kind)):
        return undecided((row,))
    return no((row,))


def _is_one_kind(known: Known, one: str, other: str) -> bool:
    return known.lexicon.is_a(one, other) or known.lexicon.is_a(other, one)


def _row_is_entity(known: Known, row: Row, wanted: Sequence[str]) -> Judged:
    """Judge a value that should be one of these entities, or lie in one of them."""
    if row.target is None:
        named = any(names_hold(row.fact.value.text, name) for key in wanted for name in known.entity(key).aliases)
        return Judged(True if named else None, (row,))
    verdicts: list[Judged] = []
    for key in wanted:
        if row.target.id == key or _is_version_of(known, row.target, key):
            return yes((row,))
        if known.is_a(row.target, "place") and known.is_a(known.entity(key), "place"):
            verdict, chain = lies_in(known, row.target.id, key)
            if verdict:
                return yes((row, *chain))
            verdicts.append(Judged(verdict, (row, *chain)))
        else:
            verdicts.append(no((row,)))
    return verdicts[0] if all(one.verdict is False for one in verdicts) else undecided((row,))


def _has(known: Known, subject: str, claim: Claim | Condition) -> Judged:
    """Judge whether there is such a thing at all, of these entities or with this value where the claim names any."""
    rows = known.family(subject, claim.attribute)
    if claim.entities:
        rows = tuple(row for row in rows if any(_speaks_of(known.entity(key), row) for key in claim.entities))
    if rows:
        return Judged(not all(_says_no(row) for row in rows), rows)
    denied = known.denied(subject, claim.attribute)
    return no(denied) if denied else undecided()


def _compared(known: Known, subject: str, claim: Claim | Condition) -> Judged:
    """Judge "is A cheaper than B": the best row of each, if they are comparable."""
    own = known.family(subject, claim.attribute)
    others = [known.family(key, claim.attribute) for key in claim.than]
    if not own or not all(others):
        return undecided((*own[:1], *(row for rows in others for row in rows[:1])))
    if claim.operator is Operator.IS and all(row.target for rows in (own, *others) for row in rows):
        return all_of(_shares(known, own, rows) for rows in others)
    pairs = [comparable_pair(own, rows) for rows in others]
    judged = [
        Judged(meets(one.fact.value, claim.operator, other.fact.value), (one, other))
        for one, other in pairs
        if one and other
    ]
    return all_of(judged) if len(judged) == len(pairs) else undecided((own[0], *(rows[0] for rows in others)))


def _shares(known: Known, own: Sequence[Row], other: Sequence[Row]) -> Judged:
    """Judge whether two things have one value in common: no only where neither can have another besides."""
    for one in own:
        if same := next((row for row in other if row.target == one.target), None):
            return yes((one, same))
    attribute = known.attribute(own[0].fact.attribute)
    reviewed = all(row.fact.origin is Origin.REVIEWED for row in (*own, *other))
    whole = attribute is not None and (not attribute.many or (attribute.exhaustive and reviewed))
    rows = (own[0], other[0])
    return no(rows) if whole else undecided(rows)


def comparable_pair(own: Sequence[Row], others: Sequence[Row]) -> tuple[Row | None, Row | None]:
    """Return the first two rows that may be held against each other, those of one market before all."""
    pairs = [(one, other) for one in own for other in others if is_comparable(one.fact.value, other.fact.value)]
    pairs.sort(key=lambda pair: dict(pair[0].fact.qualifiers) != dict(pair[1].fact.qualifiers))
    return pairs[0] if pairs else (None, None)


def _is_amount(claim: Claim | Condition) -> bool:
    return claim.value is not None and claim.value.kind is not ValueKind.TEXT and claim.operator is not Operator.IS


def _says_no(row: Row) -> bool:
    return row.fact.value.kind is ValueKind.YES_NO and row.fact.value.amount == 0


def _speaks_of(entity: Entity, row: Row) -> bool:
    """Whether a fact has this entity as its value or market, or its words name it."""
    if row.target is not None and row.target.id == entity.id:
        return True
    words = f" {fold(row.source.quote)} "
    return any(names_hold(words, name) for name in (entity.name, *entity.aliases))


def _is_version_of(known: Known, entity: Entity, model: str) -> bool:
    return entity.parent == model or known.entity(model).parent == entity.id
