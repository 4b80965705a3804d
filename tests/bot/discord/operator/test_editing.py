"""The form holds what was proposed, within what Discord takes."""

from pathlib import Path

import pytest

from bot.curating.reviewing import Desk
from bot.discord.operator.editing import EditForm
from bot.discord.texts import LANGUAGES, texts_in
from facts.sources import Source
from facts.store.reader import FactStore


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_form_holds_what_was_proposed(made: Path, language: str) -> None:
    async def never(*_: object) -> None:
        raise AssertionError

    with FactStore.open(made / "facts.db") as store:
        desk = Desk.of(store, Source(made / "documents", made / "documents" / "a.md"))
    form = EditForm(desk.waiting[0], texts_in(language), never).to_dict()

    assert len(form["title"]) <= 45
    assert all(0 < len(one["label"]) <= 45 for one in form["components"])
    controls = [one["component"] for one in form["components"]]
    assert [one.get("value") for one in controls[:3]] == ["Renault Twingo", "price", "20,000 euros"]
    assert [one["value"] for one in controls[3]["options"] if one["default"]] == ["stated"]
