"""One person at the terminal of the simulated Discord: what a typed line does, and what it makes them see.

Everything goes through a simulated person, so Discord's own rules hold: who sees which command, who may press what.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.discord.lineup import LineupBot
from bot.simulation.fields import Choice, ChoiceField, Said, UnfitError, fields_of
from bot.simulation.files import Files
from bot.simulation.forms import Form
from bot.simulation.options import options_in, parameters_of, values_of
from bot.simulation.screen import Screen
from bot.simulation.unhurried import Unhurried
from bot.simulation.watching import Spot, Watch

if TYPE_CHECKING:
    import simcord

    from bot.simulation.locales import Locales

HELP = """\
Anything else is a message in the channel that you are in. You start in #lineup, where Lineup listens.
  @lineup ...                    mention the bot
  /ask ...                       a command with its first option; /help of the bot is /help here too
  /compare first: A second: B    a command with several
  /facts add PATH                a command that takes a file
  :suggest /about tw             what Discord would offer while you type; a number takes it
  1, 2 ...  or  :click 1         press that button of the last message that has any, or open that menu
  :up                            press the buttons of the message before that
  :menu                          Ask Lineup, from the menu of your last message
  :reply ...                     reply to the message shown last
  :edit ...   :delete            change your last message, or take it away
  :as member, :as admin          be somebody who may not, or may, manage the server
  :locale fr                     use Discord in French
  :dm, :lineup, :general         write to the bot directly, where it listens, or where it only hears mentions
  :wait 30                       let so many seconds pass
  :help, :quit
