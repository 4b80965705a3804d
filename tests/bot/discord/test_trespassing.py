"""Who may not change the facts cannot, by any command, button or form; and no server sees what was asked in another."""

import re
from collections.abc import Iterator
from random import Random

import discord
import pytest
import simcord
from discord import app_commands
from hypothesis import Phase, find, settings
from hypothesis import strategies as st

from bot.discord.buttons import BUTTONS
from bot.discord.buttons.acting import NEVER
from bot.discord.operator.curation import BUTTONS as OPERATORS
from bot.servers import ServerSettings
from tests.bot.discord import shelf
from tests.bot.discord.shelf import HeldBuild
from tests.bot.discord.test_permissions import stranger_with_command
from tests.bot.discord.world import World, whispered, world

FOR_ADMINS = {"status", "gaps"}  # of any server, of what concerns it or all
REFUSED = ("Only the operator of this bot can do that.", "Only somebody who may manage this server can do that.")


@pytest.fixture(autouse=True, scope="module")
def vocabulary() -> None:
    """Load the vocabulary beforehand: on a busy machine that takes longer than the simulation waits for an answer."""
    shelf.shipped_lexicon()


def subcommands(w: World) -> Iterator[app_commands.Command]:
    """Yield every subcommand of /facts; one that is added later is held to the same rule."""
    group = w.bot.tree.get_command("facts")
    assert isinstance(group, app_commands.Group)
    yield from (one for one in group.walk_commands() if isinstance(one, app_commands.Command))


def options_for(command: app_commands.Command) -> dict[str, object]:
    """Return something for every option that must be given."""
    given = {
        discord.AppCommandOptionType.string: "article.txt",
        discord.AppCommandOptionType.integer: 1,
        discord.AppCommandOptionType.attachment: ("a.md", b"The Twingo costs 1 euro."),
    }
    return {one.name: given[one.type] for one in command.parameters if one.required}


async def everything(w: World, person: object, channel: object, *, but: set[str]) -> list[list[str]]:
    """Let a person try every subcommand of /facts but these; return what each said."""
    tried = [one for one in subcommands(w) if one.name not in but]
    assert len(tried) >= 5
    return [whispered(await person.slash(channel, one.qualified_name, **options_for(one))) for one in tried]


async def test_member_who_sees_the_commands_can_use_none():
    build = HeldBuild()
    async with world(build=build) as w:
        for said in await everything(w, stranger_with_command(w), w.general, but=set()):
            assert said[0] in REFUSED
        assert build.started == 0


async def test_admin_of_another_server_can_change_no_fact():
    build = HeldBuild()
    async with world(build=build) as w:
        elsewhere = w.env.create_guild("Elsewhere", owner=w.alice.user)
        channel, alice = elsewhere.create_text_channel("general"), elsewhere.add_member(w.alice.user)
        w.bot.home_servers = frozenset({w.guild.id})
        for said in await everything(w, alice, channel, but=FOR_ADMINS):
            assert said == [REFUSED[0]]
        assert build.started == 0


async def test_admin_of_another_server_sees_its_own_gaps_only():
    async with world() as w:
        elsewhere = w.env.create_guild("Elsewhere", owner=w.alice.user)
        channel, alice = elsewhere.create_text_channel("general"), elsewhere.add_member(w.alice.user)
        w.bot.servers.note(w.guild.id, [("Twingo", "weight")], "x")
        w.bot.servers.note(elsewhere.id, [("Spring", "price")], "x")
        there = await alice.slash(channel, "facts gaps")
        here = await w.boss.slash(w.general, "facts gaps")
        assert there.response.embeds[0].description == "**Spring** · price · 1 time"
        assert here.response.embeds[0].description == "**Twingo** · weight · 1 time"


async def test_settings_of_one_server_are_not_those_of_another():
    async with world() as w:
        elsewhere = w.env.create_guild("Elsewhere", owner=w.alice.user)
        channel, alice = elsewhere.create_text_channel("general"), elsewhere.add_member(w.alice.user)
        result = await alice.slash(channel, "settings")
        language = result.response.message.components[2].children[0]
        await alice.select(result.response.message, ["fr"], custom_id=language.custom_id)
        assert w.bot.servers.settings(elsewhere.id).language == "fr"
        assert w.bot.servers.settings(w.guild.id) == ServerSettings()


