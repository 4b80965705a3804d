"""A vocabulary folder becomes a Lexicon, or an error that says where it is wrong."""

from pathlib import Path

import pytest

from facts.errors import VocabularyError
from facts.lexicon import Slot
from facts.lexicon.loader import load_lexicon
from facts.models.value import ValueKind

BOATS = {
    "kinds.toml": """
[boat]
[boat.en]
label = ["boat", "boats"]
nouns = ["sailing boats", "yacht"]
[harbour]
[harbour.en]
label = ["harbour", "harbours"]
""",
    "units.toml": """
[draught]
m = { spellings = ["metre", "metres"] }
fathom = { factor = 1.8288, spellings = ["fathoms"] }
""",
    "attributes/boats.toml": """
[keel]
value = "quantity"
of = ["boat"]
dimension = "draught"
[keel.en]
label = "draught"
say = "{S} draws {V}"
nouns = ["draught"]
frames = ["S draw V", "* measure S @at V"]
[home]
value = "entity"
of = ["boat"]
kinds = ["harbour"]
[home.en]
label = "home port"
frames = ["* moored S @in|out_of V"]
""",
    "languages/en.toml": """
[classes]
articles = ["The"]
saying_verbs = ["said", "Reported"]
[tables.irregular]
drew = "draw"
[tables.forms]
moor = "moored moorings"
[tables.numbers]
two = "2"
""",
    "names/harbours.toml": """
[harbour]
Brittany = ["Saint-Malo|St Malo", "Brest"]
Cowes = { of = "Wight", adjectives = ["Cowesian"] }
""",
}


@pytest.fixture
def boats(tmp_path: Path) -> Path:
    for name, text in BOATS.items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


def test_another_domain_loads(boats: Path) -> None:
    lexicon = load_lexicon(boats)
    assert set(lexicon.attributes) == {"keel", "home"}
    assert lexicon.attributes["keel"].value is ValueKind.QUANTITY
    assert lexicon.kinds["boat"].nouns["en"] == (("sail", "boat"), ("yacht",))


def test_frames_hold_lemmas(boats: Path) -> None:
    home = load_lexicon(boats).attributes["home"].wording["en"].frames[0]
    assert home.verb == (("moor",),)
    assert home.prepositions == ((("in", "out_of"), Slot.VALUE),)


def test_classes_of_verbs_hold_lemmas_the_others_words(boats: Path) -> None:
    classes = load_lexicon(boats).languages["en"].classes
    assert classes["saying_verbs"] == {"say", "report"}
    assert classes["articles"] == {"the"}


def test_forms_become_irregular(boats: Path) -> None:
    irregular = load_lexicon(boats).languages["en"].tables["irregular"]
    assert irregular == {"moor": "moor", "moored": "moor", "moorings": "moor", "drew": "draw"}


def test_names_come_in_lists_and_alone(boats: Path) -> None:
    names = {name.name: name for name in load_lexicon(boats).names}
    assert names["Saint-Malo"].aliases == ("St Malo",)
    assert names["Saint-Malo"].of == "Brittany"
    assert names["Cowes"].adjectives == ("Cowesian",)


def test_unit_knows_its_id_as_a_spelling(boats: Path) -> None:
    assert load_lexicon(boats).units[0].spellings == ("m", "metre", "metres")


@pytest.mark.parametrize(
    ("file", "was", "becomes", "line", "said"),
    [
        ("attributes/boats.toml", 'say = "{S} draws {V}"', 'says = "no"', 8, "keel.en.says"),
        ("attributes/boats.toml", "S draw V", "S draw", 10, "keel.en.frames"),
        ("attributes/boats.toml", 'value = "entity"', 'value = "thing"', 12, "home.value"),
        ("attributes/boats.toml", 'of = ["boat"]\nkinds', 'of = ["ship"]\nkinds', None, "no kind 'ship'"),
        ("attributes/boats.toml", 'dimension = "draught"', "", None, "has a dimension"),
        ("attributes/boats.toml", '"draught"\n[keel', '"depth"\n[keel', None, "no dimension 'depth'"),
        ("kinds.toml", "[harbour]\n[", '[harbour]\nparent = "place"\n[', 7, "no kind 'place'"),
        ("units.toml", "factor = 1.8288", "factor = -1", 4, "draught.fathom.factor"),
        ("names/harbours.toml", "[harbour]", "[port]", 2, "no kind 'port'"),
        ("languages/en.toml", "[classes]", "[classes", 2, "no TOML"),
    ],
)
def test_errors_name_file_line_and_key(
    boats: Path, file: str, was: str, becomes: str, line: int | None, said: str
) -> None:
    path = boats / file
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, becomes, 1), encoding="utf-8")
    with pytest.raises(VocabularyError) as error:
        load_lexicon(boats)
    assert said in str(error.value)
    assert str(error.value.file) in file
    assert error.value.line in (line, None)
    assert error.value.remedy


def test_missing_file_is_named(boats: Path) -> None:
    (boats / "units.toml").unlink()
    with pytest.raises(VocabularyError, match=r"units\.toml: the file is missing"):
        load_lexicon(boats)


def test_same_attribute_in_two_files_is_refused(boats: Path) -> None:
    twin = boats / "attributes" / "copy.toml"
    twin.write_text(BOATS["attributes/boats.toml"], encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"already in attributes/boats\.toml"):
        load_lexicon(boats)


def test_french_prepositions_know_their_contractions() -> None:
    frames = load_lexicon().attributes["price"].wording["fr"].frames
    behind = {word for frame in frames for words, _ in frame.prepositions for word in words}
    assert {"a", "au", "a_partir_de", "a_partir_du"} <= behind


def test_reflexive_verbs_stand_bare() -> None:
    verbs = {frame.verb for frame in load_lexicon().attributes["price"].wording["fr"].frames}
    assert (("afficher",),) in verbs
