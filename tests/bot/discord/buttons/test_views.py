"""Buttons below answers: who may press them, what they do, when they go."""

import simcord

from tests.bot.discord import shelf
from tests.bot.discord.world import world


async def test_near_tie_becomes_buttons():
    async with world() as w:
        await w.alice.send(w.lineup, shelf.WHICH)
        asked = w.lineup.last_message
        assert [button.label for button in asked.components[0].children] == ["Twingo", "Spring"]
        await w.alice.click(asked, label="Twingo")
        answered = w.lineup.last_message
        assert answered.id == asked.id
        assert answered.content == "The Twingo costs €20,000."
        assert answered.components == []
        assert answered.embeds


async def test_button_pressed_by_another_whispers():
    async with world() as w:
        await w.alice.send(w.lineup, shelf.WHICH)
        result = await w.boss.click(w.lineup.last_message, label="Twingo")
        simcord.assert_responded(result, content="The Twingo costs €20,000.", ephemeral=True)
        assert w.said(w.lineup)[0].components


async def test_buttons_go_after_a_while():
    async with world() as w:
        await w.alice.slash(w.lineup, "ask", question=shelf.WHICH)
        await w.env.advance_time(11 * 60)
        assert w.said(w.lineup)[-1].components == []


async def test_unknown_offers_other_questions():
    async with world() as w:
        reply = await w.mention(shelf.UNKNOWN)
        await w.alice.click(reply, label=shelf.PRICE)
        assert w.general.last_message.content == "The Twingo costs €20,000."
