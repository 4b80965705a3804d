"""A file of lines, played as if they were typed: the same lines bring up the same, each after the one before."""

import asyncio
from pathlib import Path

import discord
import pytest

from bot.simulation.transcript import lines_of, play
from tests.bot.discord import shelf
from tests.bot.discord.shelf import HeldBuild
from tests.bot.simulation.terminal import released, terminal


async def test_lines_are_shown_with_what_they_bring_up():
    async with terminal() as t:
        await play(t.session, [shelf.LAUNCH, "", "3", "1"])
        assert t.shown() == (
            f"robin (member) in #lineup> {shelf.LAUNCH}\n"
            "Lineup\n"
            "  The Twingo comes in 2026.\n"
            "  ▌ “It comes in 2026.”\n"
            "  ▌ \n"
            "  ▌ article.txt · publisher unknown · published: unknown\n"
            "  [1 Source]   [2 More]   [3 Dismiss]\n"
            "robin (member) in #lineup> 3\n"
            "(Lineup took its message away)\n"
            "robin (member) in #lineup> 1\n"
            "(no reply: in a channel Lineup speaks only when it is sure; mention it with @lineup, or go to :dm)\n"
        )


async def test_nobody_types_too_fast_for_the_bot():
    async with terminal() as t:
        await play(t.session, [shelf.PRICE] * 8)
        assert t.shown().count("€20,000") == 8


async def test_a_reload_ends_before_the_next_line():
    build = HeldBuild(wait=released)
    async with terminal(build) as t:
        asyncio.get_running_loop().call_later(0.2, build.release.set)
        await play(t.session, [":as admin", "/facts reload", shelf.PRICE])
        shown = t.shown()
        assert shown.index("Reloaded") < shown.index("€19,000")


async def test_a_bot_that_breaks_down_ends_it():
    async def broken(_: discord.Message) -> None:
        raise LookupError("of no use")

    async with terminal() as t:
        t.session.bot.add_listener(broken, "on_message")
        with pytest.raises(SystemExit, match=r"lineup: the bot broke down, .*of no use"):
            await play(t.session, [shelf.PRICE, shelf.LAUNCH])
        assert "2026" not in t.shown()


async def test_quit_ends_it():
    async with terminal() as t:
        await play(t.session, [":quit", shelf.PRICE])
        assert "€20,000" not in t.shown()


def test_a_file_may_come_from_anywhere(tmp_path: Path):
    (tmp_path / "talk.txt").write_bytes(b"\xef\xbb\xbfone\r\n\r\nth\xffree\n")
    assert [line.strip() for line in lines_of(tmp_path / "talk.txt")] == ["one", "", "th\ufffdree"]
