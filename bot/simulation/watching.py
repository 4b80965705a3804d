"""What people at the terminal have seen of the bot: what is new, what is gone, what can be pressed where they are."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

import discord

from bot.simulation.controls import Control, controls_of
from bot.simulation.fields import UnfitError


class Spot(NamedTuple):
    """Somebody in a channel, by their ids."""

    channel: int
    person: int


@dataclass(frozen=True, slots=True)
class Seen:
    """A message as it was when it was last shown."""

    channel: int
    reader: int | None  # the only person who sees it; None: everybody does
    state: object

    @classmethod
    def of(cls, message: discord.Message, spot: Spot) -> "Seen":
        """Take down how a message looks to somebody."""
        parts = ([one.to_dict() for one in held] for held in (message.embeds, message.components))
        return cls(spot.channel, spot.person if message.flags.ephemeral else None, (message.content, *parts))

    def is_at(self, spot: Spot) -> bool:
        """Whether somebody sees it where they are."""
        return self.channel == spot.channel and self.reader in (None, spot.person)


@dataclass
class Watch:
    """The bot's messages that were seen, and the order in which they were shown."""

    seen: dict[int, Seen] = field(default_factory=dict)
    shown: list[discord.Message] = field(default_factory=list)

    def news(self, messages: Iterable[discord.Message], spot: Spot) -> list[discord.Message]:
        """Take up messages as they are now, and return those that look otherwise than when they were seen."""
        fresh = []
        for message in messages:
            now = Seen.of(message, spot)
            if self.seen.get(message.id) != now:
                self.seen[message.id] = now
                fresh += [message] if message.content or message.embeds else []
        return fresh

    def show(self, message: discord.Message) -> bool:
        """Note that a message is shown now. Whether it is for the first time."""
        others = [one for one in self.shown if one.id != message.id]
        is_new = len(others) == len(self.shown)
        self.shown = [*others, message]
        return is_new

    def miss(self, messages: Iterable[discord.Message], spot: Spot) -> int:
        """Forget what was seen and is not there any more; return how many there were."""
        there = {message.id for message in messages}
        gone = [key for key, seen in self.seen.items() if seen.is_at(spot) and key not in there]
        for key in gone:
            del self.seen[key]
        self.shown = [one for one in self.shown if one.id not in gone]
        return len(gone)

    def here(self, spot: Spot) -> list[discord.Message]:
        """List what somebody sees where they are, the message shown last at the end."""
        return [one for one in self.shown if self.seen[one.id].is_at(spot)]

    def pressable(self, spot: Spot) -> list[discord.Message]:
        """List what there is to press something on; numbers are those of the last."""
        return [one for one in self.here(spot) if controls_of(one)]

    def control(self, number: int, spot: Spot) -> tuple[discord.Message, Control]:
        """Return what has a number, and the message that it stands below; raises UnfitError."""
        messages = self.pressable(spot)
        controls = [one for row in controls_of(messages[-1]) for one in row] if messages else []
        if not 1 <= number <= len(controls):
            raise UnfitError(f"there are {len(controls)} buttons")
        return messages[-1], controls[number - 1]

    def go_up(self, spot: Spot) -> discord.Message:
        """Make the message before the last the one that numbers are of, and return it; raises UnfitError."""
        messages = self.pressable(spot)
        if not messages[1:]:
            raise UnfitError("there is no other message with buttons here")
        last = messages[-1]
        self.shown = [last, *(one for one in self.shown if one is not last)]
        return self.pressable(spot)[-1]
