"""Publishing to an object store that speaks S3: races, kills, and bots that change over while people ask."""

import asyncio
import os
import re
import threading
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import count
from pathlib import Path

import pytest

if find_spec("moto") is None and "LINEUP_CI" not in os.environ:
    pytest.skip("needs moto, the S3-compatible server of the development lock", allow_module_level=True)

from bot.publishing.address import place_at
from bot.publishing.errors import OvertakenError
from bot.publishing.place import PART, Place
from bot.publishing.publishing import Published, publish
from bot.publishing.shelf import Shelf
from tests.bot.discord.loopback import Loopback, listening
from tests.bot.publishing.editions import NEW, OLD, QUESTION, QUOTED, SHIPPED, VERSION, edition, fetched_price, put
from tests.bot.publishing.processes import Bucket, ended, running, served
from tests.waiting import SOON, until

NEWEST = "23,900"
REFUSED = "is not what its manifest says and is not used"
SEED = 6  # of the moments
KILLS = 5


@pytest.fixture(scope="module")
def bucket() -> Iterator[Bucket]:
    with served() as one:
        yield one


@pytest.fixture(autouse=True)
def credentials(bucket: Bucket, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in bucket.environment.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def address(bucket: Bucket, request: pytest.FixtureRequest) -> str:
    return bucket.address(request.node.name)


@pytest.fixture
def place(address: str) -> Place:
    return place_at(address)


@pytest.fixture(scope="module")
def newest(shipped_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return edition(shipped_store, tmp_path_factory.mktemp("newest") / "newest.db", NEWEST)


def test_store_that_is_sent_in_parts_arrives_whole(place: Place, shipped_store: Path, shelf: Shelf) -> None:
    assert shipped_store.stat().st_size > PART

    put(place, shipped_store)

    assert fetched_price(place, shelf) == SHIPPED
    assert not put(place, shipped_store).is_new


def test_of_three_who_publish_at_once_one_wins_and_the_others_are_told(
    place: Place, editions: tuple[Path, Path], newest: Path
) -> None:
    put(place, newest)
    for _ in range(2):
        meeting = threading.Barrier(3, timeout=SOON)
        ended: list[Published | OvertakenError] = []

        def run(store: Path, meeting: threading.Barrier = meeting, ended: list[object] = ended) -> None:
            try:
                tell = lambda doing: meeting.wait() if doing.startswith("looking") else None  # noqa: E731  # short
                ended.append(publish(place, store, lineup=VERSION, tell=tell))
            except OvertakenError as fault:
                ended.append(fault)

        threads = [threading.Thread(target=run, args=(store,)) for store in (*editions, editions[0])]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        (won,) = (one for one in ended if isinstance(one, Published))
        assert len(ended) == 3
        assert place.read().manifest == won.manifest
        put(place, newest)


KILLED = """
import os
import random
import signal
import sys
import time
from pathlib import Path

from bot.publishing.address import place_at
from bot.publishing.publishing import publish

moments = random.Random(int(sys.argv[1]))
while sys.stdin.readline():
    told, tells = os.pipe()
    if not (child := os.fork()):
        place = place_at(sys.argv[2])
        for _ in range(20):
            for store in sys.argv[3:]:
                publish(place, Path(store), lineup="1.0")
                os.write(tells, b".")
        os._exit(0)
    os.read(told, 1)
    time.sleep(moments.uniform(0, 0.25))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    print("killed", flush=True)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forked processes")
@pytest.mark.parametrize("kind", ["bucket", "folder"])
async def test_publisher_that_is_killed_leaves_the_last_good_facts(
    kind: str, address: str, editions: tuple[Path, Path], shelf: Shelf, tmp_path: Path
) -> None:
    where = address if kind == "bucket" else str(tmp_path / "published")
    place, seen = place_at(where), set()
    put(place, editions[0])
    async with running("-c", KILLED, str(SEED), where, *map(str, editions)) as publishers:
        for _ in range(KILLS):
            publishers.stdin.write(b"\n")
            assert await publishers.stdout.readline() == b"killed\n"
            seen.add(place.read().manifest.published)
            assert fetched_price(place, shelf) in (OLD, NEW)
    assert len(seen) > KILLS // 2
    put(place, editions[1])
    put(place, editions[0])
    assert fetched_price(place, shelf) == OLD


RUN_AT = """
import asyncio
import logging
import sys
from pathlib import Path

from discord.http import Route

from bot.discord.client import until_stopped
from bot.discord.fragile import expect_no_voice
from bot.discord.opening import open_library
from bot.settings import Settings

Route.BASE = sys.argv[1]
logging.basicConfig(level=logging.INFO, format="%(message)s")
logging.getLogger("discord").setLevel(logging.WARNING)
settings = Settings(token="someone.somewhere.secret", facts_url=sys.argv[2], cache=Path(sys.argv[3]))
expect_no_voice()
library = open_library(settings)
library.build.pause = 0.2
asyncio.run(until_stopped(settings, library))
library.close()
"""


@dataclass
class Bot:
    """A bot in a process of its own, which is asked the same question over and over by somebody else each time."""

    discord: Loopback
    process: Process
    log: str = ""

    def prices(self) -> list[str]:
        """List the prices that were answered, in the order of the questions; each with the sentence that says so."""
        said = sorted(self.discord.tried, key=lambda one: int(one["nonce"]))
        prices = [re.search(r"costs ([\d,]+) euros", one["content"])[1] for one in said]
        quotes = [str(one["embeds"]).replace("*", "") for one in said]
        assert all(QUOTED.format(price) in quote for price, quote in zip(prices, quotes, strict=True))
        return prices

    async def be_asked(self) -> None:
        """Ask until the test has ended."""
        await until(lambda: self.discord.intents, "the bot connects")
        for number in count(100):
            await self.discord.ask(QUESTION, number, asker=number)
            await asyncio.sleep(0.2)

    async def listen(self) -> None:
        while line := await self.process.stdout.readline():
            self.log += line.decode()


@asynccontextmanager
async def bot_at(address: str, cache: Path) -> AsyncIterator[Bot]:
    """Run a bot that follows an address, on a Discord of its own, while people ask."""
    async with (
        listening(Loopback()) as discord,
        running("-c", RUN_AT, discord.address, address, str(cache)) as process,
    ):
        bot = Bot(discord, process)
        log, asking = asyncio.create_task(bot.listen()), asyncio.create_task(bot.be_asked())
        try:
            yield bot
        finally:
            asking.cancel()
            await asyncio.wait({asking})
            await ended(process)
            await log


async def answered(bots: list[Bot], price: str) -> None:
    """Wait until each bot answers with a price."""
    await until(lambda: all(bot.prices()[-1:] == [price] for bot in bots), f"all answer {price}")


async def test_two_bots_change_over_under_questions(
    address: str, place: Place, old: Path, new: Path, newest: Path, tmp_path: Path
) -> None:
    put(place, old)
    async with bot_at(address, tmp_path / "one") as one, bot_at(address, tmp_path / "two") as two:
        bots = [one, two]
        await answered(bots, OLD)

        await asyncio.to_thread(half_upload, place, new)
        await until(lambda: all(REFUSED in bot.log for bot in bots), "both refuse it")
        asked = max(len(bot.prices()) for bot in bots)
        await until(lambda: all(len(bot.prices()) > asked + 3 for bot in bots), "they are asked again")
        assert {price for bot in bots for price in bot.prices()} == {OLD}

        await asyncio.to_thread(put, place, newest)
        await answered(bots, NEWEST)

    for bot in bots:
        prices = bot.prices()
        assert prices == sorted(prices), "an older answer after a newer one"
        assert set(prices) == {OLD, NEWEST}
        assert bot.log.count(REFUSED) == 1
        assert bot.log.count("Answering from facts-") == 1
        assert bot.log.rstrip().endswith("Stopped")
        assert "hidden" not in bot.log


def half_upload(place: Place, new: Path) -> None:
    """Leave half of a store under its name with a manifest of it, as nobody does who publishes."""
    half = new.with_name("half.db")
    half.write_bytes(new.read_bytes()[: new.stat().st_size // 2] + bytes(new.stat().st_size // 2))
    before = place.read()
    published = put(Place.in_folder(new.parent / "aside"), new).manifest
    with half.open("rb") as file:
        place.put(published.store, file)
    place.replace(published, before)
