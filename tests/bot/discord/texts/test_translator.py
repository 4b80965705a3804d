"""Every command can be read in French: its name, what it does, and what it takes."""

import re
from collections.abc import Iterator

from discord import Locale, app_commands

from tests.bot.discord.world import world

NAME = re.compile(r"[a-z0-9-]{1,32}")  # ASCII, so that anybody can type it
LONGEST = 100  # characters of a description, which Discord takes
FRENCH = Locale.french.value

Payload = dict[str, object]


def parts(payload: Payload) -> Iterator[Payload]:
    """Yield a command with its subcommands and options, and the choices of those."""
    yield payload
    for below in (*payload.get("options", ()), *payload.get("choices", ())):
        yield from parts(below)


async def payloads(kind: type) -> list[Payload]:
    async with world() as w:
        tree = w.bot.tree
        homes = [w.bot.tree.get_commands(guild=guild) for guild in w.bot.guilds]
        every = [one for some in (tree.get_commands(), *homes) for one in some if isinstance(one, kind)]
        return [await one.get_translated_payload(tree, tree.translator) for one in every]


async def test_every_name_is_translated_and_can_be_typed():
    for payload in await payloads((app_commands.Command, app_commands.Group)):
        for part in parts(payload):
            if "value" not in part:
                french = part.get("name_localizations", {}).get(FRENCH)
                assert french is None or NAME.fullmatch(french), part["name"]
                assert NAME.fullmatch(str(part["name"]))


async def test_every_description_is_translated_and_fits():
    for payload in await payloads((app_commands.Command, app_commands.Group)):
        for part in parts(payload):
            if "value" not in part:
                french = part["description_localizations"][FRENCH]
                assert 0 < len(french) <= LONGEST
                assert len(str(part["description"])) <= LONGEST


async def test_no_two_commands_share_a_name_in_french():
    for payload in [{"options": await payloads((app_commands.Command, app_commands.Group))}]:
        for part in parts(payload):
            below = part.get("options", ())
            names = [one.get("name_localizations", {}).get(FRENCH, one["name"]) for one in below]
            assert len(names) == len(set(names))


async def test_every_entry_of_a_context_menu_is_translated():
    for payload in await payloads(app_commands.ContextMenu):
        assert 0 < len(payload["name_localizations"][FRENCH]) <= 32
