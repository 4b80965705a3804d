"""Every content word of a question is accounted for, or told."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.understanding.leftover import content_words, unexplained
from facts.store.reader import FactStore
from tests.bot.understanding.drafts import Bench

WORDS = "the|Brio|price|purple|not|except|how much|which|cars|wings|small|electric|la|sans|toit|combien|20k|of|Veld|?"
SHARED = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)


@pytest.fixture(scope="module")
def bench(world: FactStore) -> Bench:
    return Bench(world)


@pytest.mark.parametrize(
    "question",
    [
        "How much is the Brio?",
        "Combien coûte la Brio ?",
        "Could you please tell me the price of the Brio?",
        "Pourriez-vous me dire le prix de la Brio, s'il vous plaît ?",
        "How much is the new electric Brio?",
        "Combien coûte la petite Brio électrique ?",
        "merci beaucoup",
        "",
    ],
)
def test_manners_and_harmless_traits_leave_nothing(bench: Bench, question: str) -> None:
    assert unexplained(bench.scene(question).draft, ()) == ()


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("How much is the purple Brio?", ("purple",)),
        ("How much is the Brio with wings?", ("wings",)),
        ("How much is the diesel Brio?", ("diesel",)),
        ("How many dogs fit in the Brio?", ("dogs",)),
        ("the strikers in Lomnica demand a bonus", ("strikers", "demand")),
        ("Combien coûte la Brio violette ?", ("violette",)),
        ("Combien coûte la Brio sans toit ?", ("sans", "toit")),
        ("les grévistes de Lomnica demandent une prime", ("grévistes", "demandent")),
    ],
)
def test_what_nothing_explains_is_told_as_written(bench: Bench, question: str, left: tuple[str, ...]) -> None:
    assert unexplained(bench.scene(question).draft, ()) == left


@pytest.mark.parametrize(
    ("question", "word"),
    [("How much is not the Brio?", "not"), ("Why is the Brio built in Lomnica except in Spain?", "except")],
)
def test_a_word_that_turns_the_meaning_is_never_dropped(bench: Bench, question: str, word: str) -> None:
    """It is a closed word, yet someone must take it up."""
    draft = bench.scene(question).draft
    assert word in unexplained(draft, ())
    draft.use(*draft.tagged("not", "except"))
    assert word not in unexplained(draft, ())


def test_a_word_is_told_once(bench: Bench) -> None:
    assert unexplained(bench.scene("purple purple Brio price").draft, ()) == ("purple",)


def test_a_trait_of_the_subject_explains_its_word(bench: Bench) -> None:
    """What documents call a car may be said of it, and of no other."""
    draft = bench.scene("How much is the purple Brio?").draft
    brio = bench.resolver.entity("brio")
    assert unexplained(draft, [brio]) == ("purple",)
    assert unexplained(draft, [replace(brio, traits=("deep purple",))]) == ()


def test_before_anything_is_understood_content_is_left(bench: Bench) -> None:
    assert set(unexplained(bench.draft("How much is the purple Brio?"), ())) >= {"purple", "Brio"}


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How much is the Brio?", ()),
        ("How much is the purple Brio?", ("purple",)),
        ("How much is the Brio with wings?", ("wing",)),
        ("the strikers in Lomnica demand a bonus", ("striker", "demand", "bonus")),
        ("the first Brio", ("first",)),
        ("Combien coûte la Brio ?", ("couter",)),
        ("les grévistes de Lomnica demandent une prime", ("greviste", "demander", "prime")),
        ("merci beaucoup", ()),
    ],
)
def test_a_passage_must_hold_what_is_neither_name_nor_asking(
    bench: Bench, question: str, words: tuple[str, ...]
) -> None:
    assert content_words(bench.draft(question)) == words


@SHARED
@given(pieces=st.lists(st.sampled_from(WORDS.split("|")), max_size=10))
def test_what_is_left_stands_in_the_question_once(bench: Bench, pieces: list[str]) -> None:
    draft = bench.draft(" ".join(pieces))
    left = unexplained(draft, ())
    assert set(left) <= {word.text for word in draft.words}
    assert len(set(left)) == len(left)


@SHARED
@given(pieces=st.lists(st.sampled_from(WORDS.split("|")), max_size=10))
def test_nothing_is_left_of_words_that_are_all_used(bench: Bench, pieces: list[str]) -> None:
    draft = bench.draft(" ".join(pieces))
    draft.used.update(range(len(draft.words)))
    assert unexplained(draft, ()) == ()
