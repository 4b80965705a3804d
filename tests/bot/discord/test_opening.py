"""The bot with the real facts behind it: real documents, real builds in child processes, real answers."""

import asyncio
import shutil
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.building.locking import alone
from bot.discord.library import Library
from bot.discord.opening import curator_for, open_library, open_servers
from bot.servers import ServerSettings
from bot.settings import Settings
from bot.simulation.unhurried import Unhurried
from facts.errors import StoreError
from facts.store.reader import FactStore
from tests.bot.discord.world import World, world

PRICE = "How much does the Renault Twingo cost?"
OLD = "The Renault Twingo costs 20,000 euros."
NEW = "The Renault Twingo costs 21,500 euros."
FEWEST_ASKED = 6  # while a build goes on, which takes a second or more
SLOWEST_BUILD = 60.0  # seconds, on a busy machine


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Open documents that have no store yet: it is built in a child process. Return the folder that holds both."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "documents").mkdir()
    (folder / "documents" / "twingo.md").write_text(article(OLD), encoding="utf-8")
    (folder / "documents" / "twingo.facts.toml").write_text(review(OLD, "20,000 euros"), encoding="utf-8")
    open_library(settings_in(folder)).close()
    return folder


@pytest.fixture
def settings(built: Path, tmp_path: Path) -> Settings:
    """Name a copy of the documents and of their store, to be changed freely."""
    return settings_in(Path(shutil.copytree(built, tmp_path / "facts")))


def settings_in(folder: Path) -> Settings:
    return Settings(documents=(folder / "documents",), facts=folder / "facts.db", cache=folder / "cache")


def article(sentence: str) -> str:
    return f"---\ntitle: Prices\n---\n{sentence}\n"


def review(sentence: str, value: str) -> str:
    return (
        '[[entity]]\nname = "Renault Twingo"\nkind = "model"\naliases = ["Twingo"]\n\n'
        '[[fact]]\nverdict = "added"\nsubject = "Renault Twingo"\nattribute = "price"\n'
        f'value = "{value}"\nquote = "{sentence}"\n'
    )


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[World]:
    """Run the bot on the facts of these settings; a reload is a child process that simcord need not wait for."""
    library: Library = await asyncio.to_thread(open_library, settings)
    async with world(library=library) as w:
        library.build = Unhurried(w.env).of(library.build)
        yield w
    library.close()


async def reload(w: World) -> str:
    """Reload as the manager does, and return the last thing it said."""
    result = await w.boss.slash(w.general, "facts reload")
    async with asyncio.timeout(SLOWEST_BUILD):
        await w.bot.library.idle()
    await w.env.settle()
    (embed,) = result.response.message.embeds
    return f"{embed.title}\n{embed.description}"


async def test_real_facts_are_answered_from(settings):
    async with opened(settings) as w:
        reply = await w.mention(PRICE)
        assert "20,000" in reply.content
        assert OLD in reply.embeds[0].description.replace("**", "")
        source = (await w.alice.click(reply, label="Source")).response
        assert "title: Prices" not in source.embeds[0].description  # what stands above the text is none of it


async def test_reload_answers_from_what_changed(settings):
    async with opened(settings) as w:
        folder = settings.documents[0]
        (folder / "twingo.md").write_text(article(NEW), encoding="utf-8")
        (folder / "twingo.facts.toml").write_text(review(NEW, "21,500 euros"), encoding="utf-8")
        assert "~ Renault Twingo · price · 20,000 euros → 21,500 euros" in await reload(w)
        assert "21,500" in (await w.mention(PRICE)).content


async def test_broken_document_leaves_the_old_facts_and_is_named(settings):
    async with opened(settings) as w:
        (settings.documents[0] / "broken.md").write_text(
            f"---\ntitle: New\ncolour: red\n---\n{NEW}\n", encoding="utf-8"
        )
        said = await reload(w)
        assert "the old facts go on answering" in said
        assert "broken.md:3" in said
        assert "20,000" in (await w.mention(PRICE)).content


