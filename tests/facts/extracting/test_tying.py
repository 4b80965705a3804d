"""Names whose subject is guessed."""

import pytest

from tests.facts.extracting.conftest import Claims

TITLE = "Opel Frontera: cheap and cheerful"
PROPOSED = [
    ("Under the skin the Opel Frontera sits on the Smart Car platform.", "Opel Frontera | platform | Smart Car"),
    (
        "The Opel Frontera is a family car.\n\nTo be assembled in Trnava from spring.",
        "Opel Frontera | factory | Trnava",
    ),
]


@pytest.mark.parametrize(("text", "fact"), PROPOSED)
def test_proposes_a_subject(claims: Claims, proposals: Claims, text: str, fact: str) -> None:
    """A verb or a kind of thing tells what is said, the clause or the title of what."""
    assert fact in proposals(text, title=TITLE) | claims(text, title=TITLE)


def test_leaves_parts_alone(claims: Claims, proposals: Claims) -> None:
    """An engine is no car, whatever the title."""
    text = "The Opel Frontera is a family car.\n\nThe gearbox is built in Ruitz."
    assert "Opel Frontera | factory | Ruitz" not in proposals(text, title=TITLE) | claims(text, title=TITLE)
