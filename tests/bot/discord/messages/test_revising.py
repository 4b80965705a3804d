"""A reply changes and goes with its question, also after a restart, and at little cost to anybody else."""

from typing import Any

import discord
import pytest
import simcord

from tests.bot.discord import shelf
from tests.bot.discord.world import World, world

COSTS, COMES = "The Twingo costs €20,000.", "The Twingo comes in 2026."
WEIGHS = "The documents give no weight."


def look_ups(w: World) -> int:
    """Count how often the bot read the history of a channel."""
    return sum(one.method == "GET" and one.path.endswith("/messages") for one in w.env.http_requests)


def contents(w: World, channel: simcord.ChannelHandle | None = None) -> list[str]:
    return [one.content for one in w.said(channel or w.lineup)]


async def moderator(w: World) -> simcord.MemberActor:
    role = w.guild.create_role("moderator", permissions=discord.Permissions(manage_messages=True))
    return w.guild.add_member(w.env.create_user("mod"), roles=[role])


async def delete_together(w: World, *messages: Any) -> None:
    """Delete messages at once, as bots that clean up do."""
    w.env.backend.bulk_delete_messages(w.lineup.id, [one.id for one in messages])
    await w.env.settle()


@pytest.mark.parametrize("restarted", [False, True])
async def test_edit_changes_the_reply(restarted):
    async with world() as w:
        question = await w.alice.send(w.lineup, shelf.PRICE)
        if restarted:
            await w.restart()
        await w.alice.edit(question, shelf.LAUNCH)
        assert contents(w) == [COMES]
        assert "It comes in 2026" in w.said(w.lineup)[0].embeds[0].description
        assert look_ups(w) == restarted


async def test_reply_without_a_quote_keeps_none():
    async with world() as w:
        question = await w.alice.send(w.general, f"<@{w.bot.user.id}> {shelf.PRICE}")
        await w.alice.edit(question, f"<@{w.bot.user.id}> {shelf.UNKNOWN}")
        (reply,) = w.said(w.general)
        assert (reply.content, reply.embeds) == (WEIGHS, [])


@pytest.mark.parametrize("restarted", [False, True])
@pytest.mark.parametrize("edited", ["good morning", "never mind", shelf.UNKNOWN, "@boss?"])
async def test_reply_goes_when_the_question_does(edited, restarted):
    async with world() as w:
        question = await w.alice.send(w.lineup, shelf.PRICE)
        if restarted:
            await w.restart()
        await w.alice.edit(question, edited.replace("@boss", w.boss.mention))
        assert contents(w) == []


async def test_mention_taken_back_takes_the_reply_back():
    async with world() as w:
        question = await w.alice.send(w.general, f"<@{w.bot.user.id}> {shelf.PRICE}")
        await w.alice.edit(question, shelf.PRICE)
        assert contents(w, w.general) == []


@pytest.mark.parametrize("restarted", [False, True])
async def test_edit_into_a_question_gets_a_reply(restarted):
    async with world() as w:
        question = await w.alice.send(w.lineup, "how much is the Twnigo?")
        if restarted:
            await w.restart()
        await w.alice.edit(question, shelf.PRICE)
        assert contents(w) == [COSTS]
        assert w.said(w.lineup)[0].reference.message_id == question.id


async def test_question_asked_again_after_it_was_taken_back_bears_another_nonce():
    """Discord would give the deleted reply for the same nonce once more."""
    async with world() as w:
        question = await w.alice.send(w.lineup, shelf.PRICE)
        await w.alice.edit(question, "never mind")
        await w.env.advance_time(200)
        await w.alice.edit(question, shelf.LAUNCH)
        assert contents(w) == [COMES]
        nonces = [one.json["nonce"] for one in w.env.http_requests if one.json and "nonce" in one.json]
        assert nonces[0] == str(question.id)
        assert nonces[1].startswith(f"{question.id}-")
        assert len(nonces[1]) <= 25


async def test_apology_gives_way_to_an_answer():
    async with world() as w:
        question = await w.alice.send(w.general, f"<@{w.bot.user.id}> {shelf.TRAP}")
        await w.alice.edit(question, f"<@{w.bot.user.id}> {shelf.PRICE}")
        assert contents(w, w.general) == [COSTS]
        await w.alice.delete(question)
        assert contents(w, w.general) == []


async def test_reply_that_was_dismissed_is_given_anew_for_an_edit():
    async with world() as w:
        question = await w.alice.send(w.lineup, shelf.PRICE)
        await (await moderator(w)).delete(w.said(w.lineup)[0])
        await w.alice.edit(question, shelf.LAUNCH)
        assert contents(w) == [COMES]


@pytest.mark.parametrize(("seconds", "said"), [(299, COMES), (301, COSTS)])
async def test_edit_counts_for_five_minutes(seconds, said):
    async with world() as w:
        question = await w.alice.send(w.lineup, shelf.PRICE)
        await w.env.advance_time(seconds)
        await w.alice.edit(question, shelf.LAUNCH)
        assert contents(w) == [said]


async def test_link_that_unfurls_is_no_edit():
    async with world() as w:
        question = await w.alice.send(w.lineup, shelf.PRICE)
        before = len(w.env.http_requests)
        stored = w.env.backend.get_message(w.lineup.id, question.id)
        stored.embeds = [{"type": "link", "url": "https://example.org"}]
        w.env.backend.crosspost_message(w.lineup.id, question.id)  # tells of a message without a time of edit
        await w.env.settle()
        assert len(w.env.http_requests) == before


