"""The part of /facts that works on documents: its commands, its buttons, and the sweeping of what was left behind."""

from typing import TYPE_CHECKING, Any

from discord import app_commands
from discord.ext import commands

from bot.discord.operator.adding import add_command
from bot.discord.operator.approving import StagedButton
from bot.discord.operator.documents import PageButton, document_command
from bot.discord.operator.removing import PutBackButton, RemoveButton, remove_command
from bot.discord.operator.reviewing import ClauseMenu, EndButton, ProposalButton, review_command
from bot.discord.operator.sweeping import Sweeper

if TYPE_CHECKING:
    from bot.discord.lineup import LineupBot

BUTTONS = (PageButton, StagedButton, ProposalButton, ClauseMenu, EndButton, RemoveButton, PutBackButton)


def curating_commands(bot: "LineupBot") -> "list[app_commands.Command[Any, ..., None]]":
    """Return the subcommands of /facts that work on documents."""
    return [document_command(bot), add_command(bot), review_command(bot), remove_command(bot)]


class Curation(commands.Cog):
    """Listens to the buttons of these commands, those of an earlier life included, and sweeps."""

    def __init__(self, bot: "LineupBot") -> None:
        self.bot = bot
        self._sweeper = Sweeper(bot.curator.staging) if bot.curator is not None and bot.is_first else None

    async def cog_load(self) -> None:
        """Hear the buttons, and sweep what an earlier life left."""
        self.bot.add_dynamic_items(*BUTTONS)
        if self._sweeper is not None:
            self._sweeper.start()

    async def cog_unload(self) -> None:
        """Stop both."""
        self.bot.remove_dynamic_items(*BUTTONS)
        if self._sweeper is not None:
            self._sweeper.cancel()
