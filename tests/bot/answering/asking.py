"""Short ways to write queries by hand, as understanding would make them, and to read what was found."""

from typing import Any

from bot.models.answer import Source
from bot.models.query import Intent, Match, Mention, Query


def mention(*entities: str, match: Match = Match.EXACT, text: str = "it", start: int = 0) -> Mention:
    """Return words of a question that stand for entities."""
    return Mention(start, start + len(text), text, entities, match)


def query(intent: Intent, *subjects: str | Mention, text: str = "?", language: str = "en", **fields: Any) -> Query:
    """Return a question about subjects, given by id."""
    mentions = tuple(one if isinstance(one, Mention) else mention(one) for one in subjects)
    return Query(text, language, intent, mentions, **fields)


def marked(source: Source) -> list[str]:
    """Return the marked parts of a quote."""
    return [source.quote[start - source.start : end - source.start] for start, end in source.marks]
