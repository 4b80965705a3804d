"""Spreadsheets and tables: which axis names what, what a cell says, what it does not."""

import pytest

from facts.models import Certainty, Origin
from tests.facts.extracting.conftest import Claims, ReadText

FLEET = """brand,car,price_eur,range_km_wltp,power (kW),boot_l,"0-100",assembly,fuel,year,notes
Kia,EV3,35990,605,150,460,7.7,Gwangmyeong (South Korea),electric,2024,heat pump from the second trim
Škoda,Elroq 85,43900,"573*",210,470,6.6,Mladá Boleslav (Czech Republic),electric,2025,
Fiat,Grande Panda,from 24900,320,83,361,11.0,Kragujevac (Serbia),electric,2025,tbc
Toyota,Yaris Cross,TBC,n/a,85-96,397,,"Onnaing, France",full hybrid,2024,-
"""
TRIMS = """# Volvo EX30: which one?

The Volvo EX30 is a small SUV.

## Prices (Belgium)

| Trim | Price | Battery | Power | 0–100 km/h |
|---|---:|---|---|---|
| Core | €38,490 | 51 kWh | 200 kW | 5.7 s |
| *Ultra* | €48,290 | 69 kWh | 315 kW (428 hp) | 3.6 s |

The Ultra has two motors.
"""
PAIRS = """Dacia Sandero at a glance

The Dacia Sandero is the cheapest hatchback.

| Specification | Value |
|---|---|
| Length | 4.10 m |
| Boot | 328 l / 1,108 l |
| Price | from €12,990 |
| Built in | Tangier, Morocco |
| Fuel | petrol |
"""
TSV = "Model\tMarket launch\tWeight (kg)\tSeats\nHonda Jazz\tautumn 2020\t1304\t5\nHonda e:Ny1\tQ3 2023\t1,733\t5\n"
ROWS = """| | Peugeot 208 | Peugeot 308 |
|---|---|---|
| Length (mm) | 4055 | 4367 |
| Boot capacity | 311 litres | 412 litres |
| Platform | CMP | EMP2 |
"""
FRENCH = """modele;prix_eur;autonomie_km;coffre_l;usine
Renault 5;24 990;410;277;Douai (France)
Renault 4;29 990;409;375;Maubeuge (France)
Citroën ë-C3;23 300;NC;310;Trnava (Slovaquie)
"""
STATED = [
    (
        "fleet.csv",
        FLEET,
        {
            "Kia EV3 | price | 35990",
            "Kia EV3 | range | 605",
            "Kia EV3 | power | 150",
            "Kia EV3 | boot | 460",
            "Kia EV3 | acceleration | 7.7",
            "Kia EV3 | factory | Gwangmyeong",
            "Kia EV3 | built_in_country | South Korea",
            "Kia EV3 | powertrain | electric",
            "Škoda Elroq 85 | range | 573",
            "Fiat Grande Panda | price | 24900",
            "Toyota Yaris Cross | factory | Onnaing",
            "Toyota Yaris Cross | built_in_country | France",
            "Toyota Yaris Cross | power | 85-96",
        },
    ),
    (
        "trims.md",
        TRIMS,
        {
            "EX30 Core | price | €38,490",
            "EX30 Core | battery | 51 kWh",
            "EX30 Ultra | power | 315 kW",
            "EX30 Ultra | acceleration | 3.6 s",
        },
    ),
    (
        "pairs.md",
        PAIRS,
        {
            "Dacia Sandero | length | 4.10 m",
            "Dacia Sandero | price | €12,990",
            "Dacia Sandero | factory | Tangier",
            "Dacia Sandero | built_in_country | Morocco",
            "Dacia Sandero | powertrain | petrol",
        },
    ),
    (
        "jazz.tsv",
        TSV,
        {
            "Honda Jazz | launch | autumn 2020",
            "Honda Jazz | weight | 1304",
            "Honda Jazz | seats | 5",
            "Honda e:Ny1 | weight | 1,733",
        },
    ),
    (
        "rows.md",
        ROWS,
        {
            "Peugeot 208 | length | 4055",
            "Peugeot 308 | boot | 412 litres",
            "Peugeot 308 | platform | EMP2",
        },
    ),
]


@pytest.mark.parametrize(("name", "text", "facts"), STATED, ids=[row[0] for row in STATED])
def test_cells_are_facts_of_what_their_row_or_column_names(
    claims: Claims, name: str, text: str, facts: set[str]
) -> None:
    assert facts <= claims(text, name=name)


def test_french_spreadsheet(claims: Claims) -> None:
    found = claims(FRENCH, "fr", "gamme.csv")
    assert {
        "Renault 5 | price | 24 990",
        "Renault 4 | range | 409",
        "Citroën ë-C3 | boot | 310",
        "Renault 5 | factory | Douai",
        "Citroën ë-C3 | built_in_country | Slovaquie",
    } <= found
    assert not any(claim.startswith("Citroën ë-C3 | range") for claim in found)


