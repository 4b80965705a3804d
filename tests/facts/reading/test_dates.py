"""Dates with the precision that was written."""

from dataclasses import replace
from datetime import date

import pytest

from facts.lexicon import KnownName, Lexicon
from facts.models import ValueKind
from facts.reading import Glossaries, ValueReader

Row = tuple[str, str | None]
PUBLISHED = date(2026, 2, 20)  # a Friday


def dates(
    glossaries: Glossaries, text: str, language: str = "en", published: date | None = None
) -> list[tuple[str, str | None]]:
    found = ValueReader(glossaries.by_language[language], published=published).values_in(text, 0, len(text))
    return [(span.value.text, span.value.date) for span in found if span.value.kind is ValueKind.DATE]


ENGLISH = [
    ("It comes in 2026.", "2026", "2026"),
    ("It comes in early 2026.", "early 2026", "2026-01/2026-03"),
    ("by the end of 2026", "the end of 2026", "2026-10/2026-12"),
    ("in mid-2027", "mid-2027", "2027-05/2027-08"),
    ("in the first half of 2005", "the first half of 2005", "2005-01/2005-06"),
    ("H1 2025 was good.", "H1 2025", "2025-01/2025-06"),
    ("in Q3 2026", "Q3 2026", "2026-07/2026-09"),
    ("in autumn 2025", "autumn 2025", "2025-09/2025-11"),
    ("in the autumn", "autumn", "--09/--11"),
    ("in September", "September", "--09"),
    ("in September 2025", "September 2025", "2025-09"),
    ("on 20 February", "20 February", "--02-20"),
    ("on February 20", "February 20", "--02-20"),
    ("on February 20, 2026", "February 20, 2026", "2026-02-20"),
    ("on 26 January 2026", "26 January 2026", "2026-01-26"),
    ("on 2026-09", "2026-09", "2026-09"),
    ("on 2026-09-01", "2026-09-01", "2026-09-01"),
    ("on 20.02.2026", "20.02.2026", "2026-02-20"),
    ("on 25/12/2026", "25/12/2026", "2026-12-25"),
    ("on 05/06/2026", "05/06/2026", "2026"),
    ("made between 1987 and 1990", "between 1987 and 1990", "1987/1990"),
    ("made there (1986–2019)", "1986–2019", "1986/2019"),
    ("in the 1990s", "1990s", "1990/1999"),
    ("founded in 1899", "1899", "1899"),
    ("by FY28", "FY28", "2028"),
    ("on 12-15 March 2026", "12-15 March 2026", "2026-03-12/2026-03-15"),
    ("next month", "next month", None),
    ("on Monday", "Monday", None),
    ("Deliveries start in Q2 2026 in the UK.", "Q2 2026", "2026-04/2026-06"),
    ("Unveiled on October 14th, 2024", "October 14th, 2024", "2024-10-14"),
    ("Production begins in the second quarter of 2027.", "the second quarter of 2027", "2027-04/2027-06"),
    ("Production begins in the second half of 2027.", "the second half of 2027", "2027-07/2027-12"),
    ("It arrives in early September 2026.", "early September 2026", "2026-09"),
    ("PARIS, Feb. 20, 2026 - The brand unveils it.", "Feb. 20, 2026", "2026-02-20"),
    ("Published: 3rd March 2026", "3rd March 2026", "2026-03-03"),
    ("Shown in Geneva in March 2019", "March 2019", "2019-03"),
]


@pytest.mark.parametrize(("text", "words", "iso"), ENGLISH)
def test_english_dates(glossaries: Glossaries, text: str, words: str, iso: str | None) -> None:
    assert dates(glossaries, text) == [(words, iso)]


RELATIVE = [
    ("It comes next month.", "next month", "2026-03"),
    ("It came last week.", "last week", "2026-02-09/2026-02-15"),
    ("It came last year.", "last year", "2025"),
    ("It came today.", "today", "2026-02-20"),
    ("It came yesterday.", "yesterday", "2026-02-19"),
    ("He said it on Monday.", "Monday", "2026-02-16"),
    ("He will say it on Monday.", "Monday", None),
    ("It comes next summer.", "next summer", "2026-06/2026-08"),
    ("It came last autumn.", "last autumn", "2025-09/2025-11"),
    ("It comes at the end of this year.", "the end of this year", "2026-10/2026-12"),
]


@pytest.mark.parametrize(("text", "words", "iso"), RELATIVE)
def test_relative_dates(glossaries: Glossaries, text: str, words: str, iso: str | None) -> None:
    assert dates(glossaries, text, published=PUBLISHED) == [(words, iso)]


