"""What must hold for any text at all."""

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.models import Intent, Query
from bot.understanding import Understanding
from bot.understanding.words import MOST_WORDS, cut
from facts.store.reader import FactStore
from tests.bot.understanding.world import written

SHARED = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
WORDS = (
    "the|Brio|price|how much|which|cars|built|in|Lomnica|?|'s|not|than|cheapest|la|que|quelle|combien|under|20k|2026"
    "|and|it|Veld|said|why|of|N4|-|,|. |!|could you tell me|thanks|I saw the new|et à quel|elle|est-ce que|Inster|208"
)
PIECES = st.sampled_from(WORDS.split("|"))
ATTRIBUTES_EN = ("price", "range", "weight", "top speed", "length", "battery", "platform", "factory", "launch date")
ATTRIBUTES_FR = ("prix", "poids", "vitesse maximale", "longueur", "batterie", "plateforme", "usine")
CARS = ("Hyundai Inster", "Kia EV3", "Fiat Grande Panda", "Skoda Elroq", "Citroën ë-C3", "MG4")
LEADS_EN = ("", "hi, ", "hey there! ", "could you tell me ", "do you know ", "quick question: ", "I'd like to know ")
LEADS_FR = ("", "salut, ", "bonjour ! ", "tu peux me dire ", "je voudrais savoir ", "petite question : ", "sais-tu ")
TRAILS_EN = ("", "?", " please", " pls?", "? thanks!", ", thank you very much", " lol", " 🙏", "??? Thanks in advance.")
TRAILS_FR = ("", " ?", " stp", " svp ?", " ? merci !", ", merci beaucoup", " mdr", " 🙏", " ? Merci d'avance.")
APOSTROPHES = "'’ʼ`´‘′＇"


@pytest.fixture(scope="module")
def reader(showroom: FactStore) -> Understanding:
    return Understanding(showroom)


def assert_within(query: Query, text: str) -> None:
    mentions = [*query.subjects, *(one for one in (query.brand, query.speaker) if one is not None)]
    for mention in mentions:
        assert 0 <= mention.start <= mention.end <= len(text)


def bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


@SHARED
@given(text=st.text(max_size=300))
def test_any_text_is_read(understanding: Understanding, text: str) -> None:
    query = understanding.read(text)
    assert query.text == text
    assert_within(query, text)


@SHARED
@given(pieces=st.lists(PIECES, max_size=14))
def test_any_run_of_question_words_is_read(understanding: Understanding, pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert_within(understanding.read(text), text)


@SHARED
@given(pieces=st.lists(PIECES, max_size=10))
def test_reading_is_repeatable(reader: Understanding, pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert reader.read(text) == reader.read(text)


@SHARED
@given(
    lead=st.sampled_from(LEADS_EN),
    attribute=st.sampled_from(ATTRIBUTES_EN),
    car=st.sampled_from(CARS),
    trail=st.sampled_from(TRAILS_EN),
)
def test_politeness_changes_nothing(reader: Understanding, lead: str, attribute: str, car: str, trail: str) -> None:
    plain = reader.read(f"what is the {attribute} of the {car}")
    assert plain.intent is Intent.LOOKUP
    polite = reader.read(f"{lead}what is the {attribute} of the {car}{trail}")
    assert written(polite) == written(plain)


@SHARED
@given(
    lead=st.sampled_from(LEADS_FR),
    attribute=st.sampled_from(ATTRIBUTES_FR),
    car=st.sampled_from(CARS),
    trail=st.sampled_from(TRAILS_FR),
)
def test_french_politeness_changes_nothing(
    reader: Understanding, lead: str, attribute: str, car: str, trail: str
) -> None:
    plain = reader.read(f"c'est quoi la {attribute} de la {car}")
    assert plain.intent is Intent.LOOKUP
    polite = reader.read(f"{lead}c'est quoi la {attribute} de la {car}{trail}")
    assert written(polite) == written(plain)


@SHARED
@given(
    question=st.sampled_from(
        [
            "Quel est le prix de l'Inster ?",
            "C'est quoi l'autonomie de l'EV3 ?",
            "What's the Elroq's factory?",
            "Qu'est-ce que l'Elroq ?",
            "Where's the Grande Panda built?",
            "Où est fabriquée l'ë-C3 ?",
        ]
    ),
    apostrophe=st.sampled_from(APOSTROPHES),
    fold=st.sampled_from([str, str.upper, str.lower, bare]),
)
def test_case_accents_and_apostrophes_change_nothing(
    reader: Understanding, question: str, apostrophe: str, fold: type[str]
) -> None:
    """Where names are no everyday words, whose capital tells."""
    assert written(reader.read(fold(question).replace("'", apostrophe))) == written(reader.read(question))


@pytest.mark.parametrize(
    "question", ["Combien coûte la Brio ?", "Où est fabriquée la Nido ?", "What platform does the Brio use?"]
)
def test_everyday_names_keep_their_meaning(understanding: Understanding, question: str) -> None:
    expected = written(understanding.read(question))
    assert written(understanding.read(bare(question))) == expected
    assert written(understanding.read(question.upper())) == expected


@SHARED
@given(text=st.text(alphabet="abc é'?.,-12", min_size=600, max_size=4000))
def test_a_long_message_is_cut(text: str) -> None:
    assert sum(token.kind != "mark" for token in cut(text)) <= MOST_WORDS


def test_only_the_beginning_of_a_long_message_is_read(understanding: Understanding) -> None:
    assert written(understanding.read("How much is the Brio? " + "lorem ipsum " * 400)).startswith("lookup brio price")
