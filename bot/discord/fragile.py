"""Every touch of discord.py that its documentation does not promise: look here first when a new version breaks."""

import discord


def expect_no_voice() -> None:
    """Keep discord.py from warning that its voice libraries are missing: this bot never speaks."""
    discord.VoiceClient.warn_nacl = False
    discord.VoiceClient.warn_dave = False
