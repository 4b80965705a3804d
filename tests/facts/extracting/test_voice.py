"""How verb forms hold their subject."""

import pytest

from facts.extracting.voice import Voice
from tests.facts.extracting.conftest import MakeClause, place_of

VOICES = [
    ("Kia builds the EV4 in Žilina.", "builds", Voice.ACTIVE, "en"),
    ("Kia will soon build the EV4.", "build", Voice.ACTIVE, "en"),
    ("Kia has already built the EV4.", "built", Voice.ACTIVE, "en"),
    ("Kia is building the EV4.", "building", Voice.ACTIVE, "en"),
    ("The EV4 is not built in Seoul.", "built", Voice.PASSIVE, "en"),
    ("The EV4 will be quietly built in Žilina.", "built", Voice.PASSIVE, "en"),
    ("The EV4, built in Žilina, costs 37,000 euros.", "built", Voice.REDUCED, "en"),
    ("Built in Žilina, the EV4 costs 37,000 euros.", "Built", Voice.REDUCED, "en"),
    ("The Kia EV4 using the E-GMP platform costs 37,000 euros.", "using", Voice.GERUND, "en"),
    ("Nissan announced in May that the Leaf costs 30,000 euros.", "announced", Voice.ACTIVE, "en"),
    ("La Spring est produite à Wuhan.", "produite", Voice.PASSIVE, "fr"),
    ("La Spring, produite en Chine, coûte 17 000 euros.", "produite", Voice.REDUCED, "fr"),
    ("Renault a produit la Zoe à Flins.", "produit", Voice.ACTIVE, "fr"),
]


@pytest.mark.parametrize(("text", "verb", "voice", "language"), VOICES)
def test_reads_the_voice_of_a_form(clause: MakeClause, text: str, verb: str, voice: Voice, language: str) -> None:
    made = clause(text, language)
    assert made.voice(place_of(made, verb)) is voice
