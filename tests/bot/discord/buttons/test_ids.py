"""What a custom id holds fits, comes back as it was, and lets no forgery through as something else."""

import re

import discord
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.discord.buttons import BUTTONS, ids
from bot.models import Source

PATTERNS = [ids.SOURCE, ids.WRONG, ids.MORE, ids.DISMISS, ids.QUESTION, ids.CHOICE, ids.SHEET, ids.SHELF, ids.LISTING]
SNOWFLAKE = st.integers(min_value=0, max_value=2**63 - 1)
DIGEST = "0458" * 16


def place(start: int = 0, end: int = 30, digest: str = DIGEST) -> Source:
    return Source("a.md", "x", start, end, digest=digest)


@given(asker=SNOWFLAKE, start=st.integers(0, 36**7 - 1), end=st.integers(0, 36**7 - 1))
def test_place_comes_back_as_it_was(asker, start, end):
    found = re.fullmatch(ids.SOURCE, ids.source(asker, place(start, end)))
    read = [ids.read_number(found[name]) for name in ("asker", "start", "end")]
    assert read == [asker, start, end]
    assert DIGEST.startswith(found["digest"])


@given(asker=SNOWFLAKE, text=st.text(min_size=1, max_size=200))
@example(asker=0, text="a" * 91)  # shorter than an id may be, longer than a question in one
def test_question_comes_back_or_gets_no_button(asker, text):
    key = ids.question(asker, text)
    if key is None:
        assert len(text) > 80
    else:
        found = re.fullmatch(ids.QUESTION, key)
        assert (ids.read_number(found["asker"]), found["question"]) == (asker, text)


@given(asker=SNOWFLAKE, entity=st.text(min_size=1, max_size=120))
def test_entity_comes_back_or_gets_no_button(asker, entity):
    key = ids.choice(asker, entity)
    if key is not None:
        assert len(key) <= ids.LONGEST
        found = re.fullmatch(ids.CHOICE, key)
        assert found["entity"] == entity


WORD = st.text("abz_é:+ \n", min_size=1, max_size=45)


@given(asker=SNOWFLAKE, page=st.integers(0, 999), brand=st.text(max_size=80), attributes=st.lists(WORD, max_size=3))
@example(asker=1, page=2, brand="a:b", attributes=["price", "top_speed"])
def test_list_comes_back_or_gets_no_button(asker, page, brand, attributes):
    key = ids.listing(asker, page, brand, attributes)
    if key is not None:
        _, who, number, joined, of = key.split(":", 4)
        assert (ids.read_number(who), ids.read_number(number), of) == (asker, page, brand)
        assert (joined.split("+") if joined else []) == attributes
        assert re.fullmatch(ids.LISTING, key)


def test_source_without_digest_gets_no_button():
    assert ids.source(1, place(digest="")) is None


@pytest.mark.parametrize(
    "forged",
    ["", "source:", "source:1:xyz:0:5", "source:1:045804580458:0", "source:1:045804580458:-1:5", "dismiss:1:2",
     "dismiss:A", "dismiss:'; DROP TABLE", "source:1:045804580458:00000000:5", "more:1:", "more:1:a b", "which:1:\n",
     "ask:1:", "wrong:1", "ask:" + "9" * 40 + ":x", "SOURCE:1:045804580458:0:5"],
)  # fmt: skip
def test_forged_id_is_none_of_ours(forged):
    assert not any(re.fullmatch(pattern, forged) for pattern in PATTERNS)


@given(text=st.text(max_size=100))
def test_no_id_is_read_as_two(text):
    assert sum(re.fullmatch(pattern, text) is not None for pattern in PATTERNS) <= 1


def test_every_pattern_is_a_button_of_the_bot():
    assert sorted(PATTERNS) == sorted(one.__discord_ui_compiled_template__.pattern for one in BUTTONS)
    assert all(issubclass(one, discord.ui.DynamicItem) for one in BUTTONS)
