"""A yes must hold with every limit of the question: "still", "already", "only", "exactly", "all".

A limit holds where the quote says it in words of its own; else the facts are told and the verdict is left open. A no
needs no limit: what is built elsewhere is not still built here.
"""

from dataclasses import replace
from itertools import pairwise

from bot.answering.amounts import is_rough
from bot.answering.known import Known
from bot.models.finding import Comparison, Finding, Missing, Reason, Row, Told
from bot.models.query import Limit, Query
from facts.history import is_later
from facts.models import Certainty
from facts.terms import fold, tokenize

SAYS = {  # the words of asking, by tag, that say in a document what a limit says in a question
    Limit.STILL: ("still", "current"),
    Limit.ENDED: ("ended",),
    Limit.ALREADY: ("already",),
    Limit.ONLY: ("only",),
    Limit.EARLIER: ("earlier",),
}
EITHER_WAY = (Limit.ENDED, Limit.EARLIER)  # these turn a no round as well


def within_limits(known: Known, query: Query, finding: Finding) -> Finding:
    """Return the finding, or what is known instead where its verdict passes over a limit."""
    if Limit.EARLIER in query.limits and isinstance(finding, Told) and finding.verdict is None:
        return _before(known, finding)
    if not isinstance(finding, Told | Comparison) or finding.verdict is None or not finding.rows:
        return finding
    broken = [limit for limit in query.limits if finding.verdict or limit in EITHER_WAY]
    if all(_holds(known, row, limit) for limit in broken for row in finding.rows):
        return finding
    return Missing(Reason.UNDECIDED, given=finding.rows)


def _before(known: Known, finding: Told) -> Finding:
    """Return what earlier documents gave, else what is itself said to have been so at first."""
    older = tuple(
        replace(rival, rivals=(replace(row, rivals=()),))  # what is given now is told beside it
        for row in finding.rows
        for rival in row.rivals
        if is_later(row.source.published, rival.source.published)
    )
    rows = older or tuple(row for row in finding.rows if _holds(known, row, Limit.EARLIER))
    return replace(finding, rows=rows) if rows else Missing(Reason.NOTHING)


def _holds(known: Known, row: Row, limit: Limit) -> bool:
    if limit is Limit.EXACTLY:
        return not is_rough(row.fact.value) and row.fact.certainty is not Certainty.APPROXIMATE
    words = _words_for(known, row.language, limit)
    said = not words.isdisjoint(_clause_of_value(known, row))
    return said or (limit is Limit.STILL and _is_beside_subject(known, row, words))


def _words_for(known: Known, language: str, limit: Limit) -> frozenset[str]:
    """Return the single words that say a limit in a language."""
    table = known.lexicon.languages[language].tables.get("asking", {})
    return frozenset(fold(word) for word, tag in table.items() if tag in SAYS.get(limit, ()))


def _clause_of_value(known: Known, row: Row) -> frozenset[str]:
    """Return the words around a value, as far as no mark parts them from it."""
    first, last = row.fact.at
    clause: list[str] = []
    for token in tokenize(known.document(row.fact.document).text, row.fact.start, row.fact.end):
        if token.kind != "mark":
            clause.append(token.folded)
        elif token.end <= first:
            clause.clear()
        elif token.start >= last:
            break
    return frozenset((*clause, *map(" ".join, pairwise(clause))))


def _is_beside_subject(known: Known, row: Row, words: frozenset[str]) -> bool:
    """Whether one of these words stands right before or behind a name of the subject: "the current Spring"."""
    tokens = tokenize(known.document(row.fact.document).text, row.fact.start, row.fact.end)
    folded = [token.folded for token in tokens]
    aliases = (row.subject.name, *row.subject.aliases)
    names = {token.folded for name in aliases for token in tokenize(name)} - words
    return any({one, two} & names and {one, two} & words for one, two in pairwise(folded))
