"""Which of several facts about the same thing is told, and which are told beside it as rivals.

Reviewed before extracted, newest document first, firm before hedged. Another market, version or cycle is no rival.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from bot.answering.amounts import is_same
from bot.models.finding import Row
from facts.models import Certainty, Origin, ValueKind

MOST_QUOTES = 3  # of one value: the same thing said again proves little more
_FIRMNESS = [Certainty.STATED, Certainty.APPROXIMATE, Certainty.EXPECTED, Certainty.RUMOURED, Certainty.DENIED]


def settle(
    rows: Sequence[Row], *, is_many: bool, published: Callable[[str], str], past: Sequence[Row] = ()
) -> list[Row]:
    """Return one row for each value that stands, agreeing quotes and rivals inside it. `published` dates a document.

    What later documents took back (`past`) is a rival of what they give instead.
    """
    if len(rows) == 1 and not past:
        return list(rows)
    heads: list[Row] = []
    for row in in_order(rows, published):
        same = next((i for i, head in enumerate(heads) if agree(head, row)), None)
        if same is not None:
            heads[same] = _with_quote(heads[same], row)
            continue
        rival = None if is_many else next((i for i, head in enumerate(heads) if are_rivals(head, row)), None)
        if rival is None:
            heads.append(row)
        else:
            heads[rival] = _with_rival(heads[rival], row)
    for row in in_order(past, published):
        if heads and not any(is_same(row.fact.value, head.fact.value) for head in heads):
            replaced = next((i for i, head in enumerate(heads) if are_rivals(head, row)), 0)
            heads[replaced] = _with_rival(heads[replaced], row)
    return heads


def in_order(rows: Sequence[Row], published: Callable[[str], str]) -> list[Row]:
    """Sort rows best first; a rumour comes after everything that a document stands by."""
    by_place = sorted(rows, key=lambda row: (row.fact.document, row.fact.start))
    by_firmness = sorted(by_place, key=lambda row: _FIRMNESS.index(row.fact.certainty))
    newest = sorted(by_firmness, key=lambda row: published(row.fact.document), reverse=True)
    firm = sorted(newest, key=lambda row: row.fact.certainty is Certainty.RUMOURED)
    return sorted(firm, key=lambda row: row.fact.origin is not Origin.REVIEWED)


def agree(one: Row, other: Row) -> bool:
    """Whether two rows say the same of the same."""
    return are_rivals(one, other) and (is_same(one.fact.value, other.fact.value) or _is_vaguer(other, one))


def without_repeats(rows: Sequence[Row]) -> list[Row]:
    """Drop rows whose value another one gives with more of what it holds for: "610 km" beside "610 km (WLTP)"."""
    kept = [row for row in rows if not any(_says_more(other, row) for other in rows)]
    return [replace(row, rivals=(*row.rivals, *_rivals_of_repeats(row, rows))) for row in kept]


def _rivals_of_repeats(row: Row, rows: Sequence[Row]) -> Iterator[Row]:
    """Yield what was told beside a value that is dropped for saying less."""
    yield from (rival for other in rows if _says_more(row, other) for rival in other.rivals if rival not in rows)


def _says_more(other: Row, row: Row) -> bool:
    mine, its = row.fact.qualifiers.items(), other.fact.qualifiers.items()
    is_alike = row.subject.id == other.subject.id and row.fact.attribute == other.fact.attribute
    return is_alike and mine < its and is_same(row.fact.value, other.fact.value)


def are_rivals(one: Row, other: Row) -> bool:
    """Whether two rows speak of the same subject under the same qualifiers, in the same money."""
    alike = one.subject.id == other.subject.id and dict(one.fact.qualifiers) == dict(other.fact.qualifiers)
    mine, its = one.fact.value, other.fact.value
    monies = mine.kind is its.kind is ValueKind.MONEY and mine.unit != its.unit
    return alike and not monies


def _is_vaguer(other: Row, one: Row) -> bool:
    """Whether the other says in words ("the same price") what the one gives as an amount."""
    return other.fact.value.kind is ValueKind.TEXT and one.fact.value.kind not in (ValueKind.TEXT, ValueKind.ENTITY)


def _with_rival(head: Row, row: Row) -> Row:
    if any(agree(other, row) for other in head.rivals):
        return head
    return replace(head, rivals=(*head.rivals, row))


def _with_quote(head: Row, row: Row) -> Row:
    quotes = {(source.document, source.start, source.end) for source in (head.source, *head.also)}
    if len(quotes) >= MOST_QUOTES or (row.source.document, row.source.start, row.source.end) in quotes:
        return head
    return replace(head, also=(*head.also, row.source))
