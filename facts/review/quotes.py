"""Quotes of a review found again in their document, which may have been edited since: by text, wherever it stands now.

Lines may be broken elsewhere and quotation marks, dashes and spaces be of another shape; every word must be the same.
"""

import re
from collections.abc import Mapping

from rapidfuzz import fuzz, process

LIKE: Mapping[str, str] = {
    mark: f"[{re.escape(marks)}]" for marks in ("'’‘ʼ", '"“”„«»', "-‐‑–—") for mark in marks
}  # marks that editors change by themselves
LEAST_LIKE = 60.0  # of 100: how alike a passage is to a quote that it may have been

SENTENCE = re.compile(r"\S(?:.|\n(?!\s*\n))*?(?=[.!?][\"”»’)]?\s|\s*\n\s*\n|\s*\Z)[.!?]?[\"”»’)]?")  # roughly


def locate(text: str, quote: str) -> tuple[int, int] | None:
    """Return where a quote stands in a text, [start, end), or None."""
    if (start := text.find(quote)) >= 0:
        return start, start + len(quote)
    words = quote.split()
    pattern = r"\s+".join("".join(LIKE.get(letter) or re.escape(letter) for letter in word) for word in words)
    found = re.search(pattern, text) if words else None
    return found.span() if found else None


def nearest(text: str, quote: str, body: int = 0) -> tuple[int, int] | None:
    """Return where the sentence stands that a quote may have been before the text was edited, or None."""
    spans = [found.span() for found in SENTENCE.finditer(text, body)]
    sentences = [" ".join(text[start:end].split()) for start, end in spans]
    found = process.extractOne(" ".join(quote.split()), sentences, scorer=fuzz.ratio, score_cutoff=LEAST_LIKE)
    return spans[found[2]] if found else None


def line_of(text: str, place: int) -> int:
    """Return the line of a character, counted from 1."""
    return text.count("\n", 0, place) + 1
