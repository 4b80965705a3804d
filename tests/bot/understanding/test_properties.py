"""What must hold for any text at all."""

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.understanding import Understanding
from tests.bot.understanding.world import written

SHARED = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
WORDS = (
    "the|Brio|price|how much|which|cars|built|in|Lomnica|?|'s|not|than|cheapest|la|que|quelle|combien|under|20k|2026"
    "|and|it|Veld|said|why|of|N4|-|,"
)
PIECES = st.sampled_from(WORDS.split("|"))


@SHARED
@given(text=st.text(max_size=300))
def test_any_text_is_read(understanding: Understanding, text: str) -> None:
    assert understanding.read(text).text == text


@SHARED
@given(pieces=st.lists(PIECES, max_size=14))
def test_any_run_of_question_words_is_read(understanding: Understanding, pieces: list[str]) -> None:
    text = " ".join(pieces)
    query = understanding.read(text)
    for mention in query.subjects:
        assert 0 <= mention.start <= mention.end <= len(text)


@pytest.mark.parametrize(
    "question", ["Combien coûte la Brio ?", "Où est fabriquée la Nido ?", "What platform does the Brio use?"]
)
def test_case_and_accents_change_nothing(understanding: Understanding, question: str) -> None:
    bare = "".join(c for c in unicodedata.normalize("NFD", question) if not unicodedata.combining(c))
    expected = written(understanding.read(question))
    assert written(understanding.read(bare)) == expected
    assert written(understanding.read(question.upper())) == expected


def test_only_the_beginning_of_a_long_message_is_read(understanding: Understanding) -> None:
    assert written(understanding.read("How much is the Brio? " + "lorem ipsum " * 400)).startswith("lookup brio price")
