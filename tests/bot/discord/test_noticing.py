"""What another process changed counts within seconds: another store in the place of the old one, other settings."""

import asyncio
import logging
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.discord import noticing as module
from bot.discord.library import Library
from bot.discord.noticing import ServersWatch, StoreWatch, noticing
from bot.discord.opening import open_knowledge
from bot.servers import Servers, ServerSettings
from bot.servers.file import ServersFile
from bot.settings import Settings
from facts.build import build
from tests.bot.discord.settings.test_panel import opened
from tests.bot.discord.shelf import PRICE, HeldBuild
from tests.bot.discord.world import whispered, world
from tests.bot.servers.places import DatabasePlace
from tests.bot.servers.postgres import Server

QUESTION = "How much does the Renault Twingo cost?"
ARTICLE = "The Renault Twingo costs {} euros.\n"
SOON = 60.0  # seconds, on a busy machine
HERE = 2**62 + 1
PAGE = 4_096  # bytes


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Build a store for each price, and return them by price."""
    built = {}
    for price in ("20,000", "21,500"):
        folder = tmp_path_factory.mktemp("documents")
        (folder / "twingo.md").write_text(ARTICLE.format(price), encoding="utf-8")
        built[price] = tmp_path_factory.mktemp("store") / "facts.db"
        build([folder], built[price])
    return built


def put(source: Path, target: Path) -> None:
    """Put a store in the place of another at once, as a build does."""
    shutil.copy(source, target.with_suffix(".new"))
    target.with_suffix(".new").replace(target)


@pytest.fixture
def settings(stores: dict[str, Path], tmp_path: Path) -> Settings:
    put(stores["20,000"], tmp_path / "facts.db")
    return Settings(facts=tmp_path / "facts.db", cache=tmp_path)


def library_of(path: Path) -> Library:
    return Library(open_knowledge(path), build=HeldBuild(), opener=open_knowledge)


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(SOON):
        while not holds():  # noqa: ASYNC110  # the event would have to come from the code under test
            await asyncio.sleep(0.02)


def price(library: Library) -> str:
    return library.ask(QUESTION, who=1).text


async def test_store_that_was_replaced_answers_from_the_second_look_on(settings, stores, caplog):
    caplog.set_level(logging.INFO, "bot")
    library = library_of(settings.facts)
    watch = StoreWatch(library, settings)
    for _ in range(3):
        await watch.look()
    assert caplog.messages == []
    put(stores["21,500"], settings.facts)
    await watch.look()
    assert "20,000" in price(library)
    await watch.look()
    assert "21,500" in price(library)
    await watch.look()
    assert caplog.messages == [f"Answering from the facts that were put at {settings.facts}"]
    library.close()


async def test_store_that_is_still_written_waits(settings, stores):
    library = library_of(settings.facts)
    watch = StoreWatch(library, settings)
    new = settings.facts.with_suffix(".half")
    whole = stores["21,500"].read_bytes()
    new.write_bytes(whole[: len(whole) // 2])
    new.replace(settings.facts)
    await watch.look()
    with settings.facts.open("ab") as file:
        file.write(whole[len(whole) // 2 :])
    await watch.look()
    assert "20,000" in price(library)
    await watch.look()
    assert "21,500" in price(library)
    library.close()


@pytest.mark.parametrize(
    "spoiled",
    [
        lambda _: b"no store",
        lambda whole: whole[: -len(whole) // 2],
        lambda whole: whole[: 2 * PAGE] + bytes(len(whole) - 2 * PAGE),
        lambda _: b"",
    ],
)
async def test_broken_store_is_told_of_once_and_changes_nothing(spoiled, settings, stores, caplog):
    library = library_of(settings.facts)
    watch = StoreWatch(library, settings)
    broken = settings.facts.with_suffix(".broken")
    broken.write_bytes(spoiled(stores["21,500"].read_bytes()))
    broken.replace(settings.facts)
    for _ in range(4):
        await watch.look()
    (record,) = caplog.records
    assert str(settings.facts) in record.message
    assert record.message.endswith("the old facts go on answering")
    assert "20,000" in price(library)
    put(stores["21,500"], settings.facts)
    for _ in range(2):
        await watch.look()
    assert "21,500" in price(library)
    library.close()


async def test_store_that_is_gone_changes_nothing(settings, caplog):
    library = library_of(settings.facts)
    watch = StoreWatch(library, settings)
    settings.facts.unlink()
    for _ in range(3):
        await watch.look()
    assert "20,000" in price(library)
    assert caplog.records == []
    library.close()


async def test_own_reload_is_no_news(settings, stores):
    library = library_of(settings.facts)
    watch = StoreWatch(library, settings)

    async def rebuild(by: str = "", tell: object = None) -> object:  # noqa: ARG001  # as builds are called
        put(stores["21,500"], settings.facts)
        await watch.look()
        return replace(HeldBuild().built, store=settings.facts)

    library.build = rebuild
    await library.reload()
    loaded = library.loaded_at
    for _ in range(3):
        await watch.look()
    assert library.loaded_at is loaded
    assert "21,500" in price(library)
    library.close()


async def test_store_that_is_named_after_its_documents_is_found(stores, tmp_path):
    """Without LINEUP_FACTS another name follows from other documents."""
    documents = tmp_path / "documents"
    documents.mkdir()
    settings = Settings(documents=(documents,), cache=tmp_path / "cache")
    (documents / "twingo.md").write_text(ARTICLE.format("20,000"), encoding="utf-8")
    put(stores["20,000"], settings.store())
    library = library_of(settings.store())
    watch = StoreWatch(library, settings)
    for _ in range(2):
        await watch.look()
    (documents / "twingo.md").write_text(ARTICLE.format("21,500"), encoding="utf-8")
    await watch.look()
    assert "20,000" in price(library)
    put(stores["21,500"], settings.store())
    for _ in range(2):
        await watch.look()
    assert "21,500" in price(library)
    library.close()


async def test_build_in_a_shell_is_noticed(settings, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "EVERY", 0.1)
    library = library_of(settings.facts)
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "twingo.md").write_text(ARTICLE.format("22,700"), encoding="utf-8")
    command = (sys.executable, "-m", "bot", "build", "--documents", tmp_path / "documents", "--facts", settings.facts)
    async with noticing(settings, library, Servers()):
        await asyncio.to_thread(subprocess.run, command, check=True, capture_output=True)
        await until(lambda: "22,700" in price(library))
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
