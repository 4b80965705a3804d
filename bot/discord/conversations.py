"""Which conversation something belongs to: one person in one channel of one server."""

from collections.abc import Hashable

import discord


def conversation_of(place: discord.Message | discord.Interaction, person: discord.abc.User) -> Hashable:
    """Name a conversation: one person in one channel of one server."""
    server = place.guild.id if place.guild is not None else None
    return server, place.channel.id if place.channel is not None else None, person.id
