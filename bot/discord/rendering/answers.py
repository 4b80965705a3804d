"""Answer -> what Discord shows: the sentence as the message, its quotes, source and certainty as one embed.

Nothing is sent from here, and no word of the answer itself is chosen here.
"""

from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import quote as percent_encode

import discord
from babel import Locale, UnknownLocaleError

from bot.discord.rendering import limits
from bot.discord.rendering.escaping import escape, in_link, visible
from bot.discord.rendering.limits import clip
from bot.discord.texts import texts_in
from bot.models import Answer, Conflict, Source
from bot.wording.languages import catalogue_of

COLOUR = discord.Colour(0x2B6CB0)
SHOWN_SOURCES = 4  # more than that nobody reads in a chat; the rest are counted
QUOTE_ROOM = 700  # four quotes, escaped, and their source lines stay under a description's limit
LEAD_IN = 200  # characters kept in front of the words that say it, where a quote has to be cut
SAFE_IN_URL = ":/?#[]@!$&'*+,;=%~-._"  # no parentheses: they would end a Markdown link


@dataclass(frozen=True, slots=True)
class Shown:
    """What to send for one answer. `plain` stands for both where no embed can be shown."""

    text: str
    embed: discord.Embed | None
    plain: str


def show(answer: Answer) -> Shown:
    """Lay out an answer for Discord, within its limits."""
    sentence = escape(answer.text) or catalogue_of(answer.language).hint
    if not answer.sources:
        text = clip(sentence, limits.MESSAGE)
        return Shown(text, None, text)
    quotes = _quotes(answer)
    embed = discord.Embed(description=quotes, colour=COLOUR)
    room = limits.EMBED - len(quotes)
    certainty = certainty_of(answer)
    if certainty:
        embed.set_footer(text=clip(certainty, min(limits.FOOTER, 300)))
        room -= len(embed.footer.text or "")
    _add_conflicts(embed, answer, room)
    return Shown(clip(sentence, limits.MESSAGE), embed, clip(f"{sentence}\n{quotes}", limits.MESSAGE))


def certainty_of(answer: Answer) -> str:
    """Say how far the documents commit themselves, who vouches for it, and what to know of the text."""
    words, say = catalogue_of(answer.language), texts_in(answer.language)
    degrees = {"stated": say("stated"), **words.hedges}
    certainties = dict.fromkeys(degrees.get(one.certainty, one.certainty) for one in answer.values if one.certainty)
    parts = [f"{say('Certainty')}{words.colon}{', '.join(certainties)}"] if certainties else []
    parts += dict.fromkeys(words.according_to.format(one.speaker) for one in answer.values if one.speaker)
    if all(source.reviewed for source in answer.sources):
        parts.append(words.reviewed)
    parts += dict.fromkeys(filter(None, (_origin_of_text(source, answer.language) for source in answer.sources)))
    return visible(" · ".join(parts))


def _origin_of_text(source: Source, language: str) -> str | None:
    """Say that a text is a translation, or that it is in another language than the answer."""
    words = catalogue_of(language)
    note = words.machine.get(source.note, source.note) if source.note else None
    if source.language is None or source.language == words.language:
        return note
    foreign = texts_in(language)("document in {language}", language=language_name(source.language, language))
    return f"{foreign}, {note}" if note else foreign


def language_name(code: str, language: str) -> str:
    """Name a language in another, or return its code where nobody knows it."""
    try:
        return Locale.parse(code).get_display_name(language) or code
    except (UnknownLocaleError, ValueError):
        return code


def source_line(source: Source, language: str) -> str:
    """Name a source: title (a link where there is one), publisher and date; what is missing is called unknown."""
    title = in_link(source.title or source.document)
    address = _address(source.url)
    return " · ".join(
        (
            f"[{title}]({address})" if address else title,
            escape(source.publisher) if source.publisher else texts_in(language)("publisher unknown"),
            source.published or texts_in(language)("published: unknown"),
        )
    )


def excerpt(source: Source, room: int = QUOTE_ROOM) -> str:
    """Quote a source in Markdown with the words that say it in bold, cut around them where it is too long."""
    spans = [(max(start - source.start, 0), min(end - source.start, len(source.quote))) for start, end in source.marks]
    first, last = 0, len(source.quote)
    if last > room:
        first = max(0, min((start for start, _ in spans), default=0) - LEAD_IN)
        last = min(last, first + room)
    text = _emphasised(source.quote, sorted(spans), first, last)
    text = ("… " if first else "") + text + (" …" if last < len(source.quote) else "")
    return "\n".join(f"> {line}" for line in text.splitlines() if line.strip())


def _emphasised(quote: str, spans: list[tuple[int, int]], first: int, last: int) -> str:
    """Escape quote[first:last] and set the spans inside it in bold; what surrounds a mark stays as written."""
    edges = sorted({first, last, *(edge for span in spans for edge in span if first < edge < last)})
    pieces = []
    for start, end in pairwise(edges):
        piece = escape(quote[start:end])
        bold = any(low <= start and end <= high for low, high in spans) and piece.strip() == piece and piece
        pieces.append(f"**{piece}**" if bold else piece)
    return "".join(pieces)


def _quotes(answer: Answer) -> str:
    """Set each quote above its source line, as many as fit."""
    blocks: list[str] = []
    room = limits.DESCRIPTION - 50  # for "and N more"
    instead = {(one.source.document, one.source.start, one.source.end) for one in answer.conflicts}  # in fields below
    every = {(one.document, one.start, one.end): one for one in answer.sources}
    distinct = [one for place, one in every.items() if place not in instead] or list(every.values())
    for number, source in enumerate(distinct[:SHOWN_SOURCES]):
        last_of_document = (
            number + 1 == len(distinct[:SHOWN_SOURCES]) or distinct[number + 1].document != source.document
        )
        block = excerpt(source) + (f"\n\n{source_line(source, answer.language)}" if last_of_document else "")
        room -= len(block) + 1
        if blocks and room < 0:
            break
        blocks.append(clip(block, limits.DESCRIPTION - 50))
    left = len(distinct) - len(blocks)
    more = [texts_in(answer.language)("… and {count} more", count=left)] if left else []
    return "\n".join(blocks + more)


def _add_conflicts(embed: discord.Embed, answer: Answer, room: int) -> None:
    """Show what other documents say of the same thing, in fields, while there is room."""
    name = texts_in(answer.language)("Another document says")
    for conflict in answer.conflicts[: limits.FIELDS]:
        value = _conflict(conflict, answer.language)
        room -= len(name) + len(value)
        if room < 0:
            return
        embed.add_field(name=name, value=value, inline=False)


def _conflict(conflict: Conflict, language: str) -> str:
    line = f"{source_line(conflict.source, language)}"
    head = escape(conflict.text)
    quote = excerpt(conflict.source, QUOTE_ROOM // 2)
    whole = f"{head}\n{quote}\n\n{line}"
    return whole if len(whole) <= limits.FIELD_VALUE else clip(f"{head}\n{quote}", limits.FIELD_VALUE)


def _address(url: str | None) -> str | None:
    """Return a web address that is safe inside a Markdown link, or None."""
    if url is None or not url.lower().startswith(("http://", "https://")):
        return None
    return percent_encode(url, safe=SAFE_IN_URL)
