"""The words around a picture, in both languages."""

import pytest

from bot.charts.plots import Axis, Plot, plot_of
from bot.discord.rendering.charts import LONGEST_ALT, axis_title, caption_of, described, left_out
from bot.discord.texts import texts_in
from bot.models.answer import Source
from facts.models import ValueKind
from tests.bot.charts.test_plots import euros, things

ENGLISH, FRENCH = texts_in("en"), texts_in("fr")


@pytest.mark.parametrize(
    ("axis", "english", "french"),
    [
        (Axis("price", ValueKind.MONEY, "EUR"), "price (euros)", "price (euros)"),
        (Axis("price", ValueKind.MONEY, "GBP", ("UK",)), "price (British pounds, UK)", "price (livres sterling, UK)"),
        (Axis("range", ValueKind.QUANTITY, "km", ("WLTP",)), "range (km, WLTP)", "range (km, WLTP)"),
        (Axis("use", ValueKind.QUANTITY, "kWh_100km"), "use (kWh/100km)", "use (kWh/100km)"),
        (Axis("warranty", ValueKind.DURATION, "years"), "warranty (years)", "warranty (ans)"),
        (Axis("sprint", ValueKind.DURATION, "s"), "sprint (s)", "sprint (s)"),
        (Axis("launch", ValueKind.DATE, ""), "launch", "launch"),
    ],
)  # fmt: skip
def test_axis_says_what_it_is_measured_in(axis, english, french):
    assert axis_title(axis, ENGLISH) == english
    assert axis_title(axis, FRENCH) == french


def test_caption_names_each_document_once_and_what_is_hollow_where_anything_is():
    one, other = Source("a.md", "x", 0, 1, title="Prices", published="2026-02"), Source("b.md", "x", 0, 1)
    assert caption_of([one, other, one], ENGLISH, is_sure=True) == "Sources: Prices · 2026-02; b.md"
    assert caption_of([one], FRENCH, is_sure=False) == (
        "Sources : Prices · 2026-02 — en creux : prévu, ou seulement une limite"
    )


def test_of_many_documents_the_first_are_named():
    many = [Source(f"{n}.md", "x", 0, 1) for n in range(9)]
    assert caption_of(many, ENGLISH, is_sure=True).endswith("5.md; … and 3 more")


def test_numbers_are_cut_to_what_discord_takes():
    assert len(described("20,000 euros, " * 200)) == LONGEST_ALT


@pytest.mark.parametrize(
    ("plot", "more", "said"),
    [
        (None, False, "Nothing is drawn: fewer than two have a value of the same unit"),
        (plot_of(things([euros(1)], [euros(2)]), ["price"]), False, ""),
        (Plot((), (), unlike=2), False, "Not in the picture: 2 with another unit"),
        (plot_of(things([euros(1)], [euros(2)]), ["price"]), True, "The picture shows the first 2;"),
        (Plot((), (), left=3), False, "The picture shows the first 0;"),
    ],
)
def test_what_is_left_out_is_said(plot, more, said):
    told = left_out(plot, ENGLISH, has_more=more)
    assert told.startswith(said)
    assert bool(told) == bool(said)
