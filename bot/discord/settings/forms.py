"""The form for how often one person is replied to."""

from collections.abc import Awaitable, Callable
from functools import partial

import discord

from bot.discord import replies
from bot.discord.texts import Texts, marked

MOST_REPLIES = 100
MOST_SECONDS = 3_600

Allowed = Callable[[discord.Interaction], Awaitable[bool]]  # says so where somebody may not
Cool = Callable[[discord.Interaction, int, float], Awaitable[None]]


class CooldownForm(discord.ui.Modal):
    """Asks for a number of replies and of seconds, within bounds."""

    def __init__(self, say: Texts, times: int, seconds: float, *, allowed: Allowed, cool: Cool) -> None:
        super().__init__(title=say("Cooldown"))
        self._say, self._allowed, self._cool = say, allowed, cool
        self.replies = _number("replies", times)
        self.seconds = _number("seconds", round(seconds))
        self.add_item(discord.ui.Label(text=say("Replies to one person"), component=self.replies))
        self.add_item(discord.ui.Label(text=say("in so many seconds"), component=self.seconds))

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Take the numbers over, or say what they may be."""
        await replies.guarded(
            self._take(interaction), where="to a form", apologise=partial(self._apologise, interaction)
        )

    async def _take(self, interaction: discord.Interaction) -> None:
        if not await self._allowed(interaction):
            return
        times, seconds = _read(self.replies, MOST_REPLIES), _read(self.seconds, MOST_SECONDS)
        if times is None or seconds is None:
            refusal = marked("Write whole numbers: 1 to {replies} replies in 1 to {seconds} seconds.")
            await replies.whisper_text(interaction, self._say(refusal, replies=MOST_REPLIES, seconds=MOST_SECONDS))
        else:
            await self._cool(interaction, times, float(seconds))

    async def _apologise(self, interaction: discord.Interaction) -> None:
        await replies.whisper_text(interaction, self._say(replies.TROUBLE))


def _number(key: str, value: int) -> "discord.ui.TextInput[CooldownForm]":
    return discord.ui.TextInput(custom_id=key, default=str(value), max_length=4)


def _read(field: "discord.ui.TextInput[CooldownForm]", most: int) -> int | None:
    """Return a number from 1 to `most`, or None."""
    text = field.value.strip()
    return int(text) if text.isascii() and text.isdigit() and 1 <= int(text) <= most else None
