"""The words that are no names: those that articles write small, and those that the vocabulary knows."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
VOCABULARY = HERE.parent.parent / "facts" / "vocabulary"
SWAPS = tomllib.loads((HERE / "swaps.toml").read_text(encoding="utf-8"))
OF_PEOPLE = ("given_names", "family_names_first")
WORD = re.compile(r"[^\W\d_]+")


def vocabulary_words() -> set[str]:
    """Return every word of the vocabulary's languages and attributes that is not a person's, in lower case."""
    files = [*VOCABULARY.glob("languages/*.toml"), *VOCABULARY.glob("attributes/*.toml")]
    tables = [tomllib.loads(file.read_text(encoding="utf-8")) for file in files]
    return {word.casefold() for text in _texts(tables) for word in WORD.findall(text)}


def known_names() -> set[str]:
    """Return every word of the names that the vocabulary knows, in lower case."""
    tables = [tomllib.loads(file.read_text(encoding="utf-8")) for file in VOCABULARY.glob("names/*.toml")]
    return {word.casefold() for text in _texts(tables) for word in WORD.findall(text)}


def place_words() -> set[str]:
    """Return every word of the countries, regions and towns that the vocabulary knows, in lower case."""
    tables = [tomllib.loads(file.read_text(encoding="utf-8")) for file in VOCABULARY.glob("names/*.toml")]
    places = [table.get(kind, {}) for table in tables for kind in ("country", "region", "city")]
    return {word.casefold() for text in _texts(places) for word in WORD.findall(text)}


def towns() -> dict[str, list[str]]:
    """Return the towns that the vocabulary knows by their country, each by its first name."""
    found: dict[str, list[str]] = {}
    for file in VOCABULARY.glob("names/*.toml"):
        for country, names in tomllib.loads(file.read_text(encoding="utf-8")).get("city", {}).items():
            found.setdefault(country, []).extend(name.split("|")[0] for name in names if isinstance(name, str))
    return found


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            if key not in OF_PEOPLE:
                yield from (str(key), *_texts(one))
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
