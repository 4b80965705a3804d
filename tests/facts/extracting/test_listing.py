"""Labelled items under a heading, and tables either way round."""

import pytest

from tests.facts.extracting.conftest import Claims, ReadText

BY_COLUMN = """The Kia EV4 was shown in Seoul.

| Model | Range | Boot |
|---|---|---|
| Kia EV4 | 630 km | 490 litres |
| Kia EV5 | TBC | 566 litres |
"""
BY_ROW = """The Kia EV4 meets the Kia EV5.

| | Kia EV4 | Kia EV5 |
|---|---|---|
| Range | 630 km | n/a |
| Boot | 490 litres | 566 litres |
"""
READS_LISTS_AND_TABLES = [
    (
        "Specs of the Kia EV4\n\n- Battery: 81.4 kWh\n- Range: 630 km\n- Boot: 490 litres",
        {"Kia EV4 | battery | 81.4 kWh", "Kia EV4 | range | 630 km", "Kia EV4 | boot | 490 litres"},
    ),
    (
        "The Kia EV4 and its figures:\n\n- Battery: 81.4 kWh\n- Top speed: 170 km/h\n- Price: TBC",
        {"Kia EV4 | top_speed | 170 km/h", "Kia EV4 | battery | 81.4 kWh"},
    ),
    (
        BY_COLUMN,
        {"Kia EV5 | boot | 566 litres", "Kia EV4 | range | 630 km", "Kia EV4 | boot | 490 litres"},
    ),
    (
        BY_ROW,
        {"Kia EV5 | boot | 566 litres", "Kia EV4 | range | 630 km", "Kia EV4 | boot | 490 litres"},
    ),
]
UNDER_LEADS = """# Polestar 4: the figures

The Polestar 4 is an electric SUV coupé.

Standard range version:
- Price: from €61,900
- Battery: 100 kWh (NMC)
- Range: 620 km (WLTP)
- Towing: n/a

Performance
- Price: €73,900
- Range: 590 km

The same for both versions
- Platform: SEA
- Made in: Busan (South Korea)
- Seats: 5
- Boot: 526 litres (1,536 litres with the seats folded)
- Drive: rear-wheel drive
- Colours: snow, gold, black

## The old model

- Boot: 300 litres
- Width: 1.80 m

## Prices in Germany

- Polestar 4: €63,400
"""
CLAIMED_UNDER_LEADS = {
    "Polestar 4 Standard range | price | €61,900",
    "Polestar 4 Standard range | range | 620 km",
    "Polestar 4 Performance | price | €73,900",
    "Polestar 4 | platform | SEA",
    "Polestar 4 | factory | Busan",
    "Polestar 4 | built_in_country | South Korea",
    "Polestar 4 | seats | 5",
    "Polestar 4 | boot | 526 litres",
    "Polestar 4 | boot_folded | 1,536 litres",
    "Polestar 4 | drivetrain | rear-wheel drive",
    "Polestar 4 | colours | snow, gold, black",
    "Polestar 4 | price | €63,400",
}
ON_ONE_LINE = [
    "SPECIFICATION Price £33,795 Power 268bhp Torque 253lb ft 0-62mph 5.3sec Top speed 112mph Range 295 miles",
    "Key facts: price £33,795, power 268bhp; torque 253lb ft, 0-62mph 5.3sec, top speed 112mph, range 295 miles.",
    "Price £33,795 | Power 268bhp | Torque 253lb ft | 0-62mph 5.3sec | Top speed 112mph | Range 295 miles",
]
NO_SPECIFICATION = [
    "Its price rose by £795, its power by 28bhp, its torque by 25lb ft and its range by 95 miles.",
    "We saw a price of £33,795 at the dealer, a power of 268bhp on the dyno and a range of 295 miles.",
]
TAKES_NOTHING = [
    "Figures\n\n- Battery: 81.4 kWh\n- Range: 630 km",
]


@pytest.mark.parametrize(("text", "facts"), READS_LISTS_AND_TABLES)
def test_reads_lists_and_tables(claims: Claims, text: str, facts: set[str]) -> None:
    """The label or header is the cue, the cell the value."""
    assert facts <= claims(text)


def test_lines_above_a_list_make_its_subject(claims: Claims) -> None:
    """The introduction names a version, the heading a car; what they say of other cars is of no use here."""
    found = claims(UNDER_LEADS)
    assert found >= CLAIMED_UNDER_LEADS
    assert not {claim for claim in found if "300 litres" in claim or "1.80 m" in claim or "towing" in claim}


def test_prices_hold_for_the_market_of_the_heading(read: ReadText) -> None:
    prices = {fact.value.text: dict(fact.qualifiers) for fact in read(UNDER_LEADS).facts if fact.attribute == "price"}
    assert (prices["€63,400"], prices["€73,900"]) == ({"market": "Germany"}, {})


@pytest.mark.parametrize("line", ON_ONE_LINE)
def test_specification_on_one_line(claims: Claims, line: str) -> None:
    found = claims(f"Volvo EX30 tested\n\nThe Volvo EX30 is a small SUV.\n\n{line}")
    assert {
        "Volvo EX30 | price | £33,795",
        "Volvo EX30 | power | 268bhp",
        "Volvo EX30 | torque | 253lb ft",
        "Volvo EX30 | acceleration | 5.3sec",
        "Volvo EX30 | top_speed | 112mph",
        "Volvo EX30 | range | 295 miles",
    } <= found


@pytest.mark.parametrize("line", NO_SPECIFICATION)
def test_sentences_are_no_specification(read: ReadText, line: str) -> None:
    reading = read(f"Volvo EX30 tested\n\nThe Volvo EX30 is a small SUV.\n\n{line}")
    assert not [fact for fact in reading.facts if fact.pattern.startswith("list.")]


@pytest.mark.parametrize("text", TAKES_NOTHING)
def test_takes_nothing(claims: Claims, text: str) -> None:
    """Cells without a subject or a known label."""
    assert claims(text) == set()
