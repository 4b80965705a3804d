"""Statements as compact JSON, and back. Offsets count from the statement's first character, to keep them short."""

import json
from typing import Any

from facts.models import Amount, Certainty, Origin, Part, Statement, ValueKind

_as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode  # json.dumps makes one every time
STATEMENTS = """
SELECT documents.name, passage, predicate, content FROM statements
JOIN documents ON documents.id = statements.document
"""


def dump_statement(statement: Statement) -> str:
    """Write all of a statement but its place and its predicate."""
    zero = statement.start
    parts = [
        [one.side, one.start - zero, one.end - zero, one.full - zero, list(one.entities), one.kind]
        for one in statement.parts
    ]
    amounts = [_amount_row(zero, one) for one in statement.amounts]
    flags = [int(statement.is_negated), int(statement.is_possible), int(statement.origin is Origin.REVIEWED)]
    at = [statement.at[0] - zero, statement.at[1] - zero]
    content = [zero, statement.end - zero, at, statement.shape, flags, statement.certainty, statement.speaker]
    return _as_json([*content, parts, amounts])


def load_statement(document: str, passage: int, predicate: str, content: str) -> Statement:
    """Read what `dump_statement` wrote."""
    zero, length, at, shape, flags, certainty, speaker, parts, amounts = json.loads(content)
    return Statement(
        document=document,
        passage=passage,
        predicate=predicate,
        at=(zero + at[0], zero + at[1]),
        start=zero,
        end=zero + length,
        shape=shape,
        parts=tuple([_part(zero, row) for row in parts]),
        amounts=tuple([_amount(zero, row) for row in amounts]),
        is_negated=bool(flags[0]),
        is_possible=bool(flags[1]),
        certainty=Certainty(certainty),
        speaker=speaker,
        origin=Origin.REVIEWED if flags[2] else Origin.EXTRACTED,
    )


def _amount_row(zero: int, amount: Amount) -> list[Any]:
    places = [place - zero for place in (amount.start, amount.end, *amount.whole)]
    return [*places, amount.kind, amount.dimension, list(amount.counted), int(amount.is_inherited)]


def _part(zero: int, row: list[Any]) -> Part:
    side, start, end, full, entities, kind = row
    return Part(side, zero + start, zero + end, zero + full, tuple(entities), kind)


def _amount(zero: int, row: list[Any]) -> Amount:
    start, end, first, last, kind, dimension, counted, is_inherited = row
    whole = (zero + first, zero + last)
    return Amount(
        zero + start, zero + end, whole, ValueKind(kind), dimension, tuple(counted), is_inherited=bool(is_inherited)
    )
