"""Who said it, what was said, and why."""

from bot.answering import Answering
from bot.models.finding import Clauses, Missing
from bot.models.query import Claim, Intent, Operator
from tests.bot.answering.asking import mention, query


def test_the_speaker_of_covered_words(answering: Answering) -> None:
    found = answering.find(query(Intent.WHO_SAID, words=("recovery", "small", "car")))
    assert isinstance(found, Clauses)
    assert [row.fact.speaker for row in found.rows] == ["Mara Veld"]


def test_uncovered_words_name_no_speaker(answering: Answering) -> None:
    found = answering.find(query(Intent.WHO_SAID, words=("recovery", "lorry", "strike")))
    assert not isinstance(found, Clauses)


def test_what_a_speaker_said(answering: Answering) -> None:
    found = answering.find(query(Intent.WHAT_SAID, speaker=mention("mara-veld"), words=("recovery",)))
    assert isinstance(found, Clauses)
    assert [row.value for row in found.rows] == ["the recovery needs small cars"]


def test_a_speaker_who_said_nothing_of_it(answering: Answering) -> None:
    found = answering.find(query(Intent.WHAT_SAID, speaker=mention("mara-veld"), words=("strike", "pay")))
    assert not isinstance(found, Clauses)


def test_the_reason_given(answering: Answering) -> None:
    claim = Claim("factory", Operator.IS, entities=("lomnica",))
    found = answering.find(query(Intent.WHY, "brio", claims=(claim,), words=("build",)))
    assert isinstance(found, Clauses)
    assert [row.value for row in found.rows] == ["to keep freight short"]


def test_no_reason_is_not_known(answering: Answering) -> None:
    assert isinstance(answering.find(query(Intent.WHY, "corso", words=("expensive",))), Missing)
