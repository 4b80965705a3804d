"""A document that is attached is shown before it counts, and whatever is wrong with it changes nothing."""

import os
import time
from pathlib import Path

import pytest
import simcord

from facts.review import read_sidecar
from tests.bot.discord.operator.archive import ARTICLE, OTHER, Builder, embed_of
from tests.bot.discord.operator.conftest import Opened
from tests.bot.discord.world import World, whispered

NEW = b"The Renault Twingo costs 21,500 euros. The Renault Zoe costs 30,000 euros.\n"
ASKED = "How much does the Renault Zoe cost?"


async def attach(w: World, name: str, content: bytes) -> simcord.InteractionResult:
    return await w.boss.slash(w.general, "facts add", file=(name, content))


async def previewed(w: World, name: str = "new.md", content: bytes = NEW) -> simcord.ResponseMessage:
    shown = (await attach(w, name, content)).response
    assert shown is not None
    return shown


def waiting(tmp_path: Path) -> list[str]:
    return sorted(one.name for one in (tmp_path / "staged").iterdir()) if (tmp_path / "staged").exists() else []


async def test_a_preview_shows_facts_and_contradictions(opened: Opened, tmp_path: Path):
    async with opened() as w:
        said = embed_of(await previewed(w))
    assert "Publisher: unknown · Published: unknown · Language: English" in said
    assert "2 facts found" in said
    assert "**Renault Zoe** · price · 30,000 euros" in said
    assert "⚠ **Renault Twingo** · price · 21,500 euros\na.md (2026-01-01) says: 20,000 euros" in said
    assert not (tmp_path / "documents" / "new.md").exists()


async def test_approving_stores_it_and_answers_from_it(opened: Opened, tmp_path: Path):
    async with opened() as w:
        shown = await previewed(w)
        pressed = await w.boss.click(shown, label="Approve")
        assert pressed.followups[-1].content == "It is in service now."
        assert (tmp_path / "documents" / "new.md").read_bytes() == NEW
        assert "30,000" in (await w.mention(ASKED)).content
        assert waiting(tmp_path) == []
        assert not shown.components


async def test_discarding_leaves_nothing(opened: Opened, tmp_path: Path):
    async with opened() as w:
        shown = await previewed(w)
        await w.boss.click(shown, label="Discard")
        assert shown.content == "new.md was discarded; nothing has changed."
    assert waiting(tmp_path) == []
    assert not (tmp_path / "documents" / "new.md").exists()


async def test_buttons_survive_a_restart(opened: Opened, builder: Builder, tmp_path: Path):
    async with opened() as w:
        shown = await previewed(w)
        await w.restart(builder.library(tmp_path))
        await w.boss.click(shown, label="Approve")
    assert (tmp_path / "documents" / "new.md").read_bytes() == NEW


async def test_a_second_press_is_harmless(opened: Opened, tmp_path: Path):
    async with opened() as w:
        once, twice = await previewed(w), await previewed(w)  # the same file, attached twice
        await w.boss.click(once, label="Approve")
        for label in ("Approve", "Discard"):
            (said,) = whispered(await w.boss.click(twice, label=label))
            assert said.startswith("That is no longer waiting")
    assert (tmp_path / "documents" / "new.md").read_bytes() == NEW


async def test_an_update_says_so_and_replaces(opened: Opened, tmp_path: Path):
    async with opened() as w:
        shown = await previewed(w, "a.md")
        assert "It replaces the document of that name, which gave 2 facts." in embed_of(shown)
        await w.boss.click(shown, label="Approve")
    assert (tmp_path / "documents" / "a.md").read_bytes() == NEW


async def test_nothing_that_changed_meanwhile_is_replaced(opened: Opened, tmp_path: Path):
    async with opened() as w:
        shown = await previewed(w, "a.md")
        (tmp_path / "documents" / "a.md").write_text("The Dacia Spring costs 1 euro.\n")
        (said,) = whispered(await w.boss.click(shown, label="Approve"))
        assert said.startswith("a.md has changed meanwhile")
    assert (tmp_path / "documents" / "a.md").read_text() == "The Dacia Spring costs 1 euro.\n"


async def test_what_nobody_decided_on_is_swept(opened: Opened, builder: Builder, tmp_path: Path):
    async with opened() as w:
        shown = await previewed(w)
        (key,) = waiting(tmp_path)
        old = time.time() - 3_700
        os.utime(tmp_path / "staged" / key / "note.json", (old, old))
        await w.env.advance_time(601)
        await w.env.settle()
        assert waiting(tmp_path) == []
        (said,) = whispered(await w.boss.click(shown, label="Approve"))
        assert said.startswith("That is no longer waiting")
        await previewed(w)
        os.utime(tmp_path / "staged" / key / "note.json", (old, old))
        await w.restart(builder.library(tmp_path))
        await w.env.settle()
        assert waiting(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("car.png", b"\x89PNG", "Files of that kind are not read"),
        ("a.facts.toml", b"complete = true\n", "Files of that kind are not read"),
        ("big.md", b"x" * 4_000_001, "at most 4 MB"),
        ("binary.md", b"MZ\0\0\0", "binary.md:1: the file is binary; save it as plain text in UTF-8"),
        ("latin.md", "Une citadine\nélectrique\n".encode("latin-1"), "latin.md:2: byte 13 is not UTF-8"),
        ("empty.md", b"", "empty.md:1: the document holds no text"),
        ("broken.md", b"---\ntitle: A\npublishd: 2026\n---\nText.\n", "broken.md:3: unknown key 'publishd'"),
        ("copy.md", OTHER.encode(), "b.md says exactly the same"),
        ("b.md", OTHER.encode(), "b.md says exactly this already"),
    ],
)
async def test_what_cannot_be_added_is_told_and_changes_nothing(
    opened: Opened, tmp_path: Path, name: str, content: bytes, complaint: str
):
    async with opened() as w:
        said = whispered(await attach(w, name, content))
    assert complaint in said[-1]
    assert waiting(tmp_path) == []
    assert sorted(one.name for one in (tmp_path / "documents").iterdir()) == ["a.md", "b.md"]


