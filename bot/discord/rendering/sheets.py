"""Everything that is known of an entity, a line an attribute, with what other documents say and where it is from."""

from collections.abc import Iterable, Iterator

import discord

from bot.discord.rendering import limits
from bot.discord.rendering.answers import COLOUR, source_line
from bot.discord.rendering.escaping import escape, visible
from bot.discord.texts import texts_in
from bot.models.sheet import Entry, Sheet
from bot.wording.languages import catalogue_of

SHOWN = 12  # entries that one takes in at a glance
LONGEST_LINE = 300
MOST_SOURCES = 3


def sheet_embed(sheet: Sheet, first: int = 0, most: int = SHOWN) -> discord.Embed:
    """Lay out the entries of a sheet from a place on."""
    shown = sheet.entries[first : first + most]
    lines = list(lines_of(shown, sheet.language))
    sources = list(sources_of(shown, sheet.language))
    room = limits.DESCRIPTION - sum(len(line) + 1 for line in sources) - 2
    kept: list[str] = []
    for line in lines:
        if sum(len(one) + 1 for one in kept) + len(line) > room:
            break
        kept.append(line)
    embed = discord.Embed(
        title=limits.clip(escape(sheet.subject.name), limits.FIELD_NAME),
        description="\n".join((*kept, "", *sources)),
        colour=COLOUR,
    )
    left = len(sheet.entries) - first - len(kept)
    say = texts_in(sheet.language)
    more = say.many("and {count} more", "and {count} more", left) if left > 0 else ""
    embed.set_footer(text=" · ".join(filter(None, (visible(sheet.subject.kind), more))))
    return embed


def lines_of(entries: Iterable[Entry], language: str) -> Iterator[str]:
    """Yield a line for each entry, and one below for each other value that a document gives."""
    colon = catalogue_of(language).colon
    for entry in entries:
        yield limits.clip(f"**{escape(entry.label)}**{colon}{escape(entry.text)}", LONGEST_LINE)
        for conflict in entry.conflicts:
            said = texts_in(language)("another document says")
            dated = f" ({conflict.source.published})" if conflict.source.published else ""
            yield limits.clip(f"{said}{colon}{escape(conflict.text)}{dated}", LONGEST_LINE)


def sources_of(entries: Iterable[Entry], language: str) -> Iterator[str]:
    """Yield a line for each document behind entries, in small print; of many the first."""
    lines = dict.fromkeys(source_line(entry.source, language) for entry in entries)
    yield from list(lines)[:MOST_SOURCES]
    if len(lines) > MOST_SOURCES:
        yield texts_in(language)("… and {count} more", count=len(lines) - MOST_SOURCES)
