"""What the operator sees and may do, and what everybody else goes on seeing meanwhile."""

from bot.discord.knowledge import Built
from bot.discord.operator.commands import sum_up
from tests.bot.discord.shelf import HeldBuild
from tests.bot.discord.world import whispered, world

BROKEN = "documents/new.md:3: 'publishd' is no key of the front matter; write 'published'"


async def test_status_shows_what_is_known():
    async with world() as w:
        (said,) = whispered(await w.boss.slash(w.general, "facts status"))
        assert "1 documents" in said
        assert "article.txt" in said
        assert f"<#{w.lineup.id}>" in said


async def test_status_says_that_content_is_missing():
    async with world(message_content=False) as w:
        (said,) = whispered(await w.boss.slash(w.general, "facts status"))
        assert "Message Content Intent" in said


async def test_long_failure_is_cut():
    async with world(build=HeldBuild(Built(None, "```" + "x" * 5_000), released=True)) as w:
        said = whispered(await w.boss.slash(w.general, "facts reload"))
        assert len(said[-1]) <= 2_000
        assert said[-1].count("```") == 2


def test_counts_say_who_vouches_for_the_facts():
    counts = {"documents": 2, "reviewed": 3, "facts": 1_005, "extracted": 2, "proposed": 1_000}
    assert sum_up(counts) == "2 documents, 1,005 facts (3 reviewed, 2 extracted, 1,000 proposed)"
