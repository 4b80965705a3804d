"""A query is plain, frozen data: what does not apply is empty, and equal questions make equal queries."""

import dataclasses
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.models import Claim, Condition, Intent, Match, Mention, Operator, Ordering, Query
from facts.models import Value, ValueKind

QUESTION = "which car is cheaper than the Leaf, the Micra or the Juke?"
BUILT = Claim("factory", Operator.IS, entities=("douai",))
NAMED = Mention(30, 34, "Leaf", ("leaf",), Match.EXACT)
PARTS = (
    NAMED,
    Condition("price", Operator.BELOW, Value("25k", ValueKind.MONEY, amount=25000)),
    BUILT,
    Ordering("price", descending=False),
    Query(QUESTION, "en", Intent.SUPERLATIVE),
)
ENUMS = (Intent, Match, Operator)
EMPTY_AT_FIRST = [field for field in dataclasses.fields(Query) if field.default is not dataclasses.MISSING]


@pytest.mark.parametrize("field", EMPTY_AT_FIRST, ids=lambda field: field.name)
def test_what_does_not_apply_is_empty(field: "dataclasses.Field[object]") -> None:
    assert not getattr(Query("salut", "fr", Intent.CHATTER), field.name)


def test_text_language_and_intent_are_always_told() -> None:
    needed = {field.name for field in dataclasses.fields(Query)} - {field.name for field in EMPTY_AT_FIRST}
    assert needed == {"text", "language", "intent"}


@pytest.mark.parametrize("part", PARTS, ids=lambda part: type(part).__name__)
def test_nothing_is_changed_once_it_is_understood(part: object) -> None:
    for field in dataclasses.fields(part):  # type: ignore[arg-type]  # each part is a dataclass
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(part, field.name, None)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: type(part).__name__)
def test_every_part_can_be_a_key(part: object) -> None:
    """Equal ones are one: mentions and queries are put into sets."""
    again = dataclasses.replace(part)  # type: ignore[type-var]  # each part is a dataclass
    assert again is not part
    assert {part, again} == {part}


@pytest.mark.parametrize(
    "change",
    [
        {"subjects": (PARTS[0],)},
        {"attributes": ("price",)},
        {"inverse": True},
        {"alternatives": True},
        {"difference": True},
        {"asked_unit": "mi"},
        {"notes": ("'leef' read as 'leaf'",)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_queries_differ_in_every_field(change: dict[str, object]) -> None:
    query = Query(QUESTION, "en", Intent.LOOKUP)
    assert dataclasses.replace(query, **change) != query  # type: ignore[arg-type]  # fields of any type


def test_the_statement_is_made_when_it_is_asked_for() -> None:
    made = []
    query = Query(QUESTION, "en", Intent.LOOKUP, statement=lambda: made.append("it"))
    assert made == []
    assert (query.asked, made) == (None, ["it"])


def test_it_tells_every_entity_that_it_mentions_or_supposes() -> None:
    price = Condition("price", Operator.BELOW, entities=("micra",), than=("juke",))
    query = Query(QUESTION, "en", Intent.FILTER, subjects=(NAMED,), conditions=(price,), claims=(BUILT,))
    assert query.entities == {"leaf", "micra", "juke", "douai"}


@pytest.mark.parametrize("enum", ENUMS)
def test_names_are_written_as_words(enum: type[StrEnum]) -> None:
    """`--explain` prints them and the contract tests compare them, so each is its own small word."""
    written = [f"{one}" for one in enum]
    assert written == [one.value for one in enum]
    assert all(word == word.lower() and word.strip("_") == word for word in written)
    assert len(set(written)) == len(written)


@given(text=st.text(max_size=20))
def test_only_known_words_name_an_intent(text: str) -> None:
    if text in {one.value for one in Intent}:
        assert Intent(text).value == text
    else:
        with pytest.raises(ValueError, match="is not a valid Intent"):
            Intent(text)


def test_an_operator_without_a_value_compares_nothing() -> None:
    condition = Condition("towing", Operator.HAS)
    assert (condition.value, condition.entities, condition.inverse) == (None, (), False)


def test_a_claim_affirms_unless_told_otherwise() -> None:
    claim = Claim("factory", Operator.IS, entities=("douai",))
    assert not claim.negated
    assert claim.than == ()


def test_an_ordering_wants_the_first_alone_unless_told_otherwise() -> None:
    """The place is 2 in "second cheapest"; the count is 2 in "the two cheapest"."""
    ordering = Ordering("price", descending=False)
    assert (ordering.place, ordering.count) == (1, 1)


def test_a_set_is_not_ambiguous() -> None:
    """Several entities alone do not make a mention doubtful: how it was matched does."""
    three = Mention(0, 10, "three cars", ("leaf", "micra", "juke"), Match.DESCRIBED)
    assert three != dataclasses.replace(three, match=Match.AMBIGUOUS)
    assert not three.negated
