"""What the operator sees and may do, and what everybody else goes on seeing meanwhile."""

import pytest
import simcord

from bot.discord.knowledge import Built
from tests.bot.discord import shelf
from tests.bot.discord.shelf import HeldBuild, knowledge
from tests.bot.discord.world import World, world

BROKEN = "documents/new.md:3: 'publishd' is no key of the front matter; write 'published'"


def whispered(result: simcord.InteractionResult) -> list[str]:
    """Return everything a command said, after making sure that nobody else saw it."""
    said = [one for one in (result.response, *result.followups) if one is not None]
    assert all(one.ephemeral for one in said)
    return [one.content for one in said]


def stranger_with_command(w: World) -> simcord.MemberActor:
    """Let a member see the commands, as a server's admins may choose to."""
    facts = w.env.backend.find_command("facts", w.guild.id)
    w.guild.set_command_permissions(int(facts["id"]), {w.alice: True})
    return w.alice


async def test_status_shows_what_is_known():
    async with world() as w:
        (said,) = whispered(await w.boss.slash(w.general, "facts status"))
        assert "1 documents" in said
        assert "article.txt" in said
        assert f"<#{w.lineup.id}>" in said


async def test_status_says_that_content_is_missing():
    async with world(message_content=False) as w:
        (said,) = whispered(await w.boss.slash(w.general, "facts status"))
        assert "Message Content Intent" in said


async def test_commands_are_hidden_from_members():
    async with world() as w:
        assert w.alice.available_commands(w.general) == ("ask",)
        assert set(w.boss.available_commands(w.general)) == {"ask", "facts reload", "facts status"}


@pytest.mark.parametrize("command", ["facts status", "facts reload"])
async def test_member_who_sees_the_command_is_refused(command):
    build = HeldBuild()
    async with world(build=build) as w:
        said = whispered(await stranger_with_command(w).slash(w.general, command))
        assert said == ["Only the operator of this bot can do that."]
        assert build.started == 0


async def test_manager_of_another_server_is_refused():
    async with world() as w:
        elsewhere = w.env.create_guild("Elsewhere", owner=w.alice.user)
        channel = elsewhere.create_text_channel("general")
        alice = elsewhere.add_member(w.alice.user)
        assert whispered(await alice.slash(channel, "facts status")) == ["Only the operator of this bot can do that."]
        assert whispered(await w.boss.slash(w.general, "facts status")) == [
            "Only the operator of this bot can do that."
        ]


async def test_manager_of_a_home_server_is_the_operator():
    async with world() as w:
        w.env.create_guild("Elsewhere")
        w.bot.home_servers = frozenset({w.guild.id})
        assert "article.txt" in whispered(await w.boss.slash(w.general, "facts status"))[0]


async def test_owner_is_the_operator_even_in_direct_messages():
    async with world() as w:
        w.bot.owner_id = w.alice.id
        assert "article.txt" in whispered(await w.alice.user.slash("facts status"))[0]


async def test_owner_that_cannot_be_looked_up_is_no_operator():
    async with world() as w:
        w.env.inject_error("GET", "/oauth2/applications/@me")
        assert whispered(await w.alice.user.slash("facts status")) == ["Only the operator of this bot can do that."]


async def test_reload_swaps_the_facts_and_closes_the_old_store():
    old = knowledge()
    async with world(old) as w:
        assert (await w.mention(shelf.PRICE)).content == "The Twingo costs €20,000."
        said = whispered(await w.boss.slash(w.general, "facts reload"))
        assert said[0].startswith("Reading the documents again")
        assert said[1].startswith("Reloaded.")
        assert (await w.mention(shelf.PRICE)).content == "The Twingo costs €19,000."
        assert not old.store.is_open


async def test_failed_reload_names_file_and_line_and_keeps_the_old_facts():
    old = knowledge()
    async with world(old, build=HeldBuild(Built(None, BROKEN), released=True)) as w:
        said = whispered(await w.boss.slash(w.general, "facts reload"))
        assert "documents/new.md:3" in said[-1]
        assert "the old facts go on answering" in said[-1]
        assert (await w.mention(shelf.PRICE)).content == "The Twingo costs €20,000."
        assert old.store.is_open


async def test_long_failure_is_cut():
    async with world(build=HeldBuild(Built(None, "```" + "x" * 5_000), released=True)) as w:
        said = whispered(await w.boss.slash(w.general, "facts reload"))
        assert len(said[-1]) <= 2_000
        assert said[-1].count("```") == 2


async def test_three_questions_are_answered_while_a_reload_runs():
    build = HeldBuild()
    async with world(build=build) as w:
        reload = await w.boss.slash(w.general, "facts reload")
        answers = [(await w.mention(question)).content for question in (shelf.PRICE, shelf.LAUNCH, shelf.UNKNOWN)]
        assert answers == ["The Twingo costs €20,000.", "The Twingo comes in 2026.", "The documents give no weight."]
        assert reload.followups == []
        build.release.set()
        await w.env.settle()
        assert reload.followups[0].content.startswith("Reloaded.")
        assert (await w.mention(shelf.PRICE)).content == "The Twingo costs €19,000."


async def test_only_one_reload_runs_at_a_time():
    build = HeldBuild()
    async with world(build=build) as w:
        await w.boss.slash(w.general, "facts reload")
        second = whispered(await w.boss.slash(w.general, "facts reload"))
        assert second == ["A reload is already running; its result goes to whoever started it."]
        assert build.started == 1
        build.release.set()
        await w.env.settle()


async def test_new_store_that_cannot_be_opened_changes_nothing():
    async with world(opener=shelf.refuse) as w:
        said = whispered(await w.boss.slash(w.general, "facts reload"))
        assert "is truncated" in said[-1]
        assert (await w.mention(shelf.PRICE)).content == "The Twingo costs €20,000."


async def test_commands_that_cannot_be_registered_leave_the_answers():
    async with world(sync_fails=True) as w:
        assert (await w.mention(shelf.PRICE)).content == "The Twingo costs €20,000."
