"""Whether, where and how the bot replies to what people write."""

import discord
import pytest
import simcord

from tests.bot.discord import shelf
from tests.bot.discord.world import world


async def test_mention_is_answered_with_quote():
    async with world() as w:
        reply = await w.mention(shelf.PRICE)
        assert reply.content == "The Twingo costs €20,000."
        assert "The Twingo costs 20,000 euros." in reply.embeds[0].description
        assert "article.txt" in reply.embeds[0].description


async def test_direct_message_is_answered():
    async with world() as w:
        await w.alice.send_dm(shelf.PRICE)
        assert w.alice.user.dm_channel.last_message.content == "The Twingo costs €20,000."


async def test_configured_channel_is_answered():
    async with world() as w:
        await w.alice.send(w.lineup, shelf.PRICE)
        assert w.lineup.last_message.content == "The Twingo costs €20,000."


async def test_other_channels_are_left_alone():
    async with world() as w:
        await w.alice.send(w.general, shelf.PRICE)
        assert w.said(w.general) == []


@pytest.mark.parametrize("question", [shelf.UNKNOWN, shelf.PASSAGE, shelf.CHATTER, "🙂", "@everyone"])
async def test_unsure_in_channel_stays_silent(question):
    async with world() as w:
        await w.alice.send(w.lineup, question)
        assert w.said(w.lineup) == []


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (shelf.UNKNOWN, "The documents give no weight."),
        (shelf.PASSAGE, "The nearest passage:"),
        (shelf.CHATTER, "Ask me about cars."),
        ("", "Ask me about cars."),
        ("🙂", "Ask me about cars."),
        ("<:car:12345>", "Ask me about cars."),
        ("\u202eאיפה\u0000\u0007", "Ask me about cars."),
        ("x" * 1_970, "Ask me about cars."),
    ],
)
async def test_mention_is_never_met_with_silence(question, said):
    async with world() as w:
        assert (await w.mention(question)).content == said


async def test_without_content_intent_mentions_and_direct_messages_work():
    approved = discord.Intents.default()
    async with world(message_content=False, approved_intents=approved) as w:
        assert (await w.mention(shelf.PRICE)).content == "The Twingo costs €20,000."
        await w.alice.send_dm(shelf.LAUNCH)
        assert w.alice.user.dm_channel.last_message.content == "The Twingo comes in 2026."
        result = await w.alice.slash(w.general, "ask", question=shelf.PRICE)
        simcord.assert_responded(result, content="The Twingo costs €20,000.")
        await w.alice.send(w.lineup, shelf.PRICE)
        assert w.said(w.lineup) == []


async def test_command_is_answered():
    async with world() as w:
        result = await w.alice.slash(w.general, "ask", question=shelf.PRICE)
        assert result.response.content == "The Twingo costs €20,000."
        assert "20,000 euros" in result.response.embeds[0].description


async def test_command_works_in_direct_messages():
    async with world() as w:
        result = await w.alice.user.slash("ask", question=shelf.UNKNOWN)
        assert result.response.content == "The documents give no weight."


async def test_command_takes_six_thousand_characters():
    async with world() as w:
        result = await w.alice.slash(w.general, "ask", question="x" * 6_000)
        assert result.response.content == "Ask me about cars."
        with pytest.raises(simcord.OptionError):
            await w.alice.slash(w.general, "ask", question="x" * 6_001)


async def test_conversations_of_two_people_are_not_mixed():
    async with world() as w:
        await w.alice.send(w.lineup, shelf.PRICE)
        await w.boss.send(w.lineup, shelf.LAUNCH)
        await w.alice.send(w.lineup, shelf.FOLLOW_UP)
        assert w.lineup.last_message.content == f"Before: {shelf.PRICE}"


async def test_conversations_of_two_channels_are_not_mixed():
    async with world() as w:
        await w.alice.send(w.lineup, shelf.PRICE)
        await w.alice.send_dm(shelf.FOLLOW_UP)
        assert w.alice.user.dm_channel.last_message.content == "Before: nothing"
