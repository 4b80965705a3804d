"""An answer cannot claim anything without a source; the rest of a reply is plain, frozen data."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.models import Answer, AnswerValue, Choice, Conflict, Source, Status, Tier
from facts.models import Value, ValueKind

TEXT = "The Micra starts at 27,000 euros. It is built in Douai."
PRICE = Source("micra.txt", TEXT[:33], 0, 33)
CLAIMING = (Status.ANSWERED, Status.PASSAGE)
HARMLESS = (Status.UNKNOWN, Status.AMBIGUOUS, Status.CHATTER)


@pytest.mark.parametrize("status", CLAIMING)
def test_a_claim_without_a_source_cannot_be_made(status: Status) -> None:
    with pytest.raises(ValueError, match=r"needs a source: 'It costs 27,000 euros\.'"):
        Answer(status, "It costs 27,000 euros.", "en")


@pytest.mark.parametrize("status", CLAIMING)
@pytest.mark.parametrize("tier", Tier)
@pytest.mark.parametrize("verdict", [True, False, None])
def test_neither_tier_nor_verdict_stands_in_for_a_source(status: Status, tier: Tier, verdict: bool | None) -> None:
    with pytest.raises(ValueError, match="needs a source"):
        Answer(status, "Yes.", "en", tier=tier, verdict=verdict)


def test_the_source_of_a_conflict_is_no_source_of_the_answer() -> None:
    with pytest.raises(ValueError, match="needs a source"):
        Answer(Status.ANSWERED, "27,000 euros", "en", conflicts=(Conflict("26,500 euros", PRICE),))


def test_computed_values_need_a_source_too() -> None:
    value = AnswerValue("2", "count")
    with pytest.raises(ValueError, match="needs a source"):
        Answer(Status.ANSWERED, "Two cars.", "en", values=(value,))


@pytest.mark.parametrize("status", CLAIMING)
def test_a_claim_with_its_source_is_made(status: Status) -> None:
    assert Answer(status, "27,000 euros", "en", sources=(PRICE,)).sources == (PRICE,)


def test_the_source_cannot_be_taken_away_later() -> None:
    answer = Answer(Status.ANSWERED, "27,000 euros", "en", sources=(PRICE,))
    with pytest.raises(ValueError, match="needs a source"):
        dataclasses.replace(answer, sources=())
    with pytest.raises(dataclasses.FrozenInstanceError):
        answer.sources = ()  # type: ignore[misc]  # that it is refused is the point


@pytest.mark.parametrize("status", HARMLESS)
def test_what_claims_nothing_needs_no_source(status: Status) -> None:
    assert Answer(status, "The documents do not say.", "en").sources == ()


def test_what_claims_nothing_cannot_become_a_claim() -> None:
    with pytest.raises(ValueError, match="needs a source"):
        dataclasses.replace(Answer(Status.UNKNOWN, "The documents do not say.", "en"), status=Status.ANSWERED)


def test_every_status_is_known_to_claim_or_not() -> None:
    """Whoever adds a status decides here whether it needs a source."""
    assert {*CLAIMING, *HARMLESS} == set(Status)


@given(status=st.sampled_from(Status), text=st.text(max_size=80), language=st.sampled_from(["en", "fr"]))
def test_no_text_claims_without_a_source(status: Status, text: str, language: str) -> None:
    if status in CLAIMING:
        with pytest.raises(ValueError, match="needs a source"):
            Answer(status, text, language)
    else:
        assert Answer(status, text, language).text == text


def test_an_answer_is_bare_unless_told_more() -> None:
    answer = Answer(Status.CHATTER, "Bonjour !", "fr")
    assert (answer.tier, answer.verdict, answer.interpretation) == (None, None, "")
    assert (answer.values, answer.conflicts, answer.choices, answer.suggestions) == ((), (), (), ())
    assert (answer.unknown_words, answer.entities, answer.elapsed_ms) == ((), (), 0.0)


def test_a_choice_carries_the_question_it_leads_to() -> None:
    choices = (Choice("leaf", "Leaf", "how long is the Leaf?"), Choice("micra", "Micra", "how long is the Micra?"))
    answer = Answer(Status.AMBIGUOUS, "Which one?", "en", choices=choices)
    assert [choice.question for choice in answer.choices if choice.entity == "micra"] == ["how long is the Micra?"]


def test_surest_tier_comes_first() -> None:
    assert list(Tier) == [Tier.FACTS, Tier.READING]


@pytest.mark.parametrize(
    ("member", "written"),
    [(Status.ANSWERED, "answered"), (Status.AMBIGUOUS, "ambiguous"), (Tier.FACTS, "facts"), (Tier.READING, "reading")],
)
def test_names_are_written_as_words(member: Status | Tier, written: str) -> None:
    """The words are part of the JSON that `lineup ask --json` prints."""
    assert f"{member}" == written
    assert type(member)(written) is member


def test_equal_sources_are_one() -> None:
    """Quotes that several facts share can be told once."""
    again = Source("micra.txt", TEXT[:33], 0, 33)
    assert {PRICE, again} == {PRICE}
    assert dataclasses.replace(PRICE, reviewed=True) != PRICE


def test_a_value_keeps_what_it_was_made_of() -> None:
    value = Value("27,000 euros", ValueKind.MONEY, amount=27000, unit="EUR")
    told = AnswerValue("€27,000", "money", value, entity="Nissan Micra")
    assert told.value is value
    assert (told.certainty, told.market) == (None, None)
