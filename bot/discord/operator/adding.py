"""/facts add: a document is attached, waits on disk, is read in a child process, and is shown before it counts."""

import asyncio
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.curating.errors import Reason, RefusedError
from bot.curating.naming import safe_name
from bot.curating.previewing import Conflict, Preview, preview
from bot.curating.staging import Staged
from bot.discord import replies
from bot.discord.operator.approving import buttons_of
from bot.discord.operator.claims import Claims, legend, quoted
from bot.discord.operator.curator import Curator, curator_of
from bot.discord.operator.documents import metadata
from bot.discord.operator.guarding import fenced, for_operator, spoken
from bot.discord.rendering.escaping import escape
from bot.discord.rendering.limits import clip
from bot.discord.replies import NOBODY
from bot.discord.texts import Texts
from facts.lexicon import Lexicon
from facts.models import Origin
from facts.reading.decoding import decoded
from facts.reading.files import is_page
from facts.store.reader import FactStore

if TYPE_CHECKING:
    from pathlib import Path

    from bot.discord.lineup import LineupBot

LARGEST = 4_000_000  # bytes: of a longer page no more is read, of a text much less
MEGABYTE = 1_000_000
SHOWN_FACTS, SHOWN_CONFLICTS = 12, 5
PAGE = 3_800  # characters of the preview


def add_command(bot: "LineupBot") -> "app_commands.Command[Any, ..., None]":
    """Return /facts add."""

    @app_commands.command(name="add", description="Add a document, or a newer version of one: it is shown to you first")
    @app_commands.describe(file="Text, Markdown, a web page or a table")
    async def add(interaction: discord.Interaction, file: discord.Attachment) -> None:
        await for_operator(bot, interaction, partial(_add, bot, file=file))

    return add


async def _add(bot: "LineupBot", interaction: discord.Interaction, file: discord.Attachment) -> None:
    curator = curator_of(bot)
    name = safe_name(file.filename)
    if file.size > LARGEST:
        raise RefusedError(Reason.SIZE, most=LARGEST // MEGABYTE)
    await interaction.response.defer(ephemeral=True, thinking=True)
    content = await file.read()
    async with curator.reading:  # the same file may be attached twice at once
        staged = await asyncio.to_thread(_stage, curator, name, content)
        built = await curator.understand(staged.documents, staged.store)
        if built.store is None:
            await asyncio.to_thread(curator.staging.discard, staged)
            said = spoken(bot, interaction)("{name} cannot be added:", name=escape(name))
            complaint = fenced(built.said.replace(f"{staged.documents}/", ""))
            await replies.whisper_text(interaction, f"{said}\n{complaint}")
            return
        live, lexicon = bot.library.store_path, bot.library.lexicon
        shown = await asyncio.to_thread(_compared, built.store, live, staged.name, lexicon)
    say = spoken(bot, interaction)
    embed, view = laid_out(shown, staged, lexicon, say), buttons_of(staged.key, say)
    await interaction.followup.send(embed=embed, view=view, ephemeral=True, allowed_mentions=NOBODY)


def _stage(curator: Curator, name: str, content: bytes) -> Staged:
    """Check a document and let it wait; raises RefusedError or DocumentError."""
    if len(content) > LARGEST:
        raise RefusedError(Reason.SIZE, most=LARGEST // MEGABYTE)
    curator.folders.check_writable()
    target = curator.folders.home_of(name)
    decoded(content, name, is_page=is_page(name))
    curator.folders.check_new(name, content)
    return curator.staging.put(target, content)


def _compared(fresh: "Path", live: "Path", name: str, lexicon: Lexicon) -> Preview:
    """Compare what was understood with the facts in service; what was understood is not needed any more then."""
    with FactStore.open(fresh) as new, FactStore.open(live, lexicon) as old:
        compared = preview(new, old, name)
    fresh.unlink()
    return compared


def laid_out(shown: Preview, staged: Staged, lexicon: Lexicon, say: Texts) -> discord.Embed:
    """Show what a document brings."""
    claims = Claims(shown.names, lexicon, say)
    lines = [*_head(shown, staged, say), *_facts(shown, claims), *_conflicts(shown, claims)]
    embed = discord.Embed(title=escape(staged.name), description=clip("\n".join(lines), PAGE))
    return embed.set_footer(text=f"{legend(say)}\n{say('Nothing has changed yet. It waits here for an hour.')}")


def _head(shown: Preview, staged: Staged, say: Texts) -> Iterator[str]:
    if staged.replaces is None:
        yield say("A new document.")
    else:
        yield say.many(
            "It replaces the document of that name, which gave {count} fact.",
            "It replaces the document of that name, which gave {count} facts.",
            shown.before or 0,
        )
    if staged.dropped:
        yield say.many(
            "{count} decision of its review does not fit it any more, and goes.",
            "{count} decisions of its review do not fit it any more, and go.",
            staged.dropped,
        )
    yield metadata(shown.document, say)


def _facts(shown: Preview, claims: Claims) -> Iterator[str]:
    say = claims.say
    yield "\n**" + say.many("{count} fact found", "{count} facts found", len(shown.facts)) + "**"
    waiting = sum(fact.origin is Origin.PROPOSED for fact in shown.facts)
    if waiting:
        yield say.many("{count} of them waits for review.", "{count} of them wait for review.", waiting)
    by_weight = sorted(shown.facts, key=lambda fact: list(Origin).index(fact.origin))  # what answers at once in front
    yield from (claims.line(fact) for fact in by_weight[:SHOWN_FACTS])
    if len(shown.facts) > SHOWN_FACTS:
        yield say("… and {count} more", count=len(shown.facts) - SHOWN_FACTS)
    if shown.silent:
        yield say.many("{count} passage gave none.", "{count} passages gave none.", shown.silent)


def _conflicts(shown: Preview, claims: Claims) -> Iterator[str]:
    say = claims.say
    if not shown.conflicts:
        yield "\n" + say("Nothing in it contradicts what is known.")
        return
    yield "\n**" + say.many("{count} contradiction", "{count} contradictions", len(shown.conflicts)) + "**"
    for conflict in shown.conflicts[:SHOWN_CONFLICTS]:
        yield f"⚠ {claims.claim(conflict.fact)}"
        yield _otherwise(conflict, claims)
        yield quoted(shown.document.text, (conflict.fact.start, conflict.fact.end), [conflict.fact.at])
    if len(shown.conflicts) > SHOWN_CONFLICTS:
        yield say("… and {count} more", count=len(shown.conflicts) - SHOWN_CONFLICTS)


def _otherwise(conflict: Conflict, claims: Claims) -> str:
    other = conflict.other
    date = conflict.published or claims.say("date unknown")
    value = escape(clip(conflict.other_value, 200))
    return claims.say("{document} ({date}) says: {value}", document=escape(other.document), date=date, value=value)
