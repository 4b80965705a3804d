"""Facts are exchanged whole, or not at all, while questions go on being answered."""

import asyncio
import gc
from dataclasses import replace
from pathlib import Path

import pytest

from bot.building.child import Built
from bot.building.messages import Fault
from bot.discord.knowledge import Knowledge
from bot.discord.library import Library
from bot.discord.opening import open_knowledge
from bot.understanding import Understanding
from facts.errors import StoreError
from tests.bot.discord import shelf
from tests.bot.discord.shelf import HeldBuild, knowledge
from tests.bot.discord.world import whispered, world

BROKEN = "documents/new.md:3: 'publishd' is no key of the front matter; write 'published'"


async def test_reload_swaps_the_facts_and_closes_the_old_store():
    old = knowledge()
    async with world(old) as w:
        assert (await w.mention(shelf.PRICE)).content == "The Twingo costs €20,000."
        result = await w.boss.slash(w.general, "facts reload")
        await w.env.settle()
        assert result.response.message.embeds[0].title == "Reloaded"
        assert (await w.mention(shelf.PRICE)).content == "The Twingo costs €19,000."
        assert not old.store.is_open


def readers() -> int:
    """Count what reads questions: one for each store that is held."""
    return sum(isinstance(one, Understanding) for one in gc.get_objects())


async def test_what_was_held_of_replaced_facts_is_freed_at_once(shipped_store):
    library = Library(open_knowledge(shipped_store), build=HeldBuild(), opener=open_knowledge)
    before = readers()
    gc.disable()
    try:
        await library.adopt(shipped_store)
        assert readers() == before
    finally:
        gc.enable()
        library.close()


async def test_failed_reload_names_file_and_line_and_keeps_the_old_facts():
    old = knowledge()
    broken = Built(None, BROKEN, faults=(Fault(message=BROKEN),))
    async with world(old, build=HeldBuild(broken, released=True)) as w:
        result = await w.boss.slash(w.general, "facts reload")
        await w.env.settle()
        (embed,) = result.response.message.embeds
        assert "documents/new.md:3" in embed.description
        assert "the old facts go on answering" in embed.title
        assert (await w.mention(shelf.PRICE)).content == "The Twingo costs €20,000."
        assert old.store.is_open


async def test_three_questions_are_answered_while_a_reload_runs():
    build = HeldBuild()
    async with world(build=build) as w:
        reload = await w.boss.slash(w.general, "facts reload")
        answers = [(await w.mention(question)).content for question in (shelf.PRICE, shelf.LAUNCH, shelf.UNKNOWN)]
        assert answers == ["The Twingo costs €20,000.", "The Twingo comes in 2026.", "The documents give no weight."]
        assert reload.response.message.embeds == []
        build.release.set()
        await w.env.settle()
        assert reload.response.message.embeds[0].title == "Reloaded"
        assert (await w.mention(shelf.PRICE)).content == "The Twingo costs €19,000."


async def test_only_one_reload_runs_at_a_time():
    build = HeldBuild()
    async with world(build=build) as w:
        await w.boss.slash(w.general, "facts reload")
        second = whispered(await w.boss.slash(w.general, "facts reload"))
        assert second[0].startswith("A reload by boss is under way")
        assert build.started == 1
        build.release.set()
        await w.env.settle()


async def test_new_store_that_cannot_be_opened_changes_nothing():
    async with world(opener=shelf.refuse) as w:
        result = await w.boss.slash(w.general, "facts reload")
        await w.env.settle()
        assert "is truncated" in result.response.message.embeds[0].description
        assert (await w.mention(shelf.PRICE)).content == "The Twingo costs €20,000."


async def test_store_that_was_made_elsewhere_is_taken_into_service():
    old = knowledge()
    library = Library(old, build=HeldBuild(), opener=lambda _: knowledge(price="21"))
    seen = []
    library.watchers.append(lambda: seen.append(library.ask(shelf.PRICE, who=1).text))
    await library.adopt(Path("other.db"))
    assert seen == ["21"]
    assert not old.store.is_open


async def test_store_of_elsewhere_that_cannot_be_opened_changes_nothing():
    old = knowledge()
    library = Library(old, build=HeldBuild(), opener=shelf.refuse)
    with pytest.raises(StoreError, match=r"other\.db is truncated"):
        await library.adopt(Path("other.db"))
    assert library.ask(shelf.PRICE, who=1).text == "The Twingo costs €20,000."
    assert old.store.is_open


async def test_stores_taken_at_once_leave_the_last_one_in_service():
    opened = []

    def open_it(path: Path) -> Knowledge:
        fresh = replace(knowledge(price=path.stem), store=shelf.Shelf(path=path))
        opened.append(fresh.store)
        return fresh

    library = Library(knowledge(), build=HeldBuild(), opener=open_it)
    await asyncio.gather(*(library.adopt(Path(f"{number}.db")) for number in range(5)))
    assert library.store_path == Path("4.db")
    assert [one.is_open for one in opened] == [False] * 4 + [True]
