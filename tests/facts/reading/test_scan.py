"""Moves over the tokens of a stretch of text: always by position, and out of range is no match."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.reading.scan import DASHES, Scan
from facts.terms import tokenize

ACCOLADES = "Le Scénic E-Tech a coûté 39 990 € dès l'été 2024."


def scan_of(text: str) -> Scan:
    return Scan(text, 0, len(text))


def at(scan: Scan, word: str) -> int:
    return next(position for position in range(len(scan)) if scan.written(position) == word)


def test_tokens_are_written_and_folded() -> None:
    scan = scan_of(ACCOLADES)
    position = at(scan, "Scénic")
    assert (scan.written(position), scan.folded(position)) == ("Scénic", "scenic")


KINDS = [("Scénic", "word"), ("39 990", "number"), ("€", "mark"), ("l'", "elision"), ("-", "mark")]


@pytest.mark.parametrize(("word", "kind"), KINDS)
def test_tokens_have_their_kind(word: str, kind: str) -> None:
    scan = scan_of(ACCOLADES)
    assert scan.kind(at(scan, word)) == kind


@pytest.mark.parametrize("position", [-1, 3, 99])
def test_beyond_either_end_is_nothing(position: int) -> None:
    scan = scan_of("The new 208")
    assert (scan.folded(position), scan.written(position), scan.kind(position)) == ("", "", "")
    assert not scan.is_dash(position)
    assert not scan.is_name(position)
    assert not scan.touches(position)
    assert not scan.matches(position, ("208",))
    assert scan.longest(position, [("208",)]) == 0


TOUCHES = [
    ("250 km", 1, False),
    ("250km/h", 0, False),
    ("€900m", 1, True),
    ("E-Tech", 1, True),
    ("E-Tech", 2, True),
    ("the C5 – and", 2, False),
    ("l'usine", 1, True),
    ("52\u00a0kWh", 1, False),
]


@pytest.mark.parametrize(("text", "position", "touches"), TOUCHES)
def test_touching_leaves_no_gap(text: str, position: int, touches: bool) -> None:
    assert scan_of(text).touches(position) is touches


MATCHES = [
    ("at the end of 2026", 1, ("the", "end", "of"), True),
    ("At The End of 2026", 1, ("the", "end", "of"), True),
    ("à la Fin de 2026", 2, ("fin", "de"), True),
    ("l\u2019été 2026", 0, ("l'", "ete"), True),
    ("at the end", 1, ("the", "end", "of"), False),
    ("at the ending", 1, ("the", "end"), False),
    ("at the end", 3, (), True),
    ("at the end", 4, (), False),
]


@pytest.mark.parametrize(("text", "position", "run", "matches"), MATCHES)
def test_runs_match_folded_tokens(text: str, position: int, run: tuple[str, ...], matches: bool) -> None:
    assert scan_of(text).matches(position, run) is matches


@pytest.mark.parametrize(("run", "matches"), [(("kWh",), True), (("kwh",), False), (("KWH",), False)])
def test_case_can_be_kept(run: tuple[str, ...], matches: bool) -> None:
    assert scan_of("52 kWh").matches(1, run, fold_case=False) is matches


LONGEST = [
    ("out of ten", [("out", "of"), ("out",)], 2),
    ("out in March", [("out", "of"), ("out",)], 1),
    ("sur dix", [("out", "of"), ("sur",)], 1),
    ("Sur dix", [("sur",)], 1),
    ("over ten", [("out", "of"), ("sur",)], 0),
    ("out", [("out", "of")], 0),
    ("out", [], 0),
]


@pytest.mark.parametrize(("text", "runs", "taken"), LONGEST)
def test_longest_run_is_measured(text: str, runs: list[tuple[str, ...]], taken: int) -> None:
    assert scan_of(text).longest(0, runs) == taken


@pytest.mark.parametrize("dash", sorted(DASHES))
def test_every_dash_is_one(dash: str) -> None:
    assert scan_of(f"1986{dash}2019").is_dash(1)


NAMES = [("Dacia", True), ("Élysée", True), ("R5", True), ("i20", False), ("dacia", False), ("2008", False)]


@pytest.mark.parametrize(("word", "is_name"), NAMES)
def test_names_are_capitalised_words(word: str, is_name: bool) -> None:
    assert scan_of(word).is_name(0) is is_name


def test_span_counts_from_start_of_text() -> None:
    text = "Not this. It costs 25 000 € here."
    scan = Scan(text, 10, len(text))
    first, last = scan.span(at(scan, "25 000"), at(scan, "€") + 1)
    assert text[first:last] == "25 000 €"
    assert scan.written(0) == "It"


def test_given_tokens_are_not_made_again() -> None:
    text = "It costs 25 000 € here."
    tokens = tokenize(text)[:2]
    scan = Scan(text, 0, len(text), tokens)
    assert len(scan) == 2
    assert scan.tokens is tokens


@given(st.text(max_size=60))
def test_any_text_is_walked_without_gaps_in_order(text: str) -> None:
    scan = scan_of(text)
    spans = [scan.span(position, position + 1) for position in range(len(scan))]
    assert [text[start:end] for start, end in spans] == [scan.written(position) for position in range(len(scan))]
    assert all(scan.touches(i + 1) is (spans[i][1] == spans[i + 1][0]) for i in range(len(spans) - 1))


@given(st.text(max_size=60))
def test_any_text_matches_itself(text: str) -> None:
    scan = scan_of(text)
    folded = tuple(token.folded for token in scan.tokens)
    assert scan.matches(0, folded)
    assert not scan.matches(1, folded) or not folded
