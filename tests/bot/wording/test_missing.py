"""How an unknown answer sounds."""

import pytest

from bot.models.finding import Gap, Missing, Reason
from bot.wording.english import ENGLISH
from bot.wording.french import FRENCH
from bot.wording.missing import MissingWording
from bot.wording.rows import RowWording
from facts.models import Entity
from tests.bot.world import lexicon

BRIO, NIDO = Entity("brio", "Brio", "model"), Entity("nido", "Nido", "model")


@pytest.mark.parametrize(
    ("missing", "text"),
    [
        (
            Missing(Reason.NO_FACT, gaps=(Gap(BRIO, "price"), Gap(NIDO, "price"))),
            "The documents give no price for the Brio or the Nido",
        ),
        (Missing(Reason.NO_FACT, near=(BRIO,)), "The documents say nothing of that about the Brio"),
        (
            Missing(Reason.NO_SUCH_NAME, words=("Zoé",), near=(BRIO, NIDO)),
            "I know nothing called “Zoé”; closest: Brio or Nido",
        ),
        (
            Missing(Reason.NO_SUCH_NAME, words=("Zoé",), near=(BRIO,), kind="model"),
            "I know no car called “Zoé”; closest: Brio",
        ),
        (
            Missing(Reason.NO_SUCH_NAME, words=("Zoé",), kind="model", makers=(Entity("alda", "Alda", "brand"),)),
            "I know no car called “Zoé”; I know cars of Alda",
        ),
        (
            Missing(Reason.STRANGE_WORDS, words=("a", "b")),
            "I do not understand “a” and “b” here, so I would rather not answer",
        ),
        (Missing(Reason.OTHER_UNIT, words=("mi",)), "The documents give no amount in mi"),
        (Missing(Reason.OTHER_MARKET, words=("Japan",)), "The documents say nothing about that for Japan"),
        (Missing(Reason.NO_MEMBER), "Nothing in the documents fits that"),
        (Missing(Reason.NOT_COMPARABLE), "The documents give too little to compare"),
        (Missing(Reason.NO_SOURCE), "There is no earlier answer to give a source for"),
        (Missing(Reason.NOTHING), "The documents do not say"),
    ],
)
def test_reasons(missing: Missing, text: str) -> None:
    assert MissingWording(RowWording(lexicon(), ENGLISH)).text(missing) == text


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_is_worded_in_french(reason: Reason) -> None:
    assert MissingWording(RowWording(lexicon(), FRENCH)).text(Missing(reason, words=("Zoé",)))
