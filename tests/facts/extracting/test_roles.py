"""Who holds which office, and whom that makes the head."""

import pytest

from tests.facts.extracting.conftest import Claims

READS_ROLES = [
    (
        "Peugeot's new boss, Linda Jackson, will leave in June.",
        {"Linda Jackson | role | new boss", "Peugeot | head | Linda Jackson"},
    ),
    (
        "Linda Jackson, CEO of Peugeot, will leave in June.",
        {"Linda Jackson | role | CEO of Peugeot", "Peugeot | head | Linda Jackson"},
    ),
    (
        "Ivan Espinosa, chief executive officer of Nissan, will visit Sunderland.",
        {"Nissan | head | Ivan Espinosa", "Ivan Espinosa | role | chief executive officer of Nissan"},
    ),
]
# Roles that make nobody the head of a firm: of a part of it, in a part of the world, of a department.
READS_OFFICES = [
    ("Paula Rey, managing director of Peugeot UK, will leave.", {"Paula Rey | role | managing director of Peugeot UK"}),
    ("Paula Rey, chief executive of Kia in Europe, left.", {"Paula Rey | role | chief executive of Kia in Europe"}),
    ("Nissan regrets it. Paula Rey, its head of public affairs, left.", {"Paula Rey | role | head of public affairs"}),
    ("Paula Rey, Vice President Vehicle Line Small and Compact, left.", {"Paula Rey | role | Vice President"}),
    ("We asked Paula Rey, Director, Fleet Sales.", {"Paula Rey | role | Director"}),
    ("Peugeot's former chief executive, Paula Rey, left.", {"Paula Rey | role | former chief executive"}),
    ("Former Peugeot boss Paula Rey left.", {"Paula Rey | role | Former Peugeot boss"}),
    ("Peugeot sales boss Paula Rey left.", {"Paula Rey | role | sales boss"}),
    ("Peugeot's European boss, Paula Rey, left.", {"Paula Rey | role | European boss"}),
    ("Peugeot's ex-CEO, Paula Rey, left.", {"Paula Rey | role | ex-CEO"}),
]
TAKES_NOTHING = [
    "Nissan works with its local partner QRS.",
    "The dealers of Peugeot complain.",
    "The CEO's delegate will leave in June.",
    "The new CEO of Peugeot arrives in June.",
]
READS_FRENCH = [
    (
        "L'ancien patron de Renault, François Provost, est parti.",
        {"François Provost | role | ancien patron de Renault"},
    ),
    (
        "« Nous irons vite », a déclaré François Provost, directeur général de Renault.",
        {"François Provost | role | directeur général de Renault"},
    ),
]


@pytest.mark.parametrize(("text", "facts"), READS_ROLES)
def test_reads_roles(claims: Claims, text: str, facts: set[str]) -> None:
    """A person beside a role noun holds it."""
    assert facts <= claims(text)


@pytest.mark.parametrize(("text", "facts"), READS_OFFICES)
def test_reads_offices(claims: Claims, text: str, facts: set[str]) -> None:
    """The office is told, and of whom; nobody becomes the head of the firm."""
    found = claims(text)
    assert facts <= found
    assert not any(" | head | " in one for one in found)


@pytest.mark.parametrize("text", TAKES_NOTHING)
def test_takes_nothing(claims: Claims, text: str) -> None:
    """Plurals, deputies and roles without a person say nothing."""
    assert claims(text) == set()


@pytest.mark.parametrize(("text", "facts"), READS_FRENCH)
def test_reads_french(claims: Claims, text: str, facts: set[str]) -> None:
    """French titles."""
    assert facts <= claims(text, "fr")
