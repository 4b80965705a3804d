"""*More* shows, to whoever presses, what else is known of the entity that an answer is about."""

import discord

from bot.discord import replies
from bot.discord.buttons import ids
from bot.discord.buttons.acting import GONE, LastingButton, bot_of, press, spoken
from bot.discord.buttons.asking import ITS_OWN, QuestionButton
from bot.discord.rendering.sheets import sheet_embed
from bot.models.sheet import Sheet

FOLLOW_UPS = 4


class MoreButton(LastingButton, template=ids.MORE):
    """Shows the sheet of an entity and what can be asked of it."""

    async def callback(self, interaction: discord.Interaction) -> None:
        """Show what is known."""
        await press(interaction, self._show(interaction))

    async def _show(self, interaction: discord.Interaction) -> None:
        _, _, entity = self.custom_id.split(":", ITS_OWN)
        say = spoken(interaction)
        sheet = bot_of(interaction).library.browser.sheet(entity, say.language)
        if sheet is None:
            await replies.whisper_text(interaction, say(GONE))
            return
        follow_ups = _follow_ups(sheet, interaction.user.id)
        view = discord.ui.View(timeout=None)
        for item in follow_ups:
            view.add_item(item)
        await interaction.response.send_message(
            embed=sheet_embed(sheet), view=view, ephemeral=True, allowed_mentions=replies.NOBODY
        )


def _follow_ups(sheet: Sheet, asker: int) -> list[QuestionButton]:
    """Return buttons for the questions that the sheet answers, the most telling first."""
    keys = {one.question: (ids.question(asker, one.question), one.label) for one in sheet.entries}
    return [QuestionButton(key, label) for key, label in keys.values() if key is not None][:FOLLOW_UPS]
