"""*Dismiss* takes a reply away: for the person who asked, and for whoever may manage messages there."""

import discord

from bot.discord import replies
from bot.discord.buttons import ids
from bot.discord.buttons.acting import LastingButton, press, spoken


class DismissButton(LastingButton, template=ids.DISMISS):
    """Deletes the message it stands below."""

    async def callback(self, interaction: discord.Interaction) -> None:
        """Delete the reply, or say who may."""
        await press(interaction, self._dismiss(interaction))

    async def _dismiss(self, interaction: discord.Interaction) -> None:
        asker = ids.read_number(self.custom_id.partition(":")[2])
        if interaction.user.id != asker and not interaction.permissions.manage_messages:
            refusal = "Only the person who asked, or somebody who may manage messages, can take this away."
            await replies.whisper_text(interaction, spoken(interaction)(refusal))
            return
        await interaction.response.defer()
        await interaction.delete_original_response()
