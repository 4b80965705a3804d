"""The words that limit amounts and dates, in both languages, and those that only look as if they did."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.models import Bound
from facts.reading import Glossaries, TypedSpan
from facts.reading.bounds import BoundReader
from facts.reading.scan import Scan

Row = tuple[str, str | None]


def bounded(glossaries: Glossaries, text: str, language: str) -> list[Row]:
    return [(span.value.text, span.value.bound and span.value.bound.value) for span in read(glossaries, text, language)]


def read(glossaries: Glossaries, text: str, language: str) -> list[TypedSpan]:
    return glossaries.plain(language).values_in(text, 0, len(text))


ENGLISH = [
    ("It costs about £21,000.", ("£21,000", "about")),
    ("It costs nearly £21,000.", ("£21,000", "about")),
    ("It costs just under €20,000.", ("€20,000", "about")),
    ("It costs less than €20,000.", ("€20,000", "below")),
    ("It starts at €19,490.", ("€19,490", "from")),
    ("Prices from €19,490 make it cheap.", ("€19,490", "from")),
    ("It has at least 300 km of range.", ("300 km", "from")),
    ("It does up to 410 km.", ("410 km", "up to")),
    ("It charges at a maximum of 100 kW.", ("100 kW", "up to")),
    ("It weighs more than 1,500 kg.", ("1,500 kg", "above")),
    ("It has well over 300 hp.", ("300 hp", "above")),
    ("Under 5,000 cars were built.", ("5,000", "below")),
    ("It was more than half.", ("half", "above")),
    ("Some 500 cars came.", ("500", "about")),
]
FRENCH = [
    ("Elle coûte environ 21 000 €.", ("21 000 €", "about")),
    ("Elle coûte un peu moins de 20 000 €.", ("20 000 €", "about")),
    ("Elle coûte moins de 20 000 €.", ("20 000 €", "below")),
    ("Elle débute à 19 490 €.", ("19 490 €", "from")),
    ("Elle est vendue à partir de 19 490 €.", ("19 490 €", "from")),
    ("Elle est vendue dès 19 490 €.", ("19 490 €", "from")),
    ("Elle parcourt jusqu'à 410 km.", ("410 km", "up to")),
    ("Elle parcourt jusqu’à 410 km.", ("410 km", "up to")),
    ("Elle offre au moins 300 km.", ("300 km", "from")),
    ("Elle pèse plus de 1 500 kg.", ("1 500 kg", "above")),
    ("Sa puissance dépasse 300 ch.", ("300 ch", "above")),
    ("Plus d'un million de voitures ont été vendues.", ("un million", "above")),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english_amounts(glossaries: Glossaries, text: str, expected: Row) -> None:
    assert bounded(glossaries, text, "en") == [expected]


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_french_amounts(glossaries: Glossaries, text: str, expected: Row) -> None:
    assert bounded(glossaries, text, "fr") == [expected]


DATES = [
    ("It arrives by 2028.", "en", ("2028", "up to")),
    ("It was built until March 2024.", "en", ("March 2024", "up to")),
    ("It has been on sale since 2021.", "en", ("2021", "from")),
    ("It comes after June 2027.", "en", ("June 2027", "above")),
    ("It comes no later than 2027.", "en", ("2027", "up to")),
    ("It arrives in 2028.", "en", ("2028", None)),
    ("Elle arrive d'ici 2028.", "fr", ("2028", "up to")),
    ("Elle est vendue depuis mars 2021.", "fr", ("mars 2021", "from")),
    ("Elle arrive avant 2027.", "fr", ("2027", "below")),
    ("Elle arrive vers 2027.", "fr", ("2027", "about")),
    ("Elle arrive dès 2027.", "fr", ("2027", "from")),
    ("Elle arrive en 2027.", "fr", ("2027", None)),
]


@pytest.mark.parametrize(("text", "language", "expected"), DATES)
def test_dates(glossaries: Glossaries, text: str, language: str, expected: Row) -> None:
    assert bounded(glossaries, text, language) == [expected]


def test_words_before_the_number_belong_to_the_whole(glossaries: Glossaries) -> None:
    text = "It does up to about 410 km."
    (found,) = read(glossaries, text, "en")
    assert (text[slice(*found.whole)], found.value.text) == ("up to about 410 km", "410 km")


@pytest.mark.parametrize(
    ("text", "language", "bound"),
    [
        ("It costs from only about €20,000.", "en", Bound.FROM),
        ("It does up to about 410 km.", "en", Bound.UP_TO),
        ("Elle coûte moins d'environ 20 000 €.", "fr", Bound.BELOW),
    ],
)
def test_limit_beats_approximation(glossaries: Glossaries, text: str, language: str, bound: Bound) -> None:
    assert [span.value.bound for span in read(glossaries, text, language)] == [bound]


UNBOUNDED = [
    ("It costs £21,000.", "en"),
    ("It was built over five years.", "en"),  # during which
    ("Il a été conçu sous trois ans.", "fr"),
    ("It stands above five doors.", "en"),  # a small number in words
    ("Elle offre des 300 km.", "fr"),  # "des" is no "dès"
]


@pytest.mark.parametrize(("text", "language"), UNBOUNDED)
def test_prepositions_that_bound_nothing(glossaries: Glossaries, text: str, language: str) -> None:
    assert [bound for _, bound in bounded(glossaries, text, language)] == [None]


ORIGINS = [
    ("The price fell to €18,000 from €21,000.", [("€18,000", None), ("€21,000", None)]),
    ("The share is 7 %, up from 5 %.", [("7 %", None), ("5 %", None)]),
    ("It rose from €18,000 to €21,000.", [("€18,000", None), ("€21,000", None)]),
    ("It costs from €18,000 to €21,000.", [("€18,000 to €21,000", None)]),
]


@pytest.mark.parametrize(("text", "expected"), ORIGINS)
def test_where_an_amount_came_from_is_no_lower_limit(glossaries: Glossaries, text: str, expected: list[Row]) -> None:
    assert bounded(glossaries, text, "en") == expected


@given(st.lists(st.sampled_from(["from", "up", "to", "about", "less", "than", "over", "just", "by"]), max_size=8))
def test_bound_starts_at_or_before_its_date(glossaries: Glossaries, words: list[str]) -> None:
    text = " ".join([*words, "2028"])
    scan = Scan(text, 0, len(text))
    first = len(scan) - 1
    bound, start = BoundReader(glossaries.by_language["en"]).date(scan, first)
    assert 0 <= start <= first
    assert (bound is None) == (start == first)
