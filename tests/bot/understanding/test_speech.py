"""Whose words are asked for, and whose word an answer must be."""

import pytest

from bot.models import Intent, Match
from bot.understanding import Understanding


@pytest.mark.parametrize(
    ("question", "intent", "speaker", "subject"),
    [
        ("According to Alda, how much is the Nido?", Intent.LOOKUP, "alda", "nido"),
        ("Selon Bexa, où est fabriquée la Brio ?", Intent.LOOKUP, "bexa", "brio"),
        ("Did Alda say that the Nido costs 18,500 euros?", Intent.CHECK, "alda", "nido"),
        ("Has Mara Veld confirmed that the Brio costs 21,000 euros?", Intent.CHECK, "mara-veld", "brio"),
        ("Did Bexa claim the Brio is built in Lomnica?", Intent.CHECK, "bexa", "brio"),
        ("Alda a-t-il annoncé que la Nido coûte 18 500 euros ?", Intent.CHECK, "alda", "nido"),
    ],
)
def test_a_speaker_is_no_subject(
    understanding: Understanding, question: str, intent: Intent, speaker: str, subject: str
) -> None:
    query = understanding.read(question)

    assert query.speaker is not None
    assert (query.intent, query.speaker.entities, [m.entities for m in query.subjects]) == (
        intent,
        (speaker,),
        [(subject,)],
    )


def test_a_speaker_that_nobody_knows_stays_one(understanding: Understanding) -> None:
    query = understanding.read("According to Toyota, how much is the Brio?")

    assert query.speaker is not None
    assert query.speaker.match is Match.UNKNOWN


@pytest.mark.parametrize(
    "question",
    ["How much is the Brio according to the article?", "Did Alda announce the Brio?", "Does Alda build the Brio?"],
)
def test_no_speaker_where_nobody_is_quoted(understanding: Understanding, question: str) -> None:
    assert understanding.read(question).speaker is None
