"""The one panel of /settings: it shows what is chosen, and changes in place with each choice. Nobody else sees it.

Who may press is checked with each press: whoever may manage the server that the panel was opened in.
"""

import logging
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import discord

from bot.discord import replies
from bot.discord.permissions import missing_in
from bot.discord.rendering import limits
from bot.discord.settings.forms import CooldownForm
from bot.discord.texts import LANGUAGES, Texts, marked
from bot.servers import ServerSettings
from bot.servers.errors import ServersError

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot

log = logging.getLogger(__name__)

PATIENCE = 10 * 60.0  # seconds; Discord lets the panel be changed for 15 minutes
MOST_CHANNELS = 25
OWN = "own"  # the language that the server itself has in Discord
LISTENED = [
    discord.ChannelType.text,
    discord.ChannelType.news,
    discord.ChannelType.forum,
    discord.ChannelType.media,
    discord.ChannelType.voice,
    discord.ChannelType.stage_voice,
    discord.ChannelType.category,
]
NAMES = {"en": "English", "fr": "Français"}
CLOSED = marked("This panel is closed; /settings opens it again.")

Pressed = Callable[[discord.Interaction], Awaitable[None]]


class Panel(discord.ui.View):
    """What a server chose, with what changes it."""

    def __init__(self, bot: "LineupBot", server: discord.Guild, say: Texts) -> None:
        super().__init__(timeout=PATIENCE)
        self.bot, self.server, self.say = bot, server, say
        self.shown_by: discord.Interaction | None = None  # the last that did: it can be changed through it for longest
        self._lay_out()

    @property
    def chosen(self) -> ServerSettings:
        return self.bot.settings_of(self.server)

    async def interaction_check(self, interaction: discord.Interaction) -> bool:
        """Let only whoever may manage this very server press."""
        if interaction.guild_id == self.server.id and interaction.permissions.manage_guild:
            return True
        await replies.whisper_text(interaction, self.say("Only somebody who may manage this server can do that."))
        return False

    async def on_timeout(self) -> None:
        """Close the panel, so that nothing on it is pressed in vain."""
        if self.shown_by is not None:
            try:
                await self.shown_by.edit_original_response(content=self.say(CLOSED), embed=None, view=None)
            except discord.HTTPException:
                return  # it was dismissed

    async def on_error(self, interaction: discord.Interaction, error: Exception, item: discord.ui.Item[Any]) -> None:  # noqa: ARG002  # discord.py's signature
        """Own up to a fault."""
        await replies.guarded(_raise(error), where="to a panel", apologise=lambda: self._apologise(interaction))

    async def change(self, interaction: discord.Interaction, settings: ServerSettings) -> None:
        """Keep what was chosen, and show it."""
        await self._kept(interaction, self.bot.servers.change(self.server.id, settings))

    async def show(self, interaction: discord.Interaction) -> None:
        """Show the panel anew, in place; a form may come back when it is closed already."""
        if self.is_finished():
            await interaction.response.edit_message(content=self.say(CLOSED), embed=None, view=None)
            return
        self._lay_out()
        await interaction.response.edit_message(embed=self.embed(), view=self)
        self.shown_by = interaction

    async def _kept(self, interaction: discord.Interaction, work: Awaitable[None]) -> None:
        try:
            await work
        except ServersError as fault:
            log.warning("%s", fault)
            said = self.say("That could not be kept; whoever runs me can see why in the log.")
            await replies.whisper_text(interaction, said)
            return
        await self.show(interaction)

    def embed(self) -> discord.Embed:
        """Return what is chosen, in words, with what stands in its way."""
        say, chosen = self.say, self.chosen
        listed = ", ".join(f"<#{channel}>" for channel in sorted(chosen.channels)) or say("none")
        lines = [
            f"**{say('Channels in which I answer without being mentioned')}**: {listed}",
            f"**{say('Channel for notices to admins')}**: "
            + (f"<#{chosen.admin_channel}>" if chosen.admin_channel else say("none")),
            f"**{say('Language of commands for people with another one')}**: {self._language()}",
            f"**{say('Replies to one person')}**: "
            + say("{count} in {seconds} seconds", count=chosen.replies, seconds=f"{chosen.seconds:g}"),
            f"**{say('Words of questions that were not known')}**: "
            + (say("kept for 30 days") if chosen.keeps_words else say("not kept")),
            *(f"⚠ {warning}" for warning in self._warnings()),
        ]
        embed = discord.Embed(
            title=say("Settings of this server"), description=limits.clip("\n".join(lines), limits.DESCRIPTION)
        )
        return embed.set_footer(text=say("Mentions, direct messages and commands are always answered."))

    def _language(self) -> str:
        return NAMES.get(self.chosen.language or "", self.say("that of the server"))

    def _warnings(self) -> Iterator[str]:
        if self.chosen.channels and not self.bot.intents.message_content:
            yield self.say("Discord does not let me read messages, so I hear nothing there unless I am mentioned.")
        for key in sorted(self.chosen.channels | ({self.chosen.admin_channel} if self.chosen.admin_channel else set())):
            channel = self.server.get_channel(key)
            if channel is None:
                yield self.say("<#{channel}> is gone.", channel=key)
            elif missing := missing_in(channel):
                what = ", ".join(self.say(one) for one in missing)
                yield self.say("<#{channel}>: I am not allowed to {what}.", channel=key, what=what)

    def _lay_out(self) -> None:
        self.clear_items()
        for item in (_Channels(self), _AdminChannel(self), _Language(self)):
            self.add_item(item)
        for label, pressed in (
            (self.say("Keep and forget"), self._keep),
            (self.say("Cooldown"), self._cooldown),
            (self.say("Reset"), self._reset),
        ):
            self.add_item(_Button(label, pressed))

    async def _keep(self, interaction: discord.Interaction) -> None:
        keeps = self.chosen.keeps_words
        switch = self.say("Keep them no more") if keeps else self.say("Keep them for 30 days")

        async def turn(pressed: discord.Interaction) -> None:
            await self.change(pressed, replace(self.chosen, keeps_words=not keeps))

        async def ask_back(pressed: discord.Interaction) -> None:
            question = self.say("Shall all that was counted and kept of this server's questions be forgotten for good?")
            await self._ask(pressed, question, ((self.say("Forget"), forget),))

        async def forget(pressed: discord.Interaction) -> None:
            await self._kept(pressed, self.bot.servers.forget_gaps(self.server.id))

        await self._ask(
            interaction,
            self.say(
                "I count what was asked here and not known, by what it was about; /facts gaps shows it. The words "
                "of the questions are kept only if you want so; those that are kept go when you want it no more."
            ),
            ((switch, turn), (self.say("Forget all that was counted and kept"), ask_back)),
        )

    async def _cooldown(self, interaction: discord.Interaction) -> None:
        async def cool(sent: discord.Interaction, times: int, seconds: float) -> None:
            await self.change(sent, replace(self.chosen, replies=times, seconds=seconds))

        chosen = self.chosen
        form = CooldownForm(self.say, chosen.replies, chosen.seconds, allowed=self.interaction_check, cool=cool)
        await interaction.response.send_modal(form)

    async def _reset(self, interaction: discord.Interaction) -> None:
        async def reset(pressed: discord.Interaction) -> None:
            await self.change(pressed, ServerSettings())

        question = self.say("Shall everything on this panel be as it was in the beginning?")
        await self._ask(interaction, question, ((self.say("Reset"), reset),))

    async def _ask(
        self, interaction: discord.Interaction, question: str, answers: tuple[tuple[str, Pressed], ...]
    ) -> None:
        """Ask back in place of the panel."""
        self.clear_items()
        for label, pressed in (*answers, (self.say("Back"), self.show)):
            self.add_item(_Button(label, pressed))
        await interaction.response.edit_message(embed=discord.Embed(description=question), view=self)
        self.shown_by = interaction

    async def _apologise(self, interaction: discord.Interaction) -> None:
        await replies.whisper_text(interaction, self.say(replies.TROUBLE))


