"""Discord refuses, forgets or fails: one line in the log, no second reply, and the next question is answered."""

import logging

import pytest

from tests.bot.discord import shelf
from tests.bot.discord.world import World, world

SAID = "The Twingo costs €20,000."
MESSAGES, CALLBACK = "/channels/*/messages", "/interactions/*/callback"
REFUSALS = [
    pytest.param(403, 50001, id="no access"),
    pytest.param(403, 50013, id="no permission"),
    pytest.param(404, 10003, id="channel gone"),
    pytest.param(400, 50035, id="body refused"),
    pytest.param(500, 0, id="fault of theirs"),
    pytest.param(503, 0, id="not there"),
]


def posted(w: World, ending: str) -> int:
    return sum(one.method == "POST" and one.path.endswith(ending) for one in w.env.http_requests)


@pytest.mark.parametrize(("status", "code"), REFUSALS)
async def test_refused_reply_is_one_line_and_the_next_question_is_answered(status, code, caplog):
    async with world() as w:
        w.env.inject_error("POST", MESSAGES, status=status, code=code, message="no", times=None)
        with caplog.at_level(logging.INFO):
            await w.alice.send(w.general, f"<@{w.bot.user.id}> {shelf.PRICE}")
        assert len(caplog.records) == 1
        assert shelf.PRICE not in caplog.text
        w.env.backend.faults.clear()
        assert (await w.mention(shelf.PRICE)).content == SAID


@pytest.mark.parametrize(("status", "code"), [*REFUSALS, pytest.param(404, 10062, id="past three seconds")])
async def test_refused_command_is_one_line_and_the_next_one_is_answered(status, code, caplog):
    async with world() as w:
        w.env.inject_error("POST", CALLBACK, status=status, code=code, message="no", times=None)
        with caplog.at_level(logging.INFO):
            await w.alice.slash(w.general, "ask", question=shelf.PRICE)
        assert len(caplog.records) == 1
        assert shelf.PRICE not in caplog.text
        w.env.backend.faults.clear()
        result = await w.alice.slash(w.general, "ask", question=shelf.PRICE)
        assert result.response.content == SAID


async def test_command_that_is_answered_too_late_gets_no_second_reply(caplog):
    async with world() as w:
        w.env.inject_error("POST", CALLBACK, status=404, code=10062, message="Unknown interaction", times=None)
        await w.alice.slash(w.general, "ask", question=shelf.PRICE)
        assert posted(w, "/callback") == 1
        assert w.general.history() == []
        assert "past its three seconds" in caplog.text
