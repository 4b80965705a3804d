"""What stands below the bot's name, and what a log says of channels where it cannot do what it is set to."""

import logging
from dataclasses import replace
from datetime import date

import discord
import pytest

from bot.discord.knowledge import Knowledge
from bot.discord.lineup import LineupBot
from bot.discord.presence import status_of
from tests.bot.discord import shelf
from tests.bot.discord.world import world

TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("documents", "newest", "expected"),
    [
        (12, "2026-02-20", "12 documents, newest 20 Feb"),
        (1, "2026-02-20", "1 document, newest 20 Feb"),
        (12, "2025-11-03", "12 documents, newest 3 Nov 2025"),
        (12, "2026-02", "12 documents, newest Feb 2026"),
        (12, "2024", "12 documents, newest 2024"),
        (10_000, None, "10,000 documents"),
        (0, None, "0 documents"),
    ],
)
def test_status_line(documents, newest, expected):
    assert status_of(documents, newest, TODAY).name == expected


def dated(published: str) -> Knowledge:
    return Knowledge(shelf.Table(), shelf.Shelf((replace(shelf.ARTICLE, published=published),)), shelf.Shown())


async def test_status_is_shown_from_the_start():
    async with world(dated("2019-05-02")) as w:
        assert w.bot.activity == discord.CustomActivity("1 document, newest 2 May 2019")


async def test_status_follows_a_reload():
    async with world(opener=lambda _: dated("2020-01-31")) as w:
        await w.bot.library.reload()
        await w.env.settle()
        assert w.bot.activity == discord.CustomActivity("1 document, newest 31 Jan 2020")


async def test_channel_where_it_may_not_write_is_named_in_the_log(caplog):
    async with world() as w:
        denied = discord.PermissionOverwrite(send_messages=False)
        silent = w.guild.create_text_channel("silent", overwrites={w.guild.default_role: denied})
        with caplog.at_level(logging.WARNING):
            await w.env.restart_bot(LineupBot(w.bot.library, channels=(silent.id, w.lineup.id, 42)))
    assert caplog.messages == [
        "#silent of Garage: not allowed to send messages, embed links, attach files; allow it in that channel",
        "channel 42 is in no server of this bot; take it out of LINEUP_CHANNELS or invite the bot",
    ]
