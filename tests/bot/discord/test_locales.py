"""Commands and buttons speak the language of whoever uses them, then the server's choice, then the server's own."""

import inspect

import pytest
import simcord.interactions

from bot.servers import ServerSettings
from bot.simulation.locales import Locales, spoken
from tests.bot.discord import shelf
from tests.bot.discord.world import whispered, world

GONE_EN = "Only the operator of this bot can do that."
GONE_FR = "Seule la personne qui exploite ce bot peut faire cela."


@pytest.fixture
def locales() -> Locales:
    with spoken() as people:
        yield people


def test_the_private_name_of_simcord_is_where_it_was():
    """Where this fails, simcord.interactions.base_payload has moved: bot/simulation/locales.py must follow it."""
    assert "user_id" in inspect.signature(simcord.interactions.base_payload).parameters


@pytest.mark.parametrize(
    ("theirs", "chosen", "said"),
    [
        ("fr", None, "La personne"),
        ("en-GB", "fr", "Only the person"),
        ("de", "fr", "La personne"),
        ("de", None, "Only the person"),
        ("en-US", None, "Only the person"),
    ],
)
async def test_language_follows_the_person_then_the_server(locales, theirs, chosen, said):
    async with world() as w:
        await w.bot.servers.change(w.guild.id, ServerSettings(language=chosen))
        locales.set(w.boss.id, theirs)
        (told,) = whispered(await w.boss.click(await w.mention(shelf.WHICH), label="Twingo"))
        assert told.replace("Seule la", "La").startswith(said)


async def test_command_speaks_french_to_a_french_person(locales):
    async with world() as w:
        locales.set(w.alice.id, "fr")
        result = await w.alice.slash(w.general, "help")
        assert result.response.embeds[0].description.startswith("Demandez avec vos mots.")


async def test_answer_follows_the_question_and_not_the_person(locales):
    async with world() as w:
        locales.set(w.alice.id, "fr")
        result = await w.alice.slash(w.general, "ask", question=shelf.PRICE)
        assert result.response.content == "The Twingo costs €20,000."