async def test_last_reload_is_known_after_a_restart(settings):
    async with opened(settings) as w:
        await reload(w)
    async with opened(settings) as w:
        result = await w.boss.slash(w.general, "facts status")
        assert "**Last reload**: by boss, <t:" in result.response.content
        assert "went well" in result.response.content


async def test_every_question_is_answered_while_the_child_process_builds(settings):
    async with opened(settings) as w:
        folder = settings.documents[0]
        (folder / "twingo.md").write_text(article(NEW), encoding="utf-8")
        (folder / "twingo.facts.toml").write_text(review(NEW, "21,500 euros"), encoding="utf-8")
        await w.bot.servers.change(w.guild.id, ServerSettings(replies=1_000))  # nobody else asks so often
        await w.boss.slash(w.general, "facts reload")
        said = []
        async with asyncio.timeout(SLOWEST_BUILD):
            while w.bot.library.is_reloading:
                said += [(await w.mention(question)).content for question in (PRICE, "twingo price?")]
                await asyncio.sleep(0.05)
        await w.env.settle()
        said.append((await w.mention(PRICE)).content)
        assert len(w.said(w.general)) == len(said) > FEWEST_ASKED
        newer = ["21,500" in one for one in said]
        assert all(new or "20,000" in one for new, one in zip(newer, said, strict=True))
        assert newer == sorted(newer), "once the new facts answer, the old ones never do again"
        assert newer[-1]


def test_documents_that_cannot_be_read_are_a_fault(settings):
    settings.facts.unlink()
    (settings.documents[0] / "broken.md").write_text("---\ncolour: red\n---\n", encoding="utf-8")
    with pytest.raises(StoreError, match=r"broken\.md:2"):
        open_library(settings)


def test_file_of_another_kind_is_never_written_over(settings):
    settings.facts.write_text("dear diary", encoding="utf-8")
    with pytest.raises(StoreError, match="not a fact store"):
        open_library(settings)
    assert settings.facts.read_text(encoding="utf-8") == "dear diary"


async def test_attached_documents_are_read_in_a_child_process(settings: Settings):
    curator = curator_for(settings)
    assert curator is not None
    staged = curator.staging.put(curator.folders.home_of("zoe.md"), b"The Renault Zoe costs 30,000 euros.\n")
    built = await curator.understand(staged.documents, staged.store)
    assert built.store == staged.store, built.said
    with FactStore.open(staged.store) as store:
        assert [fact.value.text for fact in store.facts()] == ["30,000 euros"]


async def test_what_is_wrong_with_an_attached_document_has_its_line(settings: Settings):
    curator = curator_for(settings)
    assert curator is not None
    staged = curator.staging.put(curator.folders.home_of("zoe.md"), b"---\npublishd: 2026\n---\nText.\n")
    built = await curator.understand(staged.documents, staged.store)
    assert built.store is None
    assert built.said.startswith("zoe.md:2: unknown key 'publishd'")


def test_shipped_documents_are_changed_by_nobody():
    assert curator_for(Settings()) is None


def test_start_waits_for_a_build_of_another_process(settings: Settings):
    settings.facts.unlink()
    held = threading.Event()

    def hold() -> None:
        with alone(settings.facts.parent, settings.facts.name, "sam"):
            held.set()
            time.sleep(1.5)  # longer than the child needs to start

    holding = threading.Thread(target=hold)
    holding.start()
    held.wait()
    open_library(settings).close()
    holding.join()
    assert settings.facts.exists()


def test_choices_are_kept_in_memory_where_there_is_no_place(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    for path in (None, tmp_path / "file" / "servers.db"):
        caplog.clear()
        open_servers(Settings(servers=path)).close()
        assert [one.getMessage().endswith("set LINEUP_SERVERS") for one in caplog.records] == [True]


def test_choices_are_kept_where_the_settings_say(tmp_path: Path) -> None:
    open_servers(Settings(servers=tmp_path / "deep" / "servers.db")).close()
    assert (tmp_path / "deep" / "servers.db").exists()
