"""Which messages are meant for the bot, and which words of them are the question."""

import discord
import pytest

from bot.discord.messages.addressing import question_in
from tests.bot.discord import shelf
from tests.bot.discord.world import world


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


@pytest.mark.parametrize(
    ("content", "question"),
    [
        ("<@1> how much?", "how much?"),
        ("<@!1>, how much?", "how much?"),
        ("how much, <@1>?", "how much,  ?"),
        ("Lineup, how much?", "how much?"),
        ("lineup: how much?", "how much?"),
        ("@Lineup how much?", "how much?"),
        ("@lineups are nice", "@lineups are nice"),
        ("lineup of Dacia", "lineup of Dacia"),
        ("what of <#5> and <:car:6>", "what of   and"),
        ("a < b > c", "a < b > c"),
        ("", ""),
    ],
)
def test_mentions_and_name_are_no_part_of_the_question(content, question):
    assert question_in(content, ("Lineup",)) == question
