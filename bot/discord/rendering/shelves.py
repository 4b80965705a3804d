"""The documents that answers come from, newest first: title, publisher, date, language, a line each."""

from collections.abc import Sequence

import discord

from bot.discord.rendering import limits
from bot.discord.rendering.answers import COLOUR, language_name, source_line
from bot.discord.texts import Texts
from bot.models.answer import Source
from facts.models import Document

PAGE = 10


def shelf_embed(documents: Sequence[Document], first: int, total: int, say: Texts) -> discord.Embed:
    """Lay out some of the documents."""
    lines = [f"{first + number}\\. {_line(one, say)}" for number, one in enumerate(documents, 1)]
    embed = discord.Embed(title=say("Sources"), description=limits.clip("\n".join(lines), limits.DESCRIPTION))
    embed.colour = COLOUR
    return embed.set_footer(text=say.many("{count} document", "{count} documents", total))


def _line(document: Document, say: Texts) -> str:
    source = Source(
        document.name, "", 0, 0, title=document.title, publisher=document.publisher, url=document.url,
        published=document.published,
    )  # fmt: skip
    return f"{source_line(source, say.language)} · {language_name(document.language[:2], say.language)}"