@pytest.mark.parametrize("attribute", ["price", "range", "acceleration"])
def test_cells_without_a_value_state_nothing(claims: Claims, attribute: str) -> None:
    """Empty, "TBC" and "n/a" are no values, and no neighbour's value takes their place."""
    assert not any(claim.startswith(f"Toyota Yaris Cross | {attribute} |") for claim in claims(FLEET, name="fleet.csv"))


def test_columns_that_are_no_attribute_state_nothing(claims: Claims) -> None:
    said = claims(FLEET, name="fleet.csv")
    assert not any("heat pump" in claim or "| 2024" in claim for claim in said)


def test_rows_are_one_entity_with_their_brand(read: ReadText) -> None:
    entities = {entity.name: entity for entity in read(FLEET, name="fleet.csv").entities}
    assert (entities["Kia EV3"].kind, entities["Kia EV3"].brand) == ("model", "kia")
    assert "EV3" in entities["Kia EV3"].aliases


def test_trims_are_versions_of_the_model_above(read: ReadText) -> None:
    reading = read(TRIMS, name="trims.md")
    entities = {entity.name: entity for entity in reading.entities}
    assert (entities["EX30 Ultra"].kind, entities["EX30 Ultra"].parent) == ("version", "volvo-ex30")
    assert not any(entity.name in ("Core", "Ultra") for entity in reading.entities)


def test_headings_and_labels_narrow_what_cells_say(read: ReadText) -> None:
    prices = [fact for fact in read(TRIMS, name="trims.md").facts if fact.attribute == "price"]
    assert [dict(fact.qualifiers) for fact in prices] == [{"market": "Belgium"}] * 2
    ranges = [fact for fact in read(FLEET, name="fleet.csv").facts if fact.attribute == "range"]
    assert all(dict(fact.qualifiers) == {"cycle": "WLTP"} for fact in ranges)


def test_cells_with_two_different_values_wait_for_review(read: ReadText) -> None:
    found = [fact for fact in read(PAIRS, name="pairs.md").facts if fact.attribute == "boot"]
    assert [fact.origin for fact in found] == [Origin.PROPOSED]


def test_cells_are_stated(read: ReadText) -> None:
    assert {fact.certainty for fact in read(FLEET, name="fleet.csv").facts} == {Certainty.STATED}


INFOBOX = """Nissan Ariya

| Nissan Ariya |  |
|---|---|
| Assembly | Japan: Kaminokawa, Tochigi |
| Designer | Giovanny Arroba |
| Body style | 5-door SUV |
| Platform | CMF-EV |
| Battery | 63–87 kWh |
| Wheelbase | 2,775 mm (109.3 in) |
| Length/width/height | 4595/1850/1660 mm |

The Nissan Ariya is an electric SUV.
"""
FLEET_OF_TRIMS = """Make;Model;Trim;Price (GBP);Range (miles);DC charging (kW)
Hyundai;Ioniq 5;Advance;39900;273;240
Hyundai;Ioniq 5;Premium;43900;354;260
BYD;Seal U;Comfort;TBA;260;115
"""


def test_infobox(read: ReadText, claims: Claims) -> None:
    found = claims(INFOBOX, name="ariya.md")
    assert {
        "Nissan Ariya | factory | Kaminokawa",
        "Nissan Ariya | built_in_country | Japan",
        "Nissan Ariya | designer | Giovanny Arroba",
        "Nissan Ariya | body | 5-door SUV",
        "Nissan Ariya | platform | CMF-EV",
        "Nissan Ariya | battery | 63–87 kWh",
        "Nissan Ariya | wheelbase | 2,775 mm",
    } <= found
    assert not {claim for claim in found if "1660" in claim or "4595" in claim or "version_count" in claim}
    kinds = {entity.name: entity.kind for entity in read(INFOBOX, name="ariya.md").entities}
    assert kinds["Giovanny Arroba"] == "person"


def test_model_and_trim_columns_make_versions(read: ReadText, claims: Claims) -> None:
    assert {
        "Ioniq 5 Premium | price | 43900",
        "Ioniq 5 Advance | range | 273",
        "Seal U Comfort | charging_power | 115",
    } <= claims(FLEET_OF_TRIMS, name="trims.csv")
    entities = {entity.name: entity for entity in read(FLEET_OF_TRIMS, name="trims.csv").entities}
    version = entities["Seal U Comfort"]
    assert (version.kind, version.brand, version.parent) == ("version", "byd", "byd-seal-u")


@pytest.mark.parametrize(
    "text",
    [
        "| Year | Event |\n|---|---|\n| 1998 | The plant opens |\n| 2004 | A new model |\n",
        "| Name | Role |\n|---|---|\n| Anna Berg | chief engineer |\n",
        "a,b,c\n1,2,3\n4,5,6\n",
        "| Core | Ultra |\n|---|---|\n| 1 | 2 |\n",
    ],
)
def test_other_tables_state_nothing_of_cars(claims: Claims, text: str) -> None:
    assert not {claim for claim in claims(text, name="x.csv" if text.startswith("a,") else "x.md") if "price" in claim}
