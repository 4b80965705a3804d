"""The bot itself: what it hears of Discord, which commands it has, and what it holds while it runs."""

import asyncio
import logging
from collections.abc import Collection
from datetime import UTC, datetime

import discord
from discord.ext import commands

from bot.charts.drawing import Drawer
from bot.discord import presence
from bot.discord.buttons import BUTTONS
from bot.discord.buttons.recent import Recent
from bot.discord.commands.about import About
from bot.discord.commands.asking import Asking, menu_command, take
from bot.discord.commands.comparing import Comparing
from bot.discord.commands.listing import Lineup
from bot.discord.commands.telling import Telling
from bot.discord.following import Following, subscription_of
from bot.discord.identifying import Turnstile
from bot.discord.library import Library
from bot.discord.messages.addressing import question_of
from bot.discord.messages.cooldown import Cooldown
from bot.discord.messages.listening import Listening
from bot.discord.messages.remembering import Remembered
from bot.discord.messages.revising import Revising
from bot.discord.operator.commands import add_facts_commands
from bot.discord.operator.curation import Curation
from bot.discord.operator.curator import Curator
from bot.discord.replies import NOBODY, Ending
from bot.discord.settings.command import SettingsCommand
from bot.discord.settings.keeping import Keeping
from bot.discord.syncing import sync_commands
from bot.discord.texts import Texts, texts_in
from bot.discord.texts.language import language_of_server
from bot.discord.texts.translator import CommandTranslator
from bot.models import Answer
from bot.models.shards import Shards
from bot.servers import Servers, ServerSettings

log = logging.getLogger(__name__)


def intents(*, message_content: bool) -> discord.Intents:
    """Return the few intents needed: servers, messages, and their words, which Discord grants on request only."""
    wanted = discord.Intents.none()
    wanted.guilds = True
    wanted.guild_messages = True
    wanted.dm_messages = True
    wanted.message_content = message_content
    return wanted


class LineupBot(commands.AutoShardedBot):
    """Answers questions from a library of facts. Keeps neither messages nor members.

    Without `message_content` it sees the words of mentions, direct messages and commands only.
    """

    def __init__(
        self,
        library: Library,
        *,
        channels: Collection[int] = (),
        home_servers: Collection[int] = (),
        servers: Servers | None = None,
        curator: Curator | None = None,
        drawer: Drawer | None = None,
        shards: Shards | None = None,
        message_content: bool = True,
    ) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,  # never used: on_message below hears no prefix commands
            help_command=None,
            intents=intents(message_content=message_content),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            allowed_mentions=NOBODY,
            activity=_status(library),
            shard_connect_timeout=None,  # it would count the time in which other processes identify
        )
        self.own_shards = shards  # None: every shard there is, as many as Discord advises
        if shards is not None:
            self.shard_ids, self.shard_count = list(shards.ids), shards.count
        self.library = library
        self.library.watchers.append(self._show_status)
        self._was_ready = False
        self._presence: asyncio.Task[None] | None = None  # held, or it might be collected before it is done
        self.channels = set(channels)
        self.home_servers = frozenset(home_servers)
        self.servers = servers or Servers()
        self.curator = curator  # None: only the shipped documents, which nobody changes
        self._turnstile = Turnstile(self.servers.keeper, self.fetch_session_start_limits)
        self.cooldown = Cooldown()
        self.recent = Recent()
        self.library.watchers.append(self.recent.settle)
        self.drawer = drawer or Drawer()
        self.remembered: Remembered  # from when the bot has logged in

    @property
    def is_first(self) -> bool:
        """Whether this process does what is to be done once, however many there are."""
        return self.own_shards is None or self.own_shards.is_first

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Let a shard wait for its turn, where it has to share turns with other processes."""
        if self.own_shards is None or shard_id is None:
            await super().before_identify_hook(shard_id, initial=initial)
        else:
            await self._turnstile.pass_through(shard_id)

    def settings_of(self, server: discord.Guild | None) -> ServerSettings:
        """Return what the admins of a server chose; where the bot is no member they have no say."""
        return self.servers.settings(server.id if server is not None else None)

    def channels_of(self, server: discord.Guild | None) -> frozenset[int]:
        """Return the channels of a server that the bot listens to without being mentioned."""
        return frozenset(self.channels) | self.settings_of(server).channels

    def admin_texts(self, server: discord.Guild | None) -> Texts:
        """Return the sentences for what the admins of a server are told."""
        return texts_in(language_of_server(server, self.settings_of(server).language))

    def question_of(self, message: discord.Message) -> str:
        """Return the question in a message, without the bot's name in front of it."""
        return question_of(message, self.user) if self.user is not None else message.content

    async def take(self, interaction: discord.Interaction, question: str, ending: Ending) -> None:
        """Answer a question that a button asks, as commands are answered."""
        await take(self, interaction, question, ending)

    def note_gaps(self, server: discord.Guild | None, answer: Answer, question: str) -> None:
        """Count what was asked in a server and not known; neither a direct message nor a server it is no member of."""
        if server is not None and answer.gaps and self.get_guild(server.id) is not None:
            self.servers.note(server.id, answer.gaps, question)

    async def setup_hook(self) -> None:
        """Add the commands and tell Discord of them; where that fails, messages are answered all the same."""
        self.remembered = Remembered()
        await self.tree.set_translator(CommandTranslator())
        await self.add_cog(Listening(self))
        await self.add_cog(Revising(self))
        await self.add_cog(Asking(self))
        await self.add_cog(About(self))
        await self.add_cog(Telling(self))
        await self.add_cog(Comparing(self))
        await self.add_cog(Lineup(self))
        self.tree.add_command(menu_command(self))
        self.add_dynamic_items(*BUTTONS)
        add_facts_commands(self)
        await self.add_cog(SettingsCommand(self))
        await self.add_cog(Keeping(self))
        await self.add_cog(Curation(self))
        if (subscription := subscription_of(self.library)) is not None:
            await self.add_cog(Following(self, subscription))
        if self.is_first and self.application_id is not None:
            await sync_commands(self.tree, self.servers, self.application_id, self.home_servers)

    async def on_message(self, message: discord.Message, /) -> None:
        """Look for no prefix commands: the cog of questions listens for itself."""

    async def on_ready(self) -> None:
        """Say so in the log, once: after a lost connection Discord may send this again."""
        if self._was_ready:
            return
        self._was_ready = True
        own = f", shards {self.own_shards}" if self.own_shards is not None else ""
        log.info("Ready as %s in %s server%s%s", self.user, len(self.guilds), "" if len(self.guilds) == 1 else "s", own)
        chosen = (self.settings_of(guild).channels for guild in self.guilds)
        channels = frozenset(self.channels).union(*chosen)
        for problem in presence.problems(self.guilds, channels, sees_all=self.own_shards is None):
            log.warning("%s", problem)

    def _show_status(self) -> None:
        """Show what is known now, also to whom it is shown after the next connection."""
        status = _status(self.library)
        self.activity = status
        if self.is_ready():
            self._presence = asyncio.create_task(self.change_presence(activity=status))


def _status(library: Library) -> discord.CustomActivity:
    return presence.status_of(library.counts()["documents"], library.newest(), datetime.now(UTC).date())
