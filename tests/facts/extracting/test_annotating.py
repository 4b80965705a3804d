"""What passages are found by besides their words."""

from tests.facts.extracting.conftest import ReadText


def test_a_passage_tells_the_sorts_of_value_in_it(read: ReadText) -> None:
    (passage,) = read("The Kia EV4 has a 58 kWh battery and costs 37,000 euros.").passages
    assert {"quantity", "energy", "money", "model"} <= set(passage.kinds)
    assert "date" not in passage.kinds


def test_kinds_include_the_kinds_above(read: ReadText) -> None:
    (passage,) = read("The Kia EV4 is built by Kia in Žilina.").passages
    assert {"brand", "organisation"} <= set(passage.kinds)


def test_a_pronoun_makes_its_thing_a_topic(read: ReadText) -> None:
    _, passage = read("The Kia EV4 goes on sale in March. It is built in Žilina.").passages
    assert passage.topics == ("Kia EV4",)


def test_what_is_named_is_no_topic(read: ReadText) -> None:
    (passage,) = read("The Kia EV4 goes on sale in March.").passages
    assert passage.topics == ()


def test_answers_know_their_question(read: ReadText) -> None:
    passages = read("Q: What about America?\n\nNot before 2030. It would cost too much.\n\nThe seats are new.").passages
    assert [passage.asked for passage in passages] == [None, 0, 0, None]


def test_a_question_inside_a_paragraph_is_answered_by_its_rest(read: ReadText) -> None:
    passages = read("The boot is large. And the price? Nobody says so yet.\n\nThe seats are new.").passages
    assert [passage.asked for passage in passages] == [None, None, 1, None]
