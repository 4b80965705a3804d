"""What each shape of finding sounds like in English."""

import pytest

from bot.models import Query
from bot.models.query import Claim, Condition, Intent, Match, Operator, Ordering
from tests.bot.answering.asking import mention, query
from tests.bot.wording.conftest import Reply
from tests.bot.world import date, money

IN_PORTUGAL = Claim("factory", Operator.IS, entities=("portugal",))
IN_SLOVENIA = Claim("factory", Operator.IS, entities=("slovenia",))
CHEAPER = Claim("price", Operator.BELOW, than=("brio",))
IN_MAY = Claim("launch", Operator.IS, date("May 2026", "2026-05", 20260501, 20260531))
UNDER_20K = Condition("price", Operator.BELOW, money("20k", 20000))
CHEAPEST = Ordering("price", descending=False)

ENGLISH = [
    (query(Intent.LOOKUP, "brio", attributes=("price",)), "The Alda Brio costs 21,000 euros."),
    (query(Intent.LOOKUP, "nido", attributes=("price",)), "The Bexa Nido costs around 18,500 euros (expected)."),
    (query(Intent.LOOKUP, "nido", attributes=("launch",)), "The Bexa Nido is launched soon after the Brio (expected)."),
    (query(Intent.LOOKUP, "brio", attributes=("range",)),
     "Alda Brio — range: 325 km; another document gives 310 km (2025-01-10)."),
    (query(Intent.LOOKUP, "brio", "nido", attributes=("factory",)),
     "The Alda Brio and the Bexa Nido — factory: Lomnica."),
    (query(Intent.LOOKUP, "brio", "tosca", attributes=("price",)),
     "The Alda Brio costs 21,000 euros. The documents give no price for the Bexa Tosca."),
    (query(Intent.LOOKUP, "brio", attributes=("seats",)),
     "The documents give no seats for the Alda Brio; they do give its price, launch and range."),
    (query(Intent.LOOKUP, "brio", attributes=("price",), asked_unit="USD"),
     "The documents give no amount in US dollars; what they do say: the Alda Brio costs 21,000 euros."),
    (query(Intent.LOOKUP, "tosca", attributes=("replaces",), inverse=True), "The Bexa Nido replaces the Bexa Tosca."),
    (query(Intent.LOOKUP, mention(match=Match.UNKNOWN, text="Zoé"), attributes=("price",)),
     "I know no car called “Zoé”; I know cars of Alda and Bexa."),
    (query(Intent.REVERSE, "lomnica", attributes=("factory",), inverse=True),
     "The Alda Brio and the Bexa Nido — factory: Lomnica."),
    (query(Intent.COUNT, "p2", attributes=("platform",), inverse=True),
     "3: the Alda Brio, the Bexa Nido and the Alda Corso — platform: P2."),
    (query(Intent.SUPERLATIVE, "brio", "nido", ordering=CHEAPEST),
     "The Bexa Nido has the lowest price: around 18,500 euros (expected); then the Alda Brio (21,000 euros)."),
    (query(Intent.FILTER, conditions=(UNDER_20K,)), "The Bexa Nido (around 18,500 euros, expected)."),
    (query(Intent.COMPARE, "nido", "brio", attributes=("price",), difference=True),
     "About 2,500 euros less: the Bexa Nido costs around 18,500 euros (expected); the Alda Brio costs 21,000 euros."),
    (query(Intent.CHECK, "brio", claims=(IN_SLOVENIA,)),
     "Yes: the Alda Brio is built in Lomnica. Lomnica is in Slovenia."),
    (query(Intent.CHECK, "brio", claims=(IN_PORTUGAL,)),
     "No: the Alda Brio is built in Lomnica. Lomnica is in Slovenia."),
    (query(Intent.CHECK, "nido", claims=(CHEAPER,)),
     "Yes: the Bexa Nido costs around 18,500 euros (expected); the Alda Brio costs 21,000 euros."),
    (query(Intent.CHECK, "brio", claims=(IN_MAY,)),
     "The documents do not say; what they do say: the Alda Brio is launched in 2026."),
    (query(Intent.WHY, "brio", claims=(IN_PORTUGAL,)),
     "The documents say otherwise: the Alda Brio is built in Lomnica. Lomnica is in Slovenia."),
    (query(Intent.WHY, "brio", claims=(IN_SLOVENIA,), words=("build",)),
     "The reason given for the Alda Brio: to keep freight short."),
    (query(Intent.WHO_SAID, words=("recovery", "small")), "Mara Veld: “the recovery needs small cars”."),
    (query(Intent.DESCRIBE, "tosca"), "The Bexa Tosca — country: Portugal. The Bexa Nido replaces the Bexa Tosca."),
    (query(Intent.OPINION, "nido"),
     ("I give no advice, but the documents say this: the Bexa Nido costs around 18,500 euros (expected), is launched "
      "soon after the Brio (expected), replaces the Bexa Tosca, is built in Lomnica and weighs 980 kg. Platform: P2.")),
    (query(Intent.OPEN, "lomnica", words=("freight", "strike")),
     "No clear answer, but this may help; not found in it: “strike”."),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "text"), ENGLISH)
def test_english(reply: Reply, asked: Query, text: str) -> None:
    assert reply(asked).text == text
