"""Typed values of sentences: what is found, and what is left alone."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facts.models import Bound, ValueKind
from facts.reading import Glossaries, TypedSpan, ValueReader, convention_of

Row = tuple[str, str, float | None, str | None]


def read(glossaries: Glossaries, text: str, language: str = "en", published: str | None = None) -> list[TypedSpan]:
    day = date.fromisoformat(published) if published else None
    reader = ValueReader(glossaries.by_language[language], convention_of(text, language), day)
    return reader.values_in(text, 0, len(text))


def rows(spans: list[TypedSpan]) -> list[Row]:
    return [(span.value.text, span.value.kind.value, span.value.amount, span.value.unit) for span in spans]


MONEY = [
    ("It costs £44,950 here.", "£44,950", 44_950, "GBP"),
    ("It costs 25.995 euros and takes 7,7 seconds.", "25.995 euros", 25_995, "EUR"),
    ("It costs 25.995 GBP.", "25.995 GBP", 25_995, "GBP"),
    ("It costs 20 000 € here.", "20 000 €", 20_000, "EUR"),
    ("It costs 20\u202f000\u00a0€.", "20\u202f000\u00a0€", 20_000, "EUR"),
    ("It costs €340 million.", "€340 million", 340_000_000, "EUR"),
    ("It lost 2,1 billion euros.", "2,1 billion euros", 2_100_000_000, "EUR"),
    ("It costs ₹14.99 lakh.", "₹14.99 lakh", 1_499_000, "INR"),
    ("It costs Rs 3,39,900 now.", "Rs 3,39,900", 339_900, "INR"),
    ("A £900m bid", "£900m", 900_000_000, "GBP"),
    ("It costs $25k now.", "$25k", 25_000, "USD"),
    ("It costs twenty thousand euros.", "twenty thousand euros", 20_000, "EUR"),
    ("It is a 2,300-euro option.", "2,300-euro", 2_300, "EUR"),
    ("It makes the Single £2,950 cheaper.", "£2,950", 2_950, "GBP"),
    ("Prices start at £22,995 for the Pure trim.", "£22,995", 22_995, "GBP"),
    ("The MSRP is US$34,995 before destination.", "US$34,995", 34_995, "USD"),
    ("It starts at AU$42,990 plus on-road costs.", "AU$42,990", 42_990, "AUD"),
    ("Group revenue rose 5.2% to €56.2 billion.", "€56.2 billion", 56_200_000_000, "EUR"),
]


@pytest.mark.parametrize(("text", "words", "amount", "unit"), MONEY)
def test_money(glossaries: Glossaries, text: str, words: str, amount: float, unit: str) -> None:
    assert (words, "money", amount, unit) in rows(read(glossaries, text))


QUANTITIES = [
    ("It has 52 kWh.", "52 kWh", 52, "kWh"),
    ("It is 4.02 m long.", "4.02 m", 4_020, "mm"),
    ("It is 4.287 mm long and takes 9,2 s.", "4.287 mm", 4_287, "mm"),
    ("It makes 220kW.", "220kW", 220, "kW"),
    ("It has 310lb ft.", "310lb ft", 420.303563983, "Nm"),
    ("On 19-inch wheels", "19-inch", 482.6, "mm"),
    ("An 800-volt system", "800-volt", 800, "V"),
    ("It holds 1,290 litres.", "1,290 litres", 1_290, "l"),
    ("It needs 15 kWh per 100 km.", "15 kWh per 100 km", 15, "kWh_100km"),
    ("It does 165 km/h.", "165 km/h", 165, "km_h"),
    ("It does 500+ km.", "500+ km", 500, "km"),
    ("It is 3.6m long.", "3.6m", 3_600, "mm"),
    ("A factory of 28 gigawatt-hours", "28 gigawatt-hours", 28_000_000, "kWh"),
    ("The 58kWh battery weighs 350 kg.", "58kWh", 58, "kWh"),
    ("Peak power is 160 kW (218 hp).", "160 kW", 160, "kW"),
    ("A 204bhp motor drives the front wheels.", "204bhp", 152.122773803, "kW"),
    ("It covers up to 410 km (WLTP).", "410 km", 410, "km"),
    ("Consumption is 14.9 kWh/100 km.", "14.9 kWh/100 km", 14.9, "kWh_100km"),
    ("It emits 112g/km of CO2.", "112g/km", 112, "g_km"),
    ("It returns 55.4mpg.", "55.4mpg", 19.611942922, "km_l"),
    ("The turning circle is 10.4 metres.", "10.4 metres", 10_400, "mm"),
]


@pytest.mark.parametrize(("text", "words", "amount", "unit"), QUANTITIES)
def test_quantities(glossaries: Glossaries, text: str, words: str, amount: float, unit: str) -> None:
    assert rows(read(glossaries, text))[0] == (words, "quantity", amount, unit)


DURATIONS = [
    ("It takes half an hour.", "half an hour", 1_800),
    ("It takes 28 minutes.", "28 minutes", 1_680),
    ("It takes 5.9sec.", "5.9sec", 5.9),
    ("It took two years.", "two years", 63_115_200),
]


@pytest.mark.parametrize(("text", "words", "seconds"), DURATIONS)
def test_durations(glossaries: Glossaries, text: str, words: str, seconds: float) -> None:
    assert rows(read(glossaries, text)) == [(words, "duration", seconds, "s")]


SHARES = [
    ("It rose by 19%.", "19%", 0.19),
    ("A rise of 6.5 per cent", "6.5 per cent", 0.065),
    ("A third of them went abroad.", "A third", 0.333333),
    ("Half the town came.", "Half", 0.5),
    ("It fell by half.", "half", 0.5),
    ("Four fifths of the parts", "Four fifths", 0.8),
    ("Some three in four buyers agree.", "three in four", 0.75),
    ("It was 9 out of 10.", "9 out of 10", 0.9),
]


@pytest.mark.parametrize(("text", "words", "amount"), SHARES)
def test_shares(glossaries: Glossaries, text: str, words: str, amount: float) -> None:
    found = read(glossaries, text)
    assert [(span.value.text, span.value.kind) for span in found] == [(words, ValueKind.SHARE)]
    assert found[0].value.amount == pytest.approx(amount, abs=1e-6)


COUNTS = [
    ("It has five doors.", "five", 5, ("doors",)),
    ("A four-seat car", "four", 4, ("seat",)),
    ("It employs 41,200 people.", "41,200", 41_200, ("people",)),
    ("It sold 1.34 million vehicles in 2024.", "1.34 million", 1_340_000, ("vehicles",)),
    ("It sold 3,39,900 cars.", "3,39,900", 339_900, ("cars",)),
    ("It sold half a million cars.", "half a million", 500_000, ("cars",)),
    ("A plant of 4,200 crore rupees costs; 1.5 lakh units a year", "1.5 lakh", 150_000, ("units",)),
    ("Its two individually sliding rear seats", "two", 2, ("individually", "sliding", "rear", "seats")),
    ("The two small-battery cars", "two", 2, ("small", "battery", "cars")),
    ("It built 2000 cars.", "2000", 2_000, ("cars",)),
    ("It holds four of nine seats.", "four", 4, ("seats",)),
    ("They sold 1.2m vehicles.", "1.2m", 1_200_000, ("vehicles",)),
    ("It would take a billion.", "a billion", 1e9, ()),
    ("Drag: 0.27", "0.27", 0.27, ()),
]


@pytest.mark.parametrize(("text", "words", "amount", "counted"), COUNTS)
def test_counts(glossaries: Glossaries, text: str, words: str, amount: float, counted: tuple[str, ...]) -> None:
    found = [span for span in read(glossaries, text) if span.value.text == words]
    assert [(span.value.kind, span.value.amount, span.counted) for span in found] == [
        (ValueKind.COUNT, amount, counted)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Renault 5 is here.",
        "A Model 3 and a Model Y 75",
        "The E40 and the ID.3 and the R5",
        "The Aero 52 costs more.",
        "The 52 or the 70?",
        "On the 21s it jiggled.",
        "It has its third plant.",
        "The second generation, a second car",
        "See note.[4]",
        "The figure (1) is old.",
        "It starts at 10 am.",
        "A 50:50 venture at 9:30",
        "One of them left.",
        "It may march on and spring back.",
        "Une lettre de l'an",
    ],
)
def test_names_and_labels_are_no_values(glossaries: Glossaries, text: str) -> None:
    assert rows(read(glossaries, text)) == []


BOUNDS = [
    ("around 18,000 euros", Bound.ABOUT, "around 18,000 euros"),
    ("from €19,900 on", Bound.FROM, "from €19,900"),
    ("up to 265 km", Bound.UP_TO, "up to 265 km"),
    ("less than twenty thousand euros", Bound.BELOW, "less than twenty thousand euros"),
    ("more than 600 litres", Bound.ABOVE, "more than 600 litres"),
    ("more than a third of them", Bound.ABOVE, "more than a third"),
    ("power from a 60 kW motor", None, "60 kW"),
    ("under three brands", None, "three brands"),
    ("over five years", None, "five years"),
    ("up from 17%", None, "17%"),
    ("by 2030", Bound.UP_TO, "by 2030"),
    ("since 2019", Bound.FROM, "since 2019"),
    ("before 2030", Bound.BELOW, "before 2030"),
]


@pytest.mark.parametrize(("text", "bound", "whole"), BOUNDS)
def test_bounds(glossaries: Glossaries, text: str, bound: Bound | None, whole: str) -> None:
    found = read(glossaries, text)
    assert [(span.value.bound, text[slice(*span.whole)]) for span in found] == [(bound, whole)]


RANGES = [
    ("between 4% and 5% of sales", "between 4% and 5%", 0.04, 0.05, None),
    ("from 15 to 80 per cent in 26 minutes", "15 to 80 per cent", 0.15, 0.8, "condition"),
    ("a 10-80% top-up took 24 minutes", "10-80%", 0.1, 0.8, "condition"),
    ("0-62mph in 5.9 seconds", "0-62mph", 0, 99.779328, "condition"),
    ("0–100 km/h", "0–100 km/h", 0, 100, "condition"),
    ("from 10% to 80% in half an hour", "10% to 80%", 0.1, 0.8, "condition"),
    ("€25,000–30,000 for it", "€25,000–30,000", 25_000, 30_000, None),
    ("25 to 30 thousand euros", "25 to 30 thousand euros", 25_000, 30_000, None),
]


@pytest.mark.parametrize(("text", "words", "low", "high", "role"), RANGES)
def test_ranges(glossaries: Glossaries, text: str, words: str, low: float, high: float, role: str | None) -> None:
    first = read(glossaries, text)[0]
    assert (first.value.text, first.value.amount, first.value.upper, first.role) == (words, low, high, role)


def test_change_is_two_values(glossaries: Glossaries) -> None:
    assert rows(read(glossaries, "It rose from €20,000 to €23,000.")) == [
        ("€20,000", "money", 20_000, "EUR"),
        ("€23,000", "money", 23_000, "EUR"),
    ]


@pytest.mark.parametrize(
    ("text", "words", "amount", "unit"),
    [
        ("It fell to 1.1 billion euros from 1.9 billion a year earlier.", "1.9 billion", 1.9e9, "EUR"),
        ("It cost 1.15 billion euros instead of 980 million.", "980 million", 980e6, "EUR"),
        ("The Single does 328 miles and the Twin 301.", "301", 484.412544, "km"),
    ],
)
def test_unit_of_the_value_before(glossaries: Glossaries, text: str, words: str, amount: float, unit: str) -> None:
    last = [span for span in read(glossaries, text) if span.value.kind is not ValueKind.DATE][-1]
    assert (last.value.text, last.value.amount, last.value.unit, last.inherited) == (words, amount, unit, True)


def test_unit_of_the_value_behind(glossaries: Glossaries) -> None:
    found = read(glossaries, "It has 40 or 52 kWh.")
    assert rows(found) == [("40", "quantity", 40, "kWh"), ("52 kWh", "quantity", 52, "kWh")]
    assert found[0].inherited


def test_noun_of_the_value_before(glossaries: Glossaries) -> None:
    found = read(glossaries, "It sold 1,789,226 vehicles, down 1.1% from 1,808,581.")
    assert (found[-1].counted, found[-1].inherited) == (("vehicles",), True)


def test_number_of_a_name_takes_no_unit(glossaries: Glossaries) -> None:
    assert len(read(glossaries, "It does 300 km and the Peugeot 208 is slower.")) == 1


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("389 euros a month", "month"),
        ("10,000 km per year", "year"),
        ("18,000 sales a year", "year"),
        ("€349/month", "month"),
        ("The site will build 150,000 cars a year.", "year"),
        ("a loss of £5 a year ago", None),
    ],
)
def test_per(glossaries: Glossaries, text: str, per: str | None) -> None:
    assert [span.per for span in read(glossaries, text) if span.value.kind is not ValueKind.DATE] == [per]


FRENCH = [
    ("Elle coûte 19 900 euros.", "19 900 euros", "money", 19_900, "EUR"),
    ("28 millions d'euros", "28 millions d'euros", "money", 28_000_000, "EUR"),
    ("vingt-cinq mille euros", "vingt-cinq mille euros", "money", 25_000, "EUR"),
    ("quatre-vingt-dix kilomètres", "quatre-vingt-dix kilomètres", "quantity", 90, "km"),
    ("une demi-heure", "une demi-heure", "duration", 1_800, "s"),
    ("7,7 secondes", "7,7 secondes", "duration", 7.7, "s"),
    ("deux petits kilomètres", "deux petits kilomètres", "quantity", 2, "km"),
    ("un tiers des ventes", "un tiers", "share", 0.333333, None),
    ("deux tiers des ventes", "deux tiers", "share", 0.666666, None),
    ("un véhicule sur cinq", "un véhicule sur cinq", "share", 0.2, None),
    ("un demi-million de voitures", "un demi-million", "count", 500_000, None),
    ("une centaine d'emplois", "centaine", "count", 100, None),
    ("40 % de moins", "40 %", "share", 0.4, None),
    ("1 150 emplois", "1 150", "count", 1_150, None),
    ("4.287 mm de long", "4.287 mm", "quantity", 4_287, "mm"),
    ("Le prix démarre à 24 990 euros.", "24 990 euros", "money", 24_990, "EUR"),
    ("proposée à partir de 24 990 €, bonus déduit", "24 990 €", "money", 24_990, "EUR"),
    ("52,4 milliards d'euros", "52,4 milliards d'euros", "money", 52_400_000_000, "EUR"),
    ("Le moteur développe 150 ch.", "150 ch", "quantity", 110.3248125, "kW"),
    ("Elle mesure 3,92 m de long.", "3,92 m", "quantity", 3_920, "mm"),
    ("L'autonomie atteint 312 km (WLTP).", "312 km", "quantity", 312, "km"),
    ("Elle consomme 4,7 l/100 km.", "4,7 l/100 km", "quantity", 4.7, "l_100km"),
    ("Elle pèse 1,45 tonne.", "1,45 tonne", "quantity", 1_450, "kg"),
    ("L'usine emploie 2 300 salariés.", "2 300", "count", 2_300, None),
]


@pytest.mark.parametrize(("text", "words", "kind", "amount", "unit"), FRENCH)
def test_french(glossaries: Glossaries, text: str, words: str, kind: str, amount: float, unit: str | None) -> None:
    assert rows(read(glossaries, text, "fr")) == [(words, kind, amount, unit)]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("environ 25 kWh", Bound.ABOUT),
        ("à partir de 17 500 euros", Bound.FROM),
        ("jusqu'à 263 km", Bound.UP_TO),
        ("moins de 20 000 euros", Bound.BELOW),
        ("plus de 300 km", Bound.ABOVE),
        ("des 300 km", None),
    ],
)
def test_french_bounds(glossaries: Glossaries, text: str, bound: Bound | None) -> None:
    assert [span.value.bound for span in read(glossaries, text, "fr")] == [bound]


@pytest.mark.parametrize(
    ("text", "kind", "dimension", "amount"),
    [
        ("25k", ValueKind.MONEY, None, 25_000),
        ("around 18,000 euros", ValueKind.MONEY, None, 18_000),
        ("300", ValueKind.QUANTITY, "distance", 300),
        ("300 km", ValueKind.QUANTITY, "distance", 300),
        ("52 kWh", ValueKind.QUANTITY, "energy", 52),
        ("five doors", ValueKind.COUNT, None, 5),
        ("2026", ValueKind.DATE, None, 20260101),
        ("8 years", ValueKind.DURATION, None, 252_460_800),
        ("52 kWh", ValueKind.QUANTITY, "power", None),
        ("the factory", ValueKind.MONEY, None, None),
        ("", ValueKind.MONEY, None, None),
    ],
)
def test_parse(glossaries: Glossaries, text: str, kind: ValueKind, dimension: str | None, amount: float | None) -> None:
    value = glossaries.plain("en").parse(text, kind, dimension)
    assert (value and value.amount) == amount
    assert value is None or value.kind is kind


WORDS = st.sampled_from(
    [
        "a",
        "the",
        "third",
        "half",
        "10",
        "2026",
        "20,000",
        "1.5",
        "€",
        "£",
        "%",
        "-",
        "–",
        "to",
        "and",
        "between",
        "from",
        "km",
        "kWh",
        "million",
        "k",
        "m",
        "s",
        "per",
        "100",
        "of",
        "May",
        "March",
        "Q3",
        "3rd",
        "year",
        "next",
        "last",
        "Monday",
        "early",
        "in",
        "five",
        "twenty",
        "hundred",
        "4.287",
        "'",
        ".",
        ",",
        ":",
        "(",
        ")",
        "Aero",
        "E40",
        "one",
        "thousand",
        "0-100",
        "an",
        "hour",
        "Twin",
    ]
)


@settings(deadline=None, max_examples=400)
@given(
    text=st.one_of(
        st.text(max_size=80), st.lists(WORDS, max_size=14).map(" ".join), st.lists(WORDS, max_size=10).map("".join)
    )
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_any_text_has_orderly_values(glossaries: Glossaries, language: str, text: str) -> None:
    found = read(glossaries, text, language, "2026-02-20")
    assert all(text[span.start : span.end] == span.value.text for span in found)
    assert all(0 <= span.whole[0] <= span.start < span.end <= span.whole[1] <= len(text) for span in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
