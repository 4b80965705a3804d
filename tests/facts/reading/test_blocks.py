"""Texts as blocks: what holds together, what parts, and where each block stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.reading.blocks import Block, Shape, blocks_of, is_capitals, looks_like_heading

Row = tuple[str, str]


def rows(text: str) -> list[Row]:
    return [(block.shape.value, text[block.start : block.end]) for block in blocks_of(text)]


HEADINGS = [
    ("# Renault 5", "Renault 5"),
    ("### Prix et autonomie ###", "Prix et autonomie"),
    ("Fiat Panda\n==========", "Fiat Panda"),
    ("Fiat Panda\n---", "Fiat Panda"),
    ("  ## The C# edition", "The C# edition"),
]


@pytest.mark.parametrize(("text", "words"), HEADINGS)
def test_marked_headings(text: str, words: str) -> None:
    block = next(blocks_of(text))
    assert (block.shape, text[block.start : block.end], block.marked) == (Shape.HEADING, words, True)


@pytest.mark.parametrize("text", ["", "\n \n\t\n", "---", "* * *", "```", "~~~", "| --- | :--: |"])
def test_marks_without_words_are_no_blocks(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(("text", "expected"), [("\ufeff", []), (">", []), (">  Douai", [("text", "Douai")])])
def test_spans_hold_words_and_no_space_around(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


MARKERS = ["- ", "* ", "• ", "– ", "1. ", "2) ", "(3) ", "a) ", "  - "]


@pytest.mark.parametrize("marker", MARKERS)
def test_items_leave_their_marker_behind(marker: str) -> None:
    text = f"{marker}A heat pump\n{marker}Un câble de recharge"
    assert rows(text) == [("item", "A heat pump"), ("item", "Un câble de recharge")]


@pytest.mark.parametrize(
    "text", ["-5 degrees cost a third of the range.", "2026 was a good year.", "3.5 tonnes at most."]
)
def test_what_resembles_a_marker_is_text(text: str) -> None:
    assert rows(text) == [("text", text)]


def test_wrapped_paragraph_is_one_block() -> None:
    text = (
        "The Renault 5 is built in Douai, in the north of France, beside the\n"
        "Mégane and the Scenic, on a platform that it shares with the Renault\n"
        "4 and the Micra.\n"
    )
    assert rows(text) == [("text", text.strip())]


def test_item_goes_on_below_its_marker() -> None:
    text = "- A heat pump, which warms\n  the cabin\n- A cable"
    assert rows(text) == [("item", "A heat pump, which warms\n  the cabin"), ("item", "A cable")]


def test_date_within_a_wrapped_paragraph_opens_no_item() -> None:
    text = (
        "The covers came off the new Citroën C3 in the city of Chennai on\n"
        "17 October and the first of the cars went to its buyers in spring\n"
    )
    assert rows(text) == [("text", text.strip())]


BREAKS = [
    ("Dacia Spring\nFiat 500e\nLeapmotor T03", ["Dacia Spring", "Fiat 500e", "Leapmotor T03"]),
    ("One paragraph.\n\nAnother one.", ["One paragraph.", "Another one."]),
    ("Un paragraphe.\r\n\r\nUn autre.", ["Un paragraphe.", "Un autre."]),
    ("PARIS MOTOR SHOW\nThe doors open on Monday.", ["PARIS MOTOR SHOW", "The doors open on Monday."]),
    ("It ends.\n***\nIt begins.", ["It ends.", "It begins."]),
]


@pytest.mark.parametrize(("text", "expected"), BREAKS)
def test_breaks_that_were_meant(text: str, expected: list[str]) -> None:
    assert [words for _, words in rows(text)] == expected


def test_labelled_lines_are_items() -> None:
    text = "Battery: 52 kWh\nRange: 410 km\nBoot: 326 litres"
    assert rows(text) == [("item", line) for line in text.split("\n")]


def test_one_label_makes_no_list() -> None:
    assert rows("He was clear: the car stays small.") == [("text", "He was clear: the car stays small.")]


def test_table_rows_without_their_rule() -> None:
    text = "| Car | Price |\n|-----|------:|\n| Ami | 7,990 |"
    assert rows(text) == [("row", "| Car | Price |"), ("row", "| Ami | 7,990 |")]


def test_three_cells_are_items_and_two_a_title() -> None:
    assert rows("Battery 52 kWh | Range 410 km | Five seats") == [
        ("item", "Battery 52 kWh"),
        ("item", "Range 410 km"),
        ("item", "Five seats"),
    ]
    assert rows("The new Panda | Road Weekly") == [("text", "The new Panda | Road Weekly")]


def test_quotation_marks_of_mail_are_left_behind() -> None:
    assert rows("> > The Spring is made in China.") == [("text", "The Spring is made in China.")]


def test_group_ends_with_a_blank_line() -> None:
    found = list(blocks_of("Options:\n- A heat pump\n- A cable\n\nThat is all."))
    assert [block.group for block in found] == [0, 0, 0, 1]
    assert all(block.line for block in found)


def test_reading_starts_where_told() -> None:
    text = "title: no\n---\nThe body."
    assert list(blocks_of(text, 14)) == [Block(Shape.TEXT, 14, 23, 0, line=True)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("PRESS RELEASE", True),
        ("VÉHICULES ÉLECTRIQUES 2026", True),
        ("BMW", True),
        ("VW", False),
        ("2026", False),
        ("BMW i3", False),
        ("", False),
        ("A" * 101, False),
    ],
)
def test_capitals(line: str, expected: bool) -> None:
    assert is_capitals(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("A small car for small streets", True),
        ("Quel prix pour la Renault 4 ?", True),
        ("500e: what changes", True),
        ("It costs less than before.", False),
        ("C'est fini !", False),
        ("and it went on", False),
        ("“We build it in Douai", False),
        ("Cheap. Cheerful cars come back", False),
        ("The " + "very " * 14 + "long", False),
        ("— ", False),
        ("", False),
        ("   ", False),
    ],
)
def test_looks_of_headings(line: str, expected: bool) -> None:
    assert looks_like_heading(line) is expected


PIECES = st.sampled_from(
    ["# ", "- ", "1. ", "| ", " | ", "---", "\n", "\n\n", "\r\n", "Prix: ", "Ami ", "BMW", "é.", " "]
)
NO_QUOTES = st.characters(exclude_characters=">\ufeff")  # those are rows of their own above
TEXTS = st.one_of(st.text(NO_QUOTES, max_size=120), st.lists(PIECES, max_size=25).map("".join))


@given(TEXTS)
def test_blocks_stand_in_order_without_overlap(text: str) -> None:
    end = 0
    for block in blocks_of(text):
        assert end <= block.start < block.end <= len(text)
        assert text[block.start : block.end].strip() == text[block.start : block.end]
        end = block.end


@given(TEXTS)
def test_groups_only_rise(text: str) -> None:
    groups = [block.group for block in blocks_of(text)]
    assert groups == sorted(groups)


@given(st.text(max_size=60))
def test_any_line_has_looks(line: str) -> None:
    assert looks_like_heading(line) in (True, False)