async def test_pin_of_an_edited_question_is_no_edit():
    async with world() as w:
        question = await w.alice.send(w.lineup, shelf.PRICE)
        await w.alice.edit(question, shelf.LAUNCH)
        before = len(w.env.http_requests)
        w.env.backend.crosspost_message(w.lineup.id, question.id)  # tells of the time of the edit before
        await w.env.settle()
        assert len(w.env.http_requests) == before


async def test_pin_of_what_was_edited_hours_ago_is_no_edit():
    async with world() as w:
        question = await w.alice.send(w.lineup, shelf.PRICE)
        await w.alice.edit(question, shelf.LAUNCH)
        await w.env.advance_time(7_200)
        await w.restart()
        before = len(w.env.http_requests)
        w.env.backend.crosspost_message(w.lineup.id, question.id)
        await w.env.settle()
        assert len(w.env.http_requests) == before


async def test_edits_of_bots_and_of_its_own_are_left_alone():
    async with world() as w:
        robot = w.guild.add_member(w.env.create_user("robot", bot=True))
        theirs = await robot.send(w.lineup, "beep")
        await robot.edit(theirs, shelf.PRICE)
        assert contents(w) == []


async def test_edits_cost_nothing_where_the_bot_has_no_business():
    async with world() as w:
        await w.env.advance_time(120)
        chat = await w.alice.send(w.general, "we met at noon")
        await w.alice.edit(chat, "we met at one")
        await w.alice.delete(chat)
        assert look_ups(w) == 0


@pytest.mark.parametrize("restarted", [False, True])
async def test_reply_is_deleted_with_its_question(restarted):
    async with world() as w:
        question = await w.alice.send(w.lineup, shelf.PRICE)
        other = await w.alice.send(w.lineup, shelf.LAUNCH)
        if restarted:
            await w.restart()
        await w.alice.delete(question)
        assert contents(w) == [COMES]
        await w.alice.delete(other)
        assert contents(w) == []


@pytest.mark.parametrize("restarted", [False, True])
async def test_replies_are_deleted_with_many_questions(restarted):
    async with world() as w:
        first = await w.alice.send(w.lineup, shelf.PRICE)
        second = await w.boss.send(w.lineup, shelf.LAUNCH)
        kept = await w.alice.send(w.lineup, shelf.PRICE)
        if restarted:
            await w.restart()
        await delete_together(w, first, second)
        assert [one.reference.message_id for one in w.said(w.lineup)] == [kept.id]
        assert look_ups(w) == restarted


async def test_replies_that_go_with_their_questions_are_not_deleted_twice():
    async with world() as w:
        question = await w.alice.send(w.lineup, shelf.PRICE)
        await delete_together(w, question, w.said(w.lineup)[0])
        assert not [one for one in w.env.http_requests if one.method == "DELETE"]


async def test_reply_in_a_direct_message_follows_its_question_after_a_restart():
    async with world() as w:
        question = await w.alice.send_dm(shelf.PRICE)
        await w.restart()
        await w.alice.user.delete(question)
        assert contents(w, w.alice.user.dm_channel) == []


async def test_flood_of_deletions_after_a_restart_costs_few_look_ups():
    async with world() as w:
        old = [w.env.backend.create_message(w.general.id, w.alice.id, str(n), broadcast=False) for n in range(50)]
        await w.restart()
        for one in old:
            w.env.backend.delete_message(w.general.id, one.id)
        await w.env.settle()
        assert look_ups(w) == 30


async def test_question_of_the_day_before_is_not_looked_for():
    async with world() as w:
        question = await w.alice.send(w.lineup, shelf.PRICE)
        await w.env.advance_time(90_000)
        await w.restart()
        await w.alice.delete(question)
        assert (look_ups(w), contents(w)) == (0, [COSTS])


async def test_without_the_right_to_read_history_nothing_is_looked_for():
    async with world() as w:
        denied = discord.PermissionOverwrite(read_message_history=False)
        board = w.guild.create_text_channel("board", overwrites={w.guild.default_role: denied})
        await w.env.settle()
        w.bot.channels.add(board.id)
        question = await w.alice.send(board, shelf.PRICE)
        await w.restart()
        await w.alice.edit(question, shelf.LAUNCH)
        assert (look_ups(w), contents(w, board)) == (0, [COSTS])


async def test_edit_of_an_answered_question_spends_no_reply():
    async with world() as w:
        question = await w.alice.send(w.lineup, shelf.PRICE)
        for edited in (shelf.LAUNCH, shelf.PRICE) * 3:
            await w.env.advance_time(0.1)
            await w.alice.edit(question, edited)
        assert contents(w) == [COSTS]
        await w.alice.send(w.lineup, shelf.LAUNCH)
        assert contents(w) == [COSTS, COMES]


async def test_fault_while_revising_is_logged_and_leaves_the_reply(caplog):
    async with world() as w:
        question = await w.alice.send(w.general, f"<@{w.bot.user.id}> {shelf.PRICE}")
        await w.alice.edit(question, f"<@{w.bot.user.id}> {shelf.TRAP}")
        assert contents(w, w.general) == [COSTS]
        assert "Could not reply to an edited message: LookupError" in caplog.text
