"""The bot gets ready whatever Discord makes of its commands."""

from tests.bot.discord import shelf
from tests.bot.discord.world import world

BROKEN = "documents/new.md:3: 'publishd' is no key of the front matter; write 'published'"


async def test_commands_that_cannot_be_registered_leave_the_answers():
    async with world(sync_fails=True) as w:
        assert (await w.mention(shelf.PRICE)).content == "The Twingo costs €20,000."
