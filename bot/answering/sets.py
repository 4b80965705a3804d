"""The set a question chooses from: named, or all of a brand or kind that have the attribute."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.answering.known import Known, excluded_by, subjects_of
from bot.answering.reverse import is_member
from bot.models.finding import Row
from bot.models.query import Query

MOST_MEMBERS = 400  # entities looked at one by one; a larger set is read along the attribute's index
DEFAULT_KIND = "model"


def members_of(known: Known, query: Query) -> list[str] | None:
    """Return the ids of a set that the question names, or None for "all there are"."""
    subjects = subjects_of(query)
    kind = query.set_kind or DEFAULT_KIND
    if len(subjects) == 1 and known.is_a(known.entity(subjects[0]), "organisation") and query.brand is None:
        brand = subjects[0]
        return [e.id for e in known.store.entities(kind) if e.brand == brand and e.id not in excluded_by(query)]
    if subjects:
        return [key for key in subjects if key not in excluded_by(query)]
    return None


def rows_of_set(known: Known, query: Query, attribute: str, *, descending: bool = False) -> list[Row]:
    """Return the rows of an attribute of every member of the set, sorted by amount."""
    members = members_of(known, query)
    if members is not None:
        rows = [row for key in members for row in known.family(key, attribute)]
    else:
        facts = known.store.facts_of(attribute, descending=descending, limit=MOST_MEMBERS)
        subjects = dict.fromkeys(fact.subject for fact in facts)
        kept = [key for key in subjects if is_member(known, known.entity(key), _of_kind(query))]
        rows = [row for key in kept for row in known.rows(key, attribute)]
    with_amount = [row for row in dict.fromkeys(rows) if row.fact.value.amount is not None]
    return sorted(with_amount, key=lambda row: row.fact.value.amount or 0.0, reverse=descending)


def candidates_of(known: Known, query: Query, attributes: Sequence[str]) -> list[str]:
    """Return the ids of the set, for conditions: named, or whoever has a fact of the first attribute."""
    members = members_of(known, query)
    if members is not None:
        return members
    subjects: Iterable[str] = dict.fromkeys(
        fact.subject for key in attributes[:1] for fact in known.store.facts_of(key)
    )
    return [key for key in subjects if is_member(known, known.entity(key), _of_kind(query))]


def _of_kind(query: Query) -> Query:
    return query if query.set_kind else replace(query, set_kind=DEFAULT_KIND)
