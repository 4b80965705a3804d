"""What a button carries across restarts and reloads: content, never the number of a row. Pure, and wary of forgeries.

A custom id comes back from whoever presses. The patterns bound every part; what they let through is looked up anew.
"""

import re
from collections.abc import Sequence
from string import ascii_lowercase, digits

from bot.models import Source

LONGEST = 100  # characters that Discord takes
DIGEST = 12  # hexadecimal digits that name a document
DIGITS = digits + ascii_lowercase

ASKER = r"(?P<asker>[0-9a-z]{1,13})"
PLACE = r"(?P<digest>[0-9a-f]{12}):(?P<start>[0-9a-z]{1,7}):(?P<end>[0-9a-z]{1,7})"
SOURCE = rf"source:{ASKER}:{PLACE}"
WRONG = rf"wrong:(?P<message>[0-9a-z]{{1,13}}):{PLACE}"
MORE = rf"more:{ASKER}:(?P<entity>[^\s]{{1,80}})"
DISMISS = rf"dismiss:{ASKER}"
QUESTION = rf"ask:{ASKER}:(?P<question>(?s:.){{1,90}})"
SHEET = rf"sheet:{ASKER}:(?P<page>[0-9a-z]{{1,3}}):(?P<entity>[^\s]{{1,75}})"
ATTRIBUTES = r"(?P<attributes>[^\s:+]{0,40}(?:\+[^\s:+]{1,40})?)"
LISTING = rf"listing:{ASKER}:(?P<page>[0-9a-z]{{1,4}}):{ATTRIBUTES}:(?P<brand>[^\s]{{0,75}})"
SHELF = rf"shelf:{ASKER}:(?P<page>[0-9a-z]{{1,4}})"
CHOICE = rf"which:{ASKER}:(?P<entity>[^\s]{{1,80}})"


def source(asker: int, place: Source) -> str | None:
    """Return the id of a button that shows a quote in its place; None where the source names no document."""
    return _whole(SOURCE, f"source:{number(asker)}:{_place(place)}")


def wrong(message: int, place: Source) -> str | None:
    """Return the id of a button that takes what is wrong with an answer, given in a message."""
    return _whole(WRONG, f"wrong:{number(message)}:{_place(place)}")


def more(asker: int, entity: str) -> str | None:
    """Return the id of a button that shows what is known of an entity; None where its id is too long or odd."""
    return _whole(MORE, f"more:{number(asker)}:{entity}")


def dismiss(asker: int) -> str:
    """Return the id of a button that takes a reply away."""
    return f"dismiss:{number(asker)}"


def question(asker: int, text: str) -> str | None:
    """Return the id of a button that asks a question; None where the question is too long."""
    return _whole(QUESTION, f"ask:{number(asker)}:{text}")


def choice(asker: int, entity: str) -> str | None:
    """Return the id of a button that says which entity a question meant."""
    return _whole(CHOICE, f"which:{number(asker)}:{entity}")


def sheet(asker: int, page: int, entity: str) -> str | None:
    """Return the id of a button that turns to a page of what is known of an entity; None where its id is too long."""
    return _whole(SHEET, f"sheet:{number(asker)}:{number(page)}:{entity}") if page >= 0 else None


def listing(asker: int, page: int, brand: str, attributes: Sequence[str] = ()) -> str | None:
    """Return the id of a button that turns to a page of all there is, maybe of one brand; None where it is too long."""
    if page < 0 or any(set(":+") & set(one) for one in attributes):
        return None
    return _whole(LISTING, f"listing:{number(asker)}:{number(page)}:{'+'.join(attributes)}:{brand}")


def shelf(asker: int, page: int) -> str:
    """Return the id of a button that turns to a page of the documents."""
    return f"shelf:{number(asker)}:{number(max(page, 0))}"


def number(value: int) -> str:
    """Write a number in base 36."""
    written = ""
    while value:
        value, last = divmod(value, 36)
        written = DIGITS[last] + written
    return written or "0"


def read_number(written: str) -> int:
    """Read a number in base 36; raises ValueError."""
    return int(written, 36)


def _place(place: Source) -> str:
    return f"{place.digest[:DIGEST]}:{number(place.start)}:{number(place.end)}"


def _whole(pattern: str, made: str) -> str | None:
    return made if len(made) <= LONGEST and re.fullmatch(pattern, made) else None
