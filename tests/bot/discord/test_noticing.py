"""What another process changed counts within seconds: another store in the place of the old one, other settings."""

import asyncio
import logging
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from bot.building.child import Built
from bot.discord import noticing as module
from bot.discord.knowledge import Knowledge, Mark, Opener
from bot.discord.library import Library
from bot.discord.noticing import ServersWatch, StoreWatch, noticing
from bot.discord.opening import open_knowledge
from bot.servers import Servers, ServerSettings
from bot.servers.file import ServersFile
from bot.settings import Settings
from facts.errors import StoreError
from tests.bot.discord.settings.test_panel import opened
from tests.bot.discord.shelf import NEW_STORE, PRICE, HeldBuild, Shelf, knowledge
from tests.bot.discord.world import whispered, world
from tests.bot.servers.places import DatabasePlace
from tests.bot.servers.postgres import Server
from tests.waiting import until

QUESTION = "How much does the Renault Twingo cost?"
HERE = 2**62 + 1
PAGE = 4_096  # bytes
OLD, NEW = "The Twingo costs €20,000.", "The Twingo costs €21,500."


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    put(OLD, tmp_path / "facts.db")
    return Settings(facts=tmp_path / "facts.db", cache=tmp_path)


def put(price: str, target: Path) -> None:
    """Put another store in the place of one at once, as a build does: here, a file that holds what a car costs."""
    target.with_suffix(".new").write_text(price, encoding="utf-8")
    target.with_suffix(".new").replace(target)


def open_price(path: Path) -> Knowledge:
    """Open such a store."""
    mark, text = Mark.of(path), path.read_text(encoding="utf-8")
    if text not in (OLD, NEW):
        raise StoreError(f"{path} is truncated")
    return replace(knowledge(price=text), store=Shelf(path=path), mark=mark)


def library_of(path: Path, opener: Opener = open_price) -> Library:
    return Library(opener(path), build=HeldBuild(), opener=opener)


def price(library: Library) -> str:
    return library.ask(PRICE, who=1).text


async def test_store_that_was_replaced_answers_from_the_second_look_on(settings, caplog):
    caplog.set_level(logging.INFO, "bot")
    library = library_of(settings.facts)
    watch = StoreWatch(library, settings)
    for _ in range(3):
        await watch.look()
    assert caplog.messages == []
    put(NEW, settings.facts)
    await watch.look()
    assert price(library) == OLD
    await watch.look()
    assert price(library) == NEW
    await watch.look()
    assert caplog.messages == [f"Answering from the facts that were put at {settings.facts}"]


async def test_store_that_is_still_written_waits(settings, caplog):
    library = library_of(settings.facts)
    watch = StoreWatch(library, settings)
    with settings.facts.with_suffix(".half").open("w", encoding="utf-8") as file:
        file.write(NEW[:9])
        file.flush()
        settings.facts.with_suffix(".half").replace(settings.facts)
        await watch.look()
        file.write(NEW[9:])
    await watch.look()
    assert price(library) == OLD
    await watch.look()
    assert price(library) == NEW
    assert caplog.records == []


async def test_broken_store_is_told_of_once_and_changes_nothing(settings, caplog):
    library = library_of(settings.facts)
    watch = StoreWatch(library, settings)
    put("no store", settings.facts)
    for _ in range(4):
        await watch.look()
    assert caplog.messages == [f"{settings.facts} is truncated; the old facts go on answering"]
    assert price(library) == OLD
    put(NEW, settings.facts)
    for _ in range(2):
        await watch.look()
    assert price(library) == NEW


