"""Numbers in digits: what a dot or a comma means in a document, and what a literal amounts to.

Three digits behind a single separator are the only doubt ("4.287", "20,000"); everything else says itself what it is.
The doubt is settled by what the rest of the document does, then by its language.
"""

import re
from dataclasses import dataclass

_LITERAL = re.compile(r"(?<![\w.,:/-])\d+(?:[.,]\d+)+(?![\w:/]|[.,]\d|-\d)")
_MONEY_BEFORE = re.compile(r"[£€$₹¥]\s?$")
_MONEY_BEHIND = re.compile(
    r"\s?(?:[£€$₹¥]|EUR\b|GBP\b|USD\b|CHF\b|euros?\b|mm\b)"
)  # prices and millimetres have no thousandths
_SPACES = re.compile(r"[\s'’´`]")
_GROUPS = 3  # digits
_MOST_DIGITS = 24  # with their marks; nobody counts further


@dataclass(frozen=True, slots=True)
class Convention:
    """Whether a dot, or a comma, before exactly three digits parts thousands."""

    dot_groups: bool
    comma_groups: bool


ENGLISH = Convention(dot_groups=False, comma_groups=True)
FRENCH = Convention(dot_groups=True, comma_groups=False)


def convention_of(text: str, language: str) -> Convention:
    """Weigh every number of the text that is beyond doubt."""
    decimals, grouped = {".": 0, ",": 0}, {".": 0, ",": 0}
    for found in _LITERAL.finditer(text):
        literal = found.group()
        marks = [character for character in literal if character in ".,"]
        if len(set(marks)) > 1:
            decimals[marks[-1]] += 1
            grouped[marks[0]] += 1
        elif len(marks) > 1:
            grouped[marks[0]] += 1
        elif not _is_doubtful(literal):
            decimals[marks[0]] += 1
        elif _MONEY_BEHIND.match(text, found.end()) or _MONEY_BEFORE.search(
            text, max(0, found.start() - 2), found.start()
        ):
            grouped[marks[0]] += 1
    if language == "fr":
        return Convention(
            dot_groups=decimals["."] <= decimals[","] + grouped["."], comma_groups=grouped[","] > decimals[","]
        )
    return Convention(
        dot_groups=decimals[","] + grouped["."] > decimals["."],
        comma_groups=grouped["."] == 0 or grouped[","] > 0,
    )


def _is_doubtful(literal: str) -> bool:
    whole, _, rest = literal.replace(",", ".").partition(".")
    return len(rest) == _GROUPS and len(whole) <= _GROUPS and not whole.startswith("0")


def number_of(literal: str, convention: Convention, *, groups: bool = False) -> float | None:
    """Read a literal; `groups` says that thousandths make no sense for it. None where it is no number."""
    digits = _SPACES.sub("", literal)
    if len(digits) > _MOST_DIGITS:
        return None
    marks = [character for character in digits if character in ".,"]
    if not marks:
        return float(digits) if digits.isdecimal() else None
    if len(set(marks)) > 1:
        if marks.count(marks[-1]) > 1 or not _parts_thousands(digits[: digits.rindex(marks[-1])], marks[0]):
            return None
        return _float(digits.replace(marks[0], "").replace(marks[-1], "."))
    mark = marks[0]
    if len(marks) > 1:
        return _float(digits.replace(mark, "")) if _parts_thousands(digits, mark) else None
    parts = groups or (convention.dot_groups if mark == "." else convention.comma_groups)
    return _float(digits.replace(mark, "" if parts and _is_doubtful(digits) else "."))


def _parts_thousands(digits: str, mark: str) -> bool:
    """Tell whether the groups behind the first are of three digits, or of two and a last of three, as in India."""
    first, *rest = digits.split(mark)
    if not 0 < len(first) <= _GROUPS or len(rest[-1]) != _GROUPS:
        return False
    sizes = {len(part) for part in rest[:-1]}
    return sizes <= {_GROUPS} or (mark == "," and sizes == {2} and len(first) <= 2)  # noqa: PLR2004 - lakh and crore


def _float(digits: str) -> float | None:
    return float(digits) if digits.count(".") <= 1 and digits.replace(".", "").isdecimal() else None