In a form each line is a field: Enter keeps what is there, "-" empties it, :cancel closes the form."""
LONGEST_WAIT = 3_600  # seconds
SILENCE = "(no reply: in a channel Lineup speaks only when it is sure; mention it with @lineup, or go to :dm)"
UNHEARD = "(no reply: here Lineup answers only when it is mentioned with @lineup)"
GONE = "(Lineup took its message away)"
CLOSED = "(closed; nothing was sent)"


@dataclass
class Session:
    """One person at the terminal: who they are, where they write, what they have seen, and the form they fill in."""

    env: "simcord.Env"
    bot: LineupBot
    screen: Screen
    files: Files
    people: "dict[str, simcord.MemberActor]"
    channels: "dict[str, simcord.ChannelHandle]"
    locales: "Locales"
    work: Unhurried  # what the bot does in child processes
    refusals: tuple[type[Exception], ...]  # what the simulation raises where Discord would not let a person do that
    role: str = "member"
    place: str = "lineup"  # a channel, or "dm"
    watch: Watch = field(default_factory=Watch)
    said: discord.Message | None = None  # the person's last message
    form: Form | None = None  # that is being filled in

    @property
    def person(self) -> "simcord.MemberActor":
        return self.people[self.role]

    @property
    def actor(self) -> "simcord.MemberActor | simcord.UserHandle":
        """The person, as who they are where they write."""
        return self.person.user if self.place == "dm" else self.person

    @property
    def channel(self) -> "simcord.ChannelHandle":
        return self.person.user.dm_channel if self.place == "dm" else self.channels[self.place]

    @property
    def prompt(self) -> str:
        asked = self.form.field if self.form is not None else None
        if asked is not None:
            return f"{self.person.name}, {asked.label}> "
        where = "a direct message" if self.place == "dm" else f"#{self.place}"
        return f"{self.person.name} ({self.role}) in {where}> "

    @property
    def spot(self) -> Spot:
        return Spot(self.channel.id, self.person.id)

    async def take(self, line: str) -> bool:
        """Do what a line says. False when it ends the session."""
        text = line.strip()
        if text in (":quit", ":exit"):
            return False
        try:
            await (self._act(text) if self.form is None else self._fill_in(self.form, text))
        except UnfitError as problem:
            self.screen.note(f"({problem})")
        except self.refusals as refusal:
            self.screen.note(f"(Discord would not take that: {refusal})")
        return True

    async def rest(self) -> None:
        """Wait until nothing is under way, and show what came of it."""
        while True:
            await self.env.settle()
            await self.look()
            if not self.work.is_busy:
                return
            await self.work.idle()

    async def look(self) -> bool:
        """Show what the bot wrote, changed or took away since the last look. Whether there was anything."""
        there = self.channel.history(viewer=self.actor)
        news = self.watch.news((one for one in there if one.author.id == self._me.id), self.spot)
        for message in news:
            files = message.attachments if self.watch.show(message) else []
            kept = [(one, self.files.keep(one.filename, await one.read())) for one in files]
            self.screen.show(message, self._names(), kept, self.channels)
        missed = self.watch.miss(there, self.spot)
        for _ in range(missed):
            self.screen.note(GONE)
        return bool(news or missed)

    async def _act(self, text: str) -> None:
        word, _, rest = text.partition(" ")
        if text.isdecimal() and self.watch.here(self.spot):
            await self._press(int(text))
        elif text.startswith("/"):
            await self._command(text[1:])
        elif text.startswith(":"):
            await self._do(word[1:], rest.strip())
        elif text:
            await self._say(text)

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
            case "up":
                self.screen.show(self.watch.go_up(self.spot), self._names(), (), self.channels)
            case "suggest" if rest.startswith("/"):
                await self._suggest(rest[1:])
            case "locale" if rest:
                self.locales.set(self.person.id, rest)
                self.screen.note(f"({self.person.name} uses Discord in {rest} now)")
            case "wait" if rest.isdecimal():
                await self.env.advance_time(min(int(rest), LONGEST_WAIT))
                await self.look()
            case _ if not await self._do_to_a_message(word, rest):
                self.screen.note("(:help lists what can be typed)")

    async def _do_to_a_message(self, word: str, rest: str) -> bool:
        """Do what a word says to the person's message, or the bot's. False where there is none, or no such word."""
        match word:
            case "reply" if rest and (here := self.watch.here(self.spot)):
                await self._say(rest, here[-1])
            case "edit" if rest and self.said is not None:
                await self.actor.edit(self.said, self._mentioning(rest))
                await self._look_or_explain()
            case "delete" if self.said is not None:
                await self.actor.delete(self.said)
                self.said = None
                self.screen.note("(your last message is gone)")
                await self.look()
            case "menu" if self.said is not None and self.place != "dm":
                menus = self.bot.tree.get_commands(type=discord.AppCommandType.message)
                await self._heard(await self.person.context_menu(self.channel, menus[0].name, self.said))
            case _:
                return False
        return True

    @property
    def _me(self) -> discord.ClientUser:
        assert self.bot.user is not None  # noqa: S101  # logged in before a session begins
        return self.bot.user

    def _names(self) -> dict[int, str]:
        names = {channel.id: f"#{name}" for name, channel in self.channels.items()}
        return names | {one.id: f"@{one.name}" for one in self.people.values()} | {self._me.id: f"@{self._me.name}"}

    def _become(self, role: str) -> None:
        if role not in self.people:
            raise UnfitError(f"be one of: {', '.join(self.people)}")
        self.role = role
        self.screen.note(f"(you are {self.person.name} now)")

    async def _go(self, place: str, text: str) -> None:
        self.place = place
        await self.look()
        if text:
            await self._say(text)

    async def _say(self, text: str, reply_to: discord.Message | None = None) -> None:
        """Write a message where the person is."""
        content = self._mentioning(text)
        if self.place == "dm":
            reference = {"channel_id": str(self.channel.id), "message_id": str(reply_to.id)} if reply_to else None
            self.said = await self.person.send_dm(content, reference=reference)
        else:
            self.said = await self.person.send(self.channel, content, reply_to=reply_to)
        await self._look_or_explain()

    def _mentioning(self, text: str) -> str:
        """Make a mention of "@lineup", which no terminal can pick from a list."""
        return re.sub(rf"@{re.escape(self._me.name)}\b", self._me.mention, text, flags=re.IGNORECASE)

    async def _look_or_explain(self) -> None:
        if not await self.look():
            self.screen.note(UNHEARD if self.place == "general" else SILENCE)

    async def _press(self, number: int) -> None:
        message, control = self.watch.control(number, self.spot)
        if not control.is_menu:
            await self._heard(await self.actor.click(message, custom_id=control.key))
            return

        async def choose(said: Mapping[str, Said]) -> None:
            await self._heard(await self.actor.select(message, said[control.key], custom_id=control.key))

        self._open(Form([control.menu(self.channels)], choose))

    async def _heard(self, result: "simcord.InteractionResult") -> None:
        """Show what came of something that a person did: a form, or messages."""
        await self.look()
        if result.modal is not None:
            send = partial(self._submit, result)
            self._open(Form(fields_of(result.modal, self.channels), send, result.modal["title"]))

    async def _submit(self, shown: "simcord.InteractionResult", said: Mapping[str, Said]) -> None:
        await self._heard(await self.actor.submit_modal(shown, dict(said)))

    def _open(self, form: Form) -> None:
        self.form = form
        self.screen.open(form)

    async def _fill_in(self, form: Form, text: str) -> None:
        """Take a line into the form, and send it with the last."""
        if text == ":cancel":
            self.form = None
            self.screen.note(CLOSED)
            return
        form.take(text)
        if form.field is not None:
            self.screen.ask(form.field)
            return
        self.form = None
        await form.send(form.said)

    async def _command(self, text: str) -> None:
        """Use a slash command with the rest of the line as its options."""
        name, parameters = self._named(text)
        given = options_in(text[len(name) :].strip(), [one.name for one in parameters])
        await self._use(name, values_of(given, parameters, self.files))

    async def _use(self, name: str, options: Mapping[str, Any]) -> None:
        if self.place == "dm":
            await self._heard(await self.person.user.slash(name, **options))
        else:
            await self._heard(await self.person.slash(self.channel, name, **options))

    async def _suggest(self, text: str) -> None:
        """Offer what Discord would while the last option is typed; the choice is taken for it."""
        name, parameters = self._named(text)
        given = options_in(text[len(name) :].strip(), [one.name for one in parameters])
        typed = list(given)[-1] if given else next((one.name for one in parameters), "")
        filled = {key: said for key, said in given.items() if key != typed}
        if self.place == "dm":
            offered = await self.person.user.autocomplete(name, typed, given.get(typed, ""), **filled)
        else:
            offered = await self.person.autocomplete(self.channel, name, typed, given.get(typed, ""), **filled)
        if not offered:
            raise UnfitError("nothing is offered; anything can be typed all the same")

        async def use(said: Mapping[str, Said]) -> None:
            await self._use(name, filled | {typed: said[typed][0]})

        choices = [Choice(one["name"], one["value"]) for one in offered]
        self._open(Form([ChoiceField(typed, typed, choices)], use))

    def _named(self, text: str) -> tuple[str, Sequence[app_commands.Parameter]]:
        """Return the command that a line begins with, and its options; raises UnfitError."""
        usable = self._usable_commands()
        name = next((one for one in usable if text == one or text.startswith(f"{one} ")), None)
        if name is None:
            listed = ", ".join(f"/{one}" for one in usable)
            raise UnfitError(f"there is no such command for {self.person.name} here; there are: {listed}")
        return name, parameters_of(self.bot.tree, name, self.bot.guilds[0].id)

    def _usable_commands(self) -> tuple[str, ...]:
        if self.place == "dm":
            return self.person.user.available_commands()
        return self.person.available_commands(self.channel)
