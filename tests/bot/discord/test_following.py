"""A bot follows the facts that are published: newer ones come into service, and whatever else is there never does."""

import asyncio
import logging
import re
import socket
from collections.abc import Awaitable, Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from bot.building.child import Built, Tells
from bot.discord.following import Follower, Following
from bot.discord.knowledge import Knowledge
from bot.discord.library import Library
from bot.discord.opening import open_library
from bot.discord.operator.status import of_facts, of_place
from bot.discord.texts import texts_in
from bot.publishing.address import place_at
from bot.publishing.errors import NothingThereError
from bot.publishing.manifest import MANIFEST
from bot.publishing.place import Place
from bot.publishing.subscribing import Subscription
from bot.settings import Settings
from facts.store.schema import SCHEMA_VERSION
from tests.bot.discord.shelf import Shelf, Shown, Table
from tests.bot.discord.world import whispered, world
from tests.bot.publishing.editions import NEW, OLD, QUESTION, edition, put
from tests.waiting import until


@pytest.fixture(scope="module")
def editions(shipped_store: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("editions")
    return edition(shipped_store, folder / "old.db", OLD), edition(shipped_store, folder / "new.db", NEW)


@pytest.fixture
def folder(editions, tmp_path) -> Path:
    """Return the folder that the old facts are published in."""
    put(Place.in_folder(tmp_path / "published"), editions[0])
    return tmp_path / "published"


def opened(path: Path) -> Knowledge:
    return Knowledge(Table(), Shelf(path=path), Shown())


def followed(folder: Path) -> tuple[Library, Subscription]:
    """Return a library of what is published in a folder, which is quickly opened."""
    subscription = Subscription(str(folder), Place.in_folder(folder), folder.parent / "cache")
    return Library(opened(subscription.open().path), build=subscription, opener=opened), subscription


def told(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name == "bot.discord.following"]


async def test_newer_facts_come_into_service_at_the_next_look(editions, folder, tmp_path, caplog):
    caplog.set_level(logging.INFO)
    library = await asyncio.to_thread(open_library, Settings(facts_url=str(folder), cache=tmp_path / "cache"))
    follower = Follower(library, library.build)
    await follower.look()
    assert OLD in library.ask(QUESTION, who="a").text
    put(Place.in_folder(folder), editions[1])
    await follower.look()
    assert NEW in library.ask(QUESTION, who="a").text
    await follower.look()
    assert [line.split(",")[0] for line in told(caplog)] == [f"Answering from {library.store_path.name}"]
    library.close()


async def test_place_that_does_not_answer_is_logged_once_and_asked_less_often(folder, caplog):
    caplog.set_level(logging.INFO)
    library, subscription = followed(folder)
    follower, there = Follower(library, subscription), subscription.place
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        subscription.place = place_at(f"http://user:secret@127.0.0.1:{nobody.getsockname()[1]}/facts")
        for pause in (120, 240):
            await follower.look()
            assert follower.delay() == pause
    subscription.place = there
    await follower.look()
    assert follower.delay() == 60
    lost, back = told(caplog)
    assert re.fullmatch(r"http://user:\*\*\*@127\S+ cannot be read: \S.*; the old facts go on answering", lost)
    assert back == f"Following {folder} again"


async def test_altered_facts_are_refused_once_and_told_in_the_status(editions, folder, caplog):
    library, subscription = followed(folder)
    follower, before = Follower(library, subscription), library.store_path
    sent = folder / put(Place.in_folder(folder), editions[1]).manifest.store
    sent.write_bytes(bytes(sent.stat().st_size))
    for _ in range(3):
        await follower.look()
    assert library.store_path == before
    assert library.last.at is not None
    (line,) = told(caplog)
    assert "is not what its manifest says" in line
    said = "\n".join(of_place(subscription, texts_in("en"))).replace("\\", "")
    assert said.startswith(f"**Published at** {folder}; it answered last: <t:")
    assert "⚠️ Nothing newer is answered from: " in said
    assert str(folder) not in "\n".join(of_facts(library, 0, texts_in("en"))), "an admin of any server sees that"
    put(Place.in_folder(folder), editions[1])
    await follower.look()
    assert library.store_path != before
    assert subscription.problem is None


async def test_facts_of_another_schema_wait_for_an_update_without_being_fetched(folder):
    library, subscription = followed(folder)
    before = subscription.manifest
    for schema in (SCHEMA_VERSION + 1, SCHEMA_VERSION - 1):
        content = (folder / MANIFEST).read_text().replace(f'"schema": {before.store_schema}', f'"schema": {schema}')
        (folder / MANIFEST).write_text(content)
        before = before.model_copy(update={"store_schema": schema})
        await Follower(library, subscription).look()
        assert f"have schema {schema} where {SCHEMA_VERSION} is needed" in subscription.problem
    assert library.last is None


async def test_older_manifest_of_a_slow_copy_is_left_alone(editions, folder, caplog):
    stale = (folder / MANIFEST).read_bytes()
    put(Place.in_folder(folder), editions[1])
    library, subscription = followed(folder)
    (folder / MANIFEST).write_bytes(stale)
    await Follower(library, subscription).look()
    assert (library.last, subscription.problem, told(caplog)) == (None, None, [])


async def test_bot_starts_from_what_was_fetched_before_where_the_place_is_gone(folder, caplog):
    followed(folder)
    folder.rename(folder.parent / "away")
    library, subscription = followed(folder)
    assert "nothing is published at" in subscription.problem
    subscription.pause = 0.01
    following = asyncio.create_task(Follower(library, subscription).follow())
    await until(lambda: "any more" in subscription.problem)
    (folder.parent / "away").rename(folder)
    await until(lambda: subscription.problem is None)
    following.cancel()
    assert told(caplog)[0].endswith("; the facts fetched before answer")


async def test_bot_without_any_facts_does_not_start(tmp_path):
    with pytest.raises(NothingThereError, match="nothing is published at"):
        await asyncio.to_thread(open_library, Settings(facts_url=str(tmp_path), cache=tmp_path / "cache"))


async def test_defect_of_following_is_not_silent(folder, caplog):
    library, subscription = followed(folder)
    subscription.pause, subscription.place = 0, None
    following = Following(SimpleNamespace(library=library), subscription)
    await following.cog_load()
    await asyncio.sleep(0.05)
    await following.cog_unload()
    assert told(caplog) == ["The facts that are published are followed no more"]


class WaitedFor(Subscription):
    """A subscription of which the simulation knows that its child process is no work of the bot's."""

    wait: Callable[..., Awaitable[Built]]

    async def __call__(self, by: str = "", tell: Tells | None = None) -> Built:
        return await self.wait(super().__call__(by, tell), reason="a fetch in a child process")


async def test_reload_looks_at_the_place_at_once(editions, folder):
    subscription = WaitedFor(str(folder), Place.in_folder(folder), folder.parent / "cache")
    library = Library(opened(subscription.open().path), build=subscription, opener=opened)
    newest = put(Place.in_folder(folder), editions[1]).manifest
    async with world(library=library) as w:
        subscription.wait = w.env.external_wait
        result = await w.boss.slash(w.general, "facts reload")
        await library.idle()
        await w.env.settle()
        (embed,) = result.response.message.embeds
        assert embed.title == "Reloaded"
        assert f"Renault Twingo · price · {OLD} euros → {NEW} euros" in embed.description
        assert library.store_path.name == newest.store
        (said,) = whispered(await w.boss.slash(w.general, "facts status"))
        assert f"<t:{int(newest.published.timestamp())}:R>" in said


async def test_documents_are_changed_where_the_facts_are_published_from(folder):
    library, _ = followed(folder)
    async with world(library=library) as w:
        (said,) = whispered(await w.boss.slash(w.general, "facts remove", name="article.txt"))
        assert said.startswith("The facts come from ")
        assert said.endswith("; change the documents where they are published from.")
