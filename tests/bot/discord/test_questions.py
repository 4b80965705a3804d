"""Whether, where and how the bot replies to what people write."""

import logging

import discord
import pytest
import simcord

from bot.discord.knowledge import Knowledge
from bot.models import Answer, Source, Status
from tests.bot.discord import shelf
from tests.bot.discord.shelf import knowledge
from tests.bot.discord.world import world


async def test_mention_is_answered_with_quote():
    async with world() as w:
        reply = await w.mention(shelf.PRICE)
        assert reply.content == "The Twingo costs €20,000."
        assert "The Twingo costs 20,000 euros." in reply.embeds[0].description
        assert "article.txt" in reply.embeds[0].description


async def test_reply_refers_to_the_question():
    async with world() as w:
        reply = await w.mention(shelf.PRICE)
        assert reply.reference.message_id == w.general.history()[0].id


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


async def test_server_wide_mention_is_not_for_the_bot():
    async with world() as w:
        await w.boss.send(w.general, f"@everyone {shelf.PRICE}")
        assert w.said(w.general) == []


@pytest.mark.parametrize("call", ["{name}, ", "@{name} ", "{NAME}, "])
async def test_name_typed_in_front_is_an_address(call):
    async with world() as w:
        name = w.bot.user.name
        await w.alice.send(w.general, call.format(name=name, NAME=name.upper()) + shelf.PRICE)
        assert w.general.last_message.content == "The Twingo costs €20,000."


async def test_bots_and_webhooks_get_no_reply():
    async with world() as w:
        robot = w.guild.add_member(w.env.create_user("robot", bot=True))
        await robot.send(w.lineup, shelf.PRICE)
        await w.guild.create_webhook(w.lineup).send(shelf.PRICE)
        assert w.said(w.lineup) == []


async def test_pin_notice_is_ignored():
    async with world() as w:
        question = await w.alice.send(w.lineup, shelf.PRICE)
        before = len(w.said(w.lineup))
        moderator = w.guild.create_role(
            "moderator", permissions=discord.Permissions(manage_messages=True, pin_messages=True)
        )
        mod = w.guild.add_member(w.env.create_user("mod"), roles=[moderator])
        await mod.set_pinned(question, True)
        assert w.lineup.last_message.type is discord.MessageType.pins_add
        assert len(w.said(w.lineup)) == before


async def test_reply_to_the_bot_is_an_address():
    async with world() as w:
        first = await w.mention(shelf.PRICE)
        await w.alice.send(w.general, shelf.UNKNOWN, reply_to=first)
        assert w.general.last_message.content == "The documents give no weight."


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


async def test_nobody_can_be_pinged():
    text = "@everyone @here <@1> <@&2> cost nothing."
    async with world(knowledge(price=text)) as w:
        reply = await w.mention(shelf.PRICE)
        result = await w.boss.slash(w.general, "ask", question=shelf.PRICE)
        assert not reply.mention_everyone
        assert not result.response.message.mention_everyone
        sent = [entry.json for entry in w.env.http_requests if entry.method == "POST" and entry.json]
        parsed = [
            body.get("data", body).get("allowed_mentions", {"parse": []})["parse"]
            for body in sent
            if "content" in str(body)
        ]
        assert parsed
        assert all(one == [] for one in parsed)


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


async def test_fault_is_owned_up_to_and_logged_once_without_the_message(caplog):
    async with world() as w:
        with caplog.at_level(logging.INFO):
            reply = await w.mention(shelf.TRAP)
        assert reply.content == "Something went wrong on my side; whoever runs me can see it in the log."
        assert [record.name for record in caplog.records] == ["bot.discord.replies"]
        assert "LookupError" in caplog.text
        assert shelf.TRAP not in caplog.text.replace(shelf.__file__, "")


async def test_fault_in_a_command_is_whispered():
    async with world() as w:
        result = await w.alice.slash(w.general, "ask", question=shelf.TRAP)
        assert result.response.ephemeral
        assert "went wrong" in result.response.content


async def test_refused_reply_does_not_stop_the_bot():
    async with world() as w:
        w.env.inject_error("POST", "/channels/*/messages", status=500)
        await w.alice.send(w.lineup, shelf.PRICE)
        assert w.said(w.lineup) == []
        await w.alice.send(w.lineup, shelf.PRICE)
        assert len(w.said(w.lineup)) == 1


async def test_where_the_bot_may_not_write_it_says_nothing():
    async with world() as w:
        deaf = {w.guild.default_role: discord.PermissionOverwrite(send_messages=False)}
        board = w.guild.create_text_channel("board", overwrites=deaf)
        boss = w.guild.add_member(
            w.env.create_user("admin"), roles=[w.guild.create_role("a", permissions=discord.Permissions.all())]
        )
        await boss.send(board, f"<@{w.bot.user.id}> {shelf.PRICE}")
        assert w.said(board) == []


async def test_without_the_right_to_embeds_the_quote_is_text():
    async with world() as w:
        bare = {w.guild.default_role: discord.PermissionOverwrite(embed_links=False)}
        channel = w.guild.create_text_channel("bare", overwrites=bare)
        await w.alice.send(channel, f"<@{w.bot.user.id}> {shelf.PRICE}")
        assert "> The Twingo costs 20,000 euros." in channel.last_message.content
        assert channel.last_message.embeds == []


async def test_long_answer_is_cut_to_what_discord_takes():
    long = "word " * 2_000
    sources = tuple(
        Source("article.txt", "_quote_ " * 300, number * 10_000, number * 10_000 + 2_400) for number in range(9)
    )
    answers = {shelf.PRICE: Answer(Status.ANSWERED, long, "en", sources=sources)}
    async with world(Knowledge(shelf.Table(answers), shelf.Shelf())) as w:
        reply = await w.mention(shelf.PRICE)
        assert len(reply.content) <= 2_000
        assert len(reply.embeds[0]) <= 6_000
        assert "and 5 more" in reply.embeds[0].description
