"""A compiled vocabulary is kept from run to run, and nothing that happens to its file changes what it says."""

from collections.abc import Callable
from pathlib import Path

import pytest

from facts.compiled import KEPT, compiled_vocabulary
from facts.lexicon import Lexicon
from facts.lexicon.forms import dictionary_of
from facts.lexicon.loader import load_lexicon

BOATS = {  # in Malay, whose dictionary is a short one
    "kinds.toml": '[boat.ms]\nlabel = ["kapal", "kapal-kapal"]\nnouns = ["perahu"]\n',
    "units.toml": '[draught]\nm = { spellings = ["meter"] }\n',
    "languages/ms.toml": '[classes]\nnegations = ["tidak"]\n[tables.irregular]\nlayarlah = "layar"\n',
    "attributes/boats.toml": (
        '[keel]\nvalue = "quantity"\nof = ["boat"]\ndimension = "draught"\n'
        '[keel.ms]\nlabel = "lunas"\nsay = "{S} {V}"\nnouns = ["lunas"]\nframes = ["S ambil V"]\n'
    ),
    "names/boats.toml": '[boat]\nMelati = ["Melati Kedua|Melati 2"]\n',
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in BOATS.items():
        file = tmp_path / "vocabulary" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    return tmp_path / "vocabulary"


@pytest.fixture
def lexicon(folder: Path) -> Lexicon:
    return load_lexicon(folder)


def only_file(shelf: Path) -> Path:
    (file,) = shelf.iterdir()
    return file


def test_second_time_takes_what_the_first_kept(folder: Path, tmp_path: Path, lexicon: Lexicon) -> None:
    compiled_vocabulary(folder, tmp_path / "shelf")
    kept, dictionaries = compiled_vocabulary(folder, tmp_path / "shelf")

    assert kept == lexicon
    assert dictionaries is not dictionary_of
    for language in ("ms", "id", "none"):
        assert list(dictionaries(language).items()) == list(dictionary_of(language).items())


DAMAGES: list[Callable[[bytes], bytes]] = [
    lambda _: b"",
    lambda content: content[:-1],
    lambda content: content[: len(content) // 2],
    lambda content: content.replace(b"perahu", b"perabu", 1),
    lambda content: content + b"\nms\nperahu\nkapal",
    lambda content: bytes(len(content)),
    lambda content: content.partition(b"\n")[0],
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_file_is_made_anew(
    damage: Callable[[bytes], bytes], folder: Path, tmp_path: Path, lexicon: Lexicon
) -> None:
    compiled_vocabulary(folder, tmp_path / "shelf")
    file = only_file(tmp_path / "shelf")
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    assert file.read_bytes() != whole

    assert compiled_vocabulary(folder, tmp_path / "shelf") == (lexicon, dictionary_of)
    assert only_file(tmp_path / "shelf").read_bytes() == whole


def test_changed_vocabulary_is_compiled_anew(folder: Path, tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    before, _ = compiled_vocabulary(folder, shelf)
    first = only_file(shelf)
    units = folder / "units.toml"
    units.write_text(BOATS["units.toml"] + "ell = { factor = 1.14, spellings = ['ela'] }\n")

    after, _ = compiled_vocabulary(folder, shelf)
    (second,) = set(shelf.iterdir()) - {first}
    first.write_bytes(second.read_bytes())  # as two runs at once might leave it
    units.write_text(BOATS["units.toml"])

    assert {unit.id for unit in after.units} - {unit.id for unit in before.units} == {"ell"}
    assert compiled_vocabulary(folder, shelf)[0] == before


def test_few_files_are_kept(folder: Path, tmp_path: Path) -> None:
    for number in range(KEPT + 2):
        with (folder / "units.toml").open("a") as units:
            units.write(f"# {number}\n")
        compiled_vocabulary(folder, tmp_path / "shelf")

    assert len(list((tmp_path / "shelf").iterdir())) == KEPT


@pytest.mark.parametrize("shelf", ["vocabulary/units.toml", "vocabulary/units.toml/below"])
def test_what_cannot_be_kept_is_compiled(shelf: str, folder: Path, tmp_path: Path, lexicon: Lexicon) -> None:
    assert compiled_vocabulary(folder, tmp_path / shelf) == (lexicon, dictionary_of)