async def test_a_name_with_a_path_stays_in_the_folder(opened: Opened, tmp_path: Path):
    async with opened() as w:
        await w.boss.click(await previewed(w, "../../.evil\\new.md"), label="Approve")
    assert (tmp_path / "documents" / "new.md").read_bytes() == NEW
    assert not list(tmp_path.parent.glob("*evil*"))


async def test_decisions_that_do_not_fit_an_update_go_with_notice(opened: Opened, tmp_path: Path):
    async with opened() as w:
        sidecar = tmp_path / "documents" / "a.facts.toml"
        claim = 'subject = "Renault Twingo", attribute = "price", value = "20,000 euros"'
        quote = 'quote = "The Renault Twingo costs 20,000 euros."'
        sidecar.write_text(f'fact.x = {{ verdict = "confirmed", {claim}, {quote} }}\n')
        shown = await previewed(w, "a.md")
        assert "1 decision of its review does not fit it any more, and goes." in embed_of(shown)
        assert quote in sidecar.read_text()
        pressed = await w.boss.click(shown, label="Approve")
        assert pressed.followups[-1].content == "It is in service now."
    assert read_sidecar(tmp_path / "documents" / "a.md").review.fact == ()
    kept = (tmp_path / "documents" / ".removed").glob("*/*")
    assert sorted(path.name for path in kept) == ["a.facts.toml", "a.md"]


async def test_only_the_operator_may_decide(opened: Opened, tmp_path: Path):
    async with opened() as w:
        w.bot.home_servers = frozenset({1})
        said = whispered(await attach(w, "new.md", NEW))
        assert said == ["Only the operator of this bot can do that."]
    assert waiting(tmp_path) == []


async def test_the_same_file_attached_twice_at_once_waits_once(opened: Opened, tmp_path: Path):
    async with opened() as w:
        curator = w.bot.curator
        assert curator is not None
        await curator.reading.acquire()  # another document is being read
        w.env.settle_timeout = 0.2
        for _ in range(2):
            with pytest.raises(TimeoutError):  # simcord does not know what the bot waits for here
                await attach(w, "new.md", NEW)
        curator.reading.release()
        await w.env.settle(timeout=30)
    assert len(waiting(tmp_path)) == 1


@pytest.mark.parametrize("name", ["new.md", "a.md"])
async def test_what_no_reload_takes_is_taken_out_again(opened: Opened, tmp_path: Path, name: str):
    async with opened() as w:
        shown = await previewed(w, name)
        broken = tmp_path / "documents" / "b.md"
        broken.write_text("---\npublishd: 2026\n---\nText.\n")
        pressed = await w.boss.click(shown, label="Approve")
        assert "b.md:2: unknown key 'publishd'" in pressed.followups[-1].embeds[0].description
        assert shown.content == f"{name} was taken out again, and waits for another decision of yours."
        assert (tmp_path / "documents" / "a.md").read_text() == ARTICLE
        assert not (tmp_path / "documents" / "new.md").exists()
        broken.write_text(OTHER)
        await w.boss.click(shown, label="Approve")
    assert (tmp_path / "documents" / name).read_bytes() == NEW
    assert waiting(tmp_path) == []


async def test_a_preview_of_much_is_cut_and_counts_the_rest(opened: Opened):
    many = "Hello.\n\n" + "\n\n".join(f"The Renault Twingo costs {21_000 + number:,} euros." for number in range(20))
    async with opened() as w:
        said = embed_of(await previewed(w, "many.md", many.encode()))
    assert "**20 facts found**" in said
    assert "… and 8 more\n1 passage gave none." in said
    assert "**20 contradictions**" in said
    assert "… and 15 more" in said
    assert len(said) < 4_500


async def test_a_disk_that_fails_loses_nothing(opened: Opened, tmp_path: Path):
    async with opened() as w:
        shown = await previewed(w)
        (tmp_path / "documents" / ".new.md.new").mkdir()  # in the way of the file
        (said,) = whispered(await w.boss.click(shown, label="Approve"))
        assert said.startswith("Something went wrong")
        (tmp_path / "documents" / ".new.md.new").rmdir()
        await w.boss.click(shown, label="Approve")
    assert (tmp_path / "documents" / "new.md").read_bytes() == NEW
