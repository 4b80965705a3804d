"""A reload as whoever asked for it sees it: how far it is, how it ended, and where that is told if it takes long."""

import asyncio
from pathlib import Path

import discord
import pytest

from bot.building.child import Built
from bot.building.messages import Busy, DocumentChange, Fault, Progress, Report
from bot.discord import replies
from bot.discord.library import Library, Outcome
from bot.discord.operator.reloading import PAUSE, REACHABLE, reload_in_turn
from bot.servers import ServerSettings
from tests.bot.discord.shelf import NEW_STORE, HeldBuild, knowledge
from tests.bot.discord.world import whispered, world

CHANGED = Report(
    store="new.db",
    seconds=2,
    counts={"documents": 1, "facts": 3},
    has_before=True,
    facts=1,
    documents=(DocumentChange(name="article.txt", added=(("Twingo", "range", "300 km"),)),),
)


def told(result: object) -> discord.Embed:
    """Return the embed that the answer to a reload ends in."""
    (embed,) = result.response.message.embeds
    return embed


async def test_end_of_a_reload_shows_what_changed():
    async with world(build=HeldBuild(Built(Path("new.db"), report=CHANGED), released=True)) as w:
        result = await w.boss.slash(w.general, "facts reload")
        await w.env.settle()
        assert result.response.ephemeral
        assert r"\+ Twingo · range · 300 km" in told(result).description


async def test_fault_is_shown_with_its_place():
    fault = Fault(file="documents/new.md", line=3, message="'publishd' is no key", remedy="write 'published'")
    async with world(build=HeldBuild(Built(None, "…", faults=(fault,)), released=True)) as w:
        result = await w.boss.slash(w.general, "facts reload")
        await w.env.settle()
        assert told(result).title == "The reload failed; the old facts go on answering."
        assert "`documents/new.md:3`" in told(result).description


async def test_who_stops_the_bot_waits_for_no_reload():
    build = HeldBuild()
    async with world(build=build) as w:
        result = await w.boss.slash(w.general, "facts reload")
        assert (build.started, replies.under_way()) == (1, set())
        build.release.set()
        await w.env.settle()
        assert told(result) is not None


async def test_progress_is_shown_now_and_then():
    build = HeldBuild()
    async with world(build=build) as w:
        result = await w.boss.slash(w.general, "facts reload")
        edits = [0]

        async def tell(done: int, seconds: float) -> str:
            await w.env.advance_time(seconds)
            build.tell(Progress(doing="reading documents", done=done, of=10_000))
            await asyncio.sleep(0.01)
            await w.env.settle()
            edits[0] = sum(entry.method == "PATCH" for entry in w.env.http_requests)
            return result.response.message.content

        assert "2,000 of 10,000 documents" in await tell(2_000, PAUSE + 0.1)
        before = edits[0]
        assert "2,000 of 10,000 documents" in await tell(2_100, PAUSE / 4)
        assert edits[0] == before
        assert "5,000 of 10,000 documents" in await tell(5_000, PAUSE)
        build.release.set()
        await w.env.settle()
        assert told(result).title == "Reloaded"
        assert result.response.message.content == ""


@pytest.mark.parametrize("has_channel", [True, False])
async def test_what_takes_too_long_is_told_elsewhere(has_channel):
    build = HeldBuild()
    async with world(build=build) as w:
        if has_channel:
            await w.bot.servers.change(w.guild.id, ServerSettings(admin_channel=w.lineup.id))
        await w.boss.slash(w.general, "facts reload")
        await w.env.advance_time(REACHABLE + 1)
        build.release.set()
        await w.env.settle()
        place = w.lineup if has_channel else w.boss.user.dm_channel
        assert place.last_message.embeds[0].title == "Reloaded"


async def test_second_reload_hears_whose_the_first_is():
    build = HeldBuild()
    async with world(build=build) as w:
        await w.boss.slash(w.general, "facts reload")
        (said,) = whispered(await w.boss.slash(w.general, "facts reload"))
        assert said.startswith("A reload by boss is under way; it began <t:")
        assert (build.started, build.by) == (1, "boss")
        build.release.set()
        await w.env.settle()


async def test_reload_of_another_process_is_named():
    busy = Built(None, busy=Busy(by="sam", since="2026-11-29T05:00:00+00:00"))
    async with world(build=HeldBuild(busy, released=True)) as w:
        result = await w.boss.slash(w.general, "facts reload")
        await w.env.settle()
        assert told(result).description.startswith("A reload by sam is under way; it began <t:")


async def test_change_waits_for_the_reload_of_another_process():
    build = HeldBuild(Built(None, busy=Busy(by="sam")), released=True)
    library = Library(knowledge(), build=build, opener=lambda _: knowledge())
    waiting = asyncio.create_task(reload_in_turn(library, "boss"))
    await asyncio.sleep(0)
    assert build.started == 1
    build.built = NEW_STORE
    assert (await waiting).outcome is Outcome.SWAPPED
    assert build.started == 2
