"""Dates told from the day of publication."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.reading import Glossaries
from facts.reading.relative import RelativeReader, month_at
from facts.reading.scan import Scan

PUBLISHED = date(2026, 2, 20)  # a Friday
Found = tuple[str, str | None]


def first_of(glossaries: Glossaries, text: str, language: str, published: date | None = PUBLISHED) -> Found | None:
    """Return the words and the period of the first relative date of a text."""
    reader = RelativeReader(glossaries.by_language[language], published)
    scan = Scan(text, 0, len(text))
    for position in range(len(scan)):
        if (found := reader.read(scan, position)) is not None:
            start, end = scan.span(found.first, found.last)
            return text[start:end], found.period.iso if found.period else None
    return None


ENGLISH = [
    ("Fiat shows it today.", "today", "2026-02-20"),
    ("Deliveries began yesterday.", "yesterday", "2026-02-19"),
    ("The wraps come off tomorrow.", "tomorrow", "2026-02-21"),
    ("It was shown last night.", "last night", "2026-02-19"),
    ("Kia confirmed it this morning.", "this morning", "2026-02-20"),
    ("Orders opened this week.", "this week", "2026-02-16/2026-02-22"),
    ("Orders open next week.", "next week", "2026-02-23/2026-03-01"),
    ("Orders opened last month.", "last month", "2026-01"),
    ("It goes on sale this month.", "this month", "2026-02"),
    ("Sales rose this year.", "this year", "2026"),
    ("Sales start next year.", "next year", "2027"),
    ("The Inster was facelifted last January.", "last January", "2026-01"),
    ("It was shown last May.", "last May", "2025-05"),
    ("It arrives next February.", "next February", "2027-02"),
    ("It arrives this September.", "this September", "2026-09"),
    ("It arrives this spring.", "this spring", "2026-03/2026-05"),
    ("It arrived last summer.", "last summer", "2025-06/2025-08"),
    ("It arrives next fall.", "next fall", "2026-09/2026-11"),
    ("The board met on Friday.", "Friday", "2026-02-20"),
    ("The board met on Saturday.", "Saturday", "2026-02-14"),
    ("The board met last Tuesday.", "last Tuesday", "2026-02-17"),
]


@pytest.mark.parametrize(("text", "words", "iso"), ENGLISH)
def test_english_is_placed(glossaries: Glossaries, text: str, words: str, iso: str) -> None:
    assert first_of(glossaries, text, "en") == (words, iso)


FRENCH = [
    ("Citroën la dévoile aujourd'hui.", "aujourd'hui", "2026-02-20"),
    ("Elle a été dévoilée hier.", "hier", "2026-02-19"),
    ("Elle sera dévoilée demain.", "demain", "2026-02-21"),
    ("Les commandes ouvrent la semaine prochaine.", "la semaine prochaine", "2026-02-23/2026-03-01"),
    ("Les commandes ont ouvert cette semaine.", "cette semaine", "2026-02-16/2026-02-22"),
    ("Elle arrive le mois prochain.", "le mois prochain", "2026-03"),
    ("Elle est arrivée le mois dernier.", "le mois dernier", "2026-01"),
    ("Elle arrive cette année.", "cette année", "2026"),
    ("Elle arrive l'année prochaine.", "l'année prochaine", "2027"),
    ("Elle est arrivée l'an dernier.", "l'an dernier", "2025"),
    ("Elle arrive l'été prochain.", "l'été prochain", "2026-06/2026-08"),
    ("Elle arrive cet automne.", "cet automne", "2026-09/2026-11"),
    ("Elle est arrivée en septembre dernier.", "septembre dernier", "2025-09"),
    ("Elle arrive en juin prochain.", "juin prochain", "2026-06"),
    ("Le conseil s'est réuni mardi.", "mardi", "2026-02-17"),
    ("Le conseil s'est réuni lundi dernier.", "lundi dernier", "2026-02-16"),
]


@pytest.mark.parametrize(("text", "words", "iso"), FRENCH)
def test_french_is_placed(glossaries: Glossaries, text: str, words: str, iso: str) -> None:
    assert first_of(glossaries, text, "fr") == (words, iso)


NOT_PLACED = [
    ("en", "It will be shown on Thursday.", "Thursday"),
    ("en", "The minister is to meet them on Thursday.", "Thursday"),
    ("en", "It is shown next Thursday.", "next Thursday"),
    ("fr", "Le salon ouvre jeudi prochain.", "jeudi prochain"),
]


@pytest.mark.parametrize(("language", "text", "words"), NOT_PLACED)
def test_coming_weekday_has_no_period(glossaries: Glossaries, language: str, text: str, words: str) -> None:
    assert first_of(glossaries, text, language) == (words, None)


DECLINED = [
    ("en", "It beats the last Clio."),
    ("en", "This model is next in line."),
    ("en", "The next quarter of the lap was wet."),
    ("en", "It may last may be years."),
    ("en", "Its friday deals are lower-case."),
    ("en", "It comes in September 2026."),
    ("fr", "La prochaine Twingo sera électrique."),
    ("fr", "Ce modèle est le dernier de la gamme."),
    ("fr", "Le groupe Vendredi expose."),
    ("fr", "Elle arrive en septembre 2026."),
    ("en", ""),
]


@pytest.mark.parametrize(("language", "text"), DECLINED)
def test_what_is_no_date_is_declined(glossaries: Glossaries, language: str, text: str) -> None:
    assert first_of(glossaries, text, language) is None


UNDATED = [*(("en", text, words) for text, words, _ in ENGLISH), *(("fr", text, words) for text, words, _ in FRENCH)]


@pytest.mark.parametrize(("language", "text", "words"), UNDATED)
def test_without_publication_found_but_not_placed(glossaries: Glossaries, language: str, text: str, words: str) -> None:
    assert first_of(glossaries, text, language, published=None) == (words, None)


WINTERS = [
    (date(2026, 2, 20), "last winter", "2024-12/2025-02"),
    (date(2026, 3, 1), "last winter", "2025-12/2026-02"),
    (date(2026, 2, 20), "next winter", "2026-12/2027-02"),
    (date(2025, 12, 31), "next month", "2026-01"),
    (date(2026, 1, 1), "last month", "2025-12"),
    (date(2026, 1, 1), "yesterday", "2025-12-31"),
    (date(2024, 2, 28), "tomorrow", "2024-02-29"),
    (date(2026, 1, 1), "this week", "2025-12-29/2026-01-04"),
]


@pytest.mark.parametrize(("published", "words", "iso"), WINTERS)
def test_turn_of_year_is_crossed(glossaries: Glossaries, published: date, words: str, iso: str) -> None:
    assert first_of(glossaries, f"It was {words}.", "en", published) == (words, iso)


MONTHS = [("en", "May", 5), ("en", "may", None), ("fr", "mai", 5), ("fr", "Mai", 5), ("en", "Polo", None)]


@pytest.mark.parametrize(("language", "word", "month"), MONTHS)
def test_english_months_need_a_capital(glossaries: Glossaries, language: str, word: str, month: int | None) -> None:
    assert month_at(glossaries.by_language[language], Scan(word, 0, len(word)), 0) == month


@given(published=st.dates(date(1990, 1, 1), date(2090, 12, 31)))
@pytest.mark.parametrize("season", ["spring", "summer", "autumn"])
def test_last_is_over_and_next_has_not_begun(glossaries: Glossaries, season: str, published: date) -> None:
    reader = RelativeReader(glossaries.by_language["en"], published)
    last, coming = (reader.read(Scan(text, 0, len(text)), 0) for text in (f"last {season}", f"next {season}"))
    assert last is not None
    assert last.period is not None
    assert last.period.last < published
    assert coming is not None
    assert coming.period is not None
    assert coming.period.first > published


@given(published=st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_weekday_is_of_the_week_before(glossaries: Glossaries, published: date) -> None:
    reader = RelativeReader(glossaries.by_language["en"], published)
    found = reader.read(Scan("Wednesday", 0, 9), 0)
    assert found is not None
    assert found.period is not None
    assert found.period.first.isoweekday() == 3
    assert timedelta(0) <= published - found.period.first < timedelta(days=7)
