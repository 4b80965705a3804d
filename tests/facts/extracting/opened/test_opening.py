"""What statements say that no attribute foresaw: the proposals of fresh sentences, and what nobody may propose."""

import pytest

from facts.extracting.precision import is_worth_showing
from facts.models import Origin, is_open
from tests.facts.extracting.conftest import Claims, ReadText

FOUND = [
    ("Volvo sponsored a sailing race around the world.", "Volvo | ~sponsor | sailing race"),
    ("Toyota donated 40 minibuses to schools in Kenya.", "Toyota | ~donate 40 minibuses to | schools"),
    ("Skoda painted the car in 14 colours.", "Skoda | ~paint car in | 14 colours"),
    ("Ford never equipped the Focus with a fridge.", "!Ford | ~equip Focus with | fridge"),
    ("Honda borrowed the idea from Renault.", "Honda | ~borrow idea from | Renault"),
    ("Karin Holm, 47, admires the Volvo EX30.", "Karin Holm | ~age | 47"),
    ("The Kia EV6, at £45,000, is no bargain.", "Kia EV6 | ~at | £45,000"),
    ("The Kia EV3 has arrived. Its mirrors resemble ears.", "Kia EV3 | ~mirrors resemble | ears"),
    ("Volvo paints cars in four shades: lava, fjord, birch and sand.", "Volvo | ~shades | birch"),
    ("Renault tests vans near Douai, where 800 apprentices learn welding.", "Douai | ~learn by | 800 apprentices"),
    ("The Kia EV3 is here. There is no spare wheel.", "!Kia EV3 | ~there be | spare wheel"),
]
NOT_FOUND = [
    "If Volvo sponsored a race, nobody would watch.",  # a supposition
    "It was impossible to repair the Volvo EX30.",  # "it" stands for a clause
    "Renault's neighbours planted an orchard.",  # what is Renault's is not Renault
    "Shares in Renault climbed a wall of worry.",
    "A reporter said that it rained on Tuesday.",  # nobody that is named
]


@pytest.mark.parametrize(("text", "fact"), FOUND, ids=[text[:30] for text, _ in FOUND])
def test_proposes_what_a_statement_says(proposals: Claims, text: str, fact: str) -> None:
    assert fact in proposals(text, title="Kia EV3" if "EV3" in text else None)


@pytest.mark.parametrize("text", NOT_FOUND)
def test_proposes_nothing_of_what_is_not_said(proposals: Claims, text: str) -> None:
    assert not [line for line in proposals(text) if "~" in line]


def test_never_answers_at_once(read: ReadText) -> None:
    reading = read("\n\n".join(text for text, _ in FOUND))
    opened = [fact for fact in reading.facts if is_open(fact.attribute)]
    assert opened
    assert all(fact.origin is Origin.PROPOSED and is_worth_showing(fact.pattern) for fact in opened)


def test_leaves_to_the_vocabulary_what_it_foresaw(read: ReadText) -> None:
    """A price is a price, and not also what a car costs in so many words."""
    reading = read("The Kia EV3 costs £32,995.")
    assert [fact.attribute for fact in reading.facts if "32,995" in fact.value.text] == ["price"]
