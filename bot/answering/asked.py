"""A price in euros does not answer a question for dollars, nor one for France a question about Japan, nor one that
nobody gave a question about what somebody said.
"""

from dataclasses import replace

from bot.answering.amounts import is_same
from bot.answering.known import SAID, Known
from bot.models.finding import Comparison, Finding, Members, Missing, Ranking, Reason, Row, Told, sources_of
from bot.models.query import Mention, Query
from facts.models import ValueKind
from facts.terms import fold, squeeze

TABLE = "table."  # patterns whose quote is a whole row


def as_asked(known: Known, query: Query, finding: Finding) -> Finding:
    """Return the finding, or what is missing of it: the unit or the market that the question names."""
    if not isinstance(finding, Told | Members | Ranking | Comparison):
        return finding
    rows = finding.first if isinstance(finding, Ranking) else finding.rows
    if query.speaker and not all(is_told_by(known, row, query.speaker) for row in rows):
        return Missing(Reason.OTHER_SPEAKER, words=(_name_of(known, query.speaker),), given=rows)
    if not query.asked_unit and not query.market:
        return finding
    if query.market and isinstance(finding, Told):  # another document's value may be for it
        rows = tuple(one for row in rows for one in (row, *row.rivals))
    if query.market and not any(is_for_market(known, row, query.market) for row in rows):
        return Missing(Reason.OTHER_MARKET, words=(names_of(known, query.market)[0],), given=rows)
    if query.asked_unit is None:
        return _for_market(known, query, finding)
    given = [row for row in rows if row.fact.value.amount is not None]
    if given and not any(has_dimension(known, row, query.asked_unit) for row in given):
        return Missing(Reason.OTHER_UNIT, words=(query.asked_unit,), given=rows)
    kept = _for_market(known, query, finding)
    return replace(kept, converted=query.asked_unit) if isinstance(kept, Told) else kept


def is_for_market(known: Known, row: Row, market: str) -> bool:
    """Whether a fact is for this market: its qualifier says so, its words name it, or its currency is money there."""
    names = names_of(known, market)
    if qualifier := row.fact.qualifiers.get("market"):
        return squeeze(qualifier) in {squeeze(name) for name in names} or qualifier == market
    if row.fact.value.kind is ValueKind.MONEY:
        home = known.homes.get(row.fact.value.unit or "")
        if home or any(one in names for one in known.homes.values()):
            return home in names  # a price in euros is none of a country with money of its own
    is_cell = row.fact.pattern.startswith(TABLE)  # other cells of its row may name any country
    quotes = fold(row.value) if is_cell else " ".join(fold(source.quote) for source in sources_of([row]))
    return any(fold(name) in quotes for name in names)


def is_told_by(known: Known, row: Row, speaker: Mention) -> bool:
    """Whether somebody is the source of a fact: a document quotes them on it, or is their own."""
    names = {squeeze(name) for key in speaker.entities for name in _every_name(known, key)}
    facts = known.store.facts_about(row.fact.subject, row.fact.attribute)
    same = [row.fact, *(fact for fact in facts if is_same(fact.value, row.fact.value))]
    told = [one for fact in same for one in (fact.speaker, known.document(fact.document).publisher) if one]
    return not names.isdisjoint(squeeze(one) for one in told) or any(
        _utters(known, row, key) for key in speaker.entities
    )


def _utters(known: Known, row: Row, speaker: str) -> bool:
    """Whether the words that give a value are part of what this speaker is quoted with."""
    first, last = row.fact.at
    quoted = (fact for fact in known.store.facts_about(speaker, SAID) if fact.document == row.fact.document)
    return any(fact.at[0] <= first and last <= fact.at[1] for fact in quoted)


def has_dimension(known: Known, row: Row, unit: str) -> bool:
    """Whether a value is in this currency, or in a unit that this one can be converted from."""
    value = row.fact.value
    if value.kind is ValueKind.MONEY:
        return value.unit == unit
    dimensions = {u.id: u.dimension for u in known.lexicon.units}
    return value.unit == unit or dimensions.get(value.unit or "") == dimensions.get(unit, "no such unit")


def names_of(known: Known, market: str) -> list[str]:
    """Return the names of a market that the question gave as an entity or in words."""
    found = known.find(market)
    every = [found] if found else known.store.entities_named(market)
    spelled = [name for one in every for name in (one.name, *one.aliases)] or [market]
    return list(dict.fromkeys(name for one in spelled for name in (one, *known.countries.get(squeeze(one), ()))))


def _every_name(known: Known, key: str) -> tuple[str, ...]:
    entity = known.entity(key)
    return (entity.name, *entity.aliases)


def _name_of(known: Known, mention: Mention) -> str:
    return known.entity(mention.entities[0]).name if mention.entities else mention.text


def _for_market(known: Known, query: Query, finding: Told | Members | Ranking | Comparison) -> Finding:
    """Keep the rows for the market alone, where some are."""
    if not query.market or not isinstance(finding, Told):
        return finding
    market = query.market
    rows = [one for row in finding.rows for one in (row, *row.rivals) if is_for_market(known, one, market)]
    return replace(finding, rows=tuple(replace(row, rivals=()) for row in rows))
