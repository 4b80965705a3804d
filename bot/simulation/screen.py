"""Shows messages in the terminal as Discord shows them to people: text, embeds, buttons, forms, who else can see them.

Only for the simulated Discord of `lineup chat`; nothing is sent from here.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

import discord
from rich.console import Console
from rich.text import Text

from bot.simulation.controls import controls_of
from bot.simulation.fields import Field
from bot.simulation.forms import HOW, Form

PLAIN_WIDTH = 100_000  # piped output is not wrapped, so that a quote stays on one line
BAR = "▌ "
FENCE = "```"
UNITS = {"year": 365 * 86_400, "day": 86_400, "hour": 3_600, "minute": 60}  # seconds

_MARKUP = re.compile(
    r"""
    \\(?P<escaped>[!-/:-@\[-`{-~])
  | \*\*(?P<bold>.+?)\*\*
  | \[(?P<title>[^\]\n]+)\]\((?P<address>https?://[^)\s]+)\)
  | <t:(?P<since>-?\d+):R>
  | <t:(?P<time>-?\d+)(?::\w)?>
  | <(?:@[!&]?|\#)(?P<mention>\d+)>
    """,
    re.VERBOSE,
)


class Screen:
    """Writes to a terminal, or plainly to a pipe."""

    def __init__(self, console: Console | None = None) -> None:
        self.console = console or Console(highlight=False)
        if not self.console.is_terminal:
            self.console.width = PLAIN_WIDTH

    def show(
        self,
        message: discord.Message,
        names: Mapping[int, str],
        kept: Iterable[tuple[discord.Attachment, str]],
        channels: Mapping[str, Any],
    ) -> None:
        """Print a message.

        `names` gives words for the people and channels that it mentions, `kept` says where its files lie, `channels`
        are those that a menu may offer.
        """
        author = Text(message.author.display_name, style="bold cyan")
        if message.flags.ephemeral:
            author.append("  only you can see this", style="dim italic")
        self.console.print(author)
        if message.content:
            self._lines(read_markdown(message.content, names), "  ")
        for embed in message.embeds:
            self._embed(embed, names)
        for attachment, place in kept:
            told = f"[{place}: {attachment.description or 'no description'}]"
            self._lines(Text(told, style="dim"), "  ")
        for row in controls_of(message):
            labels = (
                f"({one.number} {one.label(channels)})"
                if one.part.disabled
                else f"[{one.number} {one.label(channels)}]"
                for one in row
            )
            self.console.print(Text("  " + "   ".join(labels), style="bold magenta"))

    def open(self, form: Form) -> None:
        """Show a form, or a menu, and what it asks for first."""
        if form.title:
            self.console.print(Text.assemble("  ", (form.title, "bold")))
        self.console.print(Text(f"  ({HOW})", style="dim"))
        if form.field is not None:
            self.ask(form.field)

    def ask(self, field: Field) -> None:
        """Show what a form asks for next."""
        for line in field.lines():
            self._lines(Text(line), "  ")

    def typed(self, prompt: str, line: str) -> None:
        """Show what somebody typed, and where."""
        self.console.print(Text.assemble((prompt, "bold green"), line))

    def note(self, text: str) -> None:
        """Say something about the simulation that Discord would not say."""
        self.console.print(Text(text, style="dim"))

    def prompt(self, text: str) -> None:
        """Show whose turn it is and where; a pipe needs no prompt."""
        if self.console.is_terminal:
            self.console.print(Text(text, style="bold green"), end="")

    def _embed(self, embed: discord.Embed, names: Mapping[int, str]) -> None:
        parts = [embed.title, embed.description]
        parts += [f"**{field.name}**\n{field.value}" for field in embed.fields]
        for part in filter(None, parts):
            self._lines(read_markdown(part, names), f"  {BAR}")
        if embed.footer.text:
            self._lines(Text(embed.footer.text, style="dim"), f"  {BAR}")

    def _lines(self, text: Text, indent: str) -> None:
        """Print a text wrapped to the terminal with the same indent in front of every line."""
        for line in text.split("\n", allow_blank=True):
            for row in line.wrap(self.console, max(self.console.width - len(indent), 20)):
                self.console.print(Text.assemble((indent, "blue"), row), soft_wrap=True)


def read_markdown(text: str, names: Mapping[int, str]) -> Text:
    """Render the little of Discord's Markdown that the bot writes."""
    shown = Text()
    for line in (one for one in text.splitlines() if one != FENCE):
        styled = _inline(line.removeprefix("> ").removeprefix("-# "), names)
        if line.startswith("-# "):
            styled.stylize("dim")
        if line.startswith("> "):
            styled = Text.assemble("“", styled, "”", style="italic")
        shown.append_text(Text("\n") if shown else Text()).append_text(styled)
    return shown


def _inline(line: str, names: Mapping[int, str]) -> Text:
    shown, at = Text(), 0
    for found in _MARKUP.finditer(line):
        shown.append(line[at : found.start()]).append_text(_piece(found, names))
        at = found.end()
    return shown.append(line[at:])


def _piece(found: re.Match[str], names: Mapping[int, str]) -> Text:
    match found.lastgroup:
        case "bold":
            return Text.assemble(_inline(found["bold"], names), style="bold")
        case "address":
            return Text.assemble(_inline(found["title"], names), style=f"link {found['address']}")
        case "since":
            return Text(ago(datetime.now(UTC).timestamp() - int(found["since"])))
        case "time":
            return Text(f"{datetime.fromtimestamp(int(found['time']), UTC):%Y-%m-%d %H:%M} UTC")
        case "mention":
            return Text(names.get(int(found["mention"]), "@unknown"), style="bold blue")
        case _:
            return Text(found["escaped"])


def ago(seconds: float) -> str:
    """Say how long ago something was, as Discord does; what is to come is not told apart from now."""
    for unit, length in UNITS.items():
        if seconds >= length:
            count = int(seconds // length)
            return f"{count} {unit}{'s' if count > 1 else ''} ago"
    return "a moment ago"
