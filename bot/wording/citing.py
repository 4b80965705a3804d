"""How a source is named, on one line."""

from bot.models.answer import Source
from bot.wording.catalogue import Catalogue


def source_line(source: Source, words: Catalogue) -> str:
    """Name a source: title or file, publisher, date, what to know of it, whether a person checked it."""
    parts = [source.title or source.document]
    parts += [source.publisher] if source.publisher else []
    parts.append(source.published or words.unknown_date)
    parts += [words.machine.get(source.note, source.note)] if source.note else []
    parts += [words.reviewed] if source.reviewed else []
    return ", ".join(parts)
