"""One question in, one answer out, on the shipped documents; and whatever else somebody may type."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.asking import Asker, has_words, readable
from bot.models import Status
from bot.understanding.conversations import Conversations
from facts.store.reader import FactStore


@pytest.fixture(scope="module")
def asker(shipped_facts: FactStore) -> Asker:
    return Asker(shipped_facts)


def test_a_question_is_answered_with_its_quote(asker: Asker) -> None:
    answer = asker.ask("How much will the Twingo cost?", who="quote")
    assert (answer.status, answer.text) == (Status.ANSWERED, "The Renault Twingo costs 20,000 euros.")
    assert "20,000 euros" in answer.sources[0].quote
    assert answer.elapsed_ms > 0
    assert "name: 'Twingo' → Renault Twingo (as written)" in answer.interpretation


def test_the_answer_is_in_the_language_of_the_question(asker: Asker) -> None:
    assert asker.ask("Combien coûtera la Twingo ?", who="french").text == "La Renault Twingo coûte 20\u00a0000\u00a0€."


def test_another_language_may_be_asked_for(asker: Asker) -> None:
    assert asker.ask("How much will the Twingo cost?", who="other", language="fr").language == "fr"


def test_a_follow_up_is_about_the_same(asker: Asker) -> None:
    asker.ask("How much will the Twingo cost?", who="one")
    assert "Novo Mesto" in asker.ask("and where is it built?", who="one").text


def test_people_are_not_mixed_up(asker: Asker) -> None:
    asker.ask("How much will the Twingo cost?", who="one")
    assert asker.ask("and where is it built?", who="two").status is not Status.ANSWERED


def test_what_is_asked_while_loading_is_nobodys_question(shipped_facts: FactStore) -> None:
    asker = Asker(shipped_facts)
    asker.load()
    assert asker.ask("and where is it built?", who="one").status is not Status.ANSWERED
    assert asker.ask("How much will the Twingo cost?", who="one").status is Status.ANSWERED


def test_minutes_later_all_is_forgotten(shipped_facts: FactStore) -> None:
    now = [0.0]
    asker = Asker(shipped_facts, Conversations(lambda: now[0]))
    asker.ask("How much will the Twingo cost?")
    now[0] = 3600.0
    assert asker.ask("and where is it built?").status is not Status.ANSWERED


def test_the_source_of_the_last_answer_is_told(asker: Asker) -> None:
    first = asker.ask("How much will the Twingo cost?", who="source")
    assert asker.ask("what is your source?", who="source").sources == first.sources


def test_how_it_was_read_is_explained(asker: Asker) -> None:
    lines = asker.ask("How much will the Twingo cost?", who="explained").explanation.split("\n")
    assert lines[0] == "Asked for: a value"
    assert "About: price" in lines


@pytest.mark.parametrize("question", ["Who said that a Twingo is too small?", "Which plant builds the Dacia city car?"])
def test_how_it_was_read_can_be_asked_when_the_store_is_gone(shipped_store: Path, question: str) -> None:
    """It is worded when somebody wonders, which may be after a reload."""
    with FactStore.open(shipped_store) as store:
        gone, kept = Asker(store).ask(question), Asker(store).ask(question)
        told = kept.interpretation, kept.explanation

    assert (gone.interpretation, gone.explanation) == told
    assert all(told)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "🙏🙏",
        "?!",
        "\x00\x07\x1b",
        "\u202e\u202e",
        "a" * 10_000,
        "why " * 2_500,
        "\n\n",
        "كم سعر السيارة",
        "⁉️",
        "@",
    ],
)
def test_anything_gets_a_plain_reply(asker: Asker, text: str) -> None:
    answer = asker.ask(text, who=text[:5])
    assert answer.text
    assert answer.status is not Status.ANSWERED


@given(text=st.text(max_size=60))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_at_all_breaks_it(asker: Asker, shipped_facts: FactStore, text: str) -> None:
    for source in asker.ask(text, who="any").sources:
        assert shipped_facts.document(source.document).text[source.start : source.end] == source.quote


def test_control_and_direction_characters_are_dropped() -> None:
    assert readable("\u202ehow\x00  much\n?") == "how much ?"
    assert not has_words("🙏 ?!")
    assert has_words("価格")
