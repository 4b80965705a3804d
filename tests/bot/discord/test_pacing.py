"""Who asks too often by command is told so, alone and in words that count the seconds."""

import pytest

from bot.servers import ServerSettings
from tests.bot.discord import shelf
from tests.bot.discord.world import world


@pytest.mark.parametrize(
    ("waited", "said"),
    [
        (0, "That was quick. Ask again in 20 seconds."),
        (18.5, "That was quick. Ask again in 2 seconds."),
        (19.5, "That was quick. Ask again in 1 second."),
    ],
)
async def test_command_too_many_is_told_how_long_to_wait(waited, said):
    async with world() as w:
        await w.bot.servers.change(w.guild.id, ServerSettings(replies=1))
        await w.alice.slash(w.general, "ask", question=shelf.PRICE)
        await w.env.advance_time(waited)
        told = await w.alice.slash(w.general, "ask", question=shelf.PRICE)
        assert (told.response.content, told.response.ephemeral) == (said, True)
        await w.env.advance_time(20 - waited)
        answered = await w.alice.slash(w.general, "ask", question=shelf.PRICE)
        assert answered.response.content == "The Twingo costs €20,000."


async def test_question_too_many_is_not_even_read():
    async with world() as w:
        await w.bot.servers.change(w.guild.id, ServerSettings(replies=1))
        await w.alice.slash(w.general, "ask", question=shelf.PRICE)
        told = await w.alice.slash(w.general, "ask", question=shelf.TRAP)
        assert told.response.content.startswith("That was quick.")


async def test_what_is_asked_here_slows_nobody_down_elsewhere():
    async with world() as w:
        await w.bot.servers.change(w.guild.id, ServerSettings(replies=1))
        await w.alice.slash(w.general, "ask", question=shelf.PRICE)
        answered = await w.alice.user.slash("ask", question=shelf.PRICE)
        assert answered.response.content == "The Twingo costs €20,000."
