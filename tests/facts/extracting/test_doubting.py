"""What a sentence says of something else than what it seems to: refused, and what it says for sure kept."""

import pytest

from facts.models import Certainty
from tests.facts.extracting.conftest import Claims, ReadText

KEPT = [  # text, what a careful reader takes from it, language
    ("Opel sold 9,300 cars in Norway in May.", "Opel | sales | 9,300", "en"),
    ("Skoda delivered 71,200 vehicles last month.", "Skoda | sales | 71,200", "en"),
    ("Kia invested 90 million euros, employs 3,700 people and wants to grow.", "Kia | employees | 3,700", "en"),
    ("Geely bought 34.02% of Renault Korea.", "Geely | stake | 34.02%", "en"),
    ("Honda works with its old partner Hitachi, and Nissan bought 34% of Mitsubishi.", "Nissan | stake | 34%", "en"),
    ("Skoda delivered 8,100 Chinese cars in May.", "Skoda | sales | 8,100", "en"),
    ("The Renault 4 was built in Maubeuge and, from 2011, in Novo Mesto.", "Renault 4 | factory | Maubeuge", "en"),
    ("The Toyota Yaris starts at 12,500 euros.", "Toyota Yaris | price | 12,500 euros", "en"),
    ("The Fiat Panda was launched in 2003.", "Fiat Panda | launch | 2003", "en"),
    ("La Peugeot 208 est produite à Trnava et, depuis 2023, à Saragosse.", "Peugeot 208 | factory | Trnava", "fr"),
    (
        "The plant in Valencia opened in 1976. The plant has built 4 million Fiestas.",
        "Valencia | output | 4 million",
        "en",
    ),
    ("Volvo Cars is based in Gothenburg.", "Volvo Cars | headquarters | Gothenburg", "en"),
]
REFUSED = [  # text, what nobody may take from it for sure, language
    ("Ford sold 31,400 Pumas in Britain last year.", "Ford | sales | 31,400", "en"),
    ("Volkswagen delivered 8,200 new ID.3s in Norway.", "Volkswagen | sales | 8,200", "en"),
    ("Peugeot sold 5,100 e-208s in Spain, a third of all 208s.", "Peugeot 208 | sales | 5,100", "en"),
    (
        "Suzuki launched the Jimny in 1970. Suzuki has sold three million of them.",
        "Suzuki | sales | three million",
        "en",
    ),
    ("Citroën a vendu 12 000 C3 en Italie.", "Citroën | sales | 12 000", "fr"),
    ("Only 31 Alpines were registered in Norway in May.", "Alpine | headquarters | Norway", "en"),
    ("Honda is to build with its local partner Hitachi, Geely has bought 30% of Lotus.", "Honda | stake | 30%", "en"),
    (
        "L'usine produit la Renault Clio, la Dacia Sandero et, à partir de 2027, la Nissan Micra.",
        "Renault Clio | production_start | 2027",
        "fr",
    ),
    ("The Jeep Avenger was offered from 1993 to 1997 in Canada.", "Jeep Avenger | launch | 1993 to 1997", "en"),
    ("Le pack embarque 64 kWh fournis par ACC.", "ACC | battery_capacity_per_year | 64 kWh", "fr"),
    ("Chery paid 210 million euros for the old works.", "Chery | cost | 210 million euros", "en"),
    ("Marta Lindqvist took charge of Volvo Cars' marketing in May.", "Volvo Cars | head | Marta Lindqvist", "en"),
    (
        "The Peugeot e-208 is small. The newcomer, dubbed Style, makes do with a 40 kWh battery.",
        "Peugeot e-208 | battery | 40 kWh",
        "en",
    ),
    (
        "The Fiat Ducato is a van. First deliveries of the 4-tonne Ducato are due in May 2027.",
        "Fiat Ducato | launch | May 2027",
        "en",
    ),
    (
        "The Ibrida is light. The Ibrida opens at £27,000, the Elettrica at £31,000, and the Veloce is £40,000.",
        "Ferrari Elettrica | price | £31,000",
        "en",
    ),
    ("The Lancia Gamma, once pencilled in for 2024, is late.", "Lancia Gamma | launch | 2024", "en"),
    (
        "The Seat Ibiza was shown in 1984. Audi's A1 was a derivative.\n\nThis car had a 24 kWh battery.",
        "Audi A1 | battery | 24 kWh",
        "en",
    ),
]


@pytest.mark.parametrize(("text", "claim", "language"), KEPT)
def test_keeps_what_is_said_of_the_subject(claims: Claims, text: str, claim: str, language: str) -> None:
    assert claim in claims(text, language)


@pytest.mark.parametrize(("text", "claim", "language"), REFUSED)
def test_refuses_what_is_said_of_something_else(claims: Claims, text: str, claim: str, language: str) -> None:
    assert claim not in claims(text, language)


def test_gives_a_count_to_the_model_that_is_counted(proposals: Claims) -> None:
    assert "Ford Puma | sales | 31,400" in proposals(
        "The Ford Puma is built in Craiova. Ford sold 31,400 Pumas in Britain last year."
    )


def test_narrows_by_the_version_beside_the_value(read: ReadText) -> None:
    """A version that a later clause tells narrows nothing."""
    text = "The Fiat Panda is new. Fiat put a price of £20,975 on the cheapest version, leaving the petrol model."
    narrowed = {f.qualifiers.get("version") for f in read(text).facts if f.attribute == "price"}
    assert "petrol model" not in narrowed


def test_gives_no_named_version_what_is_said_of_another(read: ReadText) -> None:
    text = "BYD shows the Seal. The Pro costs 40,000 euros. The app quotes waits of 30 weeks for the cheapest version."
    waits = {fact.subject for fact in read(text).facts if fact.attribute == "waiting_time"}
    assert waits <= {"byd-seal"}


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Kia employs 3,700 people and intends to export to Mexico.", Certainty.STATED),
        ("Kia intends to export to Mexico and to employ 3,700 people.", Certainty.EXPECTED),
        ("Kia expects sales of 40,000 cars this year.", Certainty.EXPECTED),
        ("The Kia EV4 tipped the scales at 1,920 kg.", Certainty.STATED),
        ("Kia emploie 3 700 personnes et compte exporter au Mexique.", Certainty.STATED),
    ],
)
def test_takes_certainty_from_the_verb_itself(read: ReadText, text: str, certainty: Certainty) -> None:
    language = "fr" if "emploie" in text else "en"
    found = {f.certainty for f in read(text, language).facts if f.value.amount in (3_700, 40_000, 1_920)}
    assert found == {certainty}
