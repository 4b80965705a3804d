"""Which of several facts about the same thing is told, and which are told beside it as rivals.

Reviewed before extracted, newest document first, firm before hedged. Another market, version or cycle is no rival.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.answering.amounts import is_same
from bot.models.finding import Row
from facts.models import Certainty, Origin, ValueKind

MOST_QUOTES = 3  # of one value: the same thing said again proves little more
_FIRMNESS = [Certainty.STATED, Certainty.APPROXIMATE, Certainty.EXPECTED, Certainty.RUMOURED, Certainty.DENIED]


def settle(rows: Sequence[Row], *, is_many: bool, published: Callable[[str], str]) -> list[Row]:
    """Return one row for each value that stands, agreeing quotes and rivals inside it. `published` dates a document."""
    heads: list[Row] = []
    for row in in_order(rows, published):
        same = next((i for i, head in enumerate(heads) if agree(head, row)), None)
        if same is not None:
            heads[same] = _with_quote(heads[same], row)
            continue
        rival = None if is_many else next((i for i, head in enumerate(heads) if are_rivals(head, row)), None)
        if rival is None:
            heads.append(row)
        elif not any(agree(other, row) for other in heads[rival].rivals):
            heads[rival] = replace(heads[rival], rivals=(*heads[rival].rivals, row))
    return heads


def in_order(rows: Sequence[Row], published: Callable[[str], str]) -> list[Row]:
    """Sort rows best first."""
    by_place = sorted(rows, key=lambda row: (row.fact.document, row.fact.start))
    by_firmness = sorted(by_place, key=lambda row: _FIRMNESS.index(row.fact.certainty))
    newest = sorted(by_firmness, key=lambda row: published(row.fact.document), reverse=True)
    return sorted(newest, key=lambda row: row.fact.origin is not Origin.REVIEWED)


def agree(one: Row, other: Row) -> bool:
    """Whether two rows say the same of the same."""
    return are_rivals(one, other) and (is_same(one.fact.value, other.fact.value) or _is_vaguer(other, one))


def are_rivals(one: Row, other: Row) -> bool:
    """Whether two rows speak of the same subject under the same qualifiers."""
    return one.subject.id == other.subject.id and dict(one.fact.qualifiers) == dict(other.fact.qualifiers)


def _is_vaguer(other: Row, one: Row) -> bool:
    """Whether the other says in words ("the same price") what the one gives as an amount."""
    return other.fact.value.kind is ValueKind.TEXT and one.fact.value.kind not in (ValueKind.TEXT, ValueKind.ENTITY)


def _with_quote(head: Row, row: Row) -> Row:
    quotes = {(source.document, source.start, source.end) for source in (head.source, *head.also)}
    if len(quotes) >= MOST_QUOTES or (row.source.document, row.source.start, row.source.end) in quotes:
        return head
    return replace(head, also=(*head.also, row.source))
