"""The vocabulary as name finding looks it up."""

import pytest

from facts.corpus import Tools
from facts.lexicon import Attribute, Kind, KnownName, Language, Lexicon, Wording, parse_frame
from facts.models import ValueKind
from facts.naming import NamingWords


@pytest.fixture
def lexicon() -> Lexicon:
    """Return a small world of boats."""
    builder = Attribute(
        "builder",
        ValueKind.ENTITY,
        of=("boat",),
        kinds=("yard",),
        wording={"en": Wording("builder", frames=(parse_frame("V build S"),))},
    )
    kinds = {
        "boat": Kind("boat", nouns={"en": (("yacht",), ("sailing", "boat"))}),
        "yard": Kind("yard"),
        "place": Kind("place"),
        "harbour": Kind("harbour", "place"),
        "island": Kind("island", "place"),
    }
    names = (
        KnownName("Porto Vell", "harbour", aliases=("Vell",)),
        KnownName("Vell", "island", adjectives=("Vellish",)),
    )
    classes = {
        "articles": frozenset({"the"}),
        "stopwords": frozenset({"such as"}),
        "months": frozenset({"may"}),
        "role_nouns": frozenset({"harbour master"}),
        "person_titles": frozenset({"Capt."}),
        "name_connectors": frozenset({"van", "of"}),
    }
    return Lexicon({"builder": builder}, kinds, (), {"en": Language("en", classes, {})}, names)


def test_every_spelling_is_known(lexicon: Lexicon) -> None:
    words = NamingWords.of(lexicon, "en")

    assert words.kinds_known("portovell") == {"harbour"}
    assert words.kinds_known("vell") == {"harbour", "island"}
    assert words.kinds_known("unheard") == set()


def test_owner_of_a_name_comes_before_an_alias(lexicon: Lexicon) -> None:
    assert [name.kind for name in NamingWords.of(lexicon, "en").known["vell"]] == ["island", "harbour"]


def test_closed_classes_are_split_by_use(lexicon: Lexicon) -> None:
    words = NamingWords.of(lexicon, "en")

    assert words.functions == {"the"}
    assert words.masks == {"may", "capt.", "vellish"}
    assert words.roles == {("harbour", "master")}
    assert words.titles == {"capt"}


def test_demonyms_lead_to_their_place(lexicon: Lexicon) -> None:
    assert NamingWords.of(lexicon, "en").demonyms == {"vellish": "Vell"}


def test_type_nouns_lead_to_their_kind(lexicon: Lexicon) -> None:
    assert NamingWords.of(lexicon, "en").type_nouns == {("yacht",): "boat", ("sailing", "boat"): "boat"}


def test_joining_words_never_stand_inside_a_name(lexicon: Lexicon) -> None:
    assert NamingWords.of(lexicon, "en").connectors == {"van"}


def test_frames_tell_the_kinds_beside_a_verb(lexicon: Lexicon) -> None:
    assert NamingWords.of(lexicon, "en").frames == {"build": [("agent", ("yard",)), ("patient", ("boat",))]}


def test_product_nouns_are_of_every_language(tools: Tools) -> None:
    assert {"saloon", "citadine"} <= tools.readers["en"].words.product_nouns & tools.readers["fr"].words.product_nouns
