"""Texts are cut to what Discord takes, and the limits fit into one another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord.rendering import limits
from bot.discord.rendering.limits import clip


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("", 5, ""),
        ("Zoe", 5, "Zoe"),
        ("Leafs", 5, "Leafs"),
        ("Twingo", 5, "Twin…"),
        ("The Leaf", 5, "The…"),
        ("Leaf   and Micra", 8, "Leaf…"),
        ("Citroën ë-C3", 8, "Citroën…"),
        ("Twingo", 1, "…"),
        ("       Leaf", 4, "…"),
    ],
)
def test_a_long_text_ends_in_an_ellipsis(text: str, room: int, expected: str) -> None:
    assert clip(text, room) == expected


@given(text=st.text(max_size=60), room=st.integers(1, 40))
def test_a_clipped_text_fits_its_room(text: str, room: int) -> None:
    assert len(clip(text, room)) <= room


@given(text=st.text(max_size=60), room=st.integers(1, 40))
def test_only_a_text_without_room_is_changed(text: str, room: int) -> None:
    assert (clip(text, room) == text) is (len(text) <= room or text[: room - 1].rstrip() + "…" == text)


@given(text=st.text(max_size=60), room=st.integers(1, 40))
def test_what_is_kept_is_the_beginning(text: str, room: int) -> None:
    assert text.startswith(clip(text, room).removesuffix("…"))


@given(text=st.text(max_size=60), room=st.integers(1, 40))
def test_clipping_again_changes_nothing(text: str, room: int) -> None:
    assert clip(clip(text, room), room) == clip(text, room)


@pytest.mark.parametrize("room", [limits.BUTTON_LABEL, limits.FIELD_NAME, limits.FIELD_VALUE, limits.MESSAGE])
def test_one_character_too_many_is_cut_and_none_is_not(room: int) -> None:
    assert clip("x" * room, room) == "x" * room
    assert clip("x" * (room + 1), room) == "x" * (room - 1) + "…"


@pytest.mark.parametrize("part", [limits.DESCRIPTION, limits.FIELD_NAME, limits.FIELD_VALUE, limits.FOOTER])
def test_every_part_fits_into_an_embed(part: int) -> None:
    assert part < limits.EMBED


def test_full_fields_alone_would_not_fit_into_an_embed() -> None:
    """Cutting each field is not enough: their sum has to be watched too."""
    assert limits.FIELDS * (limits.FIELD_NAME + limits.FIELD_VALUE) > limits.EMBED
