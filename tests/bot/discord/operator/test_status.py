"""What the operator and the admins of a server are told of the facts."""

import pytest

from bot.discord.operator.status import sum_up
from bot.discord.texts import texts_in
from tests.bot.discord.world import whispered, world


async def test_status_shows_what_is_known():
    async with world() as w:
        (said,) = whispered(await w.boss.slash(w.general, "facts status"))
        assert "**Facts**: 1 document, 2 facts" in said
        assert "article.txt" in said
        assert f"**Channels listened to here**: <#{w.lineup.id}>" in said


async def test_status_says_that_content_is_missing():
    async with world(message_content=False) as w:
        (said,) = whispered(await w.boss.slash(w.general, "facts status"))
        assert "Message Content Intent" in said


async def test_status_tells_of_the_last_reload():
    async with world() as w:
        await w.boss.slash(w.general, "facts reload")
        (said,) = whispered(await w.boss.slash(w.general, "facts status"))
        assert "**Last reload**: by boss, <t:" in said
        assert said.count("went well") == 1


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (
            {"documents": 2, "reviewed": 3, "facts": 1_005, "extracted": 2, "proposed": 1_000},
            "2 documents, 1005 facts (3 reviewed, 2 read with certainty, 1,000 to review)",
        ),
        ({"documents": 1, "facts": 1}, "1 document, 1 fact"),
    ],
)
def test_counts_say_who_vouches_for_the_facts(counts, expected):
    assert sum_up(counts, texts_in("en")) == expected
