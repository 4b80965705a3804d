"""/facts status: what is known and how old it is, how the last reload ended, and where the bot listens."""

import asyncio
from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.utils import format_dt

from bot.discord.following import subscription_of
from bot.discord.library import Library, Outcome
from bot.discord.operator.guarding import for_admin, spoken
from bot.discord.permissions import is_operator
from bot.discord.rendering import limits
from bot.discord.rendering.escaping import escape
from bot.discord.replies import whisper_text
from bot.discord.texts import Texts
from bot.publishing.subscribing import Subscription
from facts.models import Origin
from facts.store.schema import SCHEMA_VERSION

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot

NAMED_DOCUMENTS = 10
MEGABYTE = 1_000_000
ROOM_FOR_PROBLEM = 400


def status_command(bot: "LineupBot") -> "app_commands.Command[Any, ..., None]":
    """Return /facts status."""

    @app_commands.command(name="status", description="What is known, since when, and where Lineup listens")
    async def status(interaction: discord.Interaction) -> None:
        await for_admin(bot, interaction, partial(_status, bot))

    return status


async def _status(bot: "LineupBot", interaction: discord.Interaction) -> None:
    say = spoken(bot, interaction)
    size = await asyncio.to_thread(_size, bot.library)
    lines = [*of_facts(bot.library, size, say), *_of_server(bot, interaction.guild, say)]
    if await is_operator(interaction, bot.home_servers):  # type: ignore[arg-type]  # discord types the client loosely
        lines += _of_operator(bot, say)
    await whisper_text(interaction, "\n".join(lines))


def of_facts(library: Library, size: int, say: Texts) -> Iterator[str]:
    """Say what is known, in a line each: counts, age, the store, the last reload."""
    yield f"**{say('Facts')}**: {sum_up(library.counts(), say)}"
    newest = library.newest()
    if newest is not None:
        yield f"**{say('Newest document')}**: {newest}"
    yield f"**{say('Loaded')}**: {format_dt(library.loaded_at, 'R')}"
    megabytes = f"{size / MEGABYTE:,.1f}"
    yield f"**{say('Store')}**: {say('{size} MB, schema {schema}', size=megabytes, schema=SCHEMA_VERSION)}"
    subscription = subscription_of(library)
    if subscription is not None and subscription.manifest is not None:
        yield f"**{say('Published')}**: {format_dt(subscription.manifest.published, 'R')}"
    last = library.last
    if last is not None and last.at is not None:
        went = say("went well") if last.outcome is Outcome.SWAPPED else say("failed")
        who = escape(last.by) or (say("somebody") if subscription is None else say("who publishes the facts"))
        yield say("**Last reload**: by {who}, {when}: {went}", who=who, when=format_dt(last.at, "R"), went=went)
    if library.under_way is not None:
        yield say("A reload is already under way.")


def of_place(subscription: Subscription | None, say: Texts) -> Iterator[str]:
    """Say where the facts are fetched from, since when nobody answered there, and why nothing newer is in service."""
    if subscription is None:
        return
    looked = format_dt(subscription.looked, "R") if subscription.looked is not None else say("not yet")
    yield say("**Published at** {place}; it answered last: {when}", place=escape(subscription.shown), when=looked)
    if subscription.problem is not None:
        problem = escape(limits.clip(subscription.problem, ROOM_FOR_PROBLEM))
        yield "⚠️ " + say("Nothing newer is answered from: {problem}", problem=problem)


def sum_up(counts: Mapping[str, int], say: Texts) -> str:
    """Put the counts of a store into words: what there is, and who vouches for the facts."""
    kinds = {
        "documents": say.many("{count} document", "{count} documents", counts.get("documents", 0)),
        "facts": say.many("{count} fact", "{count} facts", counts.get("facts", 0)),
    }
    names = {
        Origin.REVIEWED: say("reviewed"),
        Origin.EXTRACTED: say("read with certainty"),
        Origin.PROPOSED: say("to review"),
    }
    origins = ", ".join(f"{counts[one.value]:,} {name}" for one, name in names.items() if counts.get(one.value))
    told = ", ".join(words for kind, words in kinds.items() if kind in counts)
    return f"{told} ({origins})" if origins else told


def _of_server(bot: "LineupBot", server: discord.Guild | None, say: Texts) -> Iterator[str]:
    if server is not None:
        here = [channel for channel in sorted(bot.channels_of(server)) if server.get_channel_or_thread(channel)]
        listed = ", ".join(f"<#{channel}>" for channel in here) or say("none")
        yield f"**{say('Channels listened to here')}**: {listed}"
    if not bot.intents.message_content:
        yield say(
            "**Message content** is not granted by Discord, so only mentions, direct messages and commands are "
            "answered; switch on “Message Content Intent” for the bot in the developer portal."
        )


def _of_operator(bot: "LineupBot", say: Texts) -> Iterator[str]:
    yield from of_place(subscription_of(bot.library), say)
    names = bot.library.document_names()
    rest = f" … +{len(names) - NAMED_DOCUMENTS:,}" if len(names) > NAMED_DOCUMENTS else ""
    yield f"**{say('Documents')}**: {', '.join(escape(name) for name in names[:NAMED_DOCUMENTS])}{rest}"
    yield f"**{say('Servers')}**: {len(bot.guilds):,}"


def _size(library: Library) -> int:
    path = library.store_path
    return path.stat().st_size if path.is_file() else 0
