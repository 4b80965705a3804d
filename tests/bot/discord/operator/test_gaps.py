"""What was asked in a server and not known is for its admins, and counted without a word of the question."""

from dataclasses import replace

import pytest

from bot.discord.knowledge import Knowledge
from bot.servers import ServerSettings
from tests.bot.discord import shelf
from tests.bot.discord.world import whispered, world


@pytest.fixture(autouse=True, scope="module")
def vocabulary() -> None:
    """Load the vocabulary beforehand: on a busy machine that takes longer than the simulation waits for an answer."""
    shelf.shipped_lexicon()


def with_gaps() -> Knowledge:
    answers = shelf.table()
    answers[shelf.UNKNOWN] = replace(answers[shelf.UNKNOWN], gaps=(("Twingo", "weight"),))
    return Knowledge(shelf.Table(answers), shelf.Shelf(), shelf.Shown())


async def test_what_was_not_known_is_counted():
    async with world(with_gaps()) as w:
        await w.mention(shelf.UNKNOWN)
        await w.alice.slash(w.general, "ask", question=shelf.UNKNOWN)
        result = await w.boss.slash(w.general, "facts gaps")
        assert result.response.ephemeral
        assert result.response.embeds[0].description == "**Twingo** · weight · 2 times"


async def test_edited_question_is_counted_once():
    async with world(with_gaps()) as w:
        asked = await w.alice.send(w.general, f"<@{w.bot.user.id}> {shelf.UNKNOWN}")
        await w.alice.edit(asked, f"<@{w.bot.user.id}>  {shelf.UNKNOWN}")
        assert [one.count for one in await w.bot.servers.gaps(w.guild.id, 9)] == [1]


async def test_words_are_shown_where_they_are_kept():
    async with world(with_gaps()) as w:
        await w.bot.servers.change(w.guild.id, ServerSettings(keeps_words=True))
        await w.mention(shelf.UNKNOWN)
        result = await w.boss.slash(w.general, "facts gaps")
        assert result.response.embeds[0].description.splitlines()[1] == f"-# {shelf.UNKNOWN}"


async def test_direct_messages_are_not_counted():
    async with world(with_gaps()) as w:
        await w.alice.send_dm(shelf.UNKNOWN)
        said = whispered(await w.boss.slash(w.general, "facts gaps"))
        assert said == ["Nothing was asked here that I did not know."]
