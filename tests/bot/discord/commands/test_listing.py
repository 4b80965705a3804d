"""/lineup: all there is, by pages and by brand, with a chart where attributes can be compared."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.browsing import Browser
from bot.charts.drawing import Drawer
from bot.charts.layers import Spec
from bot.discord.knowledge import Knowledge
from bot.discord.library import Library
from bot.simulation.locales import spoken
from facts.store.reader import FactStore
from tests.bot.discord import shelf
from tests.bot.discord.world import World, whispered, world
from tests.bot.world import OLD, lexicon, lineup, money


class Sketchbook(Drawer):
    """Keeps the descriptions of pictures and draws none of them."""

    def __init__(self) -> None:
        super().__init__()
        self.can_draw = True
        self.kept: list[str] = []

    async def draw(self, picture: Spec) -> bytes | None:
        self.kept.append(json.dumps(picture, ensure_ascii=False))
        return b"\x89PNG"


@pytest.fixture(scope="module")
def cars(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    """Yield an invented lineup: two prices in euros and one in dollars, two dates, and one thing with both."""
    target: Path = tmp_path_factory.mktemp("lineup") / "facts.db"
    with FactStore.open(lineup().write(target, lexicon())) as store:
        yield Knowledge(shelf.Table(), store, Browser(store))


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    """Yield the same with a dozen more cars of one price, so that there are two pages."""
    draft, target = lineup(), tmp_path_factory.mktemp("many") / "facts.db"
    for n in range(12):
        draft.entity(f"tiko-{n}", f"Vano Tiko {n}", "model", brand="vano")
        draft.fact(f"tiko-{n}", "price", money("21,000 euros", 21_000), OLD[0])
    with FactStore.open(draft.write(target, lexicon())) as store:
        yield Knowledge(shelf.Table(), store, Browser(store))


def labels(w: World) -> list[str]:
    return [button.label for row in w.general.last_message.components for button in row.children]


async def drawn(w: World, **options: str):
    await w.alice.slash(w.general, "lineup", **options)
    await w.env.settle()
    return w.said(w.general)[-1]


async def test_all_there_is_has_pages():
    async with world() as w:
        await w.alice.slash(w.general, "lineup")
        page = w.general.last_message
        assert page.embeds[0].description.startswith("**Twingo** · price: 20,000 euros\n")
        assert labels(w) == ["Next", "Dismiss"]
        await w.alice.click(page, label="Next")
        assert w.general.last_message.embeds[0].description.count("**Twingo**") == shelf.LISTED - 10
        assert labels(w) == ["Back", "Dismiss"]


async def test_page_button_outlives_a_restart(many):
    async with world(many, drawer=Sketchbook()) as w:
        await drawn(w, attribute="price")
        await w.restart(Library(many, build=shelf.HeldBuild(), opener=shelf.refuse))
        await w.alice.click(w.general.last_message, label="Next")
        assert labels(w) == ["Back", "Dismiss"]
        assert w.general.last_message.embeds[0].title == "Lineup · price"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"brand": "Zorbo"}, "The documents name nothing of that kind."),
        ({"attribute": "colour"}, "“colour” is nothing that I can list or draw;"),
        ({"against": "*colour*"}, r"“\*colour\*” is nothing that I can list or draw;"),
    ],
)
async def test_what_is_not_known_is_said(options, said):
    async with world() as w:
        (told,) = whispered(await w.alice.slash(w.general, "lineup", **options))
        assert told.startswith(said)


@pytest.mark.parametrize(
    ("options", "title", "told", "picture", "note"),
    [
        (
            {"attribute": "price"},
            "Lineup · price",
            "**Alda Corso** · price: 30,000 dollars (United States)",
            ["21,000 euros", "Spring lineup", "hollow: expected"],
            "Not in the picture: 1 with another unit, market, sort of price or test cycle.",
        ),
        (
            {"brand": "alda", "attribute": "launch"},
            "Alda · launch",
            "**Alda Brio** · launch: 2026",
            ["March 2027", "Sources: Spring lineup · 2025-01-10"],
            None,
        ),
        (
            {"attribute": "price", "against": "launch"},
            "Lineup · price · launch",
            "**Alda Brio** · price: 21,000 euros; launch: 2026",
            None,
            "Nothing is drawn: fewer than two have a value of the same unit, market, sort of price and test cycle.",
        ),
        ({"attribute": "factory"}, "Lineup · factory", "**Bexa Nido** · factory: Lomnica", None, None),
        ({"against": "prix", "attribute": "price"}, "Lineup · price", "**Bexa Nido** · price: around", ["euros"], ...),
    ],
)
async def test_attributes_are_listed_and_drawn(cars, options, title, told, picture, note):
    book = Sketchbook()
    async with world(cars, drawer=book) as w:
        message = await drawn(w, **options)
        (embed,) = message.embeds
        assert embed.title == title
        assert told in embed.description
        assert embed.image.url == ("attachment://chart.png" if picture else None)
        assert note is ... or embed.footer.text == note
        assert [one.filename for one in message.attachments] == (["chart.png"] if picture else [])
        assert all(words in book.kept[0] for words in picture or [])


async def test_picture_has_its_numbers_in_words_and_is_in_the_language_of_whoever_asks(cars):
    book = Sketchbook()
    async with world(cars, drawer=book) as w:
        with spoken() as locales:
            locales.set(w.alice.id, "fr")
            message = await drawn(w, attribute="lancement")
        (attached,) = message.attachments
        assert attached.description == "lancement: Alda Brio 2026; Alda Corso mars 2027"
        assert '"locale": "fr-FR"' in book.kept[0]


async def test_turned_page_keeps_the_picture_and_its_note(many):
    book = Sketchbook()
    async with world(many, drawer=book) as w:
        page = await drawn(w, attribute="price")
        await w.alice.click(page, label="Next")
        (embed,) = w.general.last_message.embeds
        assert embed.description.startswith("**Vano Tiko 5** · price: 21,000 euros\n")
        assert embed.image.url == "attachment://chart.png"
        assert embed.footer.text == "Not in the picture: 1 with another unit, market, sort of price or test cycle."
        assert len(book.kept) == 1


async def test_page_that_another_turns_is_for_them_alone_and_without_the_picture(many):
    async with world(many, drawer=Sketchbook()) as w:
        page = await drawn(w, attribute="price")
        turned = (await w.boss.click(page, label="Next")).response.message
        assert turned.embeds[0].image.url is None
        assert labels(w) == ["Next", "Dismiss"]


@pytest.mark.parametrize(
    ("options", "option", "typed", "suggested"),
    [
        ({}, "attribute", "", ["price", "launch"]),
        ({}, "attribute", "LAU", ["launch"]),
        ({}, "attribute", "prix", ["price"]),
        ({}, "attribute", "weight", []),  # of one thing alone
        ({"brand": "alda"}, "attribute", "", ["launch"]),
        ({"attribute": "price"}, "against", "", []),
        ({}, "brand", "", ["alda", "bexa"]),
        ({}, "brand", "be", ["bexa"]),
    ],
)
async def test_what_can_be_drawn_is_suggested(cars, options, option, typed, suggested):
    async with world(cars) as w:
        found = await w.alice.autocomplete(w.general, "lineup", option, typed, **options)
        assert [one["value"] for one in found] == suggested


@pytest.mark.parametrize("attribute", ["price", "launch"])
async def test_without_the_extra_the_list_stands_alone(cars, attribute):
    async with world(cars, drawer=Drawer("no_such_module")) as w:
        message = await drawn(w, attribute=attribute)
        assert message.embeds[0].image.url is None
        assert message.embeds[0].footer.text is None


class Broken(Sketchbook):
    """Draws nothing, as when the drawing took too long."""

    async def draw(self, picture: Spec) -> bytes | None:  # noqa: ARG002  # as named
        return None


async def test_where_drawing_fails_the_list_stands_alone(cars):
    async with world(cars, drawer=Broken()) as w:
        message = await drawn(w, attribute="price")
        assert "**Alda Brio** · price: 21,000 euros" in message.embeds[0].description
        assert (message.embeds[0].image.url, message.attachments) == (None, [])


async def test_it_is_a_command_of_servers():
    async with world() as w:
        payload = w.bot.tree.get_command("lineup").to_dict(w.bot.tree)
        assert (payload["contexts"], payload["integration_types"]) == ([0], [0])
