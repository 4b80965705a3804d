"""/settings opens the panel of a server, for whoever may manage it."""

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord import replies
from bot.discord.settings.panel import Panel
from bot.discord.texts import texts_in
from bot.discord.texts.language import language_of

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot


class SettingsCommand(commands.Cog):
    """Discord hides the command from most people; who asks is checked each time."""

    def __init__(self, bot: "LineupBot") -> None:
        self.bot = bot

    @app_commands.command(name="settings", description="Choose where and how Lineup answers in this server")
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    async def settings(self, interaction: discord.Interaction) -> None:
        """Open the panel."""
        say = texts_in(language_of(interaction, self.bot.settings_of(interaction.guild).language))

        async def apologise() -> None:
            await replies.whisper_text(interaction, say(replies.TROUBLE))

        await replies.guarded(self._open(interaction), where="to /settings", apologise=apologise)

    async def _open(self, interaction: discord.Interaction) -> None:
        say = texts_in(language_of(interaction, self.bot.settings_of(interaction.guild).language))
        if interaction.guild is None or not interaction.permissions.manage_guild:
            await replies.whisper_text(interaction, say("Only somebody who may manage this server can do that."))
            return
        panel = Panel(self.bot, interaction.guild, say)
        await interaction.response.send_message(embed=panel.embed(), view=panel, ephemeral=True)
        panel.shown_by = interaction
