"""Clears what was attached and never decided on: when the bot starts, and every few minutes from then on."""

import asyncio
import logging

from discord.ext import tasks

from bot.curating.staging import Staging

log = logging.getLogger(__name__)

MINUTES = 10


class Sweeper:
    """Sweeps one folder for as long as it runs."""

    def __init__(self, staging: Staging) -> None:
        self._staging = staging
        self.start, self.cancel = self._sweep.start, self._sweep.cancel

    @tasks.loop(minutes=MINUTES)
    async def _sweep(self) -> None:
        swept = await asyncio.to_thread(self._staging.sweep)
        if swept:
            log.info("Discarded what was attached and never decided on: %d", swept)
