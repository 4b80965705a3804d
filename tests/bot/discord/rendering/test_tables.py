"""A comparison as blocks of lines: gaps are named, what all share is said once, and it stays within limits."""

from dataclasses import replace

from bot.discord.rendering import limits
from bot.discord.rendering.tables import grid_embed
from bot.models.answer import Conflict, Source
from bot.models.sheet import Entry, Grid, GridRow, Named
from facts.models import Value, ValueKind

SOURCE = Source("a.md", "x", 0, 1, title="Prices", publisher="AFP", published="2026-02-20")
PRICE = Entry("price", "price", "20,000 euros", SOURCE, Value("20,000 euros", ValueKind.MONEY), "stated", "?")
SUBJECTS = (Named("a", "Twin_go", "car"), Named("b", "Spring", "car"))


def lines(*rows: GridRow) -> list[str]:
    return grid_embed(Grid(SUBJECTS, "en", rows)).description.splitlines()


def test_each_has_a_line_and_gaps_are_named():
    other = replace(PRICE, text="*18,000*")
    rows = (GridRow("price", "price", (PRICE, other)), GridRow("launch", "launch", (None, PRICE)))
    assert lines(*rows)[:3] == ["**price**", r"- Twin\_go: 20,000 euros", r"- Spring: \*18,000\*"]
    assert lines(rows[1])[1] == r"- Twin\_go: *not known*"


def test_what_all_share_is_said_once():
    assert lines(GridRow("price", "price", (PRICE, PRICE)))[0] == "**price**: 20,000 euros (all)"


def test_what_other_documents_say_is_shown():
    disputed = replace(PRICE, conflicts=(Conflict("25,000 euros", SOURCE),))
    shown = lines(GridRow("price", "price", (disputed, PRICE)))
    assert shown[1] == r"- Twin\_go: 20,000 euros (another document says: 25,000 euros)"


def test_sources_are_named_with_their_date():
    assert lines(GridRow("price", "price", (PRICE, PRICE)))[-1] == "Prices · AFP · 2026-02-20"


def test_long_comparison_is_cut_and_counted():
    long = replace(PRICE, text="x" * 400)
    rows = tuple(GridRow(f"a{n}", f"label {n}", (long, replace(long, text="y" * 400))) for n in range(40))
    shown = grid_embed(Grid(SUBJECTS, "en", rows))
    assert len(shown) <= limits.EMBED
    assert "and 26 more" in shown.description
