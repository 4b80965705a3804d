"""What stands below an answer, who may press it, and what it does: at once, after a restart and after a reload."""

from dataclasses import replace

import discord
import pytest
import simcord

from bot.discord.buttons import ids
from bot.discord.knowledge import Knowledge
from bot.discord.library import Library
from bot.discord.lineup import LineupBot
from bot.models import Source
from bot.servers import ServerSettings
from tests.bot.discord import shelf
from tests.bot.discord.world import World, whispered, world

GONE = "The documents have changed since; this is no longer known. Ask again."


def labels(message: discord.Message) -> list[str]:
    return [button.label for row in message.components for button in row.children]


async def restart(w: World, known: Knowledge | None = None) -> None:
    """Start the bot again with nothing in its memory, maybe on other facts."""
    library = Library(known or shelf.knowledge(), build=shelf.HeldBuild(), opener=shelf.refuse)
    await w.env.restart_bot(LineupBot(library, channels=w.bot.channels))


def other_facts() -> Knowledge:
    """Return facts from which the article and all that it said are gone."""
    gone = replace(shelf.ARTICLE, digest="f" * 64)
    return Knowledge(shelf.Table({}), shelf.Shelf((gone,)), shelf.Shown(is_empty=True))


async def test_answer_has_source_more_and_dismiss():
    async with world() as w:
        assert labels(await w.mention(shelf.PRICE)) == ["Source", "More", "Dismiss"]


async def test_unknown_has_other_questions_and_dismiss():
    async with world() as w:
        assert labels(await w.mention(shelf.UNKNOWN)) == [shelf.PRICE, "Dismiss"]


async def test_passage_has_its_source_and_dismiss():
    async with world() as w:
        assert labels(await w.mention(shelf.PASSAGE)) == ["Source", "Dismiss"]


async def test_tie_has_its_choices_and_dismiss():
    async with world() as w:
        assert labels(await w.mention(shelf.WHICH)) == ["Twingo", "Spring", "Dismiss"]


async def test_chatter_has_no_buttons():
    async with world() as w:
        assert labels(await w.mention(shelf.CHATTER)) == []


@pytest.mark.parametrize("restarted", [False, True])
async def test_source_shows_the_quote_among_its_neighbours(restarted):
    async with world() as w:
        reply = await w.mention(shelf.PRICE)
        if restarted:
            await restart(w)
        result = await w.boss.click(reply, label="Source")
        (embed,) = result.response.embeds
        assert result.response.ephemeral
        assert "> The Twingo costs 20,000 euros." in embed.description
        assert "It comes in 2026." in embed.description
        assert embed.footer.text == "passage 1 of 2 · characters 0 to 30 · article.txt"
        assert embed.fields[0].value == f"read as: {shelf.PRICE}"


@pytest.mark.parametrize("label", ["Source", "More"])
async def test_what_a_reload_took_away_is_said_to_be_gone(label):
    async with world(opener=lambda _: other_facts()) as w:
        reply = await w.mention(shelf.PRICE)
        await w.bot.library.reload()
        assert whispered(await w.alice.click(reply, label=label)) == [GONE]


@pytest.mark.parametrize("label", ["Source", "More"])
async def test_what_a_reload_kept_is_still_there(label):
    async with world() as w:
        reply = await w.mention(shelf.PRICE)
        await w.bot.library.reload()
        assert (await w.alice.click(reply, label=label)).response.embeds


async def test_more_tells_what_is_known_and_what_can_be_asked():
    async with world() as w:
        result = await w.boss.click(await w.mention(shelf.PRICE), label="More")
        (embed,) = result.response.embeds
        assert result.response.ephemeral
        assert embed.title == "Twingo"
        assert embed.description.startswith("**price**: 20,000 euros\n")
        assert labels(result.response.message) == ["price"]


@pytest.mark.parametrize("restarted", [False, True])
async def test_suggestion_becomes_the_answer_for_whoever_asked(restarted):
    async with world() as w:
        reply = await w.mention(shelf.UNKNOWN)
        if restarted:
            await restart(w)
        await w.alice.click(reply, label=shelf.PRICE)
        changed = w.general.last_message
        assert (changed.id, changed.content) == (reply.id, "The Twingo costs €20,000.")
        assert labels(changed) == ["Source", "More", "Dismiss"]


