"""What discord.py does not promise still works as the bot needs it, in the version that is installed."""

import logging
from collections.abc import Iterator

import discord
import pytest

from bot.discord.fragile import expect_no_voice

SWITCHES = ("warn_nacl", "warn_dave")


@pytest.fixture(autouse=True)
def switches_restored() -> Iterator[None]:
    """Put the switches back: they belong to the library, for the whole process."""
    before = {name: getattr(discord.VoiceClient, name) for name in SWITCHES}
    yield
    for name, value in before.items():
        setattr(discord.VoiceClient, name, value)


def warned(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return what making a client warns of."""
    caplog.clear()
    with caplog.at_level(logging.WARNING):
        discord.Client(intents=discord.Intents.none())
    return [record.message for record in caplog.records if "voice" in record.message]


@pytest.mark.parametrize("name", SWITCHES)
def test_discord_py_still_has_the_switch(name: str) -> None:
    """Setting an attribute that is gone would do nothing, silently."""
    assert isinstance(getattr(discord.VoiceClient, name), bool)


@pytest.mark.parametrize("name", SWITCHES)
def test_the_switch_is_off_afterwards(name: str) -> None:
    setattr(discord.VoiceClient, name, True)
    expect_no_voice()
    assert getattr(discord.VoiceClient, name) is False


def test_a_client_says_nothing_of_voice(caplog: pytest.LogCaptureFixture) -> None:
    for name in SWITCHES:
        setattr(discord.VoiceClient, name, True)
    expect_no_voice()
    assert warned(caplog) == []


def test_telling_it_twice_changes_nothing(caplog: pytest.LogCaptureFixture) -> None:
    expect_no_voice()
    expect_no_voice()
    assert not any(getattr(discord.VoiceClient, name) for name in SWITCHES)
    assert warned(caplog) == []
