"""Parts of a whole in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.reading import Glossaries
from facts.reading.scan import Scan
from facts.reading.shares import SHARE, Share, ShareReader

Found = tuple[str, float]


def read(glossaries: Glossaries, text: str, language: str) -> tuple[str, Share] | None:
    """Return the first share of a text with its words."""
    reader = ShareReader(glossaries.by_language[language])
    scan = Scan(text, 0, len(text))
    for position in range(len(scan)):
        if (found := reader.read(scan, position)) is not None:
            start, end = scan.span(position, found.last)
            return text[start:end], found
    return None


def per_cent(glossaries: Glossaries, text: str, language: str) -> Found | None:
    found = read(glossaries, text, language)
    return None if found is None or found[1].unit is not SHARE else (found[0], found[1].number)


ENGLISH = [
    ("Half of its buyers are new to Dacia.", "Half", 50),
    ("It sells for half the price of an Enyaq.", "half", 50),
    ("A third of all Minis are electric.", "A third", 33.3333),
    ("Sales fell by a quarter.", "a quarter", 25),
    ("A tenth of the cars was recalled.", "A tenth", 10),
    ("Two thirds of the orders are for the Alpine.", "Two thirds", 66.6666),
    ("Three-quarters of the parts are shared.", "Three-quarters", 75),
    ("Four fifths of the cars go abroad.", "Four fifths", 80),
    ("Four in five are exported.", "Four in five", 80),
    ("Nine out of ten buyers lease it.", "Nine out of ten", 90),
    ("9 out of 10 buyers lease it.", "9 out of 10", 90),
    ("Every fourth car is a Tesla, three in 100 a Polestar.", "three in 100", 3),
]


@pytest.mark.parametrize(("text", "words", "number"), ENGLISH)
def test_english_shares(glossaries: Glossaries, text: str, words: str, number: float) -> None:
    assert per_cent(glossaries, text, "en") == (words, pytest.approx(number, abs=1e-3))


FRENCH = [
    ("La moitié des clients passent à l'électrique.", "La moitié", 50),
    ("Un tiers des ventes se font en ligne.", "Un tiers", 33.3333),
    ("Les ventes ont baissé d'un quart.", "quart", 25),
    ("Deux tiers des pièces sont communes.", "Deux tiers", 66.6666),
    ("Trois quarts des voitures sont exportées.", "Trois quarts", 75),
    ("Trois sur quatre sont exportées.", "Trois sur quatre", 75),
    ("Un véhicule sur cinq est électrique.", "Un véhicule sur cinq", 20),
    ("9 clients sur 10 choisissent la location.", "9 clients sur 10", 90),
]


@pytest.mark.parametrize(("text", "words", "number"), FRENCH)
def test_french_shares(glossaries: Glossaries, text: str, words: str, number: float) -> None:
    assert per_cent(glossaries, text, "fr") == (words, pytest.approx(number, abs=1e-3))


MULTIPLIED = [
    ("en", "It has sold half a million cars.", "half a million", 500_000),
    ("en", "It invested a quarter of a billion pounds.", "a quarter of a billion", 250_000_000),
    ("fr", "Elle coûte un demi-million d'euros.", "demi-million", 500_000),
]


@pytest.mark.parametrize(("language", "text", "words", "number"), MULTIPLIED)
def test_part_of_multiplier_has_no_unit(
    glossaries: Glossaries, language: str, text: str, words: str, number: float
) -> None:
    found = read(glossaries, text, language)
    assert found is not None
    assert found[0].endswith(words)
    assert (found[1].number, found[1].unit) == (number, None)


TIMES = [
    ("en", "It charges in half an hour.", "half an hour", "h"),
    ("fr", "Elle se recharge en une demi-heure.", "demi-heure", "h"),
]


@pytest.mark.parametrize(("language", "text", "words", "unit"), TIMES)
def test_half_of_time_keeps_its_unit(glossaries: Glossaries, language: str, text: str, words: str, unit: str) -> None:
    found = read(glossaries, text, language)
    assert found is not None
    assert found[0].endswith(words)
    assert found[1].number == 0.5
    assert found[1].unit is not None
    assert found[1].unit.id == unit


DECLINED = [
    ("en", "The third generation of the Leaf."),
    ("en", "It is the third of its kind."),
    ("en", "A third car joins the Inster."),
    ("en", "Its third-row seats fold."),
    ("en", "It came second in the first quarter."),
    ("en", "It charges from 2 in 10 minutes."),
    ("en", "They built one in 2019."),
    ("en", "Five in four is no share."),
    ("en", "It rose from three in May."),
    ("en", "A half-hearted facelift."),
    ("en", "Seven in 23 failed."),
    ("en", ""),
    ("fr", "La troisième génération de la Zoé."),
    ("fr", "Elle roule sur quatre roues."),
]


@pytest.mark.parametrize(("language", "text"), DECLINED)
def test_what_is_no_share_is_declined(glossaries: Glossaries, language: str, text: str) -> None:
    assert read(glossaries, text, language) is None


WHOLES = st.sampled_from([*range(2, 11), 20, 100, 1000])


@given(part=st.integers(0, 1200), whole=WHOLES)
def test_ratio_lies_between_none_and_all(glossaries: Glossaries, part: int, whole: int) -> None:
    found = per_cent(glossaries, f"{part} out of {whole} buyers", "en")
    if 0 < part < whole:
        assert found == (f"{part} out of {whole}", pytest.approx(100 * part / whole))
    else:
        assert found is None


WORDS = st.sampled_from(
    ["half", "a", "third", "thirds", "two", "-", "of", "in", "out of", "million", "ten", "hour", "."]
)


@given(words=st.lists(WORDS, max_size=8))
def test_any_share_is_within_its_text(glossaries: Glossaries, words: list[str]) -> None:
    text = " ".join(words)
    reader, scan = ShareReader(glossaries.by_language["en"]), Scan(text, 0, len(text))
    for position in range(len(scan)):
        found = reader.read(scan, position)
        assert found is None or (position < found.last <= len(scan) and found.number > 0)
