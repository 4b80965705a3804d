"""A quote in its place: the text before and after it, what document it is from and where in it, how it was read."""

import discord

from bot.discord.rendering import limits
from bot.discord.rendering.answers import COLOUR, excerpt, source_line
from bot.discord.rendering.escaping import escape, visible
from bot.discord.texts import Texts
from bot.models.sheet import Excerpt

ROOM = 1_200  # characters on either side, escaped
QUOTE = 1_400


def excerpt_embed(shown: Excerpt, say: Texts, *, read_as: str = "") -> discord.Embed:
    """Lay out a quote among its neighbours; `read_as` says how the question was understood."""
    source = shown.source
    before, after = _end_of(escape(shown.before), ROOM), limits.clip(escape(shown.after), ROOM)
    parts = (before, excerpt(source, QUOTE), after, f"{source_line(source, say.language)}")
    embed = discord.Embed(description="\n\n".join(part for part in parts if part.strip()), colour=COLOUR)
    if read_as:
        embed.add_field(
            name=say("How the question was read"),
            value=limits.clip(escape(read_as), limits.FIELD_VALUE),
            inline=False,
        )
    place = say(
        "passage {number} of {count} · characters {start} to {end} · {document}",
        number=shown.position,
        count=shown.passages,
        start=source.start,
        end=source.end,
        document=visible(source.document),
    )
    embed.set_footer(text=limits.clip(place, limits.FOOTER))
    return embed


def _end_of(text: str, room: int) -> str:
    """Keep the last of a text, from a word on and never from a backslash's other half."""
    if len(text) <= room:
        return text
    return "… " + text[-room:].partition(" ")[2]
