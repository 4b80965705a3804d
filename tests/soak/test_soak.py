"""A short soak: nobody is left without a reply, and no answer is of half a store or of the old one after the new."""

from pathlib import Path

from tests.bot.discord.shelf import shipped_lexicon
from tests.soak.lineups import Editions
from tests.soak.soak import RELOADS, soak

PEOPLE, QUESTIONS, ALONE = 100, 3_000, 50
AS_MANY_AS_IT_CAN = 100.0  # times the rate that the bot can do: nobody waits before they ask


async def test_a_crowd_is_answered_through_two_reloads(tmp_path: Path) -> None:
    stores = Editions.invented().write(RELOADS + 1, shipped_lexicon(), tmp_path)

    found = await soak(stores, people=PEOPLE, questions=QUESTIONS, alone=ALONE, share=AS_MANY_AS_IT_CAN)

    assert list(found.faults()) == []
    assert found.crowd.answered == QUESTIONS