FRENCH = [
    ("en septembre 2026", "septembre 2026", "2026-09"),
    ("le 20 février", "20 février", "--02-20"),
    ("le 1er mars 2026", "1er mars 2026", "2026-03-01"),
    ("fin 2026", "fin 2026", "2026-10/2026-12"),
    ("mi-2027", "mi-2027", "2027-05/2027-08"),
    ("au premier semestre 2026", "premier semestre 2026", "2026-01/2026-06"),
    ("au printemps", "printemps", "--03/--05"),
    ("à l'été 2026", "été 2026", "2026-06/2026-08"),
    ("d'ici 2030", "2030", "2030"),
    ("le mois prochain", "le mois prochain", "2026-03"),
    ("l'an dernier", "l'an dernier", "2025"),
    ("elle est sortie vendredi", "vendredi", "2026-02-20"),
    ("commercialisée au printemps 2026", "printemps 2026", "2026-03/2026-05"),
    ("lancée au deuxième trimestre 2026", "deuxième trimestre 2026", "2026-04/2026-06"),
    ("lancée au second semestre 2026", "second semestre 2026", "2026-07/2026-12"),
    ("dévoilée le 14 octobre 2024 à Paris", "14 octobre 2024", "2024-10-14"),
    ("début septembre 2026", "début septembre 2026", "2026-09"),
    ("dès janvier 2027", "janvier 2027", "2027-01"),
    ("produite entre 1993 et 2007", "entre 1993 et 2007", "1993/2007"),
    ("Publié le 3 mars 2026 à 10h15", "3 mars 2026", "2026-03-03"),
    ("Le 1er juillet 2026, les tarifs changent.", "1er juillet 2026", "2026-07-01"),
    ("Elle est née en 1961.", "1961", "1961"),
]


@pytest.mark.parametrize(("text", "words", "iso"), FRENCH)
def test_french_dates(glossaries: Glossaries, text: str, words: str, iso: str) -> None:
    assert dates(glossaries, text, "fr", PUBLISHED) == [(words, iso)]


WHOLE = [
    pytest.param("en", "It was sold from 2012 until 2019.", "2012/2019", id="from until"),
    pytest.param("en", "The plan runs from 2025 to 2030.", "2025/2030", id="from to"),
    pytest.param("fr", "Elle a été produite de 1993 à 2007.", "1993/2007", id="de à"),
    pytest.param("en", "It was built in the late 1990s.", "1997/1999", id="late in a decade"),
    pytest.param("fr", "Dans les années 1990, elle était partout.", "1990/1999", id="années"),
    pytest.param("fr", "Elle arrive à la fin de l'année 2026.", "2026-10/2026-12", id="fin de l'année"),
    pytest.param("en", "Order books open on Tuesday 3 March 2026.", "2026-03-03", id="weekday before its day"),
]


@pytest.mark.parametrize(("language", "text", "iso"), WHOLE)
def test_period_is_read_whole(glossaries: Glossaries, language: str, text: str, iso: str) -> None:
    assert [found for _, found in dates(glossaries, text, language)] == [iso]


@pytest.mark.parametrize(
    "text",
    [
        "Il a été vendu, elle avait été belle.",
        "It may be cheap.",
        "They march on.",
        "It sold 2,300 cars.",
    ],
)
def test_words_that_are_no_dates(glossaries: Glossaries, text: str) -> None:
    assert dates(glossaries, text, "fr" if text.startswith("Il") else "en") == []


def test_number_of_a_known_name_is_no_year(lexicon: Lexicon) -> None:
    known = replace(lexicon, names=(KnownName("2008", "model", of="Peugeot"),))
    reader = ValueReader(Glossaries.of(known).by_language["en"])
    assert reader.values_in("The Peugeot 2008 is here.", 0, 25) == []


def test_days_of_a_date(glossaries: Glossaries) -> None:
    reader = ValueReader(glossaries.by_language["en"])
    value = reader.values_in("early 2026", 0, 10)[0].value
    assert (value.amount, value.upper) == (20260101, 20260331)


def test_date_without_year_is_placed_near_the_publication(glossaries: Glossaries) -> None:
    reader = ValueReader(glossaries.by_language["en"], published=date(2026, 1, 10))
    value = reader.values_in("on 20 December", 0, 14)[0].value
    assert (value.date, value.amount) == ("--12-20", 20251220)
