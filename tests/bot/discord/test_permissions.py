"""Who is the operator, and who is not."""

import pytest
import simcord

from tests.bot.discord.shelf import HeldBuild
from tests.bot.discord.world import World, whispered, world

BROKEN = "documents/new.md:3: 'publishd' is no key of the front matter; write 'published'"


def stranger_with_command(w: World) -> simcord.MemberActor:
    """Let a member see the commands, as a server's admins may choose to."""
    facts = w.env.backend.find_command("facts", w.guild.id)
    w.guild.set_command_permissions(int(facts["id"]), {w.alice: True})
    return w.alice


async def test_commands_are_hidden_from_members():
    async with world() as w:
        assert not [one for one in w.alice.available_commands(w.general) if one.startswith(("facts", "settings"))]
        assert {"facts add", "facts reload", "facts remove"} <= set(w.boss.available_commands(w.general))


@pytest.mark.parametrize(
    ("command", "who"),
    [("facts status", "somebody who may manage this server"), ("facts reload", "the operator of this bot")],
)
async def test_member_who_sees_the_command_is_refused(command, who):
    build = HeldBuild()
    async with world(build=build) as w:
        said = whispered(await stranger_with_command(w).slash(w.general, command))
        assert said == [f"Only {who} can do that."]
        assert build.started == 0


async def test_manager_of_another_server_is_refused():
    async with world() as w:
        elsewhere = w.env.create_guild("Elsewhere", owner=w.alice.user)
        channel = elsewhere.create_text_channel("general")
        alice = elsewhere.add_member(w.alice.user)
        refused = ["Only the operator of this bot can do that."]
        assert whispered(await alice.slash(channel, "facts reload")) == refused
        assert whispered(await w.boss.slash(w.general, "facts reload")) == refused


async def test_manager_of_any_server_sees_what_concerns_all():
    async with world() as w:
        w.env.create_guild("Elsewhere")
        (said,) = whispered(await w.boss.slash(w.general, "facts status"))
        assert "1 document, 2 facts" in said
        assert "article.txt" not in said
        assert "Servers" not in said


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
        assert whispered(await w.alice.user.slash("facts reload")) == ["Only the operator of this bot can do that."]
