"""The question word and its noun: which sort of answer a question wants."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.understanding.focus import ASKING, Focus, find_focus
from facts.store.reader import FactStore
from tests.bot.understanding.drafts import Bench

WORDS = "the|which|what|who|where|how much|car|Brio|Bexa|new|price|that|in|is|built|quelle|voiture|combien|de|où|?"


@pytest.fixture(scope="module")
def bench(world: FactStore) -> Bench:
    return Bench(world)


def focus_of(bench: Bench, question: str) -> tuple[Focus, str]:
    """Return the focus of a question that has one, with its words."""
    draft = bench.draft(question)
    focus = find_focus(draft)
    assert focus is not None
    return focus, " ".join(word.text for word in draft.words[focus.first : focus.last])


@pytest.mark.parametrize(
    ("question", "tag", "wanted"),
    [
        ("Who designed the Frost?", "who", "person"),
        ("Qui a dessiné la Frost ?", "who", "person"),
        ("Where is the Brio built?", "where", "place"),
        ("Où est fabriquée la Brio ?", "where", "place"),
        ("When is the Nido launched?", "when", "date"),
        ("Quand sort la Nido ?", "when", "date"),
        ("How much is the Brio?", "how_much", "amount"),
        ("Combien coûte la Brio ?", "how_much", "amount"),
        ("How many seats does the Brio have?", "how_many", "count"),
        ("Combien de places a la Brio ?", "how_many", "count"),
        ("Why is the Brio late?", "why", None),
        ("Pourquoi la Brio coûte-t-elle si cher ?", "why", None),
        ("How long is the Brio?", "how", None),
        ("What is the Bexa?", "what", None),
        ("Which is cheaper, the Brio or the Nido?", "which", None),
    ],
)
def test_a_question_word_says_what_is_wanted(bench: Bench, question: str, tag: str, wanted: str | None) -> None:
    focus, _ = focus_of(bench, question)
    assert (focus.tag, focus.wanted) == (tag, wanted)


@pytest.mark.parametrize("question", ["the price of the Brio is how much?", "la Brio coûte combien ?"])
def test_a_question_word_may_stand_last(bench: Bench, question: str) -> None:
    focus, _ = focus_of(bench, question)
    assert (focus.tag, focus.wanted) == ("how_much", "amount")


@pytest.mark.parametrize(
    ("question", "words", "kind"),
    [
        ("Which car replaces the Tosca?", "Which car", "model"),
        ("Quelle voiture remplace la Tosca ?", "Quelle voiture", "model"),
        ("Which new electric car is the cheapest?", "Which new electric car", "model"),
        ("Quelle petite voiture est la moins chère ?", "Quelle petite voiture", "model"),
        ("Which other cars are built in Lomnica?", "Which other cars", "model"),
        ("Which of the cars is the cheapest?", "Which of the cars", "model"),
        ("Which Bexa city car is built in Portugal?", "Which Bexa city car", "model"),
        ("On what platform is the Nido built?", "what platform", "platform"),
        ("Dans quelle usine est assemblée la Nido ?", "quelle usine", "plant"),
    ],
)
def test_a_type_word_goes_with_its_question_word(bench: Bench, question: str, words: str, kind: str) -> None:
    """Adjectives, articles and a brand may stand between the two."""
    focus, found = focus_of(bench, question)
    assert (found, focus.wanted) == (words, kind)
    assert focus.kind is not None
    assert focus.kind.kinds[0] == kind


@pytest.mark.parametrize(
    "question", ["How many cars are built in Lomnica?", "Combien de voitures sont fabriquées à Lomnica ?"]
)
def test_a_number_of_things_is_wanted_rather_than_the_things(bench: Bench, question: str) -> None:
    focus, _ = focus_of(bench, question)
    assert focus.wanted == "count"
    assert focus.kind is not None
    assert focus.kind.kinds[0] == "model"


def test_an_attribute_may_be_the_noun(bench: Bench) -> None:
    focus, words = focus_of(bench, "Quel est le prix de la Brio ?")
    assert words == "Quel est le prix"
    assert focus.cue is not None
    assert focus.cue.attributes() == {"price"}


@pytest.mark.parametrize(
    ("question", "brand"),
    [
        ("Which Bexa is built in Portugal?", "bexa"),
        ("Quelle Bexa est fabriquée au Portugal ?", "bexa"),
        ("Which Bexa city car is built in Portugal?", "bexa"),
    ],
)
def test_a_brand_restricts_what_is_asked_for(bench: Bench, question: str, brand: str) -> None:
    focus, _ = focus_of(bench, question)
    assert focus.brand is not None
    assert focus.brand.mention.entities == (brand,)


@pytest.mark.parametrize("question", ["What is the Bexa?", "Which Bexa, Nido?", "Who heads Bexa?"])
def test_a_brand_with_no_verb_behind_it_restricts_nothing(bench: Bench, question: str) -> None:
    focus, _ = focus_of(bench, question)
    assert focus.brand is None


@pytest.mark.parametrize(
    ("question", "preposition"),
    [
        ("In which factory is the Nido built?", "in"),
        ("Dans quelle usine est assemblée la Nido ?", "dans"),
        ("Sur quelle plateforme repose la Nido ?", "sur"),
        ("Which factory builds the Nido?", None),
    ],
)
def test_a_preposition_before_is_kept(bench: Bench, question: str, preposition: str | None) -> None:
    focus, _ = focus_of(bench, question)
    assert focus.preposition == preposition


@pytest.mark.parametrize(
    "question",
    [
        "Is the Brio built in Lomnica?",
        "La Brio est-elle fabriquée à Lomnica ?",
        "Tell me about the Brio",
        "brio price",
        "Is the car which replaces the Tosca built in Lomnica?",
        "Is the plant where the Nido is built in Portugal?",
        "Does the Nido, which replaces the Tosca, cost more than the Brio?",
        "La voiture qui remplace la Tosca coûte-t-elle cher ?",
        "",
    ],
)
def test_questions_of_yes_or_no_and_commands_have_none(bench: Bench, question: str) -> None:
    """A word that only joins a clause to its noun asks for nothing."""
    assert find_focus(bench.draft(question)) is None


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
@given(pieces=st.lists(st.sampled_from(WORDS.split("|")), max_size=10))
def test_a_focus_is_a_run_of_words_of_the_question(bench: Bench, pieces: list[str]) -> None:
    draft = bench.draft(" ".join(pieces))
    focus = find_focus(draft)
    if focus is not None:
        assert 0 <= focus.first < focus.last <= len(draft.words)
        assert focus.tag in ASKING
