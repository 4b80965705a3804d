"""A timeline looks as precise as the dates are."""

from bot.charts.layers import Scale
from bot.charts.plots import plot_of
from bot.charts.timeline import DOT, WIDTH, timelines_of
from facts.models import ValueKind
from tests.bot.charts.test_plots import amount, launch, things


def layers_of(panel):
    return {
        (layer["mark"]["type"], layer["mark"].get("cornerRadius"), layer["mark"].get("align")): layer["data"]["values"]
        for layer in panel["layer"]
        if "data" in layer
    }


def test_years_months_and_days_differ():
    entries = [[launch(20260101, 20261231)], [launch(20250601, 20250630)], [launch(20250220)]]
    (panel,) = timelines_of(plot_of(things(*entries), ["launch"]))
    layers = layers_of(panel)
    month, year = layers["rect", 2, None]
    (day,) = layers["rect", DOT / 2, None]
    assert round((year["x2"] - year["x"]) / (month["x2"] - month["x"])) == 12
    assert day["x2"] - day["x"] == DOT
    assert [one["text"] for one in layers["text", None, "right"]] == ["Car 2", "Car 1", "Car 0"]  # the earliest on top


def test_two_dates_share_their_years():
    entries = [
        [launch(20260101, 20261231), amount("reveal", ValueKind.DATE, 20250101, None, None)],
        [launch(20270101, 20271231), amount("reveal", ValueKind.DATE, 20250301, None, None)],
    ]
    panels = timelines_of(plot_of(things(*entries), ["launch", "reveal"]))
    assert [one["title"]["text"] for one in panels] == ["launch", "reveal"]
    assert len({str(one["layer"][0]["encoding"]["x"]["scale"]["domain"]) for one in panels}) == 1


def test_scale_of_one_moment_has_room_on_either_side():
    scale = Scale.over([0.0], [0.0], WIDTH)
    assert 0 <= scale.at(0.0) < WIDTH
    assert Scale.over([5.0], [5.0], 100).at(5.0) == 50
