"""Values and names whose owner is guessed: what is proposed, and what is not even that."""

import pytest

from tests.facts.extracting.conftest import Claims

PROPOSED = [
    ("The Kia EV4, a hatchback from £34,695 in Britain, is on sale.", "Kia EV4 | price | £34,695"),
    ("Unit sales at Volvo were down 8% at 1,076,000.", "Volvo | sales | 1,076,000"),
    ("In Kalmar, where 2,300 workers live, the Volvo 240 was made.", "Kalmar | employees | 2,300"),
    ("The Kia EV4 is a hatchback on the E-GMP platform.", "Kia EV4 | platform | E-GMP"),
]
NOT_EVEN_THAT = [
    ("The Wobbler Three starts at £26,995, unlike the Kia EV4.", "Kia EV4 | price | £26,995"),
    ("It costs from £34,695 there, a dealer of the Kia EV4 in Leeds says.", "Kia EV4 | cost | £34,695"),
    ("The eDrive35 has 282bhp and the BMW i4 more.", "BMW i4 | power | 282bhp"),
    ("The engine is built in Bursa for the Renault Clio.", "Renault Clio | headquarters | Bursa"),
    ("Between 2013 and 2019 orders of the Fiat 500 rose.", "Fiat 500 | orders | 2019"),
]


@pytest.mark.parametrize(("text", "fact"), PROPOSED)
def test_proposes_an_owner(claims: Claims, proposals: Claims, text: str, fact: str) -> None:
    """The one thing of the kind near a value may own it; that waits for review."""
    assert fact in proposals(text)
    assert fact not in claims(text)


@pytest.mark.parametrize(("text", "fact"), NOT_EVEN_THAT)
def test_proposes_no_other(claims: Claims, proposals: Claims, text: str, fact: str) -> None:
    """A name that is not known, a pronoun left open, what stands behind a value: none of them points to another."""
    assert fact not in proposals(text) | claims(text)
