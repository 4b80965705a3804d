"""Yes or no: claims held against facts, and the premises of other questions with them."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answering.judging import Judged, all_of, judge
from bot.answering.known import Known, subjects_of
from bot.answering.lookup import look_up, no_fact
from bot.answering.passages import covered_in
from bot.models.finding import Comparison, Finding, Gap, Missing, Reason, Row, Told
from bot.models.query import Claim, Query


def check(known: Known, query: Query) -> Finding:
    """Answer yes or no with the rows that show it; where they decide nothing, say what is known instead."""
    claims, subjects = query.claims, subjects_of(query)
    if not claims or not subjects:
        return _without_verdict(known, query)
    judged = judge_all(known, query, claims)
    if judged.verdict is None:
        return _undecided(known, judged, claims, subjects)
    if any(claim.than for claim in claims):
        return Comparison(judged.rows, verdict=judged.verdict)
    return Told(judged.rows, verdict=judged.verdict, inverse=any(claim.inverse for claim in claims))


def contradicted(known: Known, query: Query) -> Told | None:
    """Return the facts that speak against what a question takes for granted ("why is it built in Spain?")."""
    for claim in query.claims:
        judged = judge_all(known, query, (claim,))
        if judged.verdict is claim.negated and judged.rows:
            return Told(judged.rows, verdict=judged.verdict, is_correction=True)
    return None


def judge_all(known: Known, query: Query, claims: tuple[Claim, ...]) -> Judged:
    """Join the verdicts on every claim about every subject."""
    return all_of(
        _fold_alternatives([judge(known, subject, claim) for claim in claims], query) for subject in subjects_of(query)
    )


def _fold_alternatives(judged: list[Judged], query: Query) -> Judged:
    """Join the claims about one subject; of rival readings the first that decides is taken.

    Readings are rivals only over the same words: "sold for 20k in Spain" claims a price and a market, and both count.
    """
    named = set(subjects_of(query))
    supposed = {(one.value, one.entities) for one in query.claims if named.isdisjoint(one.entities)}
    if not query.alternatives or len(supposed) > 1:
        return all_of(judged)
    for verdict in (True, False):
        if one := next((one for one in judged if one.verdict is verdict), None):
            return one
    return all_of(judged)


def _without_verdict(known: Known, query: Query) -> Finding:
    """Say what is known of the attributes, where no claim was understood.

    That is yes only where the quotes hold every word of the question ("will they get the bonus"), and never no.
    """
    found = look_up(known, query)
    if not isinstance(found, Told):
        return found
    several = len({row.subject.id for row in found.rows}) > 1
    agree = len({row.fact.value.entity or row.fact.value.text for row in found.rows}) == 1
    if several and not agree:
        return Missing(Reason.UNDECIDED, given=found.rows)  # "on the same platform": they are not on one
    if query.words and not found.gaps and all(_holds_all(known, row, query.words) for row in found.rows):
        return replace(found, verdict=True)
    return Missing(Reason.UNDECIDED, given=found.rows)


def _holds_all(known: Known, row: Row, words: Sequence[str]) -> bool:
    text = known.document(row.fact.document).text
    return len(covered_in(known, text, row.language, words, (row.fact.start, row.fact.end))) == len(set(words))


def _undecided(known: Known, judged: Judged, claims: tuple[Claim, ...], subjects: list[str]) -> Missing:
    gaps = [
        Gap(known.entity(key), claim.attribute)
        for claim in claims
        for key in (*subjects, *claim.than)
        if not known.family(key, claim.attribute)
    ]
    if gaps:
        return no_fact(known, gaps)
    return Missing(Reason.UNDECIDED, given=judged.rows)
