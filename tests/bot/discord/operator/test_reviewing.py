"""Proposals are judged one at a time, in the sidecar that the terminal writes too; whatever is stale says so."""

from pathlib import Path

import pytest
import simcord

from bot.curating.reviewing import Desk
from facts.review import Review, read_sidecar
from facts.sources import Source
from facts.store.reader import FactStore
from tests.bot.discord.operator.archive import Builder, embed_of
from tests.bot.discord.operator.conftest import Opened
from tests.bot.discord.world import World, whispered


async def begun(w: World) -> simcord.ResponseMessage:
    shown = (await w.boss.slash(w.general, "facts review", name="a.md")).response
    assert shown is not None
    return shown


def review(tmp_path: Path) -> Review:
    return read_sidecar(tmp_path / "documents" / "a.md").review


async def press(w: World, shown: simcord.ResponseMessage, *labels: str) -> None:
    for label in labels:
        await w.boss.click(shown, label=label)


async def test_a_proposal_is_shown_with_its_quote_and_neighbours(opened: Opened):
    async with opened() as w:
        shown = await begun(w)
        await press(w, shown, "Skip")
        said = embed_of(shown)
    assert (
        "-# The Renault Twingo costs 20,000 euros.\n> The Dacia Spring is built in **China**.\n-# Hello there." in said
    )
    assert "= **Dacia Spring** · country of production · China" in said
    assert "answers already; found by frame" in said
    assert "2 of 2 · line 5" in said


async def test_every_decision_is_written_at_once(opened: Opened, tmp_path: Path):
    async with opened() as w:
        shown = await begun(w)
        await press(w, shown, "Approve")
        assert shown.content == "Approved."
        assert [row.verdict for row in review(tmp_path).fact] == ["confirmed"]
        await press(w, shown, "Reject")
        assert [row.verdict for row in review(tmp_path).fact] == ["confirmed", "rejected"]
        assert "2 facts are decided.\nNone is left." in embed_of(shown)


async def test_decisions_count_after_the_reload_that_is_offered(opened: Opened, tmp_path: Path):
    async with opened() as w:
        shown = await begun(w)
        await press(w, shown, "Reject", "Approve", "Nothing is missing")
        assert "The review is complete" in embed_of(shown)
        assert review(tmp_path).complete
        assert (await w.boss.click(shown, label="Reload")).followups[-1].content == "It is in service now."
        shown = await begun(w)  # what the rejected fact said is said by a clause all the same
        assert "~ The Renault Twingo · cost · 20,000 euros" in embed_of(shown)
        await press(w, shown, "Reject")
        assert "0 facts are decided.\n1 clause is decided.\nNone is left." in embed_of(shown)
        understood = embed_of((await w.boss.slash(w.general, "facts document", name="a.md")).response)
        assert "✓ **Dacia Spring**" in understood
        assert "= **Renault Twingo**" not in understood


async def test_a_decision_can_be_taken_back(opened: Opened, tmp_path: Path):
    async with opened() as w:
        shown = await begun(w)
        await press(w, shown, "Reject", "Undo")
        assert review(tmp_path).fact == ()
        assert "1 of 2" in embed_of(shown)
        await press(w, shown, "Approve")
    assert [row.verdict for row in review(tmp_path).fact] == ["confirmed"]


async def test_what_is_skipped_is_left_for_the_next_time(opened: Opened):
    async with opened() as w:
        shown = await begun(w)
        await press(w, shown, "Skip", "Approve")
        assert "1 fact is decided.\n1 is left for the next time." in embed_of(shown)
        await press(w, shown, "From the start")
        assert "1 of 2" in embed_of(shown)


async def test_a_fact_may_be_edited_in_a_form(opened: Opened, tmp_path: Path):
    async with opened() as w:
        shown = await begun(w)
        form = await w.boss.click(shown, label="Edit")
        await w.boss.submit_modal(
            form,
            {"subject": "Renault Twingo", "attribute": "price", "value": "20,000 euros", "certainty": ["expected"]},
        )
        assert shown.content == "Corrected."
    (row,) = review(tmp_path).fact
    assert (row.verdict, row.certainty, row.was is not None) == ("corrected", "expected", True)


async def test_a_form_that_is_sent_as_it_was_approves(opened: Opened, tmp_path: Path):
    async with opened() as w:
        shown = await begun(w)
        form = await w.boss.click(shown, label="Edit")
        same = {"subject": "Renault Twingo", "attribute": "price", "value": "20,000 euros", "certainty": ["stated"]}
        await w.boss.submit_modal(form, same)
    assert [row.verdict for row in review(tmp_path).fact] == ["confirmed"]


