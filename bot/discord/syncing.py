"""Tells Discord of the commands when they have changed, in any language: not at every start, which Discord limits.

What it was told last is known by the hash of the translated payloads, for each application and place.
"""

import hashlib
import json
import logging
from collections.abc import Collection, Mapping
from typing import Protocol

import discord
from discord import app_commands

from bot.servers.errors import ServersError

log = logging.getLogger(__name__)

EVERYWHERE = 0  # stands for all servers among their ids

Digests = Mapping[int, str]  # server id, or EVERYWHERE -> hash of the commands there


class Told(Protocol):
    """Remembers across starts what Discord was told of an application's commands."""

    def commands_told(self, application: int) -> Digests: ...

    async def note_commands(self, application: int, digests: Digests) -> None: ...


async def sync_commands(
    tree: app_commands.CommandTree[discord.Client], told: Told, application: int, homes: Collection[int]
) -> None:
    """Register the commands wherever they differ from what Discord was told; what it refuses is tried again next time.

    In a server that is no home any more its own commands are taken back.
    """
    before = told.commands_told(application)
    after = dict(before)
    for place in sorted({EVERYWHERE, *homes, *before}):
        server = discord.Object(place) if place != EVERYWHERE else None
        digest = await digest_of(tree, server)
        if before.get(place) == digest:
            continue
        try:
            await tree.sync(guild=server)
        except discord.HTTPException as fault:
            where = f" of server {place}" if server else ""
            log.warning("Discord did not take the commands%s (%s); those it knows from before still work", where, fault)
            continue
        after[place] = digest
        if place != EVERYWHERE and place not in homes:
            del after[place]  # there is nothing there any more
    if after != before:
        try:
            await told.note_commands(application, after)
        except ServersError as fault:
            log.warning("%s; the commands are told again at the next start", fault)


async def digest_of(tree: app_commands.CommandTree[discord.Client], server: discord.Object | None) -> str:
    """Hash what Discord would be told, translations included."""
    translator = tree.translator
    every = tree.get_commands(guild=server)
    payload = [
        await one.get_translated_payload(tree, translator) if translator is not None else one.to_dict(tree)
        for one in every
    ]
    return hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()
