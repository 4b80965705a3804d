"""Where a command can be used: in servers, direct messages and groups, installed to a server or to a person."""

from typing import TypeVar

from discord import app_commands

Command = TypeVar("Command")


def everywhere(command: Command) -> Command:
    """Let a command be used wherever Discord has commands; where the bot is no member there are no settings."""
    installed = app_commands.allowed_installs(guilds=True, users=True)(command)
    return app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)(installed)
