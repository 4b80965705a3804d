"""Answers as plain lines: for pipes and files, and for places that show no more than text."""

from collections.abc import Iterator

from bot.models.answer import Answer
from bot.wording.catalogue import Catalogue
from bot.wording.citing import source_line
from bot.wording.languages import catalogue_of

MOST_QUOTES = 6


def headline(answer: Answer) -> str:
    """Return the one message that an answer is, without its quotes."""
    return answer.text


def lines_of(answer: Answer) -> list[str]:
    """Return an answer with its quotes, sources, choices and suggestions, a line each."""
    return [headline(answer), *_quotes(answer, catalogue_of(answer.language)), *_further(answer)]


def _quotes(answer: Answer, words: Catalogue) -> Iterator[str]:
    shown = answer.sources[:MOST_QUOTES]
    for i, source in enumerate(shown):
        yield f"  {words.quotes.format(' '.join(source.quote.split()))}"
        if i + 1 == len(shown) or shown[i + 1].document != source.document:
            yield f"  — {source_line(source, words)}"


def _further(answer: Answer) -> Iterator[str]:
    yield from (f"  • {choice.question}" for choice in answer.choices)
    yield from (f"  → {suggestion}" for suggestion in answer.suggestions)
