"""What of a comparison can be drawn, and what must not be."""

from dataclasses import replace

import pytest

from bot.charts.picture import picture_of
from bot.charts.points import Panel, alt_text, panels_of
from bot.models.answer import Source
from bot.models.sheet import Entry, Grid, GridRow, Named
from facts.models import Value, ValueKind

SOURCE = Source("a.md", "x", 0, 1)


def entry(
    text: str, amount: float | None, unit: str | None, kind: ValueKind = ValueKind.MONEY, **fields: object
) -> Entry:
    value = Value(text, kind, amount, fields.pop("upper", None), unit)
    return Entry("price", "price", text, SOURCE, value, fields.pop("certainty", "stated"), "?")


def grid(*cells: Entry | None) -> Grid:
    names = tuple(Named(f"e{n}", f"Car {n}", "car") for n in range(len(cells)))
    return Grid(names, "en", (GridRow("price", "price", cells),))


EURO = entry("20,000 euros", 20_000, "EUR")


@pytest.mark.parametrize(
    "cells",
    [
        (EURO, None),
        (None, None),
        (EURO, entry("$20,000", 20_000, "USD")),
        (EURO, replace(EURO, qualifiers={"market": "Germany"})),
        (EURO, replace(EURO, qualifiers={"price_kind": "after aid"})),
        (EURO, entry("soon", None, None, ValueKind.TEXT)),
        (entry("yes", 1, None, ValueKind.TEXT), entry("no", 0, None, ValueKind.TEXT)),
    ],
)
def test_what_cannot_be_compared_is_not_drawn(cells):
    assert panels_of(grid(*cells)) == ()


def test_amounts_of_one_unit_are_drawn_with_their_words():
    (panel,) = panels_of(grid(EURO, None, entry("about 18,000 euros", 18_000, "EUR", certainty="expected")))
    assert [(one.name, one.amount, one.is_sure) for one in panel.points] == [
        ("Car 0", 20_000, True),
        ("Car 2", 18_000, False),
    ]
    assert alt_text([panel]) == "price: Car 0 20,000 euros, Car 2 about 18,000 euros"


def test_no_more_panels_than_can_be_read():
    many = grid(EURO, EURO)
    assert len(panels_of(Grid(many.subjects, "en", many.rows * 9))) == 3


def test_expected_values_are_hollow_and_ranges_are_ranges():
    (panel,) = panels_of(grid(entry("10 to 20", 10, "EUR", upper=20.0, certainty="expected"), EURO))
    (drawn,) = picture_of([panel], "Sources: a.md")["vconcat"]
    first, second = drawn["data"]["values"]
    assert (first["from"], first["to"], first["fill"]) == (10, 20, "#FFFFFF")
    assert (second["from"], second["to"], second["fill"]) == (0.0, 20_000, "#2B6CB0")


def test_long_caption_is_broken_into_lines():
    lines = picture_of([Panel("price", "EUR", panels_of(grid(EURO, EURO))[0].points)], "word " * 60)["title"]["text"]
    assert all(len(line) <= 95 for line in lines)
    assert " ".join(lines) == ("word " * 60).strip()
