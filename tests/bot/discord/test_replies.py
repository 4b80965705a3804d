"""How a reply is sent: pinging nobody, within the rights the bot has, and never silent about a fault."""

import logging

from bot.discord.knowledge import Knowledge
from bot.models import Answer, Source, Status
from tests.bot.discord import shelf
from tests.bot.discord.shelf import knowledge
from tests.bot.discord.world import world


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


async def test_long_answer_is_cut_to_what_discord_takes():
    long = "word " * 2_000
    sources = tuple(
        Source("article.txt", "_quote_ " * 300, number * 10_000, number * 10_000 + 2_400) for number in range(9)
    )
    answers = {shelf.PRICE: Answer(Status.ANSWERED, long, "en", sources=sources)}
    async with world(Knowledge(shelf.Table(answers), shelf.Shelf(), shelf.Shown())) as w:
        reply = await w.mention(shelf.PRICE)
        assert len(reply.content) <= 2_000
        assert len(reply.embeds[0]) <= 6_000
        assert "and 5 more" in reply.embeds[0].description
