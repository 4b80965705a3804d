"""Ids of buttons are input: whatever is forged in them changes nothing, and only the operator's presses count."""

from pathlib import Path

import discord
import pytest

from tests.bot.discord.operator.conftest import Opened
from tests.bot.discord.world import whispered

KEY = "0123456789abcdef"
FORGED = [
    f"facts:add:approve:{KEY}",
    f"facts:add:discard:{KEY}",
    f"facts:remove:yes:{KEY}:{KEY}",
    f"facts:restore:20260101T000000000000-{KEY}",
    f"facts:review:approve:{KEY}:{KEY}",
    f"facts:review:edit:{KEY}:{KEY}",
    f"facts:review:complete:{KEY}",
    f"facts:document:{KEY}:9999",
]
MISSHAPEN = [
    "facts:add:approve:../../documents",
    f"facts:add:approve:{KEY}0",
    f"facts:add:erase:{KEY}",
    f"facts:remove:yes:{KEY}:" + "٣" * 16,
    "facts:restore:..-..",
    f"facts:review:approve:{KEY.upper()}:{KEY}",
    f"facts:document:{KEY}:99999999999",
]


def forged(custom_id: str) -> discord.ui.View:
    view = discord.ui.View()
    view.add_item(discord.ui.Button(label="x", custom_id=custom_id))
    return view


def files(tmp_path: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (tmp_path / "documents").rglob("*") if path.is_file()}


@pytest.mark.parametrize("custom_id", FORGED)
async def test_an_id_of_nothing_is_told_and_changes_nothing(opened: Opened, tmp_path: Path, custom_id: str):
    async with opened() as w:
        before = files(tmp_path)
        sent = await w.bot.get_channel(w.general.id).send(view=forged(custom_id))
        (said,) = whispered(await w.boss.click(sent, label="x"))
        assert said.startswith(("That is no longer waiting", "That document is not there any more."))
    assert files(tmp_path) == before


@pytest.mark.parametrize("custom_id", MISSHAPEN)
async def test_a_misshapen_id_does_nothing(opened: Opened, tmp_path: Path, custom_id: str):
    async with opened() as w:
        before = files(tmp_path)
        sent = await w.bot.get_channel(w.general.id).send(view=forged(custom_id))
        pressed = await w.boss.click(sent, label="x")
        assert pressed.response is None
    assert files(tmp_path) == before


@pytest.mark.parametrize("custom_id", FORGED)
async def test_a_member_presses_in_vain(opened: Opened, custom_id: str):
    async with opened() as w:
        sent = await w.bot.get_channel(w.general.id).send(view=forged(custom_id))
        said = whispered(await w.alice.click(sent, label="x"))
        assert said == ["Only the operator of this bot can do that."]


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("facts document", {"name": "a.md"}),
        ("facts add", {"file": ("new.md", b"The Renault Zoe costs 30,000 euros.\n")}),
        ("facts review", {"name": "a.md"}),
        ("facts remove", {"name": "a.md"}),
    ],
)
async def test_an_admin_of_another_server_changes_nothing(
    opened: Opened, tmp_path: Path, command: str, options: dict[str, object]
):
    async with opened() as w:
        before = files(tmp_path)
        elsewhere = w.env.create_guild("Elsewhere", owner=w.alice.user)
        channel, alice = elsewhere.create_text_channel("general"), elsewhere.add_member(w.alice.user)
        w.bot.home_servers = frozenset({w.guild.id})
        said = whispered(await alice.slash(channel, command, **options))
        assert said == ["Only the operator of this bot can do that."]
        if command != "facts add":
            assert await alice.autocomplete(channel, command, "name", "a") == []
    assert files(tmp_path) == before
