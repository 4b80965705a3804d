"""Readings as bytes: how a build keeps them small, passes them between processes and finds them again next time.

Compressed JSON that is checked against the models when it is read, never pickle: a store may come from elsewhere.
What cannot be read is no reading; whoever asked reads the document again.
"""

import zlib
from dataclasses import dataclass, replace
from functools import cache

from pydantic import ConfigDict, TypeAdapter, ValidationError

from facts.extracting import Reading
from facts.models import Statement

LEVEL = 1  # of compression: a fifth of the size; more costs three times as long for little
MOST = 1 << 28  # bytes of one part when it is unpacked; more is no reading of ours


@dataclass(frozen=True, slots=True)
class Packed:
    """A reading in two parts, since its statements are half of it and are wanted by themselves."""

    front: bytes  # all but the statements
    back: bytes  # the statements


def pack(reading: Reading) -> Packed:
    """Return a reading as bytes; equal readings give equal bytes."""
    front, back = _fronts().dump_json((replace(reading, statements=()),)), _backs().dump_json(reading.statements)
    return Packed(zlib.compress(front, LEVEL), zlib.compress(back, LEVEL))


def unpack(front: bytes) -> Reading | None:
    """Return a reading without its statements; None where the bytes are none."""
    try:
        (reading,) = _fronts().validate_json(_inflated(front))
    except (zlib.error, ValidationError):
        return None
    return reading


def unpack_statements(back: bytes) -> tuple[Statement, ...] | None:
    """Return the statements of a reading; None where the bytes are none."""
    try:
        return _backs().validate_json(_inflated(back))
    except (zlib.error, ValidationError):
        return None


def _inflated(content: bytes) -> bytes:
    inflating = zlib.decompressobj()
    inflated = inflating.decompress(content, MOST)
    if not inflating.eof:
        raise zlib.error("cut off, or too long")
    return inflated


@cache
def _fronts() -> TypeAdapter[tuple[Reading]]:
    return TypeAdapter(tuple[Reading], config=ConfigDict(ser_json_inf_nan="constants"))  # a number may be endless


@cache
def _backs() -> TypeAdapter[tuple[Statement, ...]]:
    return TypeAdapter(tuple[Statement, ...])
