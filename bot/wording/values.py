"""Values in the language of the answer: as the document writes them where they can stay so, else reworded by Babel.

Babel is imported only for what needs it: most answers are in the language of their document.
"""

import re
from datetime import date

from bot.models.finding import Row
from bot.wording.catalogue import Catalogue
from facts.models import Certainty, Value, ValueKind

LONGEST = 80  # characters of a value in an answer
MOST_WORDS = 12  # of the document in a row: more is no value but a passage
LONGEST_CLAUSE = 160
_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f ']\d+)*")
_BARE = re.compile(r"\s*\d[\d.,'’\s\u00a0\u202f]*(?:[-–—]\s*\d[\d.,'’\s\u00a0\u202f]*)?")
_SPANS = ((31_557_600, "years"), (86_400, "days"), (3_600, "h"), (60, "min"), (1, "s"))  # seconds of a column's unit
_CODE = re.compile(r"[A-Z]{2,3}\b")
_AMOUNTS = (ValueKind.MONEY, ValueKind.QUANTITY, ValueKind.DURATION, ValueKind.SHARE, ValueKind.COUNT)
_WORD = re.compile(r"[a-z]{2}")  # more than a code or an acronym, so that it is quoted in another language
_TIGHT = re.compile(r"(?<=\d)(?=[A-Za-z])")  # "84kWh"
_PART_OF_YEAR = re.compile(r"(\d{4})-(\d\d)/\1-(\d\d)")
_YEAR, _MONTH = 4, 7  # characters of an ISO date of that precision


def value_text(row: Row, words: Catalogue, *, is_clause: bool = False) -> str:
    """Return the value of a row for readers, bounds included; only where a clause is the answer it may be long."""
    if row.target is not None:
        return row.target.name
    value = row.fact.value
    if row.language != words.language and value.kind is ValueKind.TEXT and _WORD.search(value.text):
        return words.quotes.format(clip(value.text, LONGEST_CLAUSE if is_clause else LONGEST))
    text = _with_unit(value, words) if _is_bare(value) else value.text
    if _is_told_from_its_day(value):
        text = day(value.date or "", words)
    elif row.language != words.language and not _is_bare(value):
        text = reworded(value, words)
    if value.kind is ValueKind.QUANTITY:
        text = _TIGHT.sub("\u00a0", text)
    if is_clause:
        return clip(text, LONGEST_CLAUSE)
    written = text.split(" ")
    short = text if len(written) <= MOST_WORDS else f"{' '.join(written[:MOST_WORDS])}…"
    return clip(_bounded(short, row, words), LONGEST)


def _is_bare(value: Value) -> bool:
    """Whether only the head of its column says what a number is measured in."""
    return value.amount is not None and value.unit is not None and _BARE.fullmatch(value.text) is not None


def _with_unit(value: Value, words: Catalogue) -> str:
    """Word a bare number of a table with the unit that it was read in."""
    if value.kind is ValueKind.MONEY:
        return " – ".join(money(amount, value.unit or "", words) for amount in _ends(value))
    ends, unit = _ends(value), value.unit
    if value.kind is ValueKind.DURATION:
        size, unit = next(span for span in _SPANS if span[0] == 1 or all(amount % span[0] == 0 for amount in ends))
        ends = [amount / size for amount in ends]
    return f"{' – '.join(number(amount, words) for amount in ends)}\u00a0{(unit or '').replace('_', '/')}"


def _ends(value: Value) -> list[float]:
    """Return the amount of a value, and the other end of a range."""
    return [value.amount or 0.0, *([value.upper] if value.upper not in (None, value.amount) else [])]


def reworded(value: Value, words: Catalogue) -> str:
    """Return a value in another language than it is written in; words of the document stay as they are."""
    if value.kind is ValueKind.MONEY and value.amount is not None and value.unit:
        high = value.upper is not None and value.upper != value.amount
        amounts = [value.amount, *([value.upper] if high and value.upper is not None else [])]
        return " – ".join(money(amount, value.unit, words) for amount in amounts)
    if value.kind is ValueKind.DATE and (part := _PART_OF_YEAR.fullmatch(value.date or "")):
        year, first, last = part.groups()
        named = words.parts_of_year.get(f"{first}-{last}")
        return named.format(year) if named else value.text
    if value.kind is ValueKind.DATE and value.date and "/" not in value.date and _is_plain_date(value):
        return day(value.date, words)
    if value.kind in _AMOUNTS:
        return _NUMBER.sub(lambda found: _regrouped(found.group(), words), value.text)
    return value.text


