"""A sheet in pages: every entry is on one of them, none is over what Discord takes, and each page has its sources."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.discord.rendering import limits
from bot.discord.rendering.sheets import SHOWN, sheet_embed, starts_of
from bot.models.answer import Conflict, Source
from bot.models.sheet import Entry, Sheet
from tests.bot.discord.shelf import Shown

SHORT = Shown().sheet("twingo", "en")
ENTRY = SHORT.entries[0]


def sheet(*entries: Entry) -> Sheet:
    return replace(SHORT, entries=entries)


def pages(shown: Sheet) -> list[str]:
    return [sheet_embed(shown, page).description for page in range(len(starts_of(shown)))]


def test_page_holds_what_one_takes_in():
    many = sheet(*(replace(ENTRY, label=f"label {number}") for number in range(2 * SHOWN + 1)))
    assert starts_of(many) == [0, SHOWN, 2 * SHOWN]
    assert [page.count("**label ") for page in pages(many)] == [SHOWN, SHOWN, 1]
    assert sheet_embed(many, 1).footer.text == "model · and 1 more"


def test_page_that_is_not_there_is_empty():
    assert "price" not in sheet_embed(SHORT, 1).description


@settings(deadline=None, max_examples=20)
@given(st.lists(st.tuples(st.text("*_ab ", max_size=400), st.integers(0, 20)), min_size=1, max_size=20))
def test_no_entry_is_lost_between_pages_and_no_page_is_too_long(written: list[tuple[str, int]]):
    rival = Conflict("another value, " * 20, ENTRY.source)
    entries = (
        replace(ENTRY, label=f"({number})", text=text, conflicts=(rival,) * rivals)
        for number, (text, rivals) in enumerate(written)
    )
    whole = pages(sheet(*entries))
    assert all(len(page) <= limits.DESCRIPTION for page in whole)
    together = "\n".join(whole)
    assert [together.count(f"**({number})**") for number in range(len(written))] == [1] * len(written)


@pytest.mark.parametrize("address", ["https://example.org/a", "https://example.org/" + "a" * 2_000])
def test_source_is_named_however_long_its_address_is(address: str):
    sources = (Source("article.txt", "", 0, 0, title=f"Title {n}", url=address) for n in range(9))
    page = sheet_embed(sheet(*(replace(ENTRY, source=one) for one in sources))).description
    assert "Title 0" in page
    assert "Title 2" in page
    assert page.endswith("… and 6 more")
