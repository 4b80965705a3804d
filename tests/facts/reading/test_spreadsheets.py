"""Rows and cells of CSV and TSV keep their place in the file."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.reading.spreadsheets import delimiter_of, is_spreadsheet, row_spans, rows_of

SHEET = "Model;Price;Range\nInster;25,600 EUR;327 km\nZoe;35,100 EUR;395 km\n"
NAMES = [
    ("prices.csv", True),
    ("PRICES.CSV", True),
    ("sales/2026/prices.tsv", True),
    ("prices.csv.md", False),
    ("prices.txt", False),
    ("csv", False),
    (".csv", False),
    ("", False),
]


def cells_of(text: str, delimiter: str = ",", start: int = 0) -> list[list[str]]:
    return [[text[first:last] for first, last in row] for row in rows_of(text, start, delimiter)]


@pytest.mark.parametrize(("name", "is_one"), NAMES)
def test_suffix_tells_a_spreadsheet(name: str, is_one: bool) -> None:
    assert is_spreadsheet(name) is is_one


DELIMITERS = [
    ("Model,Price\nMokka,32 900\n", "a.csv", ","),
    ("Model;Price\nMokka;32,900\nCorsa;29,900\n", "a.csv", ";"),
    ("Model|Price\nMokka|32,900\n", "a.csv", "|"),
    ("Model\tPrice\nMokka\t32,900\n", "a.csv", "\t"),
    ("Model,Price,Power\nMokka\t32\t900\n", "a.tsv", "\t"),
    ("Model;Price", "a.csv", ";"),
    ("", "a.csv", ","),
]


@pytest.mark.parametrize(("text", "name", "delimiter"), DELIMITERS)
def test_delimiter_is_read_off_the_first_line(text: str, name: str, delimiter: str) -> None:
    assert delimiter_of(text, 0, name) == delimiter


def test_delimiter_is_looked_for_behind_the_head() -> None:
    head = "source: a, b, c, d\n"
    assert delimiter_of(head + SHEET, len(head), "a.csv") == ";"


CELLS = [
    ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
    ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
    (" a , b \n", [["a", "b"]]),
    ("a,,c\n", [["a", "", "c"]]),
    ("a,b,\n", [["a", "b", ""]]),
    ("a,b,", [["a", "b", ""]]),
    ('"Corsa, five doors",29 900\n', [["Corsa, five doors", "29 900"]]),
    ('"Corsa\nfive doors",29 900\n', [["Corsa\nfive doors", "29 900"]]),
    ('"18"" wheels",yes\n', [['18"" wheels', "yes"]]),
    ('18" wheels,yes\n', [['18" wheels', "yes"]]),
    ('"never closed,yes\n', [['"never closed', "yes"]]),
    ("a\r\nb\r\n", [["a"], ["b"]]),
    ("\n", [[""]]),
    ("", []),
]


@pytest.mark.parametrize(("text", "cells"), CELLS)
def test_cells_are_without_quotes_and_space(text: str, cells: list[list[str]]) -> None:
    assert cells_of(text) == cells


def test_reading_starts_behind_the_head() -> None:
    assert cells_of("published: today\na,b\n", start=17) == [["a", "b"]]


def test_reading_stops_at_the_end_given() -> None:
    assert [len(row) for row in rows_of("a,b\nc,d\n", 0, ",", 4)] == [2]


def test_rows_are_spans_of_the_file() -> None:
    rows = [SHEET[start:end] for start, end in row_spans(SHEET, 0, "a.csv")]
    assert rows == SHEET.splitlines()


def test_rows_keep_their_outer_quotes() -> None:
    text = '"Corsa, long",29 900,"five, doors"\n'
    assert [text[start:end] for start, end in row_spans(text, 0, "a.csv")] == [text.strip()]


@pytest.mark.parametrize("blank", ["\n", ",,\n", "  ,  \n", '"",""\n'])
def test_empty_rows_are_passed_over(blank: str) -> None:
    text = f"a,b\n{blank}c,d\n"
    assert [text[start:end] for start, end in row_spans(text, 0, "a.csv")] == ["a,b", "c,d"]


_CELL = st.text("ab1é \",;'\n", min_size=1, max_size=8).filter(lambda cell: cell == cell.strip())


@given(rows=st.lists(st.lists(_CELL, min_size=1, max_size=4), max_size=5), delimiter=st.sampled_from(",;\t|"))
def test_what_csv_writes_is_read_back(rows: list[list[str]], delimiter: str) -> None:
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    assert [[cell.replace('""', '"') for cell in row] for row in cells_of(written.getvalue(), delimiter)] == rows


@given(st.text('ab ",;\n\r\t', max_size=60))
def test_any_text_gives_ordered_spans(text: str) -> None:
    flat = [edge for row in rows_of(text, 0, ",") for span in row for edge in span]
    assert flat == sorted(flat)
    assert all(0 <= edge <= len(text) for edge in flat)
