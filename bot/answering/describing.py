"""What is known of an entity, told by rank; and the facts offered where advice was asked for."""

from dataclasses import replace

from bot.answering.known import Known, subjects_of
from bot.models.finding import Description, Finding, Missing, Reason, Row
from bot.models.query import Query
from facts.models import Certainty, ValueKind, is_open

MOST_FACTS = 6
LAST_RANK = 100  # of a description, by the vocabulary's own rule
LONGEST_VALUE = 120  # characters; a clause belongs into an answer of its own


def describe(known: Known, query: Query) -> Finding:
    """Return the facts that one tells first of the subjects."""
    subjects = subjects_of(query)
    if not subjects:
        return Missing(Reason.NOTHING)
    each = max(MOST_FACTS // len(subjects), 1)
    rows = [row for key in subjects[:MOST_FACTS] for row in _told_of(known, key)[:each]]
    if not rows:
        return Missing(Reason.NO_FACT, near=(known.entity(subjects[0]),))
    return Description(known.entity(subjects[0]), tuple(rows))


def offer_facts(known: Known, query: Query) -> Finding:
    """Return facts in place of the advice that was asked for."""
    found = describe(known, query)
    return replace(found, opinion=True) if isinstance(found, Description) else Missing(Reason.NOTHING)


def _told_of(known: Known, entity: str) -> list[Row]:
    """Return one row an attribute, by rank: the entity's own facts, then those whose value it is."""
    own: dict[str, Row] = {}
    for attribute in known.gives(entity, most=1000):
        for row in known.rows(entity, attribute)[:1]:
            own[attribute] = row
    pointing: dict[str, Row] = {}
    for fact in known.store.facts_with_value(entity):
        is_told = fact.certainty is not Certainty.DENIED and not (known.is_named_after(fact) or is_open(fact.attribute))
        if is_told and fact.attribute not in pointing:
            pointing[fact.attribute] = known.row(fact)
    rows = _once([*_by_rank(known, own), *_by_rank(known, pointing)], known)
    ranked = [row for row in rows if known.rank(row.fact.attribute)[0] <= LAST_RANK]
    return [row for row in (ranked or rows) if _is_short(row)]


def _once(rows: list[Row], known: Known) -> list[Row]:
    """Drop what the same sentence tells again: of a plant and its country, both where it is built, the first."""
    kept: list[Row] = []
    seen: set[tuple[str, str]] = set()
    for row in rows:
        attribute = known.attribute(row.fact.attribute)
        said = {(row.subject.id, one.say) for one in attribute.wording.values() if one.say} if attribute else set()
        if seen.isdisjoint(said):
            kept.append(row)
        seen |= said
    return kept


def _by_rank(known: Known, rows: dict[str, Row]) -> list[Row]:
    return sorted(rows.values(), key=lambda row: known.rank(row.fact.attribute))


def _is_short(row: Row) -> bool:
    return row.fact.value.kind is not ValueKind.TEXT or len(row.fact.value.text) <= LONGEST_VALUE
