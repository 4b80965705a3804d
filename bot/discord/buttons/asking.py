"""Buttons that ask: a question that could be asked instead, and which of several things a question meant."""

import discord

from bot.discord import replies
from bot.discord.buttons import ids
from bot.discord.buttons.acting import GONE, LastingButton, asked_by, bot_of, press, spoken
from bot.discord.rendering import limits
from bot.models import Answer

ITS_OWN = 2  # parts of a custom id before what it carries


class QuestionButton(LastingButton, template=ids.QUESTION):
    """Asks a question. The asker's press turns the message into the answer; anybody else gets the answer alone."""

    async def callback(self, interaction: discord.Interaction) -> None:
        """Answer the question."""
        _, asker, question = self.custom_id.split(":", ITS_OWN)
        is_theirs = interaction.user.id == ids.read_number(asker)
        await bot_of(interaction).take(interaction, question, replies.exchange if is_theirs else replies.whisper)


class ChoiceButton(LastingButton, template=ids.CHOICE):
    """Says which of several things a question meant; only whoever asked it can tell."""

    async def callback(self, interaction: discord.Interaction) -> None:
        """Answer the question as it was meant."""
        await press(interaction, self._choose(interaction))

    async def _choose(self, interaction: discord.Interaction) -> None:
        _, asker, entity = self.custom_id.split(":", ITS_OWN)
        say = spoken(interaction)
        if interaction.user.id != ids.read_number(asker):
            await replies.whisper_text(interaction, say("Only the person who asked can say which one was meant."))
            return
        answer = await answer_below(interaction)
        meant = next((one.question for one in answer.choices if one.entity == entity), None) if answer else None
        if meant is None:
            await replies.whisper_text(interaction, say(GONE))
            return
        await bot_of(interaction).take(interaction, meant, replies.exchange)


async def answer_below(interaction: discord.Interaction) -> Answer | None:
    """Return the answer that a button stands below: the one that is kept, else to its question as it reads now.

    None where neither is to be had: the question was a command of before a restart, or is gone.
    """
    bot = bot_of(interaction)
    key = asked_by(interaction)
    kept = bot.recent.of(key)
    if kept is not None:
        return kept
    message = await _question(interaction)
    if message is None:
        return None
    return bot.library.ask(bot.question_of(message)[: limits.MESSAGE], who=("again", interaction.id))


async def _question(interaction: discord.Interaction) -> discord.Message | None:
    """Return the message that a reply refers to, where it can still be read."""
    reference = interaction.message.reference if interaction.message is not None else None
    if reference is None or reference.message_id is None:
        return None
    if isinstance(reference.resolved, discord.Message):
        return reference.resolved
    if interaction.channel is None or not hasattr(interaction.channel, "fetch_message"):
        return None
    try:
        return await interaction.channel.fetch_message(reference.message_id)
    except discord.HTTPException:
        return None
