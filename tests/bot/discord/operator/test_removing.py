"""A document is removed when somebody says yes, as it was when they were asked, and can be put back."""

from pathlib import Path

import pytest
import simcord

from tests.bot.discord.operator.archive import ARTICLE, Builder
from tests.bot.discord.operator.conftest import Opened
from tests.bot.discord.world import World, whispered

ASKED = "How much does the Renault Twingo cost?"


async def asked(w: World, name: str = "a.md") -> simcord.ResponseMessage:
    shown = (await w.boss.slash(w.general, "facts remove", name=name)).response
    assert shown is not None
    return shown


def names(tmp_path: Path) -> list[str]:
    return sorted(one.name for one in (tmp_path / "documents").iterdir())


async def test_it_asks_back_first(opened: Opened, tmp_path: Path):
    async with opened() as w:
        shown = await asked(w)
        assert shown.ephemeral
        assert shown.content.startswith("Remove a.md, its 2 facts and its review?")
        assert names(tmp_path) == ["a.md", "b.md"]
        await w.boss.click(shown, label="Keep")
        assert shown.content == "a.md stays."
    assert names(tmp_path) == ["a.md", "b.md"]


async def test_what_is_removed_answers_no_more_until_it_is_put_back(opened: Opened, tmp_path: Path):
    async with opened() as w:
        shown = await asked(w)
        pressed = await w.boss.click(shown, label="Remove")
        assert pressed.followups[-1].content == "It is in service now."
        assert names(tmp_path) == [".removed", "b.md"]
        assert "20,000" not in (await w.mention(ASKED)).content
        await w.boss.click(shown, label="Put back")
        assert names(tmp_path) == [".removed", "a.md", "b.md"]
        assert "20,000" in (await w.mention(ASKED)).content


async def test_buttons_survive_a_restart(opened: Opened, builder: Builder, tmp_path: Path):
    async with opened() as w:
        shown = await asked(w)
        await w.restart(builder.library(tmp_path))
        await w.boss.click(shown, label="Remove")
        assert names(tmp_path) == [".removed", "b.md"]
        await w.restart(builder.library(tmp_path))
        await w.boss.click(shown, label="Put back")
    assert names(tmp_path) == [".removed", "a.md", "b.md"]


async def test_a_second_press_is_harmless(opened: Opened, tmp_path: Path):
    async with opened() as w:
        once, twice = await asked(w), await asked(w)
        await w.boss.click(once, label="Remove")
        (said,) = whispered(await w.boss.click(twice, label="Remove"))
        assert said == "That document is not there any more."
    assert names(tmp_path) == [".removed", "b.md"]


async def test_a_document_that_changed_meanwhile_stays(opened: Opened, tmp_path: Path):
    async with opened() as w:
        shown = await asked(w)
        (tmp_path / "documents" / "a.md").write_text(ARTICLE + "It is red.\n")
        (said,) = whispered(await w.boss.click(shown, label="Remove"))
        assert said.startswith("a.md has changed meanwhile")
    assert names(tmp_path) == ["a.md", "b.md"]


async def test_the_last_document_stays(opened: Opened):
    async with opened() as w:
        await w.boss.click(await asked(w), label="Remove")
        said = whispered(await w.boss.slash(w.general, "facts remove", name="b.md"))
    assert said == ["b.md is the last document; without it there would be nothing to answer from."]


async def test_shipped_documents_are_not_removed(opened: Opened):
    async with opened() as w:
        w.bot.curator = None
        (said,) = whispered(await w.boss.slash(w.general, "facts remove", name="a.md"))
    assert "set LINEUP_DOCUMENTS" in said


@pytest.mark.parametrize("label", ["Remove", "Keep"])
async def test_who_is_no_operator_any_more_removes_nothing(opened: Opened, tmp_path: Path, label: str):
    async with opened() as w:
        shown = await asked(w)
        w.bot.home_servers = frozenset({1})
        assert whispered(await w.boss.click(shown, label=label)) == ["Only the operator of this bot can do that."]
    assert names(tmp_path) == ["a.md", "b.md"]


async def test_a_reload_that_fails_is_told(opened: Opened, tmp_path: Path):
    async with opened() as w:
        shown = await asked(w)
        (tmp_path / "documents" / "b.md").write_text("---\npublishd: 2026\n---\nText.\n")
        pressed = await w.boss.click(shown, label="Remove")
        (embed,) = pressed.followups[-1].embeds
        assert embed.title == "The reload failed; the old facts go on answering."
        assert "b.md:2: unknown key 'publishd'" in embed.description
        assert "20,000" in (await w.mention(ASKED)).content


async def test_a_document_that_no_build_takes_can_be_removed(opened: Opened, tmp_path: Path):
    async with opened() as w:
        (tmp_path / "documents" / "broken.md").write_text("---\npublishd: 2026\n---\nText.\n")
        shown = await asked(w, "broken.md")
        assert shown.content.startswith("Remove broken.md, its 0 facts")
        pressed = await w.boss.click(shown, label="Remove")
        assert pressed.followups[-1].content == "It is in service now."
    assert names(tmp_path) == [".removed", "a.md", "b.md"]
