"""Who may do what, checked when a command runs: what Discord hides from people in its menus is no protection.

And what the bot itself needs to be allowed.
"""

from collections.abc import Collection

import discord
from discord.ext import commands

from bot.discord.texts import marked

CALLED = {
    "view_channel": marked("view channel"),
    "send_messages": marked("send messages"),
    "send_messages_in_threads": marked("send messages in threads"),
    "embed_links": marked("embed links"),
    "attach_files": marked("attach files"),  # charts
    "read_message_history": marked("read message history"),  # to reply below a question, and to find that reply again
}  # as Discord's settings call what the bot needs
NEEDED = discord.Permissions(**dict.fromkeys(CALLED, True))  # what to invite the bot with; it needs no more
NEEDED_NAMES = tuple(CALLED.values())


async def is_operator(interaction: discord.Interaction[commands.AutoShardedBot], home: Collection[int]) -> bool:
    """Whether the person owns the application (or is of its team), or manages a home server and asks from there.

    The facts are the same for all servers, so managing just any server is not enough. With a single server and no home
    servers set, that one is home.
    """
    if interaction.guild_id in home_servers(interaction.client, home) and interaction.permissions.manage_guild:
        return True
    return await owns_application(interaction.client, interaction.user)


def home_servers(client: discord.Client, home: Collection[int]) -> frozenset[int]:
    """Return the ids of the servers whose managers are operators."""
    if home:
        return frozenset(home)
    return frozenset(guild.id for guild in client.guilds) if len(client.guilds) == 1 else frozenset()


async def owns_application(client: commands.AutoShardedBot, user: discord.User | discord.Member) -> bool:
    """Whether Discord knows the person as owner, or as administrator or developer of the owning team."""
    application = client.application
    if application is not None and application.team is not None and user.id == application.team.owner_id:
        return True  # the owner of a team has no role in it
    try:
        return await client.is_owner(user)
    except discord.HTTPException:
        return False  # who cannot be recognised now may try again


def missing_in(channel: discord.abc.GuildChannel) -> tuple[str, ...]:
    """Name what the bot may not do in a channel though it needs it, as Discord's settings call it."""
    may = channel.permissions_for(channel.guild.me)
    return tuple(called for name, called in CALLED.items() if not getattr(may, name))