async def test_suggestion_pressed_by_another_is_answered_to_them_alone():
    async with world() as w:
        reply = await w.mention(shelf.UNKNOWN)
        result = await w.boss.click(reply, label=shelf.PRICE)
        simcord.assert_responded(result, content="The Twingo costs €20,000.", ephemeral=True)
        assert w.general.last_message.content == "The documents give no weight."


@pytest.mark.parametrize("restarted", [False, True])
async def test_choice_becomes_the_answer_for_whoever_asked(restarted):
    async with world() as w:
        reply = await w.mention(shelf.WHICH)
        if restarted:
            await restart(w)
        await w.alice.click(reply, label="Twingo")
        assert w.general.last_message.content == "The Twingo costs €20,000."


async def test_choice_is_not_for_others():
    async with world() as w:
        reply = await w.mention(shelf.WHICH)
        said = whispered(await w.boss.click(reply, label="Twingo"))
        assert said == ["Only the person who asked can say which one was meant."]
        assert w.general.last_message.content == "Which one?"


async def test_choice_of_a_command_of_before_a_restart_says_so():
    async with world() as w:
        result = await w.alice.slash(w.general, "ask", question=shelf.WHICH)
        await restart(w)
        assert whispered(await w.alice.click(result.response.message, label="Twingo")) == [GONE]


@pytest.mark.parametrize("restarted", [False, True])
async def test_whoever_asked_can_dismiss(restarted):
    async with world() as w:
        reply = await w.mention(shelf.PRICE)
        if restarted:
            await restart(w)
        await w.alice.click(reply, label="Dismiss")
        assert w.said(w.general) == []


async def test_whoever_manages_messages_can_dismiss():
    async with world() as w:
        reply = await w.mention(shelf.PRICE)
        keeper = w.guild.create_role("keeper", permissions=discord.Permissions(manage_messages=True))
        carol = w.guild.add_member(w.env.create_user("carol"), roles=[keeper])
        await carol.click(reply, label="Dismiss")
        assert w.said(w.general) == []


async def test_others_cannot_dismiss():
    async with world() as w:
        said = whispered(await w.boss.click(await w.mention(shelf.PRICE), label="Dismiss"))
        assert said == ["Only the person who asked, or somebody who may manage messages, can take this away."]
        assert len(w.said(w.general)) == 1


async def test_dismiss_of_a_command_takes_its_answer_away():
    async with world() as w:
        result = await w.alice.slash(w.general, "ask", question=shelf.PRICE)
        await w.alice.click(result.response.message, label="Dismiss")
        assert w.said(w.general) == []


async def test_objection_reaches_the_admins():
    async with world() as w:
        await w.bot.servers.change(w.guild.id, ServerSettings(admin_channel=w.lineup.id))
        reply = await w.mention(shelf.PRICE)
        source = await w.alice.click(reply, label="Source")
        form = await w.alice.click(source.response.message, label="Not right?")
        result = await w.alice.submit_modal(form, {"words": "It is *21,000* @everyone"})
        told = w.lineup.last_message.content
        assert f"/{w.general.id}/{reply.id}" in told
        assert r"> It is \*21,000\* \@everyone" in told
        assert whispered(result) == ["Thank you; the admins of this server can read it now."]


async def test_objection_needs_a_channel_that_it_can_go_to():
    async with world() as w:
        source = await w.alice.click(await w.mention(shelf.PRICE), label="Source")
        assert labels(source.response.message) == []


FORGED = [
    "source:1:000000000000:zzzzzzz:0",
    "source:1:ffffffffffff:0:u",
    "more:1:nobody",
    "which:zzzzzzzzzzzzz:twingo",
    ids.wrong(1, Source("x", "x", 0, 1, digest="0" * 64)),
]


@pytest.mark.parametrize("key", FORGED)
async def test_forged_id_changes_nothing(key):
    async with world() as w:
        reply = await w.mention(shelf.PRICE)
        before = (reply.content, len(w.general.history()))
        with_forgery = discord.ui.View(timeout=None)
        with_forgery.add_item(discord.ui.Button(label="x", custom_id=key))
        await w.bot.get_channel(w.general.id).get_partial_message(reply.id).edit(view=with_forgery)
        result = await w.boss.click(w.general.last_message, custom_id=key)
        assert result.response is None or result.response.ephemeral
        assert (w.general.last_message.content, len(w.general.history())) == before
