"""How a question was read, in words."""

import pytest

from bot.models import Query
from bot.models.query import Claim, Condition, Intent, Match, Operator, Ordering
from bot.wording.interpreting import interpretation
from tests.bot.answering.asking import mention, query
from tests.bot.world import money

NAMES = {"brio": "Alda Brio", "alda": "Alda", "lomnica": "Lomnica"}


@pytest.mark.parametrize(
    ("asked", "lines"),
    [
        (query(Intent.CHATTER), ["asked: chatter"]),
        (
            query(
                Intent.LOOKUP, mention("brio", text="teh bryo", match=Match.CORRECTED), attributes=("price", "range")
            ),
            ["asked: lookup", "name: 'teh bryo' → Alda Brio (spelling corrected)", "attribute: price, range"],
        ),
        (
            query(Intent.REVERSE, "lomnica", attributes=("factory",), inverse=True, brand=mention("alda", text="Alda")),
            [
                "asked: reverse",
                "name: 'it' → Lomnica (as written)",
                "of: Alda (as written)",
                "attribute: factory (the names are its value)",
            ],
        ),
        (
            query(
                Intent.FILTER,
                set_kind="model",
                conditions=(Condition("price", Operator.BELOW, money("25k", 25000)),),
                ordering=Ordering("price", descending=False),
            ),
            [
                "asked: filter",
                "among: all of kind model",
                "sorted by: price, ascending, place 1",
                "condition: price below 25k",
            ],
        ),
        (
            query(
                Intent.CHECK, claims=(Claim("price", Operator.BELOW, than=("brio",)),), unknown=("zorp",), market="usa"
            ),
            ["asked: check", "claim: price below that of Alda Brio", "market: usa", "not understood: zorp"],
        ),
    ],
)
def test_lines(asked: Query, lines: list[str]) -> None:
    assert interpretation(asked, NAMES.__getitem__) == lines
