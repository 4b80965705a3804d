"""The form holds what was proposed, within what Discord takes."""

from pathlib import Path

import pytest

from bot.curating.reviewing import Desk
from bot.discord.operator.editing import ClauseForm, EditForm
from bot.discord.texts import LANGUAGES, texts_in
from facts.models import Certainty
from facts.review import FactReview, StatementReview, Verdict
from facts.sources import Source
from facts.store.reader import FactStore


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_form_holds_what_was_proposed(made: Path, language: str) -> None:
    async def never(*_: object) -> None:
        raise AssertionError

    with FactStore.open(made / "facts.db") as store:
        desk = Desk.of(store, Source(made / "documents", made / "documents" / "a.md"))
    (row,) = desk.waiting[0].rows
    assert isinstance(row, FactReview)
    form = EditForm(row, Certainty.STATED, texts_in(language), never).to_dict()

    assert len(form["title"]) <= 45
    assert all(0 < len(one["label"]) <= 45 for one in form["components"])
    controls = [one["component"] for one in form["components"]]
    assert [one.get("value") for one in controls[:3]] == ["Renault Twingo", "price", "20,000 euros"]
    assert [one["value"] for one in controls[3]["options"] if one["default"]] == ["stated"]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_form_of_a_clause_holds_its_first_sides(language: str) -> None:
    async def never(*_: object) -> None:
        raise AssertionError

    parts = {side: f"words\n{side}" for side in ("subject", "object", "in", "x" * 60, "since")}
    row = StatementReview(verdict=Verdict.CONFIRMED, predicate="take over", parts=parts, quote="words")
    form = ClauseForm(row, texts_in(language), never).to_dict()

    assert len(form["title"]) <= 45
    assert all(0 < len(one["label"]) <= 45 for one in form["components"])
    controls = [one["component"] for one in form["components"]]
    assert [one["value"] for one in controls] == [
        "take over",
        "words subject",
        "words object",
        "words in",
        "words " + "x" * 60,
    ]
    assert [one["required"] for one in controls] == [True, False, False, False, False]
