"""What is told of an entity first."""

from bot.answering import Answering
from bot.models.finding import Description, Missing, Passages
from bot.models.query import Intent
from tests.bot.answering.asking import marked, query


def described(answering: Answering, *subjects: str) -> list[tuple[str, str]]:
    found = answering.find(query(Intent.DESCRIBE, *subjects))
    assert isinstance(found, Description)
    return [(row.subject.id, row.fact.attribute) for row in found.rows]


def test_facts_that_point_at_it_come_last(answering: Answering) -> None:
    assert described(answering, "tosca") == [("tosca", "built_in_country"), ("nido", "replaces")]


def test_several_subjects_share_the_room(answering: Answering) -> None:
    assert described(answering, "brio", "nido") == [
        ("brio", "price"), ("brio", "launch"), ("brio", "range"),
        ("nido", "price"), ("nido", "launch"), ("nido", "platform"),
    ]  # fmt: skip


def test_what_is_told_elsewhere_is_left_out(answering: Answering) -> None:
    assert described(answering, "mara-veld") == [("mara-veld", "role")]


def test_nothing_known_is_said(answering: Answering) -> None:
    assert isinstance(answering.find(query(Intent.DESCRIBE, "vano")), Missing)


def test_without_facts_the_sentences_that_name_it_are_shown(answering: Answering) -> None:
    found = answering.find(query(Intent.DESCRIBE, "usa"))
    assert isinstance(found, Passages)
    assert marked(found.passages[0]) == ["The Corso costs 30,000 dollars in the United States."]
