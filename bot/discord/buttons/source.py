"""*Source* shows a quote in its place to whoever presses, and how the question was read."""

import discord

from bot.discord import replies
from bot.discord.buttons import ids
from bot.discord.buttons.acting import GONE, LastingButton, bot_of, press, spoken
from bot.discord.buttons.asking import answer_below
from bot.discord.buttons.objecting import ObjectButton, audience
from bot.discord.rendering.excerpts import excerpt_embed
from bot.models.sheet import Excerpt


class SourceButton(LastingButton, template=ids.SOURCE):
    """Shows the passage with its neighbours, the quote marked."""

    async def callback(self, interaction: discord.Interaction) -> None:
        """Show the quote in its place."""
        await press(interaction, self._show(interaction))

    async def _show(self, interaction: discord.Interaction) -> None:
        say = spoken(interaction)
        excerpt = excerpt_at(interaction, self.custom_id)
        if excerpt is None:
            await replies.whisper_text(interaction, say(GONE))
            return
        answer = await answer_below(interaction)
        embed = excerpt_embed(excerpt, say, read_as=answer.interpretation if answer is not None else "")
        objection = ids.wrong(interaction.message.id, excerpt.source) if interaction.message is not None else None
        if objection is None or audience(interaction) is None:
            await interaction.response.send_message(embed=embed, ephemeral=True, allowed_mentions=replies.NOBODY)
            return
        view = discord.ui.View(timeout=None)
        view.add_item(ObjectButton(objection, say("Not right?")))
        await interaction.response.send_message(embed=embed, view=view, ephemeral=True, allowed_mentions=replies.NOBODY)


def excerpt_at(interaction: discord.Interaction, key: str) -> Excerpt | None:
    """Return the quote that a custom id points at, if it is still there."""
    *_, digest, start, end = key.split(":")
    return bot_of(interaction).library.browser.excerpt(digest, ids.read_number(start), ids.read_number(end))
