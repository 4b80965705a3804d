"""A paragraph as sentences: where one ends, in English and French, in translated quotes and in hard-wrapped lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from facts.lexicon.model import Lexicon
from facts.terms import fold

LONGEST = 1_000  # characters of one passage; what is longer is cut at a space
_SEARCHED = 200  # characters before the limit in which a space is looked for

_STOP = re.compile(r"[.!?…]+(?:\[[^\]\n]{1,30}\](?!\())*[)\]”’»*_]*")
_SPEECH = re.compile(r"[\"“”«»„]")
_WORD_BEFORE = re.compile(r"([^\W\d_]+(?:\.[^\W\d_]+)*|\d+)$")
_CAPITAL_BEFORE = re.compile(r"(?:^|\b[^\W\d_a-z]\.\s?|\b[^\W\d_a-z][\w'’-]*\.?\s)[^\W\d_]$")
_NEXT = re.compile(r"\s+([\"“«„»”]?\s?)(\S\S?\S?)")
_CLOSING = re.compile(r"\s{0,2}[\"“«»”]")
_NAME = re.compile(r"[\w'’-]+")
_BRAND_CASE = re.compile(r"[a-z]{1,2}[A-Z.\-]")  # iX, eVito, e.GO, e-tron


@dataclass(frozen=True, slots=True)
class SentenceRules:
    """The words that decide whether a full stop ends a sentence."""

    abbreviations: frozenset[str]  # folded, without their last stop
    also_words: frozenset[str]  # those that need a number behind them: "No. 5"
    stopwords: frozenset[str]
    lowercase_names: frozenset[str]  # first words of names that start small
    closing: frozenset[str]  # abbreviations that may well end a sentence: of firms, months, units, times of day
    leading: frozenset[str]  # words behind which a single capital is an initial: "by J. Mays"


def sentence_rules(lexicon: Lexicon, language: str) -> SentenceRules:
    """Take from the lexicon what splitting a text of this language needs."""
    classes = lexicon.languages[language].classes
    small = {name.split()[0] for known in lexicon.names for name in (known.name, *known.aliases) if name[:1].islower()}
    abbreviations = frozenset(word.rstrip(".") for word in classes.get("abbreviations", ()))
    stopwords = classes.get("stopwords", frozenset())
    words = stopwords | classes.get("negators", frozenset()) | {"etc"}
    leading = classes.get("prepositions", frozenset()) | classes.get("conjunctions", frozenset())
    closing = abbreviations & _closing(lexicon, language)
    return SentenceRules(abbreviations, abbreviations & words, stopwords, frozenset(small), closing, leading)


def _closing(lexicon: Lexicon, language: str) -> frozenset[str]:
    """Collect what stands at the end of what it belongs to: "Beta Ltd.", "at 9 a.m.", "300 km."."""
    words = lexicon.languages[language]
    clock = (word for word, roles in words.tables.get("value_words", {}).items() if "clock" in roles.split())
    units = (fold(spelling) for unit in lexicon.units for spelling in unit.spellings)
    found = (*words.classes.get("legal_suffixes", ()), *words.tables.get("months", ()), *clock, *units)
    return frozenset(word.rstrip(".") for word in found)


def sentences_of(text: str, start: int, end: int, rules: SentenceRules) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences of one paragraph, without surrounding space, none longer than LONGEST."""
    for first, last in _split(text, start, end, rules):
        yield from _cut(text, *_trim(text, first, last))


def _split(text: str, start: int, end: int, rules: SentenceRules) -> Iterator[tuple[int, int]]:
    first, seen, is_open = start, start, False
    for stop in _STOP.finditer(text, start, end):
        if stop.start() < first:
            continue
        is_open, seen = _speech(text, seen, stop.end(), is_open=is_open), stop.end()
        last = _end(text, stop, end, is_open=is_open)
        if last is not None and _ends_sentence(text, first, stop, last, end, rules):
            is_open, seen = _speech(text, seen, last, is_open=is_open), last
            yield first, last
            first = last
    yield first, end


def _speech(text: str, start: int, end: int, *, is_open: bool) -> bool:
    """Follow quotation marks: whichever mark is used, an open quote is closed by the next one that is not nested."""
    for mark in _SPEECH.finditer(text, start, end):
        is_open = not is_open if mark.group() in '"«“„' else False
    return is_open


def _end(text: str, stop: re.Match[str], end: int, *, is_open: bool) -> int | None:
    """Return where a sentence that stops here would end: behind a closing quotation mark, however it is spaced."""
    last = stop.end()
    if last >= end:
        return None
    closing = _CLOSING.match(text, last, end)
    if (
        is_open
        and closing
        and (closing.end() >= end or text[closing.end()].isspace() or text[closing.end()] in ")].,;")
    ):
        last = closing.end()
    return last if last < end and text[last].isspace() else None


def _ends_sentence(text: str, first: int, stop: re.Match[str], last: int, end: int, rules: SentenceRules) -> bool:
    following = _NEXT.match(text, last, end)
    if following is None:
        return True
    word = _next_word(text, following.start(2), end)
    is_small = following[2][0].islower() and not _BRAND_CASE.match(following[2]) and word not in rules.lowercase_names
    if is_small or (following[2][0] in ",;:)–—-" and not stop.group().startswith(".")):
        return False
    if stop.group()[0] != "." or stop.group().startswith(".."):
        return True
    return not _is_abbreviated(text[max(first, stop.start() - 30) : stop.start()], following[2], word, rules)


def _is_abbreviated(before: str, following: str, word: str, rules: SentenceRules) -> bool:
    """Whether the stop behind `before` belongs to an abbreviation or an initial."""
    found = _WORD_BEFORE.search(before)
    if found is None:
        return False
    previous = fold(found[1])
    starts = following[0].isupper() and fold(word) in rules.stopwords and following[1:2] != "."
    if "." in previous:  # U.S., e.g.
        dotted = all(len(part) == 1 for part in previous.split("."))
        may_end = found[1][0].isupper() or previous in rules.closing
        return (dotted or previous in rules.abbreviations) and not (may_end and starts)
    if previous in rules.abbreviations:
        measures = following[0].isupper() and before[: found.start()].rstrip()[-1:].isdigit()  # "in 31 min. The"
        ends = measures or previous in rules.also_words or (starts and previous in rules.closing)
        return following[0].isdigit() or not ends
    if len(previous) > 1 or not found[1].isupper() or not following[0].isupper() or starts:
        return False
    *_, word_before = ("", *before[: found.start()].split())
    return bool(_CAPITAL_BEFORE.search(before)) or fold(word_before) in rules.leading


def _next_word(text: str, start: int, end: int) -> str:
    found = _NAME.match(text, start, min(end, start + 40))
    return found.group() if found else ""


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what is too long at spaces, or anywhere where there is none."""
    while end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST - _SEARCHED, start + LONGEST)
        middle = space if space > 0 else start + LONGEST
        yield start, middle
        start, _ = _trim(text, middle, end)
    if start < end:
        yield start, end
