"""Many things at a glance: a line for each, with what one tells first of it."""

from collections.abc import Sequence

import discord

from bot.discord.rendering import limits
from bot.discord.rendering.answers import COLOUR
from bot.discord.rendering.escaping import escape
from bot.discord.rendering.sheets import sources_of
from bot.discord.texts import Texts
from bot.models.sheet import Listing, Named
from bot.wording.languages import catalogue_of

PAGE = 10
LONGEST_LINE = 220


def title_of(brand: Named | None, labels: Sequence[str]) -> str:
    """Return what a list is of: a brand, or everything; with attributes, their names."""
    return " · ".join((brand.name if brand is not None else "Lineup", *labels))


def listing_embed(listings: Sequence[Listing], title: str, say: Texts, note: str = "") -> discord.Embed:
    """Lay out a page of entities, with a note below it."""
    colon = catalogue_of(say.language).colon
    lines = []
    for one in listings:
        told: dict[str, list[str]] = {}
        for entry in one.entries:
            told.setdefault(entry.label, []).append(escape(entry.text))
        values = "; ".join(f"{escape(label)}{colon}{', '.join(texts)}" for label, texts in told.items())
        lines.append(limits.clip(f"**{escape(one.subject.name)}** · {values}", LONGEST_LINE))
    sources = list(sources_of([entry for one in listings for entry in one.entries], say.language))
    text = "\n".join((*lines, "", *sources))
    embed = discord.Embed(title=limits.clip(escape(title), 256), description=limits.clip(text, 4_000), colour=COLOUR)
    return embed.set_footer(text=note) if note else embed
