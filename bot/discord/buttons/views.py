"""Buttons: one for each thing a question may have meant, or for each question that could be answered instead."""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

import discord

from bot.discord.rendering import limits
from bot.models import Answer, Status

PATIENCE = 10 * 60.0  # seconds; under the 15 minutes that Discord lets the reply to a command be changed
SUGGESTED = 3


@dataclass(frozen=True, slots=True)
class Option:
    """What a button says and the question that it asks."""

    label: str
    question: str


Press = Callable[[discord.Interaction, str], Awaitable[None]]


def options_of(answer: Answer) -> tuple[Option, ...]:
    """Return the buttons that an answer calls for, maybe none."""
    if answer.status is Status.AMBIGUOUS:
        return tuple(Option(choice.name, choice.question) for choice in answer.choices)
    if answer.status is Status.UNKNOWN:
        return tuple(Option(question, question) for question in answer.suggestions[:SUGGESTED])
    return ()


class ChoiceView(discord.ui.View):
    """A row of buttons below an answer. They go when one is pressed by the person who asked, or after a while."""

    def __init__(self, options: Sequence[Option], press: Press) -> None:
        super().__init__(timeout=PATIENCE)
        self.sent: discord.Message | None = None
        for option in options[: limits.BUTTONS]:
            self.add_item(ChoiceButton(option, press))

    async def on_timeout(self) -> None:
        if self.sent is not None:
            with suppress(discord.HTTPException):  # the message may be gone
                await self.sent.edit(view=None)


class ChoiceButton(discord.ui.Button[ChoiceView]):
    """Asks its question when pressed."""

    def __init__(self, option: Option, press: Press) -> None:
        super().__init__(label=limits.clip(option.label, limits.BUTTON_LABEL), style=discord.ButtonStyle.secondary)
        self._question = option.question
        self._press = press

    async def callback(self, interaction: discord.Interaction) -> None:
        await self._press(interaction, self._question)


def view_for(answer: Answer, press: Press) -> ChoiceView | None:
    """Return the buttons below an answer, or None where it needs none."""
    options = options_of(answer)
    return ChoiceView(options, press) if options else None
