"""A document is found by its name, by the end of its path, or by a key where the name does not fit."""

import pytest

from bot.curating.errors import Reason, RefusedError
from bot.discord.operator.choosing import choice_of, key_of, matching, name_of, name_with_key

LONG = "news/" + "x" * 120 + ".md"
NAMES = ["news/a.md", "old/a.md", "Été.md", "b.md", LONG]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", sorted(NAMES)),
        ("ete", ["Été.md"]),
        ("A.MD", ["news/a.md", "old/a.md"]),
        ("b", ["b.md"]),
        ("none", []),
    ],
)
def test_names_that_hold_what_was_typed_are_offered(typed: str, expected: list[str]) -> None:
    assert matching(NAMES, typed) == expected


def test_no_more_are_offered_than_discord_takes() -> None:
    assert len(matching((f"{number}.md" for number in range(100)), "")) == 25


@pytest.mark.parametrize("name", [*NAMES, "a\u202eb.md"])
def test_a_choice_fits_and_leads_to_its_document(name: str) -> None:
    choice = choice_of(name)

    assert 0 < len(choice.name) <= 100
    assert 0 < len(choice.value) <= 100
    assert "\u202e" not in choice.name
    assert name_of([*NAMES, "a\u202eb.md"], choice.value) == name


def test_the_end_of_its_path_is_enough_where_it_is_the_only_one() -> None:
    assert name_of(["news/c.md", "b.md"], "c.md") == "news/c.md"


@pytest.mark.parametrize("given", ["a.md", "none.md", "", "#", "#0123456789abcdef"])
def test_what_is_unclear_or_unknown_is_refused(given: str) -> None:
    with pytest.raises(RefusedError) as refused:
        name_of(NAMES, given)
    assert refused.value.reason is Reason.UNKNOWN


def test_a_key_of_nothing_is_refused() -> None:
    assert name_with_key(NAMES, key_of("b.md")) == "b.md"
    with pytest.raises(RefusedError) as refused:
        name_with_key(NAMES, "0" * 16)
    assert refused.value.reason is Reason.VANISHED
