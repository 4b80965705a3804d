"""Pages of many kinds give their title, their body and their tables, and nothing of what stands around."""

import tomllib
from pathlib import Path

import pytest

from facts.reading.pages import page_text

PAGES = tomllib.loads((Path(__file__).parent / "pages.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", PAGES)
def test_page_gives_its_main_part_and_nothing_else(name: str) -> None:
    assert page_text(PAGES[name]["markup"]).text == PAGES[name]["text"]


@pytest.mark.parametrize("name", PAGES)
def test_page_says_what_it_is(name: str) -> None:
    metadata = page_text(PAGES[name]["markup"]).metadata
    said = {key: value for key in PAGES[name]["says"] if (value := getattr(metadata, key)) is not None}
    assert said == {key: value for key, value in PAGES[name]["says"].items() if value}
