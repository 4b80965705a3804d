"""/about: everything on one thing; what is meant is asked back, and what is not known is said."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from bot.discord.knowledge import Knowledge
from bot.models.sheet import Named
from tests.bot.discord import shelf
from tests.bot.discord.world import whispered, world


@pytest.mark.parametrize("thing", ["twingo", "Twingo", "tw"])
async def test_everything_on_one_thing(thing):
    async with world() as w:
        result = await w.alice.slash(w.general, "about", thing=thing)
        (embed,) = result.response.embeds
        assert (embed.title, result.response.ephemeral) == ("Twingo", False)
        assert embed.description.startswith("**price**: 20,000 euros")


async def test_unknown_thing_is_said_to_be_unknown():
    async with world() as w:
        said = whispered(await w.alice.slash(w.general, "about", thing="*Zoe*"))
        assert said == [r"The documents say nothing of “\*Zoe\*”."]


async def test_names_are_suggested():
    async with world() as w:
        found = await w.alice.autocomplete(w.general, "about", "thing", "tw")
        assert found == [{"name": "Twingo · model", "value": "twingo"}]


async def test_works_in_direct_messages():
    async with world() as w:
        result = await w.alice.user.slash("about", thing="twingo")
        assert result.response.embeds[0].title == "Twingo"


@dataclass(frozen=True)
class Shared(shelf.Shown):
    """Two cars whose names begin alike; something is known of one."""

    def names(self, typed: str, language: str, kinds: Sequence[str] = ()) -> list[Named]:  # noqa: ARG002  # as Browses
        return [shelf.TWINGO, Named("twingo-2", "Twingo 2", "model")] if typed == "twin" else []


async def test_which_is_meant_is_asked_of_whoever_asks():
    async with world(Knowledge(shelf.Table(), shelf.Shelf(), Shared())) as w:
        result = await w.alice.slash(w.general, "about", thing="twin")
        assert whispered(result) == ["Which one do you mean?"]
        buttons = [button.label for row in result.response.message.components for button in row.children]
        assert buttons == ["Twingo", "Twingo 2"]
        chosen = await w.alice.click(result.response.message, label="Twingo")
        assert chosen.response.ephemeral
        assert chosen.response.embeds[0].title == "Twingo"
