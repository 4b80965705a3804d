"""What becomes of a reply, and of the bot, where the connection is bad: discord.py's own client over real sockets."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from discord.http import Route
from discord.utils import time_snowflake, utcnow

from bot.discord.client import serve
from bot.discord.library import Library
from bot.discord.replies import TROUBLE
from bot.settings import Settings
from tests.bot.discord.loopback import Failure, Loopback, listening
from tests.bot.discord.shelf import LAUNCH, PRICE, HeldBuild, knowledge, refuse
from tests.bot.discord.world import world
from tests.waiting import until

SETTINGS = Settings(token="someone.somewhere.secret")
SAID = "The Twingo costs €20,000."
TOO_MANY = Failure(429, {"message": "You are being rate limited.", "retry_after": 0.05, "global": False})
BROKEN = Failure(500, {"message": "500: Internal Server Error", "code": 0})


@asynccontextmanager
async def connected(monkeypatch: pytest.MonkeyPatch, *failures: Failure) -> AsyncIterator[Loopback]:
    """Connect a bot, and end it after the test."""
    async with listening(Loopback(failures=list(failures))) as here:
        monkeypatch.setattr(Route, "BASE", here.address)
        library = Library(knowledge(), build=HeldBuild(), opener=refuse)
        serving = asyncio.create_task(serve(SETTINGS, library))
        await until(lambda: here.intents)
        yield here
        serving.cancel()
        await asyncio.wait({serving})


def contents(here: Loopback) -> list[object]:
    """List what people see of the bot."""
    return [one["content"] for one in here.taken.values()]


async def test_reply_arrives(monkeypatch):
    async with connected(monkeypatch) as here:
        await here.ask(PRICE)
        await until(lambda: here.taken)
        assert contents(here) == [SAID]
        assert (here.tried[0]["nonce"], here.tried[0]["enforce_nonce"]) == ("100", True)


@pytest.mark.parametrize("failures", [[TOO_MANY], [TOO_MANY, TOO_MANY], [BROKEN]])
async def test_reply_that_is_put_off_arrives_once(failures, monkeypatch):
    async with connected(monkeypatch, *failures) as here:
        await here.ask(PRICE)
        await until(lambda: here.taken)
        assert contents(here) == [SAID]
        assert {one["nonce"] for one in here.tried} == {"100"}
        assert len(here.tried) == len(failures) + 1


async def test_questions_all_at_once_get_as_many_replies_as_one_after_another(monkeypatch):
    async with connected(monkeypatch, TOO_MANY) as here:
        for number in range(100, 107):
            await here.ask(PRICE, number)
        await until(lambda: len(here.taken) == 5)
        await here.ask(LAUNCH, 107)
        await asyncio.sleep(0.2)
        assert list(here.taken) == ["100", "101", "102", "103", "104"]


async def test_reply_that_was_taken_by_a_failing_request_is_not_given_twice(monkeypatch):
    async with connected(monkeypatch, Failure(502, taken=True)) as here:
        await here.ask(PRICE)
        await until(lambda: len(here.tried) == 2)
        await here.ask(PRICE, number=101)
        await until(lambda: "101" in here.taken)
        assert contents(here) == [SAID, SAID]
        assert [one["nonce"] for one in here.tried] == ["100", "100", "101"]


async def test_reply_on_its_way_is_taken_back_when_its_question_goes(monkeypatch):
    async with connected(monkeypatch, TOO_MANY) as here:
        await here.ask(PRICE)
        await until(lambda: here.tried)
        await here.delete(100)
        await until(lambda: here.gone)
        assert (here.gone, here.taken) == ([SAID], {})


async def test_reply_on_its_way_is_changed_with_its_question(monkeypatch):
    question = time_snowflake(utcnow())
    async with connected(monkeypatch, TOO_MANY) as here:
        await here.ask(PRICE, question)
        await until(lambda: here.tried)
        await here.edit(LAUNCH, question)
        await until(lambda: contents(here) == ["The Twingo comes in 2026."])
        assert len(here.tried) == 2


@pytest.mark.parametrize("taken", [True, False])
async def test_reply_whose_connection_is_cut_arrives_once(taken, monkeypatch, caplog):
    async with connected(monkeypatch, Failure(None, taken=taken)) as here:
        await here.ask(PRICE)
        await until(lambda: len(here.tried) == 2 and here.taken)
        assert contents(here) == [SAID]
        assert [one["nonce"] for one in here.tried] == ["100", "100"]
        assert not [record for record in caplog.records if record.name.startswith("bot.")]


async def test_reply_whose_connection_is_cut_twice_is_apologised_for(monkeypatch, caplog):
    async with connected(monkeypatch, Failure(None), Failure(None)) as here:
        await here.ask(PRICE)
        await until(lambda: here.taken)
        assert contents(here) == [TROUBLE]
        assert caplog.text.count("Could not reply to a message: ServerDisconnectedError") == 1


async def test_apology_whose_connection_is_cut_too_is_given_up(monkeypatch, caplog):
    async with connected(monkeypatch, *[Failure(None)] * 4) as here:
        await here.ask(PRICE)
        await until(lambda: len(here.tried) == 4)
        await here.ask(PRICE, number=101)
        await until(lambda: here.taken)
        assert [record.name for record in caplog.records if record.levelno >= logging.ERROR] == ["bot.discord.replies"]


async def test_session_that_goes_on_tells_no_commands_again(monkeypatch):
    async with connected(monkeypatch) as here:
        await here.ask(PRICE)
        await until(lambda: here.taken)
        await here.send_away()
        await until(lambda: here.resumed)
        await here.ask(PRICE, number=101)
        await until(lambda: "101" in here.taken)
        assert (here.resumed, len(here.intents), here.commands_told) == (["1"], 1, 1)


async def test_session_that_begins_anew_announces_nothing_again(caplog):
    caplog.set_level(logging.INFO, "bot")
    async with world() as w:
        asked = len(w.env.http_requests)
        for event in ("resumed", "shard_resumed", "ready"):
            w.bot.dispatch(event, *([0] if event == "shard_resumed" else []))
        await w.env.settle()
        assert (await w.mention(PRICE)).content == SAID
        assert [one.path for one in w.env.http_requests[asked:]] == [f"/channels/{w.general.id}/messages"]
        assert caplog.text.count("Ready as") == 1
