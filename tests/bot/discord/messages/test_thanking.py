"""Who only takes note of an answer, and who goes on to ask."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord.messages.thanking import is_thanks


@pytest.mark.parametrize(
    "said",
    [
        "thanks",
        "Thanks!",
        "thanks a lot, that helps",
        "THANK YOU so much for this",
        "ok noted, thanks",
        "oh great, thx",
        "many thanks",
        "cheers mate",
        "thanks for the Twingo info",
        "thanks, I'll buy the Twingo",
        "perfect, that answers it",
        "🙏 thanks",
        "merci !",
        "Merci beaucoup pour la réponse",
        "ok merci",
        "super, merci",
        "ah d'accord, ça marche",
        "parfait c’est noté",
        "ça marche, merci",
    ],
)
def test_thanks_ask_nothing(said):
    assert is_thanks(said)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "how much is the Twingo?",
        "thanks, how much is the Spring",
        "thanks! and the Spring",
        "thanks, the Spring?",
        "merci, et la Dacia",
        "merci ! combien coûte la Spring",
        "ok and the range",
        "thanksgiving offers",
        "tyre size of the Twingo",
        "is it perfect",
        "the price, thanks",
        "perfection",
        "mercian cars",
        "ok",
    ],
)
def test_whatever_asks_is_more_than_thanks(said):
    assert not is_thanks(said)


@given(st.text(max_size=40))
def test_no_question_mark_is_ever_overlooked(text):
    assert not is_thanks(f"thanks {text}?")