@pytest.mark.parametrize(
    "spoiled",
    [lambda whole: whole[: -len(whole) // 2], lambda whole: whole[: 2 * PAGE] + bytes(len(whole) - 2 * PAGE)],
    ids=["cut off", "zeros"],
)
async def test_damage_of_a_real_store_is_told_of_once(spoiled, settings, shipped_store, caplog):
    shutil.copy(shipped_store, settings.facts)
    library = library_of(settings.facts, open_knowledge)
    watch = StoreWatch(library, settings)
    settings.facts.with_suffix(".new").write_bytes(spoiled(shipped_store.read_bytes()))
    settings.facts.with_suffix(".new").replace(settings.facts)
    for _ in range(3):
        await watch.look()
    (record,) = caplog.records
    assert record.message.startswith(str(settings.facts))
    assert record.message.endswith("the old facts go on answering")
    assert "20,000" in library.ask(QUESTION, who=1).text
    library.close()


async def test_store_that_is_gone_changes_nothing(settings, caplog):
    library = library_of(settings.facts)
    watch = StoreWatch(library, settings)
    settings.facts.unlink()
    for _ in range(3):
        await watch.look()
    assert price(library) == OLD
    assert caplog.records == []


async def test_own_reload_is_no_news(settings):
    library = library_of(settings.facts)
    watch = StoreWatch(library, settings)

    async def rebuild(by: str = "", tell: object = None) -> Built:  # noqa: ARG001  # as builds are called
        put(NEW, settings.facts)
        await watch.look()
        return replace(NEW_STORE, store=settings.facts)

    library.build = rebuild
    await library.reload()
    loaded = library.loaded_at
    for _ in range(3):
        await watch.look()
    assert library.loaded_at is loaded
    assert price(library) == NEW


async def test_store_that_is_named_after_its_documents_is_found(tmp_path):
    """Without LINEUP_FACTS another name follows from other documents."""
    documents = tmp_path / "documents"
    documents.mkdir()
    settings = Settings(documents=(documents,), cache=tmp_path / "cache")
    (documents / "twingo.md").write_text(OLD, encoding="utf-8")
    put(OLD, settings.store())
    library = library_of(settings.store())
    watch = StoreWatch(library, settings)
    for _ in range(2):
        await watch.look()
    (documents / "twingo.md").write_text(NEW, encoding="utf-8")
    await watch.look()
    assert price(library) == OLD
    put(NEW, settings.store())
    for _ in range(2):
        await watch.look()
    assert price(library) == NEW


async def test_real_store_that_a_shell_puts_there_is_noticed(settings, shipped_store, monkeypatch):
    monkeypatch.setattr(module, "EVERY", 0.05)
    shutil.copy(shipped_store, settings.facts)
    library = library_of(settings.facts, open_knowledge)
    loaded = library.loaded_at
    async with noticing(settings, library, Servers()):
        move = f"cp {shipped_store} {settings.facts}.new && mv {settings.facts}.new {settings.facts}"
        await (await asyncio.create_subprocess_shell(move)).wait()
        await until(lambda: library.loaded_at > loaded)
        assert "20,000" in library.ask(QUESTION, who=1).text
    library.close()


async def test_settings_of_another_process_count(settings, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "EVERY", 0.05)
    here, there = (Servers(ServersFile(tmp_path / "servers.db")) for _ in range(2))
    async with noticing(settings, library_of(settings.facts), here):
        await there.change(HERE, ServerSettings(language="fr"))
        await until(lambda: here.settings(HERE).language == "fr")


async def test_database_that_is_away_stops_no_answer(database: DatabasePlace, stopped: Server, caplog):
    """One line in the log, one sentence for whoever changes settings; what was read last counts."""
    servers = database.servers()
    watch = ServersWatch(servers)
    async with world(servers=servers) as w:
        await servers.change(w.guild.id, ServerSettings(language="fr"))
        panel = await opened(w)
        stopped.stop()
        caplog.set_level(logging.INFO, "bot")
        for _ in range(3):
            await watch.look()
        assert [record.levelname for record in caplog.records] == ["WARNING"]
        assert "counts as it was read last" in caplog.text
        await w.env.advance_time(61)
        assert (await w.mention(PRICE)).content == "The Twingo costs €20,000."
        assert w.bot.settings_of(w.bot.guilds[0]).language == "fr"
        language = panel.response.message.components[2].children[0]
        said = whispered(await w.boss.select(panel.response.message, ["en"], custom_id=language.custom_id))
        assert said == ["That could not be kept; whoever runs me can see why in the log."]
        assert len(caplog.records) == 2, "that person's line, and none for the counts"
        stopped.start()
        await watch.look()
        assert caplog.messages[-1] == "What servers chose can be read again"
        await servers.change(w.guild.id, ServerSettings(language="en"))
