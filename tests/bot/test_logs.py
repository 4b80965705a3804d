"""What the log shows: neither a secret nor a word that somebody wrote, in both forms, whoever logs it."""

import asyncio
import json
import logging
import sys
from collections.abc import Callable

import pytest

from bot import logs

TOKEN = "someone.somewhere.secret"
WORDS = "how much is my salary?"


@pytest.fixture
def said(quiet_logs: None, capsys: pytest.CaptureFixture[str]) -> Callable[[], str]:  # noqa: ARG001  # for what it undoes
    """Return what reads stderr."""
    return lambda: capsys.readouterr().err


class Button:
    """Something that shows in its repr what somebody wrote."""

    def __repr__(self) -> str:
        return f"<Button label={WORDS!r}>"


class RefusalError(Exception):
    """A fault with a number."""

    status = 403


def fail(words: str) -> None:
    raise RefusalError(words) from ValueError(words)


@pytest.mark.parametrize("form", ["json", "text"])
@pytest.mark.parametrize("name", ["bot.discord.client", "discord.http"])
def test_token_shows_neither_in_words_nor_in_faults(form: str, name: str, said: Callable[[], str]) -> None:
    logs.begin(form, secrets=[TOKEN])
    try:
        fail(f"Bot {TOKEN}\n")
    except RefusalError:
        logging.getLogger(name).exception("%s is %s", "It", TOKEN, extra={"token": TOKEN}, stack_info=True)

    shown = said()
    assert TOKEN not in shown
    assert "It is ***" in shown
    assert "RefusalError (HTTP 403) at " in shown
    assert ", from ValueError at " in shown


@pytest.mark.parametrize("form", ["json", "text"])
def test_what_somebody_wrote_does_not_show(form: str, said: Callable[[], str]) -> None:
    logs.begin(form)
    try:
        fail(WORDS)
    except RefusalError:
        logging.getLogger("discord.ui.view").exception("Ignoring exception in item %r", Button())

    shown = said()
    assert WORDS not in shown
    assert "Ignoring exception in item 'Button'" in shown


def test_an_address_in_a_warning_of_the_library_keeps_its_place_and_loses_its_token(said: Callable[[], str]) -> None:
    logs.begin("text")
    logging.getLogger("discord.http").warning(
        "We are being rate limited. %s %s responded with 429. Retrying in %.2f seconds.",
        "POST", "https://discord.com/api/v10/interactions/1/aW50ZXJhY3Rpb24/callback", 0.5,
    )  # fmt: skip

    assert "POST https://discord.com/api/v10/interactions/1/***/callback responded with 429" in said()


def test_a_line_for_machines_has_its_fields(said: Callable[[], str]) -> None:
    logs.begin(None)
    logging.getLogger("bot.x").info("Ready in %d servers", 3)
    logging.getLogger("discord.x").info("nothing wrong")

    (line,) = said().splitlines()
    told = json.loads(line)
    assert (told["level"], told["logger"], told["message"]) == ("INFO", "bot.x", "Ready in 3 servers")
    assert told["time"].endswith("+00:00")


@pytest.mark.parametrize("args", [(1,), ({"label": WORDS},)])
def test_words_that_do_not_fit_are_logged_as_they_stand(args: tuple[object, ...]) -> None:
    record = logging.LogRecord("library", logging.WARNING, __file__, 1, "%d of %(label)s", args, None)

    assert logs.Discreet().filter(record)
    assert record.getMessage() == "%d of %(label)s"


async def test_a_fault_that_no_task_waits_for_is_told_without_its_words(said: Callable[[], str]) -> None:
    logs.begin("text", secrets=[TOKEN])
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(logs.tell_of_lost)

    loop.call_soon(fail, f"{WORDS} {TOKEN}")
    await asyncio.sleep(0)

    shown = said()
    assert "RefusalError" in shown
    assert WORDS not in shown
    assert TOKEN not in shown


def test_a_defect_that_ends_the_process_is_one_line_without_its_words(said: Callable[[], str]) -> None:
    logs.begin("json", secrets=[TOKEN])
    try:
        fail(f"Bot {TOKEN}\n")
    except RefusalError as fault:
        sys.excepthook(type(fault), fault, fault.__traceback__)

    (line,) = said().splitlines()
    assert json.loads(line)["level"] == "CRITICAL"
    assert TOKEN not in line
