"""A fact that waits for review still answers where a search for the question's own words leads to the very sentence.

Extraction read the document without the question, retrieval searches it without the facts: what both arrive at is surer
than either. Only where one value alone is proposed, and the sentence names nothing else that could be meant.
"""

from bot.answering.amounts import is_same
from bot.answering.asked import as_asked, names_of
from bot.answering.known import Known, has_wanted_kind
from bot.answering.passages import PassageFinder
from bot.answering.retrieval import Candidate
from bot.models.finding import Missing, Row, Told
from bot.models.query import Intent, Query
from facts.models import Certainty, Fact, Origin


def agreed(known: Known, query: Query, missing: Missing, finder: PassageFinder) -> Told | None:
    """Return the proposed fact that the nearest passage holds, or None where the two do not agree on one value."""
    if not _asks_for_one_value(query, missing):
        return None
    (gap,) = missing.gaps
    found = [fact for key in query.attributes for fact in _proposed(known, gap.subject.id, key)]
    if not found or not all(is_same(fact.value, found[0].value) for fact in found):
        return None
    nearest = next(iter(finder.nearest(query)), None)
    inside = [fact for fact in found if nearest and not nearest.has_rival and _is_inside(fact, nearest)]
    if not inside:
        return None
    row = known.row(inside[0])
    if not has_wanted_kind(known, row, query.wanted) or not _is_of_market(known, row, query.market):
        return None
    told = as_asked(known, query, Told((row,)))
    return told if isinstance(told, Told) else None


def _asks_for_one_value(query: Query, missing: Missing) -> bool:
    is_plain = query.intent is Intent.LOOKUP and not query.inverse and not query.claims and not query.limits
    return is_plain and len(missing.gaps) == 1 and (len(query.attributes) == 1 or query.alternatives)


def _proposed(known: Known, subject: str, attribute: str) -> list[Fact]:
    facts = known.store.facts_about(subject, attribute, proposed=True)
    return [fact for fact in facts if fact.origin is Origin.PROPOSED and fact.certainty is not Certainty.DENIED]


def _is_inside(fact: Fact, nearest: Candidate) -> bool:
    passage = nearest.passage
    return fact.document == passage.document and passage.start <= fact.at[0] and fact.at[1] <= passage.end


def _is_of_market(known: Known, row: Row, market: str | None) -> bool:
    """Whether a value itself is of the market asked about; that its sentence names it may tell of another value."""
    currency = known.homes.get(row.fact.value.unit or "")
    return market is None or "market" in row.fact.qualifiers or currency in names_of(known, market)
