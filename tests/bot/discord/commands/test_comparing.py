"""/compare: side by side, with a chart where there is one, and in words what stands in the way."""

import asyncio
from collections.abc import Sequence

import pytest

from bot.charts.drawing import Drawer
from bot.discord.knowledge import Knowledge
from bot.models.sheet import Named, Sheet
from tests.bot.discord import shelf
from tests.bot.discord.world import whispered, world

SPRING = Named("spring", "Spring", "model")


class Two(shelf.Shown):
    """Two cars with a price each."""

    def named(self, entity: str, language: str) -> Named | None:
        return SPRING if entity == SPRING.id else super().named(entity, language)

    def sheet(self, entity: str, language: str) -> Sheet | None:
        found = super().sheet("twingo", language)
        return (
            Sheet(self.named(entity, language), language, found.entries)
            if found and self.named(entity, language)
            else None
        )

    def names(self, typed: str, language: str, kinds: Sequence[str] = ()) -> list[Named]:
        return [shelf.TWINGO, SPRING] if typed == "car" else super().names(typed, language, kinds)


def known() -> Knowledge:
    return Knowledge(shelf.Table(), shelf.Shelf(), Two())


async def test_table_stands_alone_without_the_extra():
    async with world(known(), drawer=Drawer("no_such_module")) as w:
        result = await w.alice.slash(w.general, "compare", first="twingo", second="spring")
        (embed,) = result.response.message.embeds
        assert embed.title == "Twingo · Spring"
        assert embed.description.startswith("**price**: 20,000 euros (all)")
        assert embed.image.url is None


async def test_chart_has_its_numbers_in_words():
    async with world(known(), settle_timeout=30) as w:
        result = await w.alice.slash(w.general, "compare", first="twingo", second="spring")
        for _ in range(100):
            await asyncio.sleep(0.05)
            await w.env.settle()
            if w.said(w.general) and w.said(w.general)[-1].attachments:
                break
        assert result is not None
        (attached,) = w.said(w.general)[-1].attachments
        assert attached.filename == "chart.png"
        assert attached.description == "price: Twingo 20,000 euros, Spring 20,000 euros"


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("twingo", "zoe", "The documents say nothing of “zoe”."),
        ("car", "twingo", "“car” may be several things: Twingo, Spring. Say which."),
        ("twingo", "Twingo", "That is one and the same; name another to compare it with."),
    ],
)
async def test_what_stands_in_the_way_is_said(first, second, said):
    async with world(known()) as w:
        assert whispered(await w.alice.slash(w.general, "compare", first=first, second=second)) == [said]


async def test_names_are_suggested_for_each():
    async with world(known()) as w:
        for option in ("first", "second", "third", "fourth"):
            found = await w.alice.autocomplete(w.general, "compare", option, "tw")
            assert found == [{"name": "Twingo · model", "value": "twingo"}]
