"""What of many things stands in one picture, and what must not."""

import json
from datetime import UTC, datetime

import pytest

from bot.charts.picture import plotted
from bot.charts.plots import MOST, numbers_of, panel_of, plot_of
from bot.models.answer import Source
from bot.models.sheet import Entry, Listing, Named
from facts.models import Bound, Value, ValueKind

SOURCE = Source("a.md", "x", 0, 1)


def amount(attribute: str, kind: ValueKind, low: float | None, high: float | None, unit: str | None, **more) -> Entry:
    value = Value(f"{low:g}" if low is not None else "soon", kind, low, high, unit, bound=more.pop("bound", None))
    return Entry(attribute, attribute, value.text, SOURCE, value, more.pop("certainty", "stated"), "?", **more)


def euros(low: float, high: float | None = None, unit: str = "EUR", **more) -> Entry:
    return amount("price", ValueKind.MONEY, low, high, unit, **more)


def km(low: float, high: float | None = None, **more) -> Entry:
    return amount("range", ValueKind.QUANTITY, low, high, "km", **more)


def launch(low: float | None, high: float | None = None, **more) -> Entry:
    return amount("launch", ValueKind.DATE, low, high, None, **more)


def seconds(attribute: str, low: float) -> Entry:
    return amount(attribute, ValueKind.DURATION, low, None, "s")


def things(*entries: list[Entry]) -> list[Listing]:
    return [Listing(Named(f"e{n}", f"Car {n}", "car"), tuple(those)) for n, those in enumerate(entries)]


WLTP = {"cycle": "WLTP"}
GERMANY = {"market": "Germany"}


@pytest.mark.parametrize(
    ("attributes", "entries"),
    [
        (["price"], []),
        (["price"], [[euros(1)]]),
        (["price"], [[euros(1)], [euros(2, unit="USD")]]),
        (["price"], [[euros(1)], [euros(2, qualifiers=GERMANY)]]),
        (["range"], [[km(1)], [km(2, qualifiers=WLTP)]]),
        (["launch"], [[launch(20260101)], [launch(None)]]),
        (["price", "range"], [[euros(1), km(1)], [euros(2)]]),
        (["price", "range"], [[euros(1), km(1)], [euros(2), km(2, qualifiers=WLTP)], [euros(3, unit="USD"), km(3)]]),
        (["seats"], [[amount("seats", ValueKind.COUNT, 4, None, None)]] * 2),
        (["name"], [[amount("name", ValueKind.TEXT, 4, None, None)]] * 2),
    ],
)
def test_nothing_is_drawn_from_fewer_than_two_alike(attributes, entries):
    assert plot_of(things(*entries), attributes) is None


def test_measure_that_most_share_is_drawn_and_the_rest_is_counted():
    plot = plot_of(things([euros(1)], [euros(2, unit="USD")], [euros(3)], [euros(4, qualifiers=GERMANY)]), ["price"])
    assert [one.name for one in plot.marks] == ["Car 0", "Car 2"]
    assert (plot.unlike, plot.left) == (2, 0)


def test_of_several_values_the_one_that_is_measured_as_the_others_is_drawn():
    plot = plot_of(things([euros(1, unit="USD"), euros(9), euros(2)], [euros(3)]), ["price"])
    assert [one.extents[0].low for one in plot.marks] == [9, 3]
    assert plot.unlike == 0


def test_what_all_share_is_told_with_the_axis():
    (axis,) = plot_of(things([km(1, qualifiers=WLTP)], [km(2, qualifiers=WLTP)]), ["range"]).axes
    assert (axis.label, axis.unit, axis.narrowed) == ("range", "km", ("WLTP",))


def test_no_more_than_can_be_read():
    plot = plot_of(things(*([euros(n)] for n in range(MOST + 3))), ["price"])
    assert (len(plot.marks), plot.left) == (MOST, 3)


@pytest.mark.parametrize(
    ("low", "high", "days"),
    [(20260220, 20260220, 1), (20260220, None, 1), (20260201, 20260228, 28), (20260101, 20261231, 365)],
)
def test_date_is_as_long_as_it_is_precise(low, high, days):
    plot = plot_of(things([launch(low, high)], [launch(20250101)]), ["launch"])
    (extent,) = plot.marks[0].extents
    assert (extent.high - extent.low) / 86_400 == days
    assert datetime.fromtimestamp(extent.low, UTC).strftime("%Y%m%d") == str(low)


@pytest.mark.parametrize(
    ("amounts", "unit", "drawn"),
    [((5.6, 10.4), "s", [5.6, 10.4]), ((1_800, 3_600), "min", [30, 60]), ((94_672_800, 252_460_800), "years", [3, 8])],
)
def test_durations_are_told_in_a_unit_that_fits(amounts, unit, drawn):
    plot = plot_of(things(*([seconds("warranty", one)] for one in amounts)), ["warranty"])
    assert plot.axes[0].unit == unit
    assert [one.extents[0].low for one in plot.marks] == pytest.approx(drawn)


@pytest.mark.parametrize(
    ("more", "is_sure"),
    [
        ({}, True),
        ({"certainty": "approximate"}, True),
        ({"bound": Bound.FROM}, True),
        ({"certainty": "expected"}, False),
        ({"certainty": "rumoured"}, False),
        ({"bound": Bound.BELOW}, False),
        ({"bound": Bound.UP_TO}, False),
    ],
)
def test_what_is_not_firm_is_hollow(more, is_sure):
    plot = plot_of(things([euros(1, **more)], [euros(2)]), ["price"])
    assert [one.is_sure for one in plot.marks] == [is_sure, True]


def test_bars_stand_in_the_order_of_their_amounts():
    panel = panel_of(plot_of(things([euros(3)], [euros(1, 2)], [euros(1)]), ["price"]))
    assert [(one.amount, one.upper) for one in panel.points] == [(1, None), (1, 2), (3, None)]


def test_numbers_are_told_in_words():
    plot = plot_of(things([euros(1), km(9)], [euros(2), km(8)]), ["price", "range"])
    assert numbers_of(plot) == "price, range: Car 0 1, 9; Car 1 2, 8"


@pytest.mark.parametrize(
    ("attributes", "shown"),
    [
        (["price"], ["price"]),
        (["launch"], ["launch"]),
        (["price", "range"], ["€ up", "km across"]),
        (["launch", "price"], ["when", "€ up"]),
        (["launch", "reveal"], ["launch", "reveal"]),
    ],
)
def test_each_sort_of_attribute_has_its_picture(attributes, shown):
    reveal = [amount("reveal", ValueKind.DATE, low, None, None) for low in (20250101, 20250301)]
    entries = [[euros(1), km(9), launch(20260101), reveal[0]], [euros(2), km(8), launch(20270101), reveal[1]]]
    titles = {"price": "€ up", "range": "km across", "launch": "when", "reveal": "when first"}
    plot = plot_of(things(*entries), attributes)
    spec = plotted(plot, [titles[one] for one in attributes], "Sources: a.md", "fr-FR")
    drawn = json.dumps(spec, ensure_ascii=False)
    assert all(f'"{one}"' in drawn for one in shown)
    assert (spec["usermeta"]["locale"], spec["title"]["text"]) == ("fr-FR", ["Sources: a.md"])
