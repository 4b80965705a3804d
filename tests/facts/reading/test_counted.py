"""What numbers count, told without a tagger; in doubt they count nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.reading import Glossaries
from facts.reading.amounts import AmountReader
from facts.reading.counted import MOST_WORDS, NounReader
from facts.reading.numbers import ENGLISH as ENGLISH_NUMBERS
from facts.reading.numbers import FRENCH as FRENCH_NUMBERS
from facts.reading.scan import Scan


def counted(glossaries: Glossaries, text: str, language: str) -> tuple[str, ...]:
    """Return what the first number of a text counts."""
    glossary = glossaries.by_language[language]
    amounts = AmountReader(glossary, FRENCH_NUMBERS if language == "fr" else ENGLISH_NUMBERS)
    scan = Scan(text, 0, len(text))
    found = (amount for position in range(len(scan)) if (amount := amounts.read(scan, position)) is not None)
    amount = next(found)
    words, last = NounReader(glossary).read(scan, amount)
    assert amount.last <= last <= max(len(scan), amount.last)
    assert bool(words) == (last > amount.last)
    return words


ENGLISH = [
    ("It has 5 doors.", "doors"),
    ("It has five seats.", "seats"),
    ("It sold 12,000 small electric cars in May.", "small electric cars"),
    ("It employs 3,400 people in Douai.", "people"),
    ("It has 7 staff.", "staff"),
    ("A 5-door car", "door"),
    ("It sold 1.2 million of vehicles.", "vehicles"),
    ("Four of nine seats fold.", "seats"),
    ("It offers 11 body colours.", "body colours"),
    ("It has 20 zero-emission models.", "zero emission models"),
    ("It sold 300 cars and 20 vans.", "cars"),
    ("It built 25,000 units.", "units"),
]
FRENCH = [
    ("Elle a 5 portes.", "portes"),
    ("Elle offre cinq places.", "places"),
    ("Elle existe en 7 couleurs.", "couleurs"),
    ("Renault a vendu 12 000 voitures électriques en mai.", "voitures electriques"),
    ("Elle emploie 3 400 personnes à Douai.", "personnes"),
    ("Un million de véhicules sont sortis de l'usine.", "vehicules"),
    ("Sa dizaine de modèles reste au catalogue.", "modeles"),
    ("Trois nouveaux modèles arrivent.", "nouveaux modeles"),
]


@pytest.mark.parametrize(("text", "words"), ENGLISH)
def test_english_nouns(glossaries: Glossaries, text: str, words: str) -> None:
    assert " ".join(counted(glossaries, text, "en")) == words


@pytest.mark.parametrize(("text", "words"), FRENCH)
def test_french_nouns(glossaries: Glossaries, text: str, words: str) -> None:
    assert " ".join(counted(glossaries, text, "fr")) == words


NOTHING = [
    ("It came 3rd; 5 is enough.", "en"),
    ("The Fiat 600 is new.", "en"),
    ("It has 2 chassis.", "en"),
    ("It has 8 in all.", "en"),
    ("It has 8. Doors are extra.", "en"),
    ("It sold 17, cars included.", "en"),
    ("It came on 17 October.", "en"),
    ("The 70 costs more.", "en"),
    ("It has 20 plug-in hybrids.", "en"),
    ("La Peugeot 208 est neuve.", "fr"),
    ("Elle arrive le 17 octobre.", "fr"),
    ("Elle en a 8 dans la gamme.", "fr"),
]


@pytest.mark.parametrize(("text", "language"), NOTHING)
def test_in_doubt_nothing_is_counted(glossaries: Glossaries, text: str, language: str) -> None:
    assert counted(glossaries, text, language) == ()


def test_large_number_behind_an_article_counts(glossaries: Glossaries) -> None:
    assert counted(glossaries, "The 12,000 costs were shared.", "en") == ("costs",)


def test_verb_behind_the_noun_is_left_out(glossaries: Glossaries) -> None:
    assert counted(glossaries, "Of these, 20 models costs less.", "en") == ("models",)


def test_last_number_of_a_text_counts_nothing(glossaries: Glossaries) -> None:
    assert counted(glossaries, "It has 5", "en") == ()
    assert counted(glossaries, "Elle en a 5", "fr") == ()


WORDS = st.lists(
    st.sampled_from(["small", "cars", "of", "-", ".", "the", "May", "people", "2", "é", "costs"]), max_size=9
)


@pytest.mark.parametrize("language", ["en", "fr"])
@given(words=WORDS)
def test_noun_is_short_and_stands_behind_its_number(glossaries: Glossaries, language: str, words: list[str]) -> None:
    text = " ".join(["7", *words])
    assert len(counted(glossaries, text, language)) <= 2 * MOST_WORDS
