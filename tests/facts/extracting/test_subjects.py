"""The subject of a verb form, wherever it stands before it."""

import pytest

from tests.facts.extracting.conftest import MakeClause, place_of, words_of

SUBJECTS = [
    ("The Kia EV4 costs 37,000 euros.", "costs", "The Kia EV4"),
    ("The Kia EV4, which is built in Žilina, costs 37,000 euros.", "built", "The Kia EV4"),
    ("The price of the Kia EV4 is expected to fall.", "fall", None),  # the price's, not the car's
    ("Kia builds the EV4 and sells the EV5.", "sells", "Kia"),
    ("Founded in 1944, Kia builds the EV4.", "Founded", "Kia"),
    ("The subsidies allow the Kia EV4 to cost 30,000 euros.", "cost", "the Kia EV4"),
    ("The factory of Kia in Žilina, Slovakia, builds the EV4.", "builds", "The factory"),
    ("Last year, says the paper, everybody bought it.", "bought", None),
]


@pytest.mark.parametrize(("text", "verb", "subject"), SUBJECTS)
def test_finds_the_subject(clause: MakeClause, text: str, verb: str, subject: str | None) -> None:
    made = clause(text)
    place = place_of(made, verb)
    assert words_of(made, made.subject(place, made.voice(place))) == subject


def test_takes_no_maker_for_its_designer(clause: MakeClause) -> None:
    made = clause("Renault's chief designer, Laurens van den Acker, drew the Twingo.")
    place = place_of(made, "drew")
    assert words_of(made, made.subject(place, made.voice(place))) != "Renault's"
