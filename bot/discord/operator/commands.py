"""The commands below /facts, each from a module of its own: those of the operator, and those of any server's admins.

Where home servers are set, what only the operator may do is registered there and nowhere else.
"""

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.discord.operator.curation import curating_commands
from bot.discord.operator.gaps import gaps_command
from bot.discord.operator.reloading import reload_command
from bot.discord.operator.status import status_command

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot

NAME = "facts"
DESCRIPTION = "The facts that answers come from"
MANAGERS = discord.Permissions(manage_guild=True)

Command = app_commands.Command[Any, ..., None]


def add_facts_commands(bot: "LineupBot") -> None:
    """Add /facts to the tree. Discord shows it to few people; who acts is checked each time all the same."""
    every = _group([*admin_commands(bot), *operator_commands(bot)])
    if not bot.home_servers:
        bot.tree.add_command(every)
        return
    bot.tree.add_command(every, guilds=[discord.Object(server) for server in sorted(bot.home_servers)])
    bot.tree.add_command(_group(admin_commands(bot)))


def operator_commands(bot: "LineupBot") -> list[Command]:
    """Return what changes or shows the facts, which are the same for all servers."""
    return [reload_command(bot), *curating_commands(bot)]


def admin_commands(bot: "LineupBot") -> list[Command]:
    """Return what the admins of any server may see."""
    return [status_command(bot), gaps_command(bot)]


def _group(commands: list[Command]) -> app_commands.Group:
    group = app_commands.Group(
        name=NAME,
        description=DESCRIPTION,
        default_permissions=MANAGERS,
        allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=False),
    )
    for command in commands:
        group.add_command(command)
    return group
