"""How a reply goes out: pinging nobody, once, below its question, and within the rights that the bot has."""

import logging

import discord
import pytest
import simcord

from tests.bot.discord import shelf
from tests.bot.discord.world import World, world

SAID = "The Twingo costs €20,000."
MESSAGES = "/channels/*/messages"


def sent(w: World) -> list[dict[str, object]]:
    """List the bodies of the messages that the bot asked Discord to take."""
    return [one.json for one in w.env.http_requests if one.method == "POST" and one.path.endswith("/messages")]


def refuse(w: World, code: int, times: int = 1) -> None:
    w.env.inject_error("POST", MESSAGES, status=403, code=code, message="not allowed", times=times)


async def channel_without(w: World, **rights: bool) -> simcord.ChannelHandle:
    denied = discord.PermissionOverwrite(**dict.fromkeys(rights, False))
    return w.guild.create_text_channel("board", overwrites={w.guild.default_role: denied})


async def test_request_refers_to_the_question_pings_nobody_and_bears_its_id():
    async with world() as w:
        await w.mention(shelf.PRICE)
        (body,) = sent(w)
        question = w.general.history()[0]
        assert (body["nonce"], body["enforce_nonce"]) == (str(question.id), True)
        assert body["allowed_mentions"] == {"parse": [], "replied_user": False}
        assert body["message_reference"]["message_id"] == question.id
        assert body["message_reference"]["fail_if_not_exists"] is False


async def test_without_the_right_to_read_history_it_refers_to_nothing():
    async with world() as w:
        board = await channel_without(w, read_message_history=True)
        await w.alice.send(board, f"<@{w.bot.user.id}> {shelf.PRICE}")
        (body,) = sent(w)
        assert "message_reference" not in body
        assert board.last_message.content == SAID


async def test_refused_reference_is_left_out_the_second_time():
    async with world() as w:
        refuse(w, 160002)
        assert (await w.mention(shelf.PRICE)).content == SAID
        first, second = sent(w)
        assert "message_reference" in first
        assert "message_reference" not in second
        assert first["nonce"] == second["nonce"]


async def test_refused_embed_becomes_text():
    async with world() as w:
        refuse(w, 50013)
        reply = await w.mention(shelf.PRICE)
        assert reply.embeds == []
        assert "> The Twingo costs 20,000 euros." in reply.content


@pytest.mark.parametrize(("question", "tries"), [(shelf.PRICE, 2), (shelf.UNKNOWN, 1)])
async def test_refused_reply_is_silence_and_one_line_in_the_log(question, tries, caplog):
    async with world() as w:
        refuse(w, 50013, times=9)
        with caplog.at_level(logging.INFO):
            await w.alice.send(w.general, f"<@{w.bot.user.id}> {question}")
        assert len(sent(w)) == tries
        assert [record.getMessage() for record in caplog.records] == [
            f"Discord refused a reply in channel {w.general.id}: not allowed (code 50013)"
        ]


async def test_reply_that_was_refused_costs_nothing():
    async with world() as w:
        for _ in range(6):
            refuse(w, 50013, times=2)
            await w.alice.send(w.general, f"<@{w.bot.user.id}> {shelf.PRICE}")
        assert (await w.mention(shelf.PRICE)).content == SAID


async def test_where_it_may_not_write_nothing_is_even_tried():
    async with world() as w:
        board = await channel_without(w, send_messages=True)
        admin = w.guild.create_role("admin", permissions=discord.Permissions.all())
        someone = w.guild.add_member(w.env.create_user("someone"), roles=[admin])
        await someone.send(board, f"<@{w.bot.user.id}> {shelf.TRAP}")
        assert sent(w) == []


async def test_thread_has_a_right_of_its_own():
    async with world() as w:
        board = await channel_without(w, send_messages_in_threads=True)
        admin = w.guild.create_role("admin", permissions=discord.Permissions.all())
        someone = w.guild.add_member(w.env.create_user("someone"), roles=[admin])
        w.env.backend.create_thread(board.id, "a thread", someone.id)
        await someone.send(board.threads[0], f"<@{w.bot.user.id}> {shelf.PRICE}")
        assert sent(w) == []
        await someone.send(board, f"<@{w.bot.user.id}> {shelf.PRICE}")
        assert len(sent(w)) == 1


async def test_locked_thread_is_left_alone():
    async with world() as w:
        admin = w.guild.create_role("admin", permissions=discord.Permissions.all())
        someone = w.guild.add_member(w.env.create_user("someone"), roles=[admin])
        board = await channel_without(w, manage_threads=True)
        thread = w.env.backend.create_thread(board.id, "a thread", someone.id)
        await someone.send(board.threads[0], f"<@{w.bot.user.id}> {shelf.PRICE}")
        w.env.backend.edit_channel(thread.id, {}, thread_metadata={"locked": True})
        await someone.send(board.threads[0], f"<@{w.bot.user.id}> {shelf.PRICE}")
        assert len(sent(w)) == 1


async def test_refused_reply_does_not_stop_the_bot(caplog):
    async with world() as w:
        w.env.inject_error("POST", "/channels/*/messages", status=500)
        await w.alice.send(w.lineup, shelf.PRICE)
        assert w.said(w.lineup) == []
        assert "Could not reply to a message: HTTPException (HTTP 500, code 0) at " in caplog.text
        await w.alice.send(w.lineup, shelf.PRICE)
        assert len(w.said(w.lineup)) == 1


async def test_without_the_right_to_embeds_the_quote_is_text():
    async with world() as w:
        bare = {w.guild.default_role: discord.PermissionOverwrite(embed_links=False)}
        channel = w.guild.create_text_channel("bare", overwrites=bare)
        await w.alice.send(channel, f"<@{w.bot.user.id}> {shelf.PRICE}")
        assert "> The Twingo costs 20,000 euros." in channel.last_message.content
        assert channel.last_message.embeds == []
