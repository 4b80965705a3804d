"""Digits and what their separators mean."""

import pytest

from facts.reading.numbers import ENGLISH, FRENCH, Convention, convention_of, number_of


@pytest.mark.parametrize(
    ("literal", "convention", "amount"),
    [
        ("20,000", ENGLISH, 20_000),
        ("4.287", ENGLISH, 4.287),
        ("4.287", FRENCH, 4287),
        ("7,7", ENGLISH, 7.7),
        ("0,275", ENGLISH, 0.275),
        ("1,468", FRENCH, 1.468),
        ("1,234,567", ENGLISH, 1_234_567),
        ("1.234.567", ENGLISH, 1_234_567),
        ("3,39,900", ENGLISH, 339_900),
        ("1,234.5", FRENCH, 1234.5),
        ("1.234,5", ENGLISH, 1234.5),
        ("20 000", ENGLISH, 20_000),
        ("20\u202f000,5", FRENCH, 20_000.5),
        ("20'000", ENGLISH, 20_000),
        ("1.2.3", ENGLISH, None),
        ("1,2.3,4", ENGLISH, None),
    ],
)
def test_literals(literal: str, convention: Convention, amount: float | None) -> None:
    assert number_of(literal, convention) == amount


@pytest.mark.parametrize(
    ("text", "language", "dot_groups", "comma_groups"),
    [
        ("It is 4.287 m long and 1,812 kg.", "en", False, True),
        ("Price 25.995 euros, 7,7 seconds, 4.287 mm.", "en", True, False),
        ("It lost 2,1 billion; it costs 19,900 euros.", "en", True, True),
        ("Il coûte 25.995 euros et consomme 5,5 l.", "fr", True, False),
        ("Nothing here", "en", False, True),
        ("Rien ici", "fr", True, False),
    ],
)
def test_convention(text: str, language: str, dot_groups: bool, comma_groups: bool) -> None:
    assert convention_of(text, language) == Convention(dot_groups, comma_groups)
