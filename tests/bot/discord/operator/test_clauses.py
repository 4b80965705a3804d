"""What clauses say is judged in Discord too: all of a sentence at once, some by a menu, one corrected in a form."""

from pathlib import Path

import pytest
import simcord

from facts.review import StatementReview, read_sidecar
from tests.bot.discord.operator.archive import Builder, embed_of
from tests.bot.discord.operator.conftest import Opened
from tests.bot.discord.world import World, whispered

ARTICLE = (
    "The prefect praised the staff. The union asked the board for a second shift, and the mayor thanked the drivers.\n"
)


@pytest.fixture(scope="module")
def made(builder: Builder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an archive of sentences that no attribute foresaw."""
    root = tmp_path_factory.mktemp("clauses")
    (root / "documents").mkdir()
    (root / "documents" / "a.md").write_text(ARTICLE, encoding="utf-8")
    builder.build(root / "documents", root / "facts.db")
    return root


async def begun(w: World, *, at: int = 1) -> simcord.ResponseMessage:
    """Begin a review and go to a card by its place."""
    shown = (await w.boss.slash(w.general, "facts review", name="a.md")).response
    assert shown is not None
    for _ in range(at - 1):
        await w.boss.click(shown, label="Skip")
    return shown


def judged(tmp_path: Path) -> list[tuple[str, str]]:
    return [(row.predicate, row.verdict) for row in rows(tmp_path)]


def rows(tmp_path: Path) -> tuple[StatementReview, ...]:
    return read_sidecar(tmp_path / "documents" / "a.md").review.statement


def menu(shown: simcord.ResponseMessage, verb: str) -> str:
    menus = (one for row in shown.components for one in row["components"] if one["type"] == 3)
    return next(one["custom_id"] for one in menus if f":{verb}:" in one["custom_id"])


async def test_a_clause_is_shown_among_its_neighbours(opened: Opened):
    async with opened() as w:
        shown = embed_of(await begun(w))
    assert "> The prefect **praised** the staff.\n-# The union asked" in shown
    assert "~ The prefect · praise · the staff\n-# what the clause says, beside the facts\n1 of 2 · line 1" in shown


async def test_all_of_a_sentence_is_judged_at_once(opened: Opened, tmp_path: Path):
    async with opened() as w:
        shown = await begun(w)
        await w.boss.click(shown, label="Reject")
        assert "~ **1** The union · ask · the board for a second shift" in embed_of(shown)
        await w.boss.click(shown, label="Approve")
        assert "0 facts are decided.\n3 clauses are decided.\nNone is left." in embed_of(shown)
    assert judged(tmp_path) == [("praise", "rejected"), ("ask", "confirmed"), ("thank", "confirmed")]


async def test_those_that_are_right_are_chosen(opened: Opened, builder: Builder, tmp_path: Path):
    async with opened() as w:
        shown = await begun(w, at=2)
        await w.restart(builder.library(tmp_path))
        await w.boss.select(shown, ["2"], custom_id=menu(shown, "keep"))
        assert shown.content == "Those are approved, the others rejected."
        assert judged(tmp_path) == [("ask", "rejected"), ("thank", "confirmed")]
        await w.boss.click(shown, label="Undo")
        assert judged(tmp_path) == []


async def test_one_is_corrected_in_a_form(opened: Opened, tmp_path: Path):
    async with opened() as w:
        shown = await begun(w, at=2)
        form = await w.boss.select(shown, ["1"], custom_id=menu(shown, "mend"))
        await w.boss.submit_modal(
            form, {"predicate": "ask", "subject": "The union", "object": "the board", "for": "a second shift"}
        )
        assert shown.content == "Corrected."
    asked, thanked = rows(tmp_path)
    assert (asked.verdict, asked.parts["object"], thanked.verdict) == ("corrected", "the board", "confirmed")


async def test_the_only_clause_is_corrected_at_once(opened: Opened, tmp_path: Path):
    async with opened() as w:
        form = await w.boss.click(await begun(w), label="Edit")
        said = whispered(await w.boss.submit_modal(form, {"predicate": "praise", "object": "the drivers"}))
        assert "the quote does not hold the words 'the drivers'" in said[0]
        form = await w.boss.click(await begun(w), label="Edit")
        await w.boss.submit_modal(form, {"predicate": "praise", "object": "staff"})
    assert [row.parts for row in rows(tmp_path)] == [{"object": "staff"}]


async def test_decisions_hold_in_the_next_reload(opened: Opened):
    async with opened() as w:
        shown = await begun(w)
        await w.boss.click(shown, label="Reject")
        await w.boss.click(shown, label="Approve")
        await w.boss.click(shown, label="Reload")
        assert "0 facts are decided.\nNone is left." in embed_of(await begun(w))


@pytest.mark.parametrize("verb", ["keep", "mend"])
async def test_who_is_no_operator_any_more_chooses_nothing(opened: Opened, tmp_path: Path, verb: str):
    async with opened() as w:
        shown = await begun(w, at=2)
        w.bot.home_servers = frozenset({1})
        said = whispered(await w.boss.select(shown, ["1"], custom_id=menu(shown, verb)))
        assert said == ["Only the operator of this bot can do that."]
    assert judged(tmp_path) == []


async def test_a_menu_of_a_card_that_was_decided_says_so(opened: Opened, tmp_path: Path):
    async with opened() as w:
        one, other = await begun(w, at=2), await begun(w, at=2)
        await w.boss.click(one, label="Approve")
        await w.boss.select(other, ["1"], custom_id=menu(other, "keep"))
        assert other.content == "That one was decided already; nothing was changed."
    assert judged(tmp_path) == [("ask", "confirmed"), ("thank", "confirmed")]
