"""Labelled items under a heading, and tables either way round."""

import pytest

from tests.facts.extracting.conftest import Claims

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
TAKES_NOTHING = [
    "Figures\n\n- Battery: 81.4 kWh\n- Range: 630 km",
]


@pytest.mark.parametrize(("text", "facts"), READS_LISTS_AND_TABLES)
def test_reads_lists_and_tables(claims: Claims, text: str, facts: set[str]) -> None:
    """The label or header is the cue, the cell the value."""
    assert facts <= claims(text)


@pytest.mark.parametrize("text", TAKES_NOTHING)
def test_takes_nothing(claims: Claims, text: str) -> None:
    """Cells without a subject or a known label."""
    assert claims(text) == set()
