"""Everything that is known of an entity, a line an attribute, with what other documents say and where it is from."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import discord

from bot.discord.rendering import limits
from bot.discord.rendering.answers import COLOUR, source_line
from bot.discord.rendering.escaping import escape, visible
from bot.discord.texts import texts_in
from bot.models.answer import Source
from bot.models.sheet import Entry, Sheet
from bot.wording.languages import catalogue_of

SHOWN = 12  # entries that one takes in at a glance
LONGEST_LINE = 300
MOST_SOURCES = 3
LONGEST_SOURCE = 400  # of which most is an address; a longer one is named without it
ROOM = limits.DESCRIPTION - (MOST_SOURCES + 1) * (LONGEST_SOURCE + len("-# \n"))  # for the entries of a page


def sheet_embed(sheet: Sheet, page: int = 0) -> discord.Embed:
    """Lay out a page of a sheet; of a page that is not there, nothing but the name."""
    starts = (*starts_of(sheet), len(sheet.entries))
    first, end = starts[page : page + 2] if page + 1 < len(starts) else (len(sheet.entries), len(sheet.entries))
    shown = sheet.entries[first:end]
    told = limits.clip("\n".join(lines_of(shown, sheet.language)), ROOM)  # an entry that many documents contradict
    text = "\n".join((told, "", *sources_of(shown, sheet.language)))
    embed = discord.Embed(
        title=limits.clip(escape(sheet.subject.name), limits.FIELD_NAME),
        description=text,
        colour=COLOUR,
    )
    left = len(sheet.entries) - end
    say = texts_in(sheet.language)
    more = say.many("and {count} more", "and {count} more", left) if left > 0 else ""
    embed.set_footer(text=" · ".join(filter(None, (visible(sheet.subject.kind), more))))
    return embed


def starts_of(sheet: Sheet) -> list[int]:
    """Return the places in a sheet where its pages begin: each holds what one takes in, and what Discord takes."""
    starts: list[int] = []
    place, room = 0, 0
    for number, entry in enumerate(sheet.entries):
        taken = sum(len(line) + 1 for line in lines_of((entry,), sheet.language))
        if not starts or number - place >= SHOWN or taken > room:
            starts.append(number)
            place, room = number, ROOM
        room -= taken
    return starts


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
    lines = dict.fromkeys(_source(entry.source, language) for entry in entries)
    yield from list(lines)[:MOST_SOURCES]
    if len(lines) > MOST_SOURCES:
        yield texts_in(language)("… and {count} more", count=len(lines) - MOST_SOURCES)


def _source(source: Source, language: str) -> str:
    line = source_line(source, language)
    if len(line) <= LONGEST_SOURCE:
        return line
    return limits.clip(source_line(replace(source, url=None), language), LONGEST_SOURCE)
