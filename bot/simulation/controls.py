"""What can be pressed below a message, numbered in the order in which a person sees it: buttons and menus."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import discord

from bot.simulation.fields import ChoiceField

UNLABELLED = "choose"


@dataclass(frozen=True, slots=True)
class Control:
    """A button or a menu under its number."""

    number: int
    part: discord.Button | discord.SelectMenu

    @property
    def key(self) -> str:
        return self.part.custom_id or ""

    @property
    def is_menu(self) -> bool:
        return isinstance(self.part, discord.SelectMenu)

    def menu(self, channels: Mapping[str, Any]) -> ChoiceField:
        """Return what a menu offers."""
        assert isinstance(self.part, discord.SelectMenu)  # noqa: S101  # asked of menus only
        return ChoiceField.of(self.part.to_dict(), self.part.placeholder or UNLABELLED, "", channels)

    def label(self, channels: Mapping[str, Any]) -> str:
        """Say what stands on it: of a menu also what is chosen."""
        if isinstance(self.part, discord.Button):
            return self.part.label or ""
        chosen = ", ".join(one.label for one in self.menu(channels).choices if one.is_chosen)
        return f"{': '.join(filter(None, (self.part.placeholder, chosen))) or UNLABELLED} ▾"


def controls_of(message: discord.Message) -> list[list[Control]]:
    """Return the rows of what can be pressed below a message."""
    rows: list[list[Control]] = []
    number = 0
    for row in message.components:
        if isinstance(row, discord.ActionRow):
            parts = [one for one in row.children if isinstance(one, discord.Button | discord.SelectMenu)]
            rows += [[Control(number + place, part) for place, part in enumerate(parts, 1)]] if parts else []
            number += len(parts)
    return rows
