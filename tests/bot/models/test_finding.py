"""Rows carry their sources; sources of several rows are told once."""

from bot.models import Source
from bot.models.finding import Row, sources_of, with_marks
from facts.models import Entity, Fact
from tests.bot.world import entity, money

CAR, PLANT = Entity("brio", "Brio", "model"), Entity("lomnica", "Lomnica", "plant")


def row(start: int, mark: int, *also: Source) -> Row:
    fact = Fact("brio", "price", money("1 euro", 1), "a.txt", start, start + 9, (mark, mark + 1), "hand")
    return Row(fact, CAR, Source("a.txt", "x" * 9, start, start + 9, marks=((mark, mark + 1),)), "en", also=also)


def test_a_quote_is_told_once_with_the_marks_of_all_rows() -> None:
    (source,) = sources_of([row(0, 3), row(0, 1)])
    assert source.marks == ((1, 2), (3, 4))


def test_agreeing_quotes_follow_their_row() -> None:
    other = Source("b.txt", "y", 0, 1)
    assert [source.document for source in sources_of([row(0, 1, other), row(20, 21)])] == ["a.txt", "b.txt", "a.txt"]


def test_marks_are_kept_in_order() -> None:
    assert with_marks(Source("a.txt", "x", 0, 9, marks=((5, 6),)), [(1, 2), (5, 6)]).marks == ((1, 2), (5, 6))


def test_the_value_is_the_name_of_an_entity_or_the_words() -> None:
    fact = Fact("brio", "factory", entity("the Lomnica plant", "lomnica"), "a.txt", 0, 9, (0, 1), "hand")
    assert (row(0, 1).value, Row(fact, CAR, Source("a.txt", "x", 0, 9), "en", PLANT).value) == ("1 euro", "Lomnica")


def test_rows_of_one_fact_are_equal() -> None:
    assert len({row(0, 1), row(0, 1), row(0, 2)}) == 2
