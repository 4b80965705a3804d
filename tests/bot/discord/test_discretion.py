"""The token of the bot and those of interactions, against discord.py's own HTTP client on real sockets."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from click.testing import CliRunner
from discord.http import HTTPClient, Route

from bot import logs
from bot.cli import main
from bot.discord.client import serve
from bot.discord.library import Library
from bot.settings import Settings
from tests.bot.discord.loopback import Loopback, listening, replied
from tests.bot.discord.shelf import HeldBuild, knowledge, refuse

TOKEN = "someone.somewhere.secret"
INTERACTION = "aW50ZXJhY3Rpb246MTIzNDU2"


@asynccontextmanager
async def hurried() -> AsyncIterator[str]:
    """Serve a Discord that takes every second request only."""
    asked: list[str] = []

    async def answer(request: web.Request) -> web.Response:
        asked.append(request.path)
        if len(asked) % 2 == 0:
            return replied({})
        response = replied({"message": "You are being rate limited.", "retry_after": 0.01, "global": False}, 429)
        response.headers["Via"] = "1.1 here"
        return response

    application = web.Application()
    application.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@pytest.mark.parametrize("path", ["/webhooks/1/{token}/messages/@original", "/interactions/1/{token}/callback"])
@pytest.mark.usefixtures("quiet_logs")
async def test_an_interaction_that_has_to_wait_is_logged_without_its_token(path, monkeypatch, capsys):
    logs.begin("text", secrets=[TOKEN])
    async with hurried() as address:
        monkeypatch.setattr(Route, "BASE", address)
        http = HTTPClient(asyncio.get_running_loop())
        await http.static_login(TOKEN)
        await http.request(Route("PATCH", path.replace("{token}", INTERACTION)))
        await http.close()
    said = capsys.readouterr().err
    assert f"PATCH {address}{path.replace('{token}', '***')} responded with 429" in said
    assert INTERACTION not in said


@pytest.mark.parametrize("broken", ["\n", "\r\nX-Header: 1", "é", "\x00"])
async def test_a_token_that_no_header_takes_shows_in_no_description_of_the_fault(broken, monkeypatch):
    async with listening(Loopback(accepts_token=False)) as here:
        monkeypatch.setattr(Route, "BASE", here.address)
        with pytest.raises(Exception) as caught:  # noqa: PT011  # whatever it is, its words are not told
            await serve(
                Settings(token=f"some{broken}one.{TOKEN}"), Library(knowledge(), build=HeldBuild(), opener=refuse)
            )
    assert TOKEN not in logs.describe(caught.value)


@pytest.mark.parametrize("name", ["DISCORD_TOKEN", "DISCORD_TOKEN_FILE"])
def test_a_token_that_cannot_be_one_ends_the_command_with_a_sentence(name, tmp_path):
    (tmp_path / "token").write_text(f"some\none.{TOKEN}\n")
    given = str(tmp_path / "token") if name == "DISCORD_TOKEN_FILE" else f"some\none.{TOKEN}"
    ended = CliRunner().invoke(main, ["run"], env={"DISCORD_TOKEN": None, "DISCORD_TOKEN_FILE": None} | {name: given})
    assert (ended.exit_code, ended.stdout) == (1, "")
    assert ended.stderr.startswith("lineup: The token of the bot holds what no token does")
    assert (ended.stderr.count("\n"), ended.stderr.count(TOKEN)) == (1, 0)


def test_no_command_shows_the_token(shipped_store):
    words = ["ask", "--explain", "--facts", str(shipped_store), "how much is the Twingo?"]
    ended = CliRunner().invoke(main, words, env={"DISCORD_TOKEN": TOKEN})
    assert ended.exit_code == 0
    assert TOKEN not in ended.output
