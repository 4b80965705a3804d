"""A form that is being filled in, line by line, as Discord's client would let a person do it in a window."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.simulation.fields import Field, Said

HOW = "Enter keeps what is there, “-” empties it, :cancel closes it."

Sends = Callable[[Mapping[str, Said]], Awaitable[None]]


@dataclass
class Form:
    """Fields in their order, what was said so far, and what is done with it at the end."""

    fields: Sequence[Field]
    send: Sends
    title: str = ""
    said: dict[str, Said] = field(default_factory=dict)

    @property
    def field(self) -> Field | None:
        """What is asked for next; None once everything is said."""
        return self.fields[len(self.said)] if len(self.said) < len(self.fields) else None

    def take(self, line: str) -> None:
        """Take what was typed into the next field; raises UnfitError."""
        asked = self.field
        if asked is not None:
            self.said[asked.key] = asked.read(line)
