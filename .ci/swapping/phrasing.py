"""The same fact in another sentence: "Price: X" as "It costs X" and back, and the two voices of a verb between names.

Only what a pattern has wholly is said otherwise; a quote of the gold that lay inside becomes the new sentence.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from swapping.pairs import Pair, Row
from swapping.words import SWAPS

Change = tuple[str, str]
LABELS: dict[str, str] = SWAPS["labels"]
VOICES: dict[str, str] = SWAPS["voices"]
PASSIVES = {passive: active for active, passive in VOICES.items()} | SWAPS["passives"]
LABEL = re.compile(rf"^(?P<open>[ \t]*(?:[-*•] )?)(?P<label>{'|'.join(LABELS)}): (?P<value>[^\n|]+)$", re.MULTILINE)
NAME = rf"(?!(?:{'|'.join(SWAPS['pronouns'])})\b)(?:(?:[Tt]he|[Ll]a|[Ll]e) )?[A-ZÀ-Þ][\w’'-]*(?: (?:[A-ZÀ-Þ][\w’'-]*|\d+))*"
PRICED: dict[str, str] = SWAPS["priced"]
PRICE = re.compile(rf"(?<!\w)(?P<verb>{'|'.join(PRICED)}) (?P<value>(?:about |around |from )?[€£$₹]?\d+(?:[.,]\d+)*)")
BEHIND = r"(?=[.,;:]|\s(?:in|on|from|since|at|and|for|with)\b)"
BEFORE = r"(?:(?<=[.!?]\s)|(?<=^)|(?<=\n))"
ACTIVE = re.compile(rf"{BEFORE}(?P<one>{NAME}) (?P<verb>{'|'.join(VOICES)}) (?P<other>{NAME}){BEHIND}", re.MULTILINE)
VERBS = {"costs": "Price", "cost": "Price", "weighs": "Weight", "measures": "Length"}
SAID = re.compile(rf"{BEFORE}(?P<name>{NAME}) (?P<verb>{'|'.join(VERBS)}) (?P<value>[^.;:\n]*\d(?:[.,]\d+|[^.;:\n])*)\.(?=\s|$)", re.MULTILINE)
PASSIVE = re.compile(
    rf"{BEFORE}(?P<one>{NAME}) (?P<verb>{'|'.join(PASSIVES)}) (?P<other>{NAME}){BEHIND}", re.MULTILINE
)


def swap_labels(pair: Pair, _seed: int) -> Pair:
    """Say labels as sentences, and such sentences as labels."""
    return _changed(pair, _labels)


def swap_voices(pair: Pair, _seed: int) -> Pair:
    """Say the active voice as the passive and the passive as the active, where both sides are names."""
    return _changed(pair, _voices)


def _changed(pair: Pair, find: Callable[[str], Iterator[Change]]) -> Pair:
    """Say otherwise what a pattern finds in each article, and what the gold quotes of it."""
    texts, gold = dict(pair.texts), dict(pair.gold)
    for stem, rows in pair.gold.items():
        changes: list[Change] = []
        for name in pair.of(stem):
            found = list(dict.fromkeys(find(texts[name])))
            changes += found
            texts[name] = _applied(texts[name], found)
        gold[stem] = [_requoted(row, changes) for row in rows]
    return replace(pair, texts=texts, gold=gold)


def _labels(text: str) -> Iterator[Change]:
    for found in LABEL.finditer(text):
        value = found["value"].rstrip().rstrip(".")
        yield found[0], f"{found['open']}{LABELS[found['label']].format(value)}."
    for found in SAID.finditer(text):
        yield found[0], f"{VERBS[found['verb']]} of {_later(found['name'])}: {found['value']}."
    yield from ((found[0], f"{PRICED[found['verb']]} {found['value']}") for found in PRICE.finditer(text))


def _voices(text: str) -> Iterator[Change]:
    for pattern, turned in ((ACTIVE, VOICES), (PASSIVE, PASSIVES)):
        for found in pattern.finditer(text):
            yield found[0], f"{_first(found['other'])} {turned[found['verb']]} {_later(found['one'])}"


def _first(name: str) -> str:
    return name[0].upper() + name[1:]


def _later(name: str) -> str:
    return re.sub(r"^The ", "the ", name)


def _applied(text: str, changes: list[Change]) -> str:
    for old, new in changes:
        text = text.replace(old, new)
    return text


def _requoted(row: Row, changes: list[Change]) -> Row:
    """Return a row whose quotes are of the changed text."""
    said: Row = {}
    if "quote" in row:
        quote = row["quote"]
        said["quote"] = [_quote(one, changes) for one in quote] if isinstance(quote, list) else _quote(quote, changes)
    if "turns" in row:
        said["turns"] = [_requoted(turn, changes) for turn in row["turns"]]
    return row | said


def _quote(quote: str, changes: list[Change]) -> str:
    """Return what a quote has become: the change inside it made, or the new sentence that it stood in."""
    for old, new in changes:
        if old in quote:
            return quote.replace(old, new)
        if quote in old and quote not in new:
            return new.strip(" -*•")
    return quote
