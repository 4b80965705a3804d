"""One person at the terminal of the simulated Discord: what a typed line does, and what it makes them see.

Everything goes through a simulated person, so Discord's own rules hold: who sees which command, who may press what.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.discord.lineup import LineupBot
from bot.simulation.screen import Screen, buttons_of

if TYPE_CHECKING:
    import simcord

    from bot.simulation.locales import Locales

HELP = """\
Anything else is a message in the channel that you are in. You start in #lineup, where Lineup listens.
  @lineup ...                    mention the bot
  /ask ...                       a command with its first option; /help of the bot is /help here too
  /compare first: A second: B    a command with several
  1, 2 ...  or  :click 1         press that button of the last message
  :edit ...   :delete            change your last message, or take it away
  :as member, :as admin          be somebody who may not, or may, manage the server
  :locale fr                     use Discord in French
  :dm, :lineup, :general         write to the bot directly, where it listens, or where it only hears mentions
  :wait 30                       let so many seconds pass
  :help, :quit"""
LONGEST_WAIT = 3_600  # seconds
SILENCE = "(no reply: in a channel Lineup speaks only when it is sure; mention it with @lineup, or go to :dm)"
UNHEARD = "(no reply: here Lineup answers only when it is mentioned with @lineup)"


@dataclass
class Session:
    """One person at the terminal: who they are, where they write, and what they have seen."""

    env: "simcord.Env"
    bot: LineupBot
    screen: Screen
    people: "dict[str, simcord.MemberActor]"
    channels: "dict[str, simcord.ChannelHandle]"
    locales: "Locales"
    refusals: tuple[type[Exception], ...]  # what the simulation raises where Discord would not let a person do that
    role: str = "member"
    place: str = "lineup"  # a channel, or "dm"
    seen: dict[int, object] = field(default_factory=dict)
    last: discord.Message | None = None
    said: discord.Message | None = None  # the person's last message

    @property
    def person(self) -> "simcord.MemberActor":
        return self.people[self.role]

    @property
    def channel(self) -> "simcord.ChannelHandle":
        return self.person.user.dm_channel if self.place == "dm" else self.channels[self.place]

    @property
    def prompt(self) -> str:
        where = "a direct message" if self.place == "dm" else f"#{self.place}"
        return f"{self.person.name} ({self.role}) in {where}> "

    async def take(self, line: str) -> bool:
        """Do what a line says. False when it ends the session."""
        text = line.strip()
        word, _, rest = text.partition(" ")
        try:
            match word:
                case "":
                    pass
                case ":quit" | ":exit":
                    return False
                case _ if text.isdecimal() and self.last is not None and buttons_of(self.last):
                    await self._press(int(text))
                case _ if text.startswith("/"):
                    await self._command(text[1:])
                case _ if text.startswith(":"):
                    await self._do(word[1:], rest.strip())
                case _:
                    await self._say(text)
        except self.refusals as refusal:
            self.screen.note(f"(Discord would not take that: {refusal})")
        return True

    async def _do(self, word: str, rest: str) -> None:
        """Do what a word of the session's own says."""
        match word:
            case "help":
                self.screen.note(HELP)
            case "as":
                self._become(rest)
            case "dm" | "lineup" | "general":
                await self._go(word, rest)
            case "click" if rest.isdecimal():
                await self._press(int(rest))
            case "edit" if rest and self.said is not None:
                await self.person.edit(self.said, self._mentioning(rest))
                self._look_or_explain()
            case "delete" if self.said is not None:
                await self.person.delete(self.said)
                self.said = None
                self.screen.note("(your last message is gone, and its reply with it)")
            case "locale" if rest:
                self.locales.set(self.person.id, rest)
                self.screen.note(f"({self.person.name} uses Discord in {rest} now)")
            case "wait" if rest.isdecimal():
                await self.env.advance_time(min(int(rest), LONGEST_WAIT))
                self.look()
            case _:
                self.screen.note("(:help lists what can be typed)")

    def look(self) -> bool:
        """Show what the bot wrote or changed since the last look. Whether there was anything."""
        viewer = self.person.user if self.place == "dm" else self.person
        found = False
        for message in self.channel.history(viewer=viewer):
            state = (message.content, [embed.to_dict() for embed in message.embeds], len(message.components))
            if message.author.id != self._me.id or self.seen.get(message.id) == state:
                continue
            self.seen[message.id] = state
            if message.content or message.embeds:
                self.screen.show(message, self._names())
                self.last, found = message, True
        return found

    @property
    def _me(self) -> discord.ClientUser:
        assert self.bot.user is not None  # noqa: S101  # logged in before a session begins
        return self.bot.user

    def _names(self) -> dict[int, str]:
        names = {channel.id: f"#{name}" for name, channel in self.channels.items()}
        return names | {one.id: f"@{one.name}" for one in self.people.values()} | {self._me.id: f"@{self._me.name}"}

    def _become(self, role: str) -> None:
        if role not in self.people:
            self.screen.note(f"(be one of: {', '.join(self.people)})")
            return
        self.role = role
        self.screen.note(f"(you are {self.person.name} now)")

    async def _go(self, place: str, text: str) -> None:
        self.place = place
        if text.strip():
            await self._say(text.strip())

    async def _say(self, text: str) -> None:
        """Write a message where the person is."""
        content = self._mentioning(text)
        if self.place == "dm":
            self.said = await self.person.send_dm(content)
        else:
            self.said = await self.person.send(self.channel, content)
        self._look_or_explain()

    def _mentioning(self, text: str) -> str:
        """Make a mention of "@lineup", which no terminal can pick from a list."""
        return re.sub(rf"@{re.escape(self._me.name)}\b", self._me.mention, text, flags=re.IGNORECASE)

    def _look_or_explain(self) -> None:
        if not self.look():
            self.screen.note(UNHEARD if self.place == "general" else SILENCE)

    async def _press(self, number: int) -> None:
        buttons = buttons_of(self.last) if self.last is not None else []
        if not 1 <= number <= len(buttons) or self.last is None:
            self.screen.note(f"(there are {len(buttons)} buttons)")
            return
        person = self.person.user if self.place == "dm" else self.person
        await person.click(self.last, custom_id=buttons[number - 1].custom_id)
        self.look()

    async def _command(self, text: str) -> None:
        """Use a slash command with the rest of the line as its one option, if it has one."""
        usable = self._usable_commands()
        name = next((one for one in usable if text == one or text.startswith(f"{one} ")), None)
        if name is None:
            listed = ", ".join(f"/{one}" for one in usable)
            self.screen.note(f"(there is no such command for {self.person.name} here; there are: {listed})")
            return
        options = options_in(text[len(name) :].strip(), self._options_of(name))
        if self.place == "dm":
            await self.person.user.slash(name, **options)
        else:
            await self.person.slash(self.channel, name, **options)
        self.look()

    def _options_of(self, name: str) -> list[str]:
        """Name the options of a command, in order."""
        server = self.bot.guilds[0].id
        first, _, rest = name.partition(" ")
        command = self.bot.tree.get_command(first) or self.bot.tree.get_command(first, guild=discord.Object(server))
        if isinstance(command, app_commands.Group):
            command = command.get_command(rest)
        return [one.name for one in command.parameters] if isinstance(command, app_commands.Command) else []

    def _usable_commands(self) -> tuple[str, ...]:
        if self.place == "dm":
            return self.person.user.available_commands()
        return self.person.available_commands(self.channel)


def options_in(text: str, names: Sequence[str]) -> dict[str, str]:
    """Take "first: A second: B" apart; a text that names no option is the first one."""
    if not text or not names:
        return {}
    pattern = rf"(?:^|\s)({'|'.join(map(re.escape, names))}):\s*"
    pieces = re.split(pattern, text)
    given = {name: value.strip() for name, value in zip(pieces[1::2], pieces[2::2], strict=True) if value.strip()}
    return {names[0]: pieces[0].strip(), **given} if pieces[0].strip() else given
