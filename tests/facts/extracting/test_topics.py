"""Subjects that a text leaves out: what may answer because only one thing can be meant, and what must wait."""

import pytest

from facts.models import Origin
from tests.facts.extracting.conftest import Claims, ReadText

CAR, FIRM = "Peugeot 3008: a second look", "Stellantis issues a profit warning"
OPENING = "The Peugeot 3008 has grown up.\n\n"  # a paragraph of its own
CAN_ONLY_BE = [
    (CAR, OPENING + "The boot swallows 520 litres.", "Peugeot 3008 | boot | 520 litres"),
    (CAR, OPENING + "Top speed is 170 km/h, which is plenty.", "Peugeot 3008 | top_speed | 170 km/h"),
    (CAR, OPENING + "Nobody asked. It costs 38,490 euros.", "Peugeot 3008 | price | 38,490 euros"),
    (CAR, OPENING + "Nobody asked. It is built in Sochaux.", "Peugeot 3008 | factory | Sochaux"),
    (
        FIRM,
        "Stellantis has had a bad week.\n\nRevenue fell to 74.3 billion euros.",
        "Stellantis | revenue | 74.3 billion euros",
    ),
    (FIRM, "Stellantis has had a bad week.\n\nThe group employs 249,000 people.", "Stellantis | employees | 249,000"),
]
MAY_BE_ANOTHER = [
    (CAR, OPENING + "The Kia Sportage is cheaper. The boot holds 591 litres."),
    (CAR, OPENING + "A cheaper model is on its way. The price would be 30,000 euros."),
    (CAR, OPENING + "An old Skoda Octavia does as well. Top speed is 200 km/h."),
    (CAR, OPENING + "Sales in Norway reached 3,000."),
    ("Two cars compared", "The Kia Sportage and the Peugeot 3008 met.\n\nThe boot holds 591 litres."),
    (FIRM, "Stellantis has had a bad week.\n\nThe shares fell by 4 percent."),
]


@pytest.mark.parametrize(("title", "text", "fact"), CAN_ONLY_BE)
def test_takes_the_topic(claims: Claims, title: str, text: str, fact: str) -> None:
    """What the title names is meant where the paragraph names nothing else of its kind."""
    assert fact in claims(text, title=title)


@pytest.mark.parametrize(("title", "text"), MAY_BE_ANOTHER)
def test_answers_nothing_of_the_topic(read: ReadText, title: str, text: str) -> None:
    """A rival, a new model, a part of the whole, a title that names two: the topic answers for none of them."""
    answering = {fact.attribute for fact in read(text, title=title).facts if fact.origin is not Origin.PROPOSED}
    assert not answering & {"boot", "price", "top_speed", "sales", "market_share"}


CONTESTED = [
    "Should you buy a used Peugeot 3008 or a Kia Sportage?",
    "Peugeot 3008 v Kia Sportage",
]


@pytest.mark.parametrize("title", CONTESTED)
def test_takes_no_topic_from_a_contest(read: ReadText, title: str) -> None:
    """A title that weighs two cars against each other is about neither."""
    text = "The Peugeot 3008 is the older one.\n\nNobody asked. It costs 38,490 euros.\n\nThe Peugeot 3008 rides well."
    assert not [fact for fact in read(text, title=title).facts if fact.origin is not Origin.PROPOSED]
