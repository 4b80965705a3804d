"""Words of any text, with their spans."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facts.terms import fold, squeeze, tokenize

KINDS = {"word", "mixed", "number", "mark", "clitic", "elision"}
TEXTS = st.text() | st.text(alphabet="aé L'’-_.,0123 \u00a0\u202fœß½\n«»€", max_size=40)

TOKENS = [
    ("l'Espace d'occasion", ["l'", "Espace", "d'", "occasion"]),
    ("lorsqu’on voit qu'il", ["lorsqu’", "on", "voit", "qu'", "il"]),
    ("Kia's EV2", ["Kia", "'s", "EV2"]),
    ("the makers' club", ["the", "makers", "'", "club"]),
    ("don't, aujourd’hui", ["don't", ",", "aujourd’hui"]),
    ("E-Tech i20 4x4", ["E", "-", "Tech", "i20", "4x4"]),
    ("52kWh 7.5%", ["52", "kWh", "7.5", "%"]),
    ("a_b", ["a", "_", "b"]),
    ("It costs £9.", ["It", "costs", "£", "9", "."]),
]
NUMBERS = ["20 000", "12\u202f345\u00a0678", "1'000'000", "1,234.50", "3.995", "7,5", "2026"]
NO_NUMBERS = [
    ("20 0000", ["20", "0000"]),
    ("2025 300", ["2025", "300"]),
    ("1. 2", ["1", ".", "2"]),
    ("5-7", ["5", "-", "7"]),
]
FOLDED = [
    ("Škoda", "skoda"),
    ("Œuvre", "oeuvre"),
    ("Straße", "strasse"),
    ("\ufb01n", "fin"),
    ("l’été", "l'ete"),
    ("Łódź", "lodz"),
    ("Ærø", "aero"),
]


@pytest.mark.parametrize(("text", "words"), TOKENS)
def test_text_comes_apart_into_tokens(text: str, words: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == words


@pytest.mark.parametrize("number", NUMBERS)
def test_number_keeps_its_separators(number: str) -> None:
    assert [(token.text, token.kind) for token in tokenize(f"{number} cars")] == [(number, "number"), ("cars", "word")]


@pytest.mark.parametrize(("text", "words"), NO_NUMBERS)
def test_neighbouring_numbers_stay_apart(text: str, words: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == words


@pytest.mark.parametrize(
    ("text", "kind"),
    [("car", "word"), ("EV2", "mixed"), ("20", "number"), ("«", "mark"), ("'s", "clitic"), ("d’", "elision")],
)
def test_token_knows_its_kind(text: str, kind: str) -> None:
    assert tokenize(f"{text}a" if kind == "elision" else text)[0].kind == kind


@pytest.mark.parametrize(("text", "is_word"), [("car", True), ("EV2", True), ("20", False), ("-", False)])
def test_words_hold_letters(text: str, is_word: bool) -> None:
    assert tokenize(text)[0].is_word is is_word


@pytest.mark.parametrize(("text", "is_capital"), [("Kia", True), ("Élysée", True), ("kia", False), ("4X4", False)])
def test_capital_is_that_of_the_first_letter(text: str, is_capital: bool) -> None:
    assert tokenize(text)[0].is_capital is is_capital


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_folding_drops_case_accents_and_ligatures(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("name", ["E-GMP", "e gmp", "Egmp", "É–GMP", "e.g.m.p."])
def test_spellings_of_a_name_have_one_key(name: str) -> None:
    assert squeeze(name) == "egmp"


@settings(deadline=None)
@given(TEXTS)
def test_tokens_quote_the_text_at_their_spans(text: str) -> None:
    for token in tokenize(text):
        assert text[token.start : token.end] == token.text
        assert token.folded == fold(token.text)
        assert token.kind in KINDS


@settings(deadline=None)
@given(TEXTS)
def test_tokens_follow_each_other_and_leave_only_spaces_out(text: str) -> None:
    position = 0
    for token in tokenize(text):
        assert text[position : token.start].strip() == ""
        assert token.start < token.end
        position = token.end
    assert text[position:].strip() == ""


@settings(deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_part_of_a_text_has_spans_of_the_whole(before: str, part: str, after: str) -> None:
    whole = f"{before}\n{part}\n{after}"
    start = len(before) + 1

    found = tokenize(whole, start, start + len(part))

    assert all(start <= token.start < token.end <= start + len(part) for token in found)
    assert [token.text for token in found] == [whole[token.start : token.end] for token in found]


@settings(deadline=None)
@given(TEXTS)
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(deadline=None)
@given(TEXTS)
def test_squeezed_text_is_a_key_of_itself(text: str) -> None:
    key = squeeze(text)

    assert squeeze(key) == key
    assert all(c.isalnum() for c in key)


@settings(deadline=None)
@given(st.text(alphabet="abcXYZéÉç09", min_size=1), st.text(alphabet=" -_.'’–", max_size=3))
def test_separators_and_case_do_not_change_a_key(name: str, separator: str) -> None:
    assert squeeze(separator.join(name.upper())) == squeeze(name)
