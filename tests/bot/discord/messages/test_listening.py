"""Whether, where and how the bot replies to what people write."""

import threading
from dataclasses import dataclass, field

import discord
import pytest
import simcord

from bot.discord.knowledge import Knowledge
from bot.models import Answer
from bot.servers import ServerSettings
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


async def test_thanks_below_a_reply_is_met_with_silence_and_a_question_is_not():
    async with world() as w:
        reply = await w.mention(shelf.PRICE)
        await w.alice.send(w.general, "thanks", reply_to=reply)
        assert len(w.said(w.general)) == 1
        await w.alice.send(w.general, shelf.UNKNOWN, reply_to=reply)
        assert w.general.last_message.content == "The documents give no weight."


async def test_bare_mention_below_a_question_passes_it_on():
    async with world() as w:
        theirs = await w.boss.send(w.general, shelf.PRICE)
        await w.alice.send(w.general, f"<@{w.bot.user.id}>", reply_to=theirs)
        assert w.general.last_message.content == "The Twingo costs €20,000."
        await w.alice.send(w.general, f"<@{w.bot.user.id}>", reply_to=w.general.last_message)
        assert w.general.last_message.content == "Ask me about cars."


async def test_messages_to_another_person_are_left_alone():
    async with world() as w:
        theirs = await w.boss.send(w.lineup, "I wonder.")
        await w.alice.send(w.lineup, shelf.PRICE, reply_to=theirs)
        await w.alice.send(w.lineup, f"{w.boss.mention} {shelf.PRICE}")
        assert w.said(w.lineup) == []


async def test_thread_that_it_answered_in_is_its_own():
    async with world() as w:
        w.env.backend.create_thread(w.general.id, "a thread", w.alice.id)
        thread = w.general.threads[0]
        await w.alice.send(thread, shelf.PRICE)
        await w.alice.send(thread, f"<@{w.bot.user.id}> {shelf.PRICE}")
        await w.alice.send(thread, shelf.UNKNOWN)
        assert [one.content for one in w.said(thread)] == ["The Twingo costs €20,000.", "The documents give no weight."]


async def test_thread_that_is_opened_on_its_reply_is_its_own():
    async with world() as w:
        reply = await w.mention(shelf.PRICE)
        w.env.backend.create_thread(w.general.id, "on that", w.alice.id, message_id=reply.id)
        await w.alice.send(w.general.threads[0], shelf.UNKNOWN)
        assert w.general.threads[0].last_message.content == "The documents give no weight."


async def test_thread_that_it_opened_is_its_own_after_a_restart():
    async with world() as w:
        w.env.backend.create_thread(w.general.id, "a thread", w.bot.user.id)
        await w.restart()
        await w.alice.send(w.general.threads[0], shelf.UNKNOWN)
        assert [one.content for one in w.said(w.general.threads[0])] == ["The documents give no weight."]


async def test_thread_that_it_takes_part_in_is_its_own_after_a_restart():
    """Discord makes it a member when it is mentioned or writes there, and says so at each start."""
    async with world() as w:
        w.env.backend.create_thread(w.general.id, "a thread", w.alice.id)
        await w.restart()
        (told,) = [payload for _, event, payload in w.env.backend.transcript[-9:] if event == "GUILD_CREATE"]
        joined = {"flags": 0, "join_timestamp": w.env.now().isoformat()}
        w.env.backend.emit("GUILD_CREATE", told | {"threads": [told["threads"][0] | {"member": joined}]})
        await w.alice.send(w.general.threads[0], shelf.UNKNOWN)
        assert [one.content for one in w.said(w.general.threads[0])] == ["The documents give no weight."]


async def test_sixth_question_in_twenty_seconds_waits_wherever_it_is_asked():
    async with world() as w:
        for _ in range(5):
            await w.alice.send(w.lineup, shelf.PRICE)
        await w.alice.send(w.lineup, shelf.PRICE)
        refused = await w.alice.slash(w.general, "ask", question=shelf.PRICE)
        assert refused.response.ephemeral
        assert refused.response.content == "That was quick. Ask again in 20 seconds."
        assert len(w.said(w.lineup)) == 5
        await w.boss.send(w.lineup, shelf.PRICE)
        assert len(w.said(w.lineup)) == 6
        await w.env.advance_time(20)
        await w.alice.send(w.lineup, shelf.PRICE)
        assert len(w.said(w.lineup)) == 7


async def test_silence_spends_no_reply():
    async with world() as w:
        for _ in range(6):
            await w.alice.send(w.lineup, shelf.UNKNOWN)
        await w.alice.send(w.lineup, shelf.PRICE)
        assert len(w.said(w.lineup)) == 1


async def test_server_may_choose_its_own_pace():
    async with world() as w:
        await w.bot.servers.change(w.guild.id, ServerSettings(replies=1, seconds=60.0))
        await w.alice.send(w.lineup, shelf.PRICE)
        await w.alice.send(w.lineup, shelf.LAUNCH)
        assert len(w.said(w.lineup)) == 1
        await w.alice.send_dm(shelf.PRICE)
        assert w.alice.user.dm_channel.last_message.content == "The Twingo costs €20,000."
        await w.env.advance_time(60)
        await w.alice.send(w.lineup, shelf.LAUNCH)
        assert len(w.said(w.lineup)) == 2


async def test_apology_speaks_the_language_of_the_server_and_is_owed_to_who_turned_to_the_bot():
    async with world() as w:
        await w.bot.servers.change(w.guild.id, ServerSettings(language="fr"))
        await w.alice.send(w.lineup, shelf.TRAP)
        assert w.said(w.lineup) == []
        assert (await w.mention(shelf.TRAP)).content.startswith("Quelque chose s'est mal passé de mon côté")


@dataclass
class Watched(shelf.Table):
    """Notes on which thread it is asked."""

    threads: set[int] = field(default_factory=set)

    def ask(self, text: str, **options: object) -> Answer:
        self.threads.add(threading.get_ident())
        return super().ask(text, **options)


async def test_answers_are_computed_on_the_event_loop():
    watched = Watched()
    async with world(Knowledge(watched, shelf.Shelf(), shelf.Shown())) as w:
        await w.mention(shelf.PRICE)
        await w.alice.slash(w.general, "ask", question=shelf.PRICE)
        assert watched.threads == {threading.get_ident()}
