"""Many things at a glance: a line for each, with what one tells first of it."""

from collections.abc import Sequence

import discord

from bot.discord.rendering import limits
from bot.discord.rendering.answers import COLOUR
from bot.discord.rendering.escaping import escape
from bot.discord.rendering.sheets import sources_of
from bot.discord.texts import Texts
from bot.models.sheet import Listing
from bot.wording.languages import catalogue_of

PAGE = 10
LONGEST_LINE = 220


def listing_embed(listings: Sequence[Listing], title: str, say: Texts) -> discord.Embed:
    """Lay out a page of entities."""
    colon = catalogue_of(say.language).colon
    lines = []
    for one in listings:
        told = "; ".join(f"{escape(entry.label)}{colon}{escape(entry.text)}" for entry in one.entries)
        lines.append(limits.clip(f"**{escape(one.subject.name)}** · {told}", LONGEST_LINE))
    sources = list(sources_of([entry for one in listings for entry in one.entries], say.language))
    text = "\n".join((*lines, "", *sources))
    return discord.Embed(title=limits.clip(escape(title), 256), description=limits.clip(text, 4_000), colour=COLOUR)
