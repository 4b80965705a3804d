"""Several things side by side. Discord has no tables, and a phone shows some thirty letters a line.

So each attribute is a heading with a line for each of them: it wraps anywhere and stays readable.
"""

from collections.abc import Iterator

import discord

from bot.discord.rendering import limits
from bot.discord.rendering.answers import COLOUR
from bot.discord.rendering.escaping import escape
from bot.discord.rendering.sheets import sources_of
from bot.discord.texts import Texts, texts_in
from bot.models.sheet import Entry, Grid, GridRow
from bot.wording.languages import catalogue_of

LONGEST_CELL = 120
MOST_ROWS = 15
SHOWN_SHARED = 2  # with so many subjects saying something, a row compares


def grid_embed(grid: Grid) -> discord.Embed:
    """Lay out a comparison, the rows that compare something first."""
    say = texts_in(grid.language)
    names = [escape(one.name) for one in grid.subjects]
    telling = [row for row in grid.rows if sum(cell is not None for cell in row.cells) >= SHOWN_SHARED]
    shown = (telling or list(grid.rows))[:MOST_ROWS]
    sources = list(sources_of([cell for row in shown for cell in row.cells if cell is not None], grid.language))
    room = limits.DESCRIPTION - sum(len(line) + 1 for line in sources) - 200
    blocks: list[str] = []
    for row in shown:
        block = "\n".join(_block(row, names, say, grid.language))
        block += "\n" if "\n" in block else ""  # what follows a list is no part of it
        if sum(map(len, blocks)) + len(block) > room:
            break
        blocks.append(block)
    left = len(grid.rows) - len(blocks)
    more = [say.many("and {count} more", "and {count} more", left)] if left else []
    return discord.Embed(
        title=limits.clip(" · ".join(names), limits.FIELD_NAME),
        description="\n".join((*blocks, *more, "", *sources)).strip() or say("Nothing is known of any of them."),
        colour=COLOUR,
    )


def _block(row: GridRow, names: list[str], say: Texts, language: str) -> Iterator[str]:
    colon = catalogue_of(language).colon
    said = {cell.text if cell is not None and not cell.conflicts else None for cell in row.cells}
    if len(said) == 1 and None not in said:
        yield f"**{escape(row.label)}**{colon}{limits.clip(escape(said.pop() or ''), LONGEST_CELL)} ({say('all')})"
        return
    yield f"**{escape(row.label)}**"
    for name, cell in zip(names, row.cells, strict=True):
        told = limits.clip(escape(cell.text), LONGEST_CELL) if cell is not None else f"*{say('not known')}*"
        yield f"- {name}{colon}{told}{_otherwise(cell, say)}"


def _otherwise(cell: Entry | None, say: Texts) -> str:
    """Say what other documents give instead."""
    if cell is None or not cell.conflicts:
        return ""
    others = "; ".join(escape(one.text) for one in cell.conflicts)
    return limits.clip(f" ({say('another document says')}: {others})", LONGEST_CELL)
