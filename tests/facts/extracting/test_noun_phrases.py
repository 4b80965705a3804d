"""Names and nouns as one phrase: what is one thing and what are two."""

import pytest

from tests.facts.extracting.conftest import Claims

READS_PHRASES = [
    (
        "The Nissan city car derived from the Clio will cost 20,000 euros.",
        {"Nissan city car | parent_model | Renault Clio", "Nissan city car | price | 20,000 euros"},
    ),
    (
        "The Opel SUV assembled in Zaragoza has a range of 400 km.",
        {"Opel suv | factory | Zaragoza", "Opel suv | range | 400 km"},
    ),
    (
        "Developed by Geely, the SEA platform underpins the Volvo EX30.",
        {"Volvo EX30 | platform | SEA", "SEA | developer | Geely"},
    ),
    ("The Leaf, an electric crossover, is built in Sunderland.", {"Nissan Leaf | factory | Sunderland"}),
    ("Audi's new A5 has a boot of 445 litres.", {"Audi A5 | boot | 445 litres"}),
]


@pytest.mark.parametrize(("text", "facts"), READS_PHRASES)
def test_reads_phrases(claims: Claims, text: str, facts: set[str]) -> None:
    """A name with a noun of its kind is the thing itself, with another kind it describes one."""
    assert facts <= claims(text)
