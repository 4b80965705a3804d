"""The options of a slash command as they are typed on one line: `/compare first: A second: B`."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import discord
from discord import AppCommandOptionType, app_commands

from bot.simulation.fields import UnfitError
from bot.simulation.files import Files

YES, NO = ("true", "yes", "on", "oui"), ("false", "no", "off", "non")


def parameters_of(tree: "app_commands.CommandTree[Any]", name: str, server: int) -> Sequence[app_commands.Parameter]:
    """List the options of a command in a server, in order."""
    first, _, rest = name.partition(" ")
    command = tree.get_command(first) or tree.get_command(first, guild=discord.Object(server))
    if isinstance(command, app_commands.Group):
        command = command.get_command(rest)
    return command.parameters if isinstance(command, app_commands.Command) else []


def options_in(text: str, names: Sequence[str]) -> dict[str, str]:
    """Take "first: A second: B" apart; a text that names no option is the first one."""
    if not text or not names:
        return {}
    pattern = rf"(?:^|(?<=\s))({'|'.join(map(re.escape, names))}):"
    pieces = re.split(pattern, text)
    given = {name: value.strip() for name, value in zip(pieces[1::2], pieces[2::2], strict=True) if value.strip()}
    return {names[0]: pieces[0].strip(), **given} if pieces[0].strip() else given


def values_of(given: Mapping[str, str], parameters: Sequence[app_commands.Parameter], files: Files) -> dict[str, Any]:
    """Return what was typed as Discord's client would send it; raises UnfitError."""
    kinds = {one.name: one.type for one in parameters}
    return {name: _value(name, said, kinds[name], files) for name, said in given.items()}


def _value(name: str, said: str, kind: AppCommandOptionType, files: Files) -> Any:
    if kind is AppCommandOptionType.attachment:
        return files.read(said)
    if kind is not AppCommandOptionType.boolean:
        return said
    if said.casefold() not in (*YES, *NO):
        raise UnfitError(f"{name} is {YES[0]} or {NO[0]}")
    return said.casefold() in YES