async def test_an_edit_that_does_not_hold_together_is_told(opened: Opened, tmp_path: Path):
    async with opened() as w:
        shown = await begun(w)
        form = await w.boss.click(shown, label="Edit")
        wrong = {"subject": "Renault Twingo", "attribute": "colour", "value": "red", "certainty": ["stated"]}
        (said,) = whispered(await w.boss.submit_modal(form, wrong))
        assert "unknown attribute 'colour'" in said
        assert "1 of 2" in embed_of(shown)
    assert not (tmp_path / "documents" / "a.facts.toml").exists()


async def test_buttons_survive_a_restart_and_a_reload(opened: Opened, builder: Builder, tmp_path: Path):
    async with opened() as w:
        shown = await begun(w)
        await w.restart(builder.library(tmp_path))
        await press(w, shown, "Approve")
        await w.boss.slash(w.general, "facts reload")
        await press(w, shown, "Approve")
    assert [row.verdict for row in review(tmp_path).fact] == ["confirmed", "confirmed"]


async def test_a_stale_button_says_so(opened: Opened, tmp_path: Path):
    async with opened() as w:
        one, other, third = [await begun(w) for _ in range(3)]
        await press(w, one, "Approve")
        await press(w, other, "Reject")
        assert other.content == "That one was decided already; nothing was changed."
        assert [row.verdict for row in review(tmp_path).fact] == ["confirmed"]
        await w.boss.slash(w.general, "facts reload")
        await press(w, third, "Reject")
        assert third.content is not None
        assert third.content.startswith("That proposal is not there any more")
    assert [row.verdict for row in review(tmp_path).fact] == ["confirmed"]


async def test_what_the_terminal_decides_meanwhile_is_kept(opened: Opened, tmp_path: Path):
    async with opened() as w:
        shown = await begun(w)
        source = Source(tmp_path / "documents", tmp_path / "documents" / "a.md")
        with FactStore.open(tmp_path / "facts.db") as store:
            desk = Desk.of(store, source)
            desk.rejected(desk.waiting[1])
        await press(w, shown, "Approve")
        assert "2 facts are decided." in embed_of(shown)
    assert [row.verdict for row in review(tmp_path).fact] == ["confirmed", "rejected"]


async def test_a_document_that_changed_meanwhile_is_not_judged(opened: Opened, tmp_path: Path):
    async with opened() as w:
        shown = await begun(w)
        (tmp_path / "documents" / "a.md").write_text("The Dacia Spring costs 1 euro.\n")
        (said,) = whispered(await w.boss.click(shown, label="Approve"))
        assert said.startswith("a.md has changed meanwhile")
    assert not (tmp_path / "documents" / "a.facts.toml").exists()


async def test_shipped_documents_are_not_reviewed(opened: Opened):
    async with opened() as w:
        w.bot.curator = None
        said = whispered(await w.boss.slash(w.general, "facts review", name="a.md"))
    assert said == [
        "The documents that ship with Lineup stay as they are; set LINEUP_DOCUMENTS to a folder of your own."
    ]


@pytest.mark.parametrize("label", ["Approve", "Edit", "Reject", "Skip"])
async def test_who_is_no_operator_any_more_decides_nothing(opened: Opened, tmp_path: Path, label: str):
    async with opened() as w:
        shown = await begun(w)
        w.bot.home_servers = frozenset({1})
        said = whispered(await w.boss.click(shown, label=label))
        assert said == ["Only the operator of this bot can do that."]
    assert not (tmp_path / "documents" / "a.facts.toml").exists()


async def test_who_is_no_operator_any_more_sends_no_form(opened: Opened, tmp_path: Path):
    async with opened() as w:
        form = await w.boss.click(await begun(w), label="Edit")
        w.bot.home_servers = frozenset({1})
        values = {"subject": "Renault Twingo", "attribute": "price", "value": "20,000 euros", "certainty": ["denied"]}
        said = whispered(await w.boss.submit_modal(form, values))
        assert said == ["Only the operator of this bot can do that."]
    assert not (tmp_path / "documents" / "a.facts.toml").exists()


async def test_the_owner_reviews_in_direct_messages(opened: Opened, tmp_path: Path):
    async with opened() as w:
        w.bot.owner_id = w.alice.id
        shown = (await w.alice.user.slash("facts review", name="a.md")).response
        assert shown is not None
        await w.alice.user.click(shown, label="Approve")
    assert [row.verdict for row in review(tmp_path).fact] == ["confirmed"]
