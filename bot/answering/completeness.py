"""Sets and descriptions that extraction alone has gathered are seldom whole: they become passages, not answers.

What a person reviewed, or a table lists row by row, is whole; so are amounts of which the documents hold no further
one, and a set in order whose size the question gives. A single holder ("what replaces it") needs no others.
"""

from bot.answering.accounting import is_accounted_for
from bot.answering.known import Known
from bot.answering.passages import MOST_SHOWN
from bot.models.finding import Description, Finding, Members, Passages, Ranking, Reason, Row, Told, sources_of
from bot.models.query import Query
from facts.models import Origin

FEWEST_TOLD = 3  # facts that make a description, where no person reviewed them
PERSON = "person"
ROLE = "role"  # the attribute that tells who a person is
WHOLE = ("table.", "list.")  # patterns of tables and lists


def as_sure(known: Known, query: Query, finding: Finding) -> Finding:
    """Return the finding, or its passages where it may lack members."""
    match finding:
        case Members() if not _are_whole(finding.rows) and not _by_amounts(known, query):
            return _shown(finding.rows)
        case Ranking() if not (_are_whole(finding.rows) or _is_the_set(query, finding) or _is_complete(known, finding)):
            return _shown(finding.first + finding.rows)
        case Told() if query.is_plural and not any(_are_whole((row,)) for row in finding.rows):
            return _shown(finding.rows)
        case Told() if any(_contradicts_itself(row) for row in finding.rows):
            return _shown(tuple(one for row in finding.rows for one in (row, *row.rivals)))
        case Description() if len(finding.rows) < FEWEST_TOLD and not any(
            _describes_alone(row, query) for row in finding.rows
        ):
            return _shown(finding.rows)
    return finding


def _are_whole(rows: tuple[Row, ...]) -> bool:
    return all(_is_reviewed(row) or row.fact.pattern.startswith(WHOLE) for row in rows)


def _is_the_set(query: Query, finding: Ranking) -> bool:
    """Whether a set in order is just the one asked about: all that is named, or as many as the question says."""
    if query.subjects:
        return not finding.gaps
    return query.set_size is not None and query.set_size == len({row.subject.id for row in finding.rows})


def _is_complete(known: Known, finding: Ranking) -> bool:
    return not finding.left_out and is_accounted_for(known, finding.ordering.attribute)


def _by_amounts(known: Known, query: Query) -> bool:
    """Whether only amounts cut a set out, none of which is left unread."""
    limits = [condition for condition in query.conditions if not condition.is_assumed]
    amounts = [condition for condition in limits if condition.value is not None or condition.than]
    return bool(limits) and limits == amounts and all(is_accounted_for(known, one.attribute) for one in limits)


def _contradicts_itself(row: Row) -> bool:
    """Whether one document seems to give two values: most likely one of them was misread."""
    return not _is_reviewed(row) and any(rival.fact.document == row.fact.document for rival in row.rivals)


def _describes_alone(row: Row, query: Query) -> bool:
    """Whether one fact is a description: a person saw to it, or it says who somebody is and just that was asked."""
    return _is_reviewed(row) or (row.fact.attribute == ROLE and query.wanted == PERSON)


def _is_reviewed(row: Row) -> bool:
    return row.fact.origin is Origin.REVIEWED


def _shown(rows: tuple[Row, ...]) -> Passages:
    return Passages(sources_of(rows)[:MOST_SHOWN], passed=Reason.NOT_WHOLE)
