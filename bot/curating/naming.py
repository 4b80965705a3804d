"""File names that people give to what they attach, made safe: no folder in them, nothing hidden, no odd letter."""

import unicodedata

from bot.curating.errors import Reason, RefusedError
from facts.reading.files import READERS

ALLOWED = " ._-()"  # beside letters and digits
LONGEST = 120  # bytes of the stem: with the endings of its sidecars it stays below the 255 that file systems take
UNNAMED = "document"


def safe_name(given: str) -> str:
    """Return the name that a document is kept under; raises RefusedError where its ending is none that is read."""
    last = unicodedata.normalize("NFC", given).replace("\\", "/").rpartition("/")[2]
    stem, _, ending = last.rpartition(".")
    suffix = f".{ending.lower()}"
    if suffix not in READERS:
        raise RefusedError(Reason.TYPE, endings=", ".join(sorted(READERS)))
    plain = "".join(letter if letter.isalnum() or letter in ALLOWED else "_" for letter in stem)
    short = " ".join(plain.split()).encode()[:LONGEST].decode(errors="ignore")
    return (short.lstrip(ALLOWED).rstrip(" .") or UNNAMED) + suffix
