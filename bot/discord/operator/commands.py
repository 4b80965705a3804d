"""Commands of the operator: /facts status and /facts reload. Only the person who runs them sees what they say."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands
from discord.utils import escape_markdown, format_dt

from bot.discord import replies
from bot.discord.library import Outcome, Reload
from bot.discord.operator.curation import curating_commands
from bot.discord.operator.guarding import for_operator
from bot.discord.rendering import limits
from bot.discord.texts import marked, texts_in
from bot.discord.texts.language import language_of
from facts.models import Origin

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot

NAMED_DOCUMENTS = 10
ROOM_FOR_DETAILS = 1_700  # leaves room for the sentence around it

NO_CONTENT = (
    "**Message content**: not granted by Discord, so only mentions, direct messages and /ask are answered; "
    "switch on “Message Content Intent” for the bot in the developer portal"
)

RELOADING = marked("Reading the documents again. Questions are answered from the old facts meanwhile.")
ALREADY_RELOADING = marked("A reload is already running; its result goes to whoever started it.")


@app_commands.default_permissions(manage_guild=True)
class Operator(commands.GroupCog, group_name="facts", group_description="The facts that answers come from"):
    """Shows and reloads the facts. Discord hides these commands from most people; who asks is checked each time."""

    def __init__(self, bot: "LineupBot") -> None:
        super().__init__()
        self.bot = bot
        group = self.__cog_app_commands_group__
        if group is not None:
            for command in curating_commands(bot):
                group.add_command(command)

    @app_commands.command(name="status", description="What is known, since when, and where Lineup listens")
    async def status(self, interaction: discord.Interaction) -> None:
        """Say what the store in service holds."""
        await for_operator(self.bot, interaction, self._status)

    @app_commands.command(name="reload", description="Read the documents again and answer from them")
    async def reload(self, interaction: discord.Interaction) -> None:
        """Build the documents anew and swap the facts."""
        await for_operator(self.bot, interaction, self._reload)

    async def _status(self, interaction: discord.Interaction) -> None:
        await replies.whisper_text(interaction, self.describe())

    async def _reload(self, interaction: discord.Interaction) -> None:
        if self.bot.library.is_reloading:
            await replies.whisper_text(interaction, texts_in(language_of(interaction))(ALREADY_RELOADING))
            return
        await replies.whisper_text(interaction, texts_in(language_of(interaction))(RELOADING))
        result = await self.bot.library.reload()
        await replies.whisper_text(interaction, self._tell(result))

    def _tell(self, result: Reload) -> str:
        """Put the end of a reload into words; a failure in the words of the build, which name file and line."""
        if result.outcome is Outcome.BUSY:
            return ALREADY_RELOADING
        said = limits.clip(result.said.replace("```", "'''"), ROOM_FOR_DETAILS)
        first = (
            "Reloaded." if result.outcome is Outcome.SWAPPED else "The reload failed; the old facts go on answering."
        )
        return f"{first}\n```\n{said}\n```" if said else first

    def describe(self) -> str:
        """Say what is known and where the bot listens, a line each."""
        names = self.bot.library.document_names()
        listed = ", ".join(escape_markdown(name) for name in names[:NAMED_DOCUMENTS])
        more = f" and {len(names) - NAMED_DOCUMENTS} more" if len(names) > NAMED_DOCUMENTS else ""
        channels = ", ".join(f"<#{channel}>" for channel in sorted(self.bot.channels)) or "none"
        return "\n".join(
            (
                f"**Facts**: {sum_up(self.bot.library.counts())}",
                f"**Documents**: {listed}{more}",
                f"**Loaded**: {format_dt(self.bot.library.loaded_at, 'R')}",
                f"**Servers**: {len(self.bot.guilds)}; **channels listened to**: {channels}",
                *(() if self.bot.intents.message_content else (NO_CONTENT,)),
            )
        )


def sum_up(counts: Mapping[str, int]) -> str:
    """Put the counts of a store into words: what there is, and who vouches for the facts."""
    origins = ", ".join(f"{counts[one.value]:,} {one.value}" for one in Origin if one.value in counts)
    kinds = ", ".join(f"{number:,} {what}" for what, number in counts.items() if what not in set(Origin))
    return f"{kinds} ({origins})" if origins else kinds
