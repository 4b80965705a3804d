"""The group of commands /facts. Discord hides it from most people; who asks is checked by each command, each time."""

from typing import TYPE_CHECKING

from discord import app_commands
from discord.ext import commands

from bot.discord.operator.curation import curating_commands
from bot.discord.operator.gaps import gaps_command
from bot.discord.operator.reloading import reload_command
from bot.discord.operator.status import status_command

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot


@app_commands.default_permissions(manage_guild=True)
class Operator(commands.GroupCog, group_name="facts", group_description="The facts that answers come from"):
    """Shows, reloads and keeps the facts."""

    def __init__(self, bot: "LineupBot") -> None:
        super().__init__()
        group = self.__cog_app_commands_group__
        if group is not None:
            for command in (status_command(bot), reload_command(bot), gaps_command(bot), *curating_commands(bot)):
                group.add_command(command)
