"""/ask and the menu entry: to everyone or to one alone, with suggestions, wherever Discord has commands."""

import discord
import pytest

from tests.bot.discord import shelf
from tests.bot.discord.world import world


async def test_private_answer_is_seen_by_whoever_asks():
    async with world() as w:
        result = await w.alice.slash(w.general, "ask", question=shelf.PRICE, private=True)
        assert result.response.ephemeral
        assert result.response.content == "The Twingo costs €20,000."


async def test_questions_with_an_answer_are_suggested():
    async with world() as w:
        found = await w.alice.autocomplete(w.general, "ask", "question", "how much")
        assert [one["value"] for one in found] == [shelf.PRICE]


async def test_menu_asks_what_somebody_else_wrote():
    async with world() as w:
        message = await w.boss.send(w.general, shelf.PRICE)
        result = await w.alice.context_menu(w.general, "Ask Lineup", message)
        assert result.response.ephemeral
        assert result.response.content == "The Twingo costs €20,000."


@pytest.mark.parametrize("name", ["ask", "about", "sources", "help", "privacy", "Ask Lineup"])
async def test_command_works_everywhere(name):
    async with world() as w:
        kind = discord.AppCommandType.message if name == "Ask Lineup" else discord.AppCommandType.chat_input
        payload = w.bot.tree.get_command(name, type=kind).to_dict(w.bot.tree)
        assert payload["contexts"] == [0, 1, 2]
        assert payload["integration_types"] == [0, 1]