def money(amount: float, currency: str, words: Catalogue) -> str:
    """Word an amount of money: "20,000 euros", "20 000 €"."""
    from babel.numbers import format_currency  # noqa: PLC0415  # most answers need no Babel

    pattern = "#,##0.## ¤¤¤" if words.language == "en" else "#,##0.##\u00a0¤"
    text: str = format_currency(amount, currency, pattern, locale=words.locale, currency_digits=False)
    return text.replace("\u202f", "\u00a0")


def currency_name(code: str, words: Catalogue) -> str:
    """Return the name of a currency ("US dollars"), or what was given where it is none."""
    from babel.numbers import get_currency_name  # noqa: PLC0415  # most answers need no Babel

    name: str = get_currency_name(code, count=2, locale=words.locale)
    return name


def number(amount: float, words: Catalogue) -> str:
    """Write a number with the separators of the language."""
    digits = f"{amount:,.2f}".rstrip("0").rstrip(".") if amount % 1 else f"{amount:,.0f}"
    return digits if words.language == "en" else digits.replace(",", "\u00a0").replace(".", ",")


def day(iso: str, words: Catalogue) -> str:
    """Word an ISO date at the precision that it has; "--02-20" has no year."""
    from babel.dates import format_date  # noqa: PLC0415  # most answers need no Babel

    if len(iso) == _YEAR:
        return iso
    yearless = iso.startswith("--")
    year, month, dom = (2000, *map(int, iso[2:].split("-"))) if yearless else (*map(int, iso.split("-")), 1)[:3]
    pattern = {True: "d MMMM", False: "MMMM y" if len(iso) == _MONTH else "d MMMM y"}[yearless]
    text: str = format_date(date(year, month, dom), pattern, locale=words.locale)
    return text


def like(row: Row, amount: float, words: Catalogue) -> str:
    """Word another amount the way a row words its own: 2,000 like "20,000 euros" is "2,000 euros"."""
    value = row.fact.value
    if value.kind is ValueKind.MONEY and value.unit and row.language != words.language:
        return money(amount, value.unit, words)
    written = _NUMBER.search(value.text)
    shown = _as_number(written.group()) if written else None
    if written is None or not shown or not value.amount:
        return (
            money(amount, value.unit, words) if value.kind is ValueKind.MONEY and value.unit else number(amount, words)
        )
    scaled = amount * shown / value.amount
    tail = value.text[written.end() :]
    head = value.text[: written.start()]
    return f"{head if not head[:1].islower() else ''}{number(scaled, words)}{tail}".strip()


def clip(text: str, limit: int) -> str:
    """Shorten a text at a word."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut else cut}…"


def _bounded(text: str, row: Row, words: Catalogue) -> str:
    """Put the words of a bound before an amount that is written without them."""
    value = row.fact.value
    bound = value.bound or ("about" if row.fact.certainty is Certainty.APPROXIMATE else None)
    is_bare = not text[:1].isalpha() or _CODE.match(text) is not None
    if bound is None or value.kind is ValueKind.TEXT or not is_bare:
        return text
    return words.bounds[str(bound)].format(text)


def _is_told_from_its_day(value: Value) -> bool:
    """Whether a date is told from the day of publication ("today", "next month") and is one day, month or year."""
    is_one = value.date is not None and not value.date.startswith("--") and "/" not in value.date
    return value.kind is ValueKind.DATE and is_one and not any(letter.isdigit() for letter in value.text)


def _is_plain_date(value: Value) -> bool:
    """Whether the words of a date say no more than its ISO form ("early 2026" says more)."""
    return len(value.text.split()) <= (2 if (value.date or "").startswith("--") else (value.date or "").count("-") + 1)


def _regrouped(text: str, words: Catalogue) -> str:
    parsed = _as_number(text)
    return text if parsed is None else number(parsed, words)


def _as_number(text: str) -> float | None:
    """Read a written number; a single separator before exactly three digits groups thousands."""
    groups = re.split(r"[.,\u00a0\u202f ']", text)
    separators = re.findall(r"[.,\u00a0\u202f ']", text)
    if not separators:
        return float(text)
    if len(set(separators)) == 1 and all(len(group) == 3 for group in groups[1:]):  # noqa: PLR2004  # thousands
        return float("".join(groups))
    if len(set(separators)) == 1 and len(separators) > 1:
        return None
    return float("".join(groups[:-1]) + "." + groups[-1])
