"""The types that keep shared verbs apart."""

import pytest

from facts.corpus import Tools
from facts.extracting.fitting import Fitting
from facts.models import Value, ValueKind

FITS = [
    ("price", Value("€20,000", ValueKind.MONEY, 20_000, unit="EUR"), True),
    ("price", Value("52 kWh", ValueKind.QUANTITY, 52, unit="kWh"), False),
    ("battery", Value("52 kWh", ValueKind.QUANTITY, 52, unit="kWh"), True),
    ("battery", Value("410 km", ValueKind.QUANTITY, 410, unit="km"), False),  # another dimension
    ("battery", Value("52", ValueKind.QUANTITY, 52), False),  # no unit
    ("launch", Value("2026", ValueKind.DATE, date="2026"), True),
]


@pytest.mark.parametrize(("attribute", "value", "fits"), FITS)
def test_checks_kind_and_dimension(tools: Tools, attribute: str, value: Value, *, fits: bool) -> None:
    assert Fitting(tools.lexicon).fits(tools.lexicon.attributes[attribute], value) == fits


KINDS = [
    (("organisation",), "brand", True),
    (("brand",), "organisation", False),
    (("place",), "city", True),
    ((), "city", False),
]


@pytest.mark.parametrize(("wanted", "kind", "is_one"), KINDS)
def test_takes_a_kind_for_its_ancestors(tools: Tools, wanted: tuple[str, ...], kind: str, *, is_one: bool) -> None:
    assert Fitting(tools.lexicon).is_kind(wanted, kind) == is_one
