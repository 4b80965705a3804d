"""Who said what, in quotation marks and without."""

import pytest

from tests.facts.extracting.conftest import Claims

READS_SPEECH = [
    (
        '"We will build the Epiq in Pamplona," said Klaus Zellmer, chief executive of Skoda.',
        {"Škoda Epiq | factory | Pamplona", "Klaus Zellmer | said | We will build the Epiq in Pamplona"},
    ),
    (
        "Jim Farley, chief executive of Ford, said the company would invest $2 billion in Louisville.",
        {"Jim Farley | said | the company would invest $2 billion in Louisville"},
    ),
    (
        "Suzuki confirmed that Toyota will make a derivative of the eVitara.",
        {"Suzuki | said | Toyota will make a derivative of the eVitara"},
    ),
    (
        "Stellantis announced that Leapmotor would build a Fiat SUV in Zaragoza.",
        {"Fiat suv | announced_by | Stellantis", "Stellantis | said | Leapmotor would build a Fiat SUV in Zaragoza"},
    ),
]
READS_WHO_IS_NAMED = [
    (
        'Ana Reyes, who runs a dealership in Vigo, called the delay "a gift to the Chinese brands".',
        {"Ana Reyes | said | a gift to the Chinese brands"},
    ),
    (
        'Its president, Karim Bouzid, counts every euro: "We had neither the time nor the money."',
        {"Karim Bouzid | said | We had neither the time nor the money."},
    ),
    (
        '"We lost a year," Lena Brandt said. "Nobody gives it back to us."',
        {"Lena Brandt | said | We lost a year", "Lena Brandt | said | Nobody gives it back to us."},
    ),
    (
        'Paul Meyer said, "Wait for the spring"; Jane Porter asked, "Who will pay for it?"',
        {"Paul Meyer | said | Wait for the spring", "Jane Porter | said | Who will pay for it?"},
    ),
]
TAKES_NOTHING = [
    "The minister said that the factory would close.",
    '"A very good small car," the dealers say.',
    'The "green" tax hurts.',
    "Toyota warns us about that:",
]
READS_FRENCH = [
    (
        "« La Twingo sera notre voiture la moins chère », a déclaré François Provost, directeur général de Renault.",
        {"François Provost | said | La Twingo sera notre voiture la moins chère"},
    ),
]


@pytest.mark.parametrize(("text", "facts"), READS_SPEECH)
def test_reads_speech(claims: Claims, text: str, facts: set[str]) -> None:
    """The speaker beside the verb of saying said the words."""
    assert facts <= claims(text)


@pytest.mark.parametrize(("text", "facts"), READS_WHO_IS_NAMED)
def test_reads_who_is_named(claims: Claims, text: str, facts: set[str]) -> None:
    """The one person named beside the marks, or whose quotation goes on; a semicolon parts two speakers."""
    assert facts <= claims(text)


@pytest.mark.parametrize("text", TAKES_NOTHING)
def test_takes_nothing(claims: Claims, text: str) -> None:
    """Nobody known speaks, or the marks hold no sentence."""
    assert claims(text) == set()


@pytest.mark.parametrize(("text", "facts"), READS_FRENCH)
def test_reads_french(claims: Claims, text: str, facts: set[str]) -> None:
    """Guillemets and inverted verbs."""
    assert facts <= claims(text, "fr")
