"""What can be looked at without a question, in the shipped article."""

import pytest

from bot.browsing import Browser
from facts.store.reader import FactStore


@pytest.fixture(scope="module")
def browser(shipped_facts: FactStore) -> Browser:
    return Browser(shipped_facts)


@pytest.mark.parametrize(
    ("entity", "language", "name", "kind"),
    [
        ("renault-twingo", "en", "Renault Twingo", "car"),
        ("dacia-city-car", "fr", "citadine Dacia", "voiture"),
        ("luca-de-meo", "en", "Luca de Meo", "person"),
    ],
)
def test_entity_is_named_in_the_language(browser, entity, language, name, kind):
    found = browser.named(entity, language)
    assert (found.id, found.name, found.kind) == (entity, name, kind)


@pytest.mark.parametrize("entity", ["", "renault-zoe", "Renault Twingo", "x" * 5_000])
def test_unknown_entity_is_none(browser, entity):
    assert browser.named(entity, "en") is None
    assert browser.sheet(entity, "en") is None


def test_sheet_tells_first_what_one_tells_first(browser):
    sheet = browser.sheet("renault-twingo", "en")
    assert [(entry.label, entry.text) for entry in sheet.entries[:5]] == [
        ("price", "20,000 euros"),
        ("platform", "AMPR Small"),
        ("factory", "Novo Mesto (expected)"),
        ("country of production", "Slovakia (expected)"),
        ("launch", "2026"),
    ]


def test_sheet_tells_what_points_to_the_entity(browser):
    told = [entry.text for entry in browser.sheet("dacia-spring", "en").entries]
    assert [text for text in told if "city car" in text] == ["The Dacia city car replaces the Dacia Spring"]


def test_sheet_speaks_french(browser):
    first = browser.sheet("dacia-city-car", "fr").entries[0]
    assert (first.label, first.text, first.question) == (
        "prix",
        "environ 18\u00a0000\u00a0€ (prévu)",
        "Prix de la citadine Dacia ?",
    )


def test_every_entry_has_its_quote(browser, shipped_facts):
    for entity in shipped_facts.entities():
        sheet = browser.sheet(entity.id, "en")
        for entry in sheet.entries if sheet else ():
            text = shipped_facts.document(entry.source.document).text
            assert text[entry.source.start : entry.source.end] == entry.source.quote


def test_excerpt_stands_among_its_neighbours(browser, shipped_facts):
    (document,) = shipped_facts.documents()
    passage = shipped_facts.passages(document.name)[7]
    found = browser.excerpt(document.digest[:12], passage.start, passage.end)
    text = shipped_facts.document(document.name).text
    assert found.source.quote == text[passage.start : passage.end]
    assert text[: passage.start].endswith(found.before.removeprefix("… "))
    assert text[passage.end :].startswith(found.after.removesuffix(" …"))
    assert (found.position, found.passages) == (8, 18)


@pytest.mark.parametrize(
    ("digest", "start", "end"),
    [("", 0, 10), ("0458", 0, 10), ("ffffffffffff", 0, 10), ("g%' OR 1=1 --", 0, 10), (None, -1, 4), (None, 9, 9),
     (None, 9, 3), (None, 0, 10**9), (None, 10**30, 10**30 + 1)],
)  # fmt: skip
def test_no_such_place_is_none(browser, shipped_facts, digest, start, end):
    (document,) = shipped_facts.documents()
    assert browser.excerpt(document.digest[:12] if digest is None else digest, start, end) is None
