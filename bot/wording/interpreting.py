"""How a question was read, in words: for `--explain`, for the Source button, for whoever wonders about an answer.

In English in either language: it is for those who look behind the answers.
"""

from collections.abc import Callable, Iterator, Sequence

from bot.models.asked import Asked
from bot.models.query import Claim, Condition, Match, Mention, Query

NameOf = Callable[[str], str]  # an entity's name by its id

MATCHES = {
    Match.EXACT: "as written",
    Match.CORRECTED: "spelling corrected",
    Match.DESCRIBED: "by description",
    Match.INHERITED: "from the question before",
    Match.AMBIGUOUS: "several fit",
    Match.UNKNOWN: "not known",
}


def interpretation(query: Query, name_of: NameOf) -> list[str]:
    """Return what was read of a question, a line a piece; what is absent has no line."""
    return list(_lines(query, name_of))


def _lines(query: Query, name_of: NameOf) -> Iterator[str]:
    yield f"asked: {query.intent.value.replace('_', ' ')}"
    for mention in query.subjects:
        yield f"name: {_mention(mention, name_of)}"
    if query.brand:
        yield f"of: {_mention(query.brand, name_of)}"
    if query.speaker:
        yield f"speaker: {_mention(query.speaker, name_of)}"
    if query.attributes:
        joined = (" or " if query.alternatives else ", ").join(query.attributes)
        yield f"attribute: {joined}{' (the names are its value)' if query.inverse else ''}"
    yield from _set(query)
    yield from (f"condition: {_claim(one, name_of)}" for one in query.conditions)
    yield from (f"claim: {_claim(one, name_of)}" for one in query.claims)
    yield from _limits(query)
    if query.asked is not None:
        yield _clause(query.asked)
    yield from query.notes


def _clause(asked: Asked) -> str:
    """Say how a question would be read as a clause with one open side."""
    given = [one.text or " ".join(one.words) for one in asked.given]
    place = f" as {asked.gap}" if asked.gap else ""
    return (
        f"clause: {asked.type.value.replace('_', ' ')} wanted{place} of {asked.predicate!r}, given {'; '.join(given)}"
    )


def _mention(mention: Mention, name_of: NameOf) -> str:
    names = " or ".join(name_of(key) for key in mention.entities) or "nothing"
    text = "" if mention.text == names else f"{mention.text!r} → "
    return f"{'not ' if mention.negated else ''}{text}{names} ({MATCHES[mention.match]})"


def _claim(claim: Condition | Claim, name_of: NameOf) -> str:
    parts = [claim.attribute, claim.operator.value]
    parts += [claim.value.text] if claim.value else []
    parts += [_names(claim.entities, name_of)] if claim.entities else []
    if isinstance(claim, Claim) and claim.than:
        parts.append(f"that of {_names(claim.than, name_of)}")
    return " ".join(parts)


def _names(entities: Sequence[str], name_of: NameOf) -> str:
    return " or ".join(name_of(key) for key in entities)


def _set(query: Query) -> Iterator[str]:
    if query.set_kind:
        yield f"among: {query.set_size or 'all'} of kind {query.set_kind}"
    if query.ordering:
        order = "descending" if query.ordering.descending else "ascending"
        yield f"sorted by: {query.ordering.attribute}, {order}, place {query.ordering.place}"


def _limits(query: Query) -> Iterator[str]:
    if query.wanted:
        yield f"wanted: {query.wanted}"
    if query.asked_unit:
        yield f"unit: {query.asked_unit}"
    if query.market:
        yield f"market: {query.market}"
    if query.limits:
        yield f"limited: {', '.join(query.limits)}"
    if query.inherited:
        yield f"from the question before: {', '.join(query.inherited)}"
    if query.unknown:
        yield f"not understood: {', '.join(query.unknown)}"
