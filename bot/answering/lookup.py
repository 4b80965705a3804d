"""Attributes of entities ("how much is the Twingo", "price and range of A and B"), and the second hop where needed."""

from collections.abc import Sequence

from bot.answering.known import Known, has_wanted_kind, subjects_of
from bot.answering.places import is_place_of_places
from bot.answering.settling import without_repeats
from bot.models.finding import Finding, Gap, Missing, Reason, Row, Told
from bot.models.query import Query

MOST_OFFERED = 3  # attributes named instead of the one that is missing


def look_up(known: Known, query: Query) -> Finding:
    """Tell every attribute asked of every subject; what is missing is said beside it, or alone."""
    rows: list[Row] = []
    gaps: list[Gap] = []
    subjects = subjects_of(query)
    for subject in subjects:
        for alternatives in _asked(query):
            found = _first_found(known, subject, alternatives, query.wanted)
            found = tuple(row for row in found if row.target is None or row.target.id not in subjects)
            rows.extend(found)
            if not found:
                gaps.append(Gap(known.entity(subject), alternatives[0]))
    if not rows:
        return no_fact(known, gaps)
    return Told(tuple(without_repeats(list(dict.fromkeys(rows)))), gaps=tuple(gaps))


def no_fact(known: Known, gaps: Sequence[Gap]) -> Missing:
    """Say which facts no document gives, and what is given of those entities."""
    if not gaps:
        return Missing(Reason.NOTHING)
    subjects = list(dict.fromkeys(gap.subject.id for gap in gaps))
    offers = tuple(
        Gap(known.entity(subject), attribute)
        for subject in subjects[:1]
        for attribute in known.gives(subject, most=MOST_OFFERED)
    )
    return Missing(Reason.NO_FACT, gaps=tuple(gaps), offers=offers)


def _asked(query: Query) -> list[tuple[str, ...]]:
    """Return the attributes asked for, each with its rival readings."""
    if query.alternatives:
        return [query.attributes] if query.attributes else []
    return [(attribute,) for attribute in query.attributes]


def _first_found(known: Known, subject: str, attributes: Sequence[str], wanted: str | None) -> tuple[Row, ...]:
    """Return the rows of the first attribute that has a value of the wanted kind, by itself or one hop further."""
    every = [known.family(subject, attribute) for attribute in attributes]
    for rows in every:
        if fitting := tuple(row for row in rows if has_wanted_kind(known, row, wanted)):
            return fitting
    for rows in every:
        if hops := _hopped(known, rows, wanted):
            return hops
    return next((rows for rows in every if rows and _is_near_enough(known, rows[0], wanted)), ())


def _hopped(known: Known, rows: Sequence[Row], wanted: str | None) -> tuple[Row, ...]:
    """Return each row followed by the fact that leads from its value to the wanted kind: the plant's country."""
    found: list[Row] = []
    for row in rows:
        if row.target is None or wanted is None:
            continue
        for attribute in known.gives(row.target.id, most=1000):
            further = [hop for hop in known.rows(row.target.id, attribute) if has_wanted_kind(known, hop, wanted)]
            if further and further[0].target is not None:
                found.extend((row, further[0]))
                break
    return tuple(found)


def _is_near_enough(known: Known, row: Row, wanted: str | None) -> bool:
    """Whether a value of another kind than wanted still answers: a plant for a city, never one for a country."""
    if wanted is None or wanted not in known.lexicon.kinds:
        return True
    if row.target is None or known.lexicon.is_a(wanted, row.target.kind):
        return True
    ancestor = known.lexicon.kinds[wanted].parent
    return (
        ancestor is not None and known.lexicon.is_a(row.target.kind, ancestor) and not is_place_of_places(known, wanted)
    )
