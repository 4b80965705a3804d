"""Every sentence of the wiring is said in both languages, with the same places left open."""

import string
from collections.abc import Sequence
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from bot.discord.texts import LANGUAGES, texts, texts_in

WIRING = Path(texts.__file__).parent.parent
KEYWORDS = {"texts": None, "say": None, "marked": None, "many": (1, 2)}  # what a sentence stands in as a literal
ROOMS = sorted((Path(texts.__file__).parent / "fr").glob("*.po"))


def catalogue(room: Path) -> Catalog:
    with room.open("rb") as file:
        return read_po(file, locale="fr")


def sentences(message: str | Sequence[str]) -> list[str]:
    """List a message's sentence, or its singular and plural."""
    return [message] if isinstance(message, str) else list(message)


def pairs() -> list[tuple[str, str]]:
    """List every English sentence with its French one; the singular and the plural apart."""
    messages = [message for room in ROOMS for message in catalogue(room) if message.id]
    return [pair for one in messages for pair in zip(sentences(one.id), sentences(one.string), strict=True)]


def said_in_code() -> list[tuple[str, str]]:
    """List every sentence that the wiring says, with the file that says it."""
    found = []
    for module in sorted(WIRING.rglob("*.py")):
        with module.open("rb") as file:
            for _, message, _, _ in extract("python", file, KEYWORDS):
                found += [(english, module.name) for english in sentences(message) if english]
    return found


def fields(text: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}


@pytest.mark.parametrize(("english", "french"), pairs())
def test_translation_is_whole_and_leaves_the_same_places_open(english: str, french: str) -> None:
    assert french == french.strip() != ""
    assert fields(french) == fields(english)


@pytest.mark.parametrize(("english", "module"), said_in_code())
def test_what_is_said_has_a_translation(english: str, module: str) -> None:
    assert english in {sentence for sentence, _ in pairs()}, module


def test_no_room_says_a_sentence_otherwise_than_another() -> None:
    said: dict[str, set[str]] = {}
    for english, french in pairs():
        said.setdefault(english, set()).add(french)
    assert {english: all_of for english, all_of in said.items() if len(all_of) > 1} == {}


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en-GB", "Certainty"),
        ("fr", "Certitude"),
        ("fr-CA", "Certitude"),
        ("", "Certainty"),
        ("de", "Certainty"),
        ("f", "Certainty"),
    ],
)
def test_first_two_letters_choose_the_language(tag: str, expected: str) -> None:
    assert texts_in(tag)("Certainty") == expected


@given(tag=st.text(max_size=12))
def test_any_tag_finds_a_language(tag: str) -> None:
    assert texts_in(tag).language in LANGUAGES


def test_what_has_no_translation_stays_english() -> None:
    assert texts_in("fr")("A {what} nobody translated", what="sentence") == "A sentence nobody translated"
