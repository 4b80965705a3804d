"""What happens of itself is read by the frame in which somebody does it."""

import pytest

from tests.facts.extracting.conftest import Claims

HAPPENS = [
    ("Production of the Honda Jazz ceased in 2024.", "en", "Honda Jazz | production_end | 2024"),
    ("The production of the Jaguar XE will end in June 2026.", "en", "Jaguar XE | production_end | June 2026"),
    ("La production de la Peugeot 108 a cessé en 2021.", "fr", "Peugeot 108 | production_end | 2021"),
]
SAYS_SOMETHING_ELSE = [
    "Production of the Honda Jazz rose in 2024.",
    "Production of the Honda Jazz, ended by a strike, resumed in 2024.",
    "Production at Swindon ended in 2021, and the Honda Jazz is sold out.",
]


@pytest.mark.parametrize(("text", "language", "claim"), HAPPENS)
def test_reads_what_happens_of_itself(claims: Claims, text: str, language: str, claim: str) -> None:
    assert claim in claims(text, language)


@pytest.mark.parametrize("text", SAYS_SOMETHING_ELSE)
def test_reads_no_end_where_none_is_told(claims: Claims, text: str) -> None:
    assert not [one for one in claims(text) if one.startswith("Honda Jazz | production_end")]
