"""What only Discord needs said is said in the language of whoever reads it, whole and within Discord's limits."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord import limits, notices
from bot.discord.notices import in_language

TRANSLATED = {
    name: texts for name, texts in vars(notices).items() if name.isupper() and isinstance(texts, dict)
}  # whatever is added later is held to the same rules
SENTENCES = [notices.NOT_OPERATOR, notices.RELOADING, notices.ALREADY_RELOADING]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Certainty"),
        ("fr", "Certitude"),
        ("en-GB", "Certainty"),
        ("en-US", "Certainty"),
        ("fr-FR", "Certitude"),
        ("fr_CA", "Certitude"),
        ("de", "Certainty"),
        ("zh-CN", "Certainty"),
        ("", "Certainty"),
        ("f", "Certainty"),
    ],
)
def test_the_first_two_letters_choose_the_language(language: str, expected: str) -> None:
    assert in_language(notices.CERTAINTY, language) == expected


@given(language=st.text(max_size=12))
def test_any_tag_finds_a_text(language: str) -> None:
    assert in_language(notices.TROUBLE, language) in notices.TROUBLE.values()


def test_a_language_added_later_is_chosen() -> None:
    assert in_language({"en": "more", "it": "altro"}, "it-IT") == "altro"


@pytest.mark.parametrize("name", sorted(TRANSLATED))
def test_every_notice_speaks_both_languages(name: str) -> None:
    texts = TRANSLATED[name]
    assert set(texts) == {"en", "fr"}
    assert texts["en"] != texts["fr"]
    assert all(text == text.strip() and text for text in texts.values())


@pytest.mark.parametrize("name", sorted(TRANSLATED))
def test_translations_leave_the_same_places_open(name: str) -> None:
    english, french = (_fields(TRANSLATED[name][language]) for language in ("en", "fr"))
    assert english == french


@pytest.mark.parametrize(("language", "expected"), [("en", "… and 7 more"), ("fr", "… et 7 de plus")])
def test_what_is_left_out_is_counted(language: str, expected: str) -> None:
    assert in_language(notices.MORE, language).format(count=7) == expected


@pytest.mark.parametrize("name", ["CERTAINTY", "OTHERWISE"])
def test_headings_fit_the_name_of_a_field(name: str) -> None:
    assert all(len(text) <= limits.FIELD_NAME for text in TRANSLATED[name].values())


@pytest.mark.parametrize("sentence", [*notices.TROUBLE.values(), *SENTENCES])
def test_a_sentence_is_whole_and_fits_a_message(sentence: str) -> None:
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert len(sentence) <= limits.MESSAGE


@pytest.mark.parametrize("sentence", [*notices.TROUBLE.values(), *SENTENCES])
def test_no_sentence_tells_of_the_inside(sentence: str) -> None:
    """Whoever asked learns that something failed, not which file or exception: that is for the log."""
    assert not {"Error", "Traceback", "Exception", ".py"} & set(sentence.split())


def _fields(text: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}
