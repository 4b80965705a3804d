"""Cells and labelled values."""

import pytest

from facts.lexicon import Lexicon
from facts.models import Passage
from facts.reading import Glossaries
from facts.reading.passages import passages_of
from facts.reading.tables import grids_of, labelled_value
from tests.facts.reading.conftest import MakeDocument


def cells(document: MakeDocument, lexicon: Lexicon, text: str, name: str) -> list[tuple[str | None, str | None, str]]:
    found = document(text, name)

    def words(span: tuple[int, int] | None) -> str | None:
        return None if span is None else text[slice(*span)]

    grids = list(grids_of(found, passages_of(found, lexicon)))
    return [
        (words(cell.row), words(cell.column), text[slice(*cell.value)])
        for grid in grids
        for number in range(len(grid.rows))
        for cell in grid.cells(number)
    ]


def test_markdown_cells(lexicon: Lexicon, document: MakeDocument) -> None:
    text = "| Trim | Price | Note |\n|---|---|---|\n| **Base** | €20,000 | |\n| Top | €25,000 | fast |\n"
    assert cells(document, lexicon, text, "a.md") == [
        ("Base", "Price", "€20,000"),
        ("Top", "Price", "€25,000"),
        ("Top", "Note", "fast"),
    ]


def test_spreadsheet_cells(lexicon: Lexicon, document: MakeDocument) -> None:
    text = 'model;price_eur;note\nAero;20000;"a; ""b"""\nBolt;;x\n'
    assert cells(document, lexicon, text, "x.csv") == [
        ("Aero", "price_eur", "20000"),
        ("Aero", "note", 'a; ""b""'),
        ("Bolt", "note", "x"),
    ]


@pytest.mark.parametrize(
    ("item", "label", "value"),
    [
        ("Battery: 52 kWh (LFP)", "Battery", "52 kWh (LFP)"),
        ("0-100 km/h : 9,2 s", "0-100 km/h", "9,2 s"),
        ("Top speed 112mph", "Top speed", "112mph"),
        ("Price £44,950", "Price", "£44,950"),
    ],
)
def test_labelled_values(item: str, label: str, value: str) -> None:
    cell = labelled_value(item, Passage("a", 0, 0, len(item), "item", 0))
    assert cell is not None
    assert cell.row is not None
    assert (item[slice(*cell.row)], item[slice(*cell.value)]) == (label, value)


@pytest.mark.parametrize("item", ["a heat pump", "Price:", "52 kWh"])
def test_other_items_have_no_label(item: str) -> None:
    assert labelled_value(item, Passage("a", 0, 0, len(item), "item", 0)) is None


@pytest.mark.parametrize(
    ("header", "unit"),
    [
        ("price_eur", "EUR"),
        ("Range (km)", "km"),
        ("Power in kW", "kW"),
        ("boot_l", "l"),
        ("Share (%)", "%"),
        ("segment", None),
        ("on_sale", None),
    ],
)
def test_unit_of_a_header(glossaries: Glossaries, header: str, unit: str | None) -> None:
    found = glossaries.plain("en").unit_of(header, 0, len(header))
    assert (found and found.id) == unit


def test_cell_takes_the_unit_of_its_header(glossaries: Glossaries) -> None:
    reader = glossaries.plain("en")
    value = reader.value_of("1984", 0, 4, reader.unit_of("weight_kg", 0, 9))
    assert value is not None
    assert (value.value.amount, value.value.unit) == (1984, "kg")
