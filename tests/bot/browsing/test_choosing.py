"""What a list can be narrowed to and drawn of, in an invented lineup."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.browsing import Browser
from facts.store.reader import FactStore
from tests.bot.world import lexicon, lineup


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    target: Path = tmp_path_factory.mktemp("choosing") / "facts.db"
    with FactStore.open(lineup().write(target, lexicon())) as store:
        yield Browser(store)


@pytest.mark.parametrize(
    ("brand", "beside", "attributes"),
    [
        (None, None, ["price", "launch"]),  # two prices in euros, two dates; one range, one weight
        ("alda", None, ["launch"]),  # one price in euros, one in dollars
        ("bexa", None, []),
        (None, "price", []),  # one thing alone has a price and a date
        (None, "nothing of the sort", []),
    ],
)
def test_attributes_are_those_with_two_values_beside_each_other(browser, brand, beside, attributes):
    assert list(browser.attributes(brand, "en", beside)) == attributes


def test_attributes_are_called_as_in_the_language(browser):
    assert browser.attributes(None, "fr") == {"price": "prix", "launch": "lancement"}


@pytest.mark.parametrize(
    ("typed", "attribute"), [("price", "price"), ("Prix", "price"), ("poids", "weight"), ("colour", None), ("", None)]
)
def test_attribute_is_known_by_its_name_in_either_language(browser, typed, attribute):
    assert browser.attribute(typed) == attribute


@pytest.mark.parametrize(("typed", "names"), [("", ["Alda", "Bexa"]), ("al", ["Alda"]), ("va", []), ("zz", [])])
def test_brands_are_those_that_have_models(browser, typed, names):
    """Vano is a brand too, of which nothing is known."""
    assert [one.name for one in browser.brands(typed, "en")] == names


def test_list_of_attributes_holds_every_value_of_whatever_has_them_all(browser):
    found, more = browser.listings(None, "en", 0, 9, ["price", "launch"])
    told = {one.subject.name: [(entry.attribute, entry.text) for entry in one.entries] for one in found}
    assert told == {
        "Alda Brio": [("price", "21,000 euros"), ("launch", "2026")],
        "Alda Corso": [("price", "30,000 dollars (United States)"), ("launch", "March 2027")],
        "Bexa Nido": [("price", "around 18,500 euros (expected)"), ("launch", "soon after the Brio (expected)")],
    }
    assert not more
