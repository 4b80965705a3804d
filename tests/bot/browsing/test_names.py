"""Names and questions as they are typed, on the shipped article."""

import pytest

from bot.browsing import Browser
from facts.store.reader import FactStore


@pytest.fixture(scope="module")
def browser(shipped_facts: FactStore) -> Browser:
    return Browser(shipped_facts)


@pytest.mark.parametrize(
    ("typed", "language", "first"),
    [
        ("tw", "en", "What is the price of the Renault Twingo?"),
        ("twingo", "fr", "Prix de la Renault Twingo ?"),
        ("renault twingo pl", "en", "What is the platform of the Renault Twingo?"),
        ("how much is the dacia spr", "en", "What is the country of production of the Dacia Spring?"),
        ("when is the twingo launch", "en", "What is the launch of the Renault Twingo?"),
        ("twigno", "en", "What is the price of the Renault Twingo?"),
        ("usine citadine dacia", "fr", "Usine de la citadine Dacia ?"),
        ("", "en", "What is the price of the Dacia city car?"),
        ("renault twingo price", "fr", "Prix de la Renault Twingo ?"),
        ("twigno price", "en", "What is the price of the Renault Twingo?"),
        ("price", "en", "What is the price of the Dacia city car?"),
        ("prix", "en", "What is the price of the Dacia city car?"),
        ("factory", "fr", "Usine de la citadine Dacia ?"),
    ],
)
def test_question_that_has_an_answer_comes_first(browser, typed, language, first):
    assert browser.questions(typed, language)[0] == first


def test_named_attribute_leaves_the_others_out(browser):
    assert browser.questions("renault twingo price", "en") == ["What is the price of the Renault Twingo?"]


@pytest.mark.parametrize("typed", ["zzz", "?!", "\u200b", "x" * 6_000, "'; DROP TABLE aliases; --", "%", "_"])
def test_what_nothing_is_known_of_suggests_nothing(browser, typed):
    assert browser.questions(typed, "en") == []
    assert browser.names(typed, "en") == []


@pytest.mark.parametrize("typed", ["", "a", "r", "n", "the", "price of the", "dacia dacia dacia"])
def test_no_more_and_no_longer_than_discord_takes(browser, typed):
    found = browser.questions(typed, "fr")
    assert len(found) <= 25
    assert all(0 < len(one) <= 100 for one in found)
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Dacia", ["Dacia", "Dacia Spring", "Dacia city car"]),
        ("spring", ["Dacia Spring"]),
        ("sprnig", ["Dacia Spring"]),
        ("Luca", ["Luca de Meo"]),
        ("meo", ["Luca de Meo"]),
    ],
)
def test_names_that_go_on_so(browser, typed, names):
    found = [one.name for one in browser.names(typed, "en")]
    assert set(names) <= set(found)


def test_names_of_some_kinds_only(browser):
    assert {one.kind for one in browser.names("n", "en", ("model",))} == {"car"}


def test_documents_are_listed_with_their_number(browser):
    documents, total = browser.documents(0, 10)
    assert ([one.name for one in documents], total) == (["000_ad851ee6ba49fdef.txt"], 1)
    assert browser.documents(10, 10)[0] == []


@pytest.mark.parametrize(
    ("name", "entities"),
    [
        ("twingo", ["renault-twingo"]),
        ("RENAULT TWINGO", ["renault-twingo"]),
        ("Renault-Twingo", ["renault-twingo"]),
        ("tw", []),
    ],
)
def test_name_in_full_means_who_has_it(browser, name, entities):
    assert [one.id for one in browser.called(name, "en")] == entities