async def _raise(error: Exception) -> None:
    raise error


class _Button(discord.ui.Button[Panel]):
    """Does one thing."""

    def __init__(self, label: str, pressed: Pressed) -> None:
        super().__init__(label=limits.clip(label, limits.BUTTON_LABEL), style=discord.ButtonStyle.secondary)
        self._pressed = pressed

    async def callback(self, interaction: discord.Interaction) -> None:
        await self._pressed(interaction)


class _Channels(discord.ui.ChannelSelect[Panel]):
    """The channels that are listened to; a category stands for all in it."""

    def __init__(self, panel: Panel) -> None:
        super().__init__(
            channel_types=LISTENED,
            placeholder=panel.say("Channels to answer in without being mentioned"),
            min_values=0,
            max_values=MOST_CHANNELS,
            default_values=_known(panel.server, panel.chosen.channels),
        )
        self._panel = panel

    async def callback(self, interaction: discord.Interaction) -> None:
        channels = frozenset(one.id for one in self.values if self._panel.server.get_channel(one.id))
        await self._panel.change(interaction, replace(self._panel.chosen, channels=channels))


class _AdminChannel(discord.ui.ChannelSelect[Panel]):
    """Where notices to the admins go; none is a choice too."""

    def __init__(self, panel: Panel) -> None:
        chosen = panel.chosen.admin_channel
        super().__init__(
            channel_types=[discord.ChannelType.text],
            placeholder=panel.say("Channel for notices to admins"),
            min_values=0,
            default_values=_known(panel.server, [chosen] if chosen else []),
        )
        self._panel = panel

    async def callback(self, interaction: discord.Interaction) -> None:
        channel = next((one.id for one in self.values if self._panel.server.get_channel(one.id)), None)
        await self._panel.change(interaction, replace(self._panel.chosen, admin_channel=channel))


class _Language(discord.ui.Select[Panel]):
    """The language for people whose own is not spoken here."""

    def __init__(self, panel: Panel) -> None:
        chosen = panel.chosen.language or OWN
        names = {OWN: panel.say("Language: that of the server"), **{code: NAMES[code] for code in LANGUAGES}}
        options = [discord.SelectOption(label=name, value=code, default=code == chosen) for code, name in names.items()]
        super().__init__(options=options)
        self._panel = panel

    async def callback(self, interaction: discord.Interaction) -> None:
        language = self.values[0] if self.values[0] in LANGUAGES else None
        await self._panel.change(interaction, replace(self._panel.chosen, language=language))


def _known(server: discord.Guild, channels: "frozenset[int] | list[int]") -> list[discord.Object]:
    """Return the chosen channels that are still there: Discord refuses a menu with others."""
    return [discord.Object(key, type=discord.abc.GuildChannel) for key in sorted(channels) if server.get_channel(key)]