def lasting(kind: type = discord.ui.DynamicItem) -> Iterator[type[discord.ui.DynamicItem]]:
    """Yield every button that outlives the bot; one that is added later is held to the same rules."""
    for one in kind.__subclasses__():
        if one.__module__.startswith("bot.") and one.__discord_ui_compiled_template__.pattern != NEVER:
            yield one
        yield from lasting(one)


def named(item: type) -> str:
    return item.__name__


async def press(w: World, person: simcord.MemberActor, channel: simcord.ChannelHandle, key: str) -> list[str]:
    """Put a button with a custom id below something that the bot wrote, and let somebody press it."""
    sent = await w.bot.get_channel(channel.id).send("x")
    view = discord.ui.View(timeout=None)
    view.add_item(discord.ui.Button(label="x", custom_id=key))
    await sent.edit(view=view)
    return whispered(await person.click(channel.last_message, custom_id=key))


@pytest.mark.parametrize("item", OPERATORS, ids=named)
async def test_button_of_the_operator_does_nothing_for_others(item):
    """Whoever learns a custom id, or makes one up, is refused before it is looked at."""
    build = HeldBuild()
    async with world(build=build) as w:
        key = made_up(item.__discord_ui_compiled_template__.pattern)
        assert await press(w, w.alice, w.general, key) == [REFUSED[0]]
        assert build.started == 0


@pytest.mark.parametrize("item", sorted(set(lasting()) - set(OPERATORS), key=named), ids=named)
async def test_made_up_button_changes_nothing(item):
    """What anybody may press tells nothing to others, and leaves facts, settings and messages as they are."""
    build = HeldBuild()
    async with world(build=build) as w:
        key = made_up(item.__discord_ui_compiled_template__.pattern)
        await press(w, w.alice, w.general, key)
        assert [one.content for one in w.said(w.general)] == ["x"]
        assert w.bot.servers.settings(w.guild.id) == ServerSettings()
        assert build.started == 0


def test_all_buttons_that_are_listened_to_are_tried():
    assert {*OPERATORS, *BUTTONS} <= set(lasting())


async def test_manager_no_more_presses_in_vain():
    async with world() as w:
        panel = (await w.boss.slash(w.general, "settings")).response.message
        form = await w.boss.click(panel, label="Cooldown")
        w.env.backend.remove_member_role(w.guild.id, w.boss.id, w.guild.roles["manager"].id)
        await w.env.settle()
        language = panel.components[2].children[0]
        assert whispered(await w.boss.select(panel, ["fr"], custom_id=language.custom_id)) == [REFUSED[1]]
        assert whispered(await w.boss.click(panel, label="Reset")) == [REFUSED[1]]
        assert whispered(await w.boss.submit_modal(form, {"replies": "1", "seconds": "1"})) == [REFUSED[1]]
        assert w.bot.servers.settings(w.guild.id) == ServerSettings()


async def test_member_who_sees_the_settings_opens_none():
    async with world() as w:
        command = w.env.backend.find_command("settings", w.guild.id)
        w.guild.set_command_permissions(int(command["id"]), {w.alice: True})
        assert whispered(await w.alice.slash(w.general, "settings")) == [REFUSED[1]]


async def test_panel_of_another_server_is_not_heard():
    """The custom ids of a panel, below another message, are nobody's."""
    async with world() as w:
        elsewhere = w.env.create_guild("Elsewhere", owner=w.alice.user)
        channel, alice = elsewhere.create_text_channel("general"), elsewhere.add_member(w.alice.user)
        await w.bot.servers.change(w.guild.id, ServerSettings(language="fr"))
        panel = (await w.boss.slash(w.general, "settings")).response.message
        keys = [one.custom_id for row in panel.components[3:] for one in row.children]
        assert len(keys) == 3
        for key in keys:
            assert await press(w, alice, channel, key) in ([], [REFUSED[1]])
        assert w.bot.servers.settings(w.guild.id) == ServerSettings(language="fr")
        assert w.bot.servers.settings(elsewhere.id) == ServerSettings()


def made_up(pattern: str) -> str:
    """Return a text that a pattern matches, by trying what its parts could be."""
    texts = st.from_regex(re.compile(pattern, re.ASCII), fullmatch=True)
    first, random = settings(phases=[Phase.generate], database=None), Random(1)  # noqa: S311  # no secret, and the same every time
    return find(texts, lambda text: 0 < len(text) <= 100, settings=first, random=random)
