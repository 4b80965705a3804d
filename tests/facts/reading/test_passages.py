"""Documents as passages with their frames."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facts.lexicon import Lexicon
from facts.models import Document
from facts.reading.passages import passages_of
from tests.facts.reading.conftest import MakeDocument

Row = tuple[str, str]
PARAGRAPH = "It is the first all-new car in six years, and the one that has to persuade the buyers of the brand."


def rows(document: Document, lexicon: Lexicon) -> list[Row]:
    return [(passage.kind, passage.of(document.text)) for passage in passages_of(document, lexicon)]


def test_markdown_headings_lists_and_tables(lexicon: Lexicon, document: MakeDocument) -> None:
    text = (
        "# Aero\n\nThe **Aero** is new. It is small.\n\n## Data\n\nIt comes with:\n\n- a heat pump\n* two motors\n"
        "1. a bag\n\n| Trim | Price |\n|---|---:|\n| Base | €20,000 |\n\n> Quoted words.\n\n---\n\nEnd.\n"
    )
    found = document(text, "a.md")
    assert rows(found, lexicon) == [
        ("heading", "Aero"),
        ("sentence", "The **Aero** is new."),
        ("sentence", "It is small."),
        ("heading", "Data"),
        ("sentence", "It comes with:"),
        ("item", "a heat pump"),
        ("item", "two motors"),
        ("item", "a bag"),
        ("row", "| Trim | Price |"),
        ("row", "| Base | €20,000 |"),
        ("sentence", "Quoted words."),
        ("sentence", "End."),
    ]
    passages = passages_of(found, lexicon)
    assert {passage.heading for passage in passages[1:3]} == {0}
    assert {passage.lead for passage in passages[5:8]} == {4}
    assert {passage.heading for passage in passages[5:10]} == {3}
    assert passages[8].paragraph == passages[9].paragraph


def test_plain_headings_over_lists(lexicon: Lexicon, document: MakeDocument) -> None:
    text = (
        "AERO 40\n- Battery: 40 kWh\n- Price: 20,000 euros\n\nAERO 60\n- Battery: 60 kWh\n\n"
        "The cars share a body, which is small.\n"
    )
    passages = passages_of(document(text), lexicon)
    assert [(passage.kind, passage.heading) for passage in passages] == [
        ("heading", None),
        ("item", 0),
        ("item", 0),
        ("heading", None),
        ("item", 3),
        ("sentence", None),
    ]


def test_hard_wrapped_lines_are_joined(lexicon: Lexicon, document: MakeDocument) -> None:
    text = (
        "The car was shown at the fair of the capital, where it stood between two older\n"
        "models. It will be sold from next year on in all the shops that the brand owns\nabroad.\n"
    )
    assert [words for _, words in rows(document(text), lexicon)] == [
        "The car was shown at the fair of the capital, where it stood between two older\nmodels.",
        "It will be sold from next year on in all the shops that the brand owns\nabroad.",
    ]


@pytest.mark.parametrize(
    "heading", ["What is it?", "Range and charging", "Is it dead? (plausible)", "ABOUT THE GROUP", "Aero: a new car?"]
)
def test_line_above_text_is_heading(lexicon: Lexicon, document: MakeDocument, heading: str) -> None:
    text = f"{heading}\n{PARAGRAPH}\n"
    assert rows(document(text), lexicon)[0] == ("heading", heading)


@pytest.mark.parametrize("line", ["By Ann Stone in Lyon", "It ends here.", "so it goes on", "He said:", "“Fine”"])
def test_other_short_lines_are_none(lexicon: Lexicon, document: MakeDocument, line: str) -> None:
    text = f"{line}\n\n{PARAGRAPH}\n"
    assert rows(document(text), lexicon)[0][0] == "sentence"


def test_questions_of_an_interview_are_no_headings(lexicon: Lexicon, document: MakeDocument) -> None:
    text = (
        "NWR: Because of duties?\n\nSA: Partly. There is more to it than that, as I said last year.\n\n"
        "NWR: And now?\n\nSA: Now we wait for the spring.\n"
    )
    assert {kind for kind, _ in rows(document(text), lexicon)} == {"sentence"}


def test_cells_of_a_line_are_items(lexicon: Lexicon, document: MakeDocument) -> None:
    text = "Aero Single\nPrice £44,950 | Power 220kW | Range 328 miles\n"
    assert rows(document(text), lexicon) == [
        ("heading", "Aero Single"),
        ("item", "Price £44,950"),
        ("item", "Power 220kW"),
        ("item", "Range 328 miles"),
    ]


def test_labelled_lines_are_items(lexicon: Lexicon, document: MakeDocument) -> None:
    text = "FOR: Superb seats, proper buttons\nAGAINST: Fidgety on big wheels\n"
    assert [kind for kind, _ in rows(document(text), lexicon)] == ["item", "item"]


def test_title_of_front_matter_is_the_first_heading(lexicon: Lexicon) -> None:
    text = "---\ntitle: The Aero costs less\n---\nIt does."
    passages = passages_of(Document("a.txt", text, text.index("It"), "en", ""), lexicon)
    assert [(passage.kind, passage.of(text), passage.heading) for passage in passages] == [
        ("heading", "The Aero costs less", None),
        ("sentence", "It does.", 0),
    ]


def test_spreadsheet_rows(lexicon: Lexicon, document: MakeDocument) -> None:
    text = 'model,note\nAero,"small, cheap"\n\n,\nBolt,big\n'
    assert rows(document(text, "x.csv"), lexicon) == [
        ("row", "model,note"),
        ("row", 'Aero,"small, cheap"'),
        ("row", "Bolt,big"),
    ]


@settings(deadline=None, max_examples=300)
@given(text=st.text(alphabet=st.sampled_from("aB 1.,:|-#*>\n\n\"«»“'!?[](\t\u00a0\ufeff\u2028é\x00\x1c"), max_size=200))
@pytest.mark.parametrize("name", ["a.txt", "x.csv"])
def test_any_text_has_orderly_passages(lexicon: Lexicon, name: str, text: str) -> None:
    passages = passages_of(Document(name, text, 0, "en", ""), lexicon)
    assert [passage.number for passage in passages] == list(range(len(passages)))
    assert all(0 <= passage.start < passage.end <= len(text) for passage in passages)
    assert all(one.end <= other.start for one, other in pairwise(passages))
    assert all(passage.heading is None or passages[passage.heading].kind == "heading" for passage in passages)


@pytest.mark.parametrize(
    "text",
    [
        "word " * 200_000,
        "x" * 1_000_000,
        "A. " * 100_000,
        '"' * 200_000,
        "- a\n" * 50_000,
        "\n" * 500_000,
        " " * 500_000,
        "a | " * 50_000,
    ],
    ids=["line", "word", "initials", "quotes", "items", "newlines", "spaces", "cells"],
)
def test_hostile_text_takes_bounded_time(lexicon: Lexicon, document: MakeDocument, text: str) -> None:
    start = time.process_time()
    passages_of(document(text), lexicon)
    assert time.process_time() - start < 6
