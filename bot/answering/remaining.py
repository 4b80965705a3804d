"""Words of a question that understanding could not explain, but that stand beside the very value that answers.

"How many cars did Alda deliver in October?" names a month that no attribute asks for: it picks the fact whose clause
says October. Where no fact has all such words around its value, they block the answer (promise 4 of the design).
"""

from dataclasses import replace

from bot.answering.known import Known
from bot.answering.passages import covered_in
from bot.models.finding import Finding, Row, Told
from bot.models.query import Intent, Query
from facts.terms import tokenize

MOST_LEFT = 4  # words; a question with more of them was not understood
READS_ON = (Intent.LOOKUP,)
YEAR = 4  # digits


def is_worth_reading(query: Query) -> bool:
    """Whether a question is understood but for a few words."""
    return query.intent in READS_ON and bool(query.subjects) and 0 < len(query.unknown) <= MOST_LEFT


def without_unknown(query: Query) -> Query:
    """Return the question as if all of its words were explained."""
    return replace(query, unknown=())


def where_told(known: Known, query: Query, finding: Finding) -> Told | None:
    """Return the facts in whose clauses the unexplained words stand; None where there are none, or a verdict."""
    if not isinstance(finding, Told) or finding.verdict is not None or finding.inverse:
        return None
    rows = tuple(row for row in finding.rows if _says_all(known, row, query))
    return replace(finding, rows=rows, gaps=()) if rows else None


def _says_all(known: Known, row: Row, query: Query) -> bool:
    """Whether the clause of a value holds every unexplained word; the year of its document need not be repeated."""
    published = known.document(row.fact.document).published or ""
    wanted = [
        known.lemma(token.folded, query.language)
        for words in query.unknown
        for token in tokenize(words)
        if token.kind != "mark" and not (len(token.text) == YEAR and published.startswith(token.text))
    ]
    text, span = known.document(row.fact.document).text, _clause(known, row)
    return len(covered_in(known, text, row.language, wanted, span)) == len(set(wanted))


def _clause(known: Known, row: Row) -> tuple[int, int]:
    """Return where the words around a value begin and end, as far as no mark but a hyphen parts them from it."""
    first, last = row.fact.at
    text = known.document(row.fact.document).text
    marks = [t for t in tokenize(text, row.fact.start, row.fact.end) if t.kind == "mark" and t.text not in "-'’€$£%&"]
    start = max((mark.end for mark in marks if mark.end <= first), default=row.fact.start)
    end = min((mark.start for mark in marks if mark.start >= last), default=row.fact.end)
    return start, end
