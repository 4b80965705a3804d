"""What a form or a menu asks for, one field at a time, and what a typed line means in it.

Built from what the bot sent to Discord; Discord's own bounds are kept, as its client would keep them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import discord

EMPTY = "-"  # typed to leave a field empty
LONGEST_TEXT = 4_000  # characters; Discord takes no more

Said = str | list[Any]  # a text, or what was chosen


class UnfitError(Exception):
    """What was typed does not fit; the message says what would."""


class Field(Protocol):
    """One thing that a person is asked for."""

    @property
    def key(self) -> str: ...

    @property
    def label(self) -> str: ...

    def lines(self) -> Iterator[str]:
        """Say what is asked for, and what stands there already."""
        ...

    def read(self, line: str) -> Said:
        """Return what a line means here; raises UnfitError."""
        ...


@dataclass(frozen=True, slots=True)
class TextField:
    """A line of text; an empty line keeps what stands there."""

    key: str
    label: str
    about: str = ""
    held: str = ""
    longest: int = LONGEST_TEXT
    is_required: bool = True

    @classmethod
    def of(cls, control: Mapping[str, Any], label: str, about: str) -> "TextField":
        """Take a text input as the bot sent it."""
        return cls(
            control["custom_id"],
            label,
            about,
            control.get("value") or "",
            control.get("max_length") or LONGEST_TEXT,
            control.get("required", True),
        )

    def lines(self) -> Iterator[str]:
        yield f"{self.label} [{self.held}]"
        if self.about:
            yield f"  {self.about}"

    def read(self, line: str) -> str:
        said = "" if line == EMPTY else line or self.held
        if self.is_required and not said:
            raise UnfitError(f"{self.label} may not be empty")
        if len(said) > self.longest:
            raise UnfitError(f"{self.label} has at most {self.longest} characters")
        return said


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose; a channel stands for itself."""

    label: str
    value: Any
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class ChoiceField:
    """Things to choose among by number; an empty line keeps what is chosen."""

    key: str
    label: str
    choices: Sequence[Choice]
    fewest: int = 1
    most: int = 1
    about: str = ""

    @classmethod
    def of(cls, control: Mapping[str, Any], label: str, about: str, channels: Mapping[str, Any]) -> "ChoiceField":
        """Take a menu as the bot sent it; `channels` are those of the server, by name."""
        chosen = {str(one["id"]) for one in control.get("default_values") or ()}
        if control["type"] == discord.ComponentType.channel_select.value:
            choices = [Choice(f"#{name}", one, str(one.id) in chosen) for name, one in channels.items()]
        else:
            choices = [
                Choice(one["label"], one["value"], bool(one.get("default"))) for one in control.get("options") or ()
            ]
        fewest, most = control.get("min_values"), control.get("max_values")
        return cls(
            control["custom_id"],
            label,
            choices,
            1 if fewest is None else fewest,
            most or 1,
            about,
        )

    def lines(self) -> Iterator[str]:
        yield f"{self.label}{f' (up to {self.most} numbers)' if self.most > 1 else ''}"
        if self.about:
            yield f"  {self.about}"
        for number, choice in enumerate(self.choices, 1):
            yield f"  {number} {choice.label}{'  (chosen)' if choice.is_chosen else ''}"

    def read(self, line: str) -> list[Any]:
        if not line:
            chosen = [one.value for one in self.choices if one.is_chosen]
        else:
            words = [] if line == EMPTY else re.split(r"[\s,]+", line.strip(" ,"))
            chosen = [self._choice(word).value for word in dict.fromkeys(words)]
        if not self.fewest <= len(chosen) <= self.most:
            bounds = f"{self.fewest} to {self.most}" if self.fewest < self.most else str(self.most)
            raise UnfitError(f"{self.label}: choose {bounds} of the {len(self.choices)}")
        return chosen

    def _choice(self, word: str) -> Choice:
        if not word.isdecimal() or not 1 <= int(word) <= len(self.choices):
            raise UnfitError(f"{word!r} is none of the numbers 1 to {len(self.choices)}")
        return self.choices[int(word) - 1]


def fields_of(form: Mapping[str, Any], channels: Mapping[str, Any]) -> list[Field]:
    """List what a form asks for, as the bot sent it."""
    labelled = (one for one in form["components"] if one["type"] == discord.ComponentType.label.value)
    return [_field(one["component"], one["label"], one.get("description") or "", channels) for one in labelled]


def _field(control: Mapping[str, Any], label: str, about: str, channels: Mapping[str, Any]) -> Field:
    if control["type"] == discord.ComponentType.text_input.value:
        return TextField.of(control, label, about)
    return ChoiceField.of(control, label, about, channels)
