"""The vocabulary that ships: every file loads, both languages speak of everything, nothing is claimed twice."""

from collections.abc import Iterator
from itertools import combinations

import pint
import pytest

from facts.lexicon import Attribute, Lexicon
from facts.lexicon.loader import load_lexicon
from facts.models.entity import OPEN
from facts.models.value import ValueKind
from facts.phrases import words_of

ON_PURPOSE = {  # phrases that may ask for either: what a question means depends on the entity that answers
    frozenset({"platform", "parent_model"}),
}
PINT_NAMES = {
    "nmi": "nautical_mile", "mi": "mile", "in": "inch", "ft": "foot", "yd": "yard", "t": "metric_ton", "lb": "pound",
    "l": "liter", "ml": "milliliter", "m3": "meter**3", "cu_ft": "foot**3", "gal": "US_liquid_gallon",
    "PS": "metric_horsepower", "hp": "horsepower", "Nm": "newton*meter", "lb_ft": "pound*gravity*foot",
    "kgm": "kilogram*gravity*meter", "km_h": "kilometer/hour", "mph": "mile/hour", "h": "hour", "min": "minute",
    "kWh_100km": "kWh/(100*km)",
    "Wh_km": "Wh/km", "kWh_km": "kWh/km", "Wh_mi": "Wh/mile", "kWh_100mi": "kWh/(100*mile)",
    "km_kWh": "km/kWh", "mi_kWh": "mile/kWh", "l_100km": "liter/(100*km)", "km_l": "km/liter",
    "mpg": "mile/imperial_gallon",
    "mpg_us": "mile/US_liquid_gallon", "g_km": "g/km", "g_mi": "g/mile", "Wh_kg": "Wh/kg",
    "m2": "meter**2", "ha": "hectare", "km2": "km**2", "sq_ft": "foot**2",
}  # fmt: skip


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def test_every_attribute_speaks_both_languages(lexicon: Lexicon) -> None:
    incomplete = [
        (attribute.id, language)
        for attribute in lexicon.attributes.values()
        for language in ("en", "fr")
        if not (wording := attribute.wording.get(language)) or not (wording.say and wording.nouns and wording.phrases)
    ]
    assert incomplete == []


def test_sentences_name_subject_and_value(lexicon: Lexicon) -> None:
    wordings = [wording for attribute in lexicon.attributes.values() for wording in attribute.wording.values()]
    sayings = [saying for wording in wordings for saying in (wording.say, wording.say_inverse) if saying]
    assert [saying for saying in sayings if "{S}" not in saying or "{V}" not in saying] == []


def test_entities_can_be_said_from_their_value(lexicon: Lexicon) -> None:
    entities = [attribute for attribute in lexicon.attributes.values() if attribute.value is ValueKind.ENTITY]
    assert [a.id for a in entities if not a.kinds or not all(w.say_inverse for w in a.wording.values())] == []


def test_every_kind_speaks_both_languages(lexicon: Lexicon) -> None:
    """All but the kind of what has no clear kind: no noun stands for that."""
    silent = [kind.id for kind in lexicon.kinds.values() if not (kind.nouns.get("en") and kind.nouns.get("fr"))]
    assert silent == [OPEN]


def test_languages_have_the_same_classes(lexicon: Lexicon) -> None:
    assert set(lexicon.languages["en"].classes) == set(lexicon.languages["fr"].classes)


def test_no_class_is_empty_but_what_a_language_has_not(lexicon: Lexicon) -> None:
    empty = {name for language in lexicon.languages.values() for name, words in language.classes.items() if not words}
    one_sided = {"reflexives", "do_auxiliaries", "particles", "unchanged_verbs", "existential_words"}
    assert empty <= one_sided | {"backshifted_modals"}  # one of the two languages has none of them


RANKED = {("cost",)}  # of a car its price, which comes first by rank; of a project what was spent


@pytest.mark.parametrize("role", ["nouns", "phrases"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_phrase_serves_two_like_attributes(lexicon: Lexicon, role: str, language: str) -> None:
    claimed: dict[tuple[str, ...], list[Attribute]] = {}
    for attribute in lexicon.attributes.values():
        for phrase in getattr(attribute.wording[language], role):
            claimed.setdefault(phrase, []).append(attribute)
    clashes = {(phrase, pair) for phrase, attributes in claimed.items() for pair in _alike(lexicon, attributes)}
    assert {phrase for phrase, _ in clashes} <= RANKED, clashes


def _alike(lexicon: Lexicon, attributes: list[Attribute]) -> Iterator[frozenset[str]]:
    """Yield pairs whose values and subjects are of one sort, so that a phrase cannot tell them apart."""
    for one, other in combinations(attributes, 2):
        same_value = (one.value, one.dimension) == (other.value, other.dimension)
        if one.value is ValueKind.ENTITY:
            same_value = same_value and _overlap(lexicon, one.kinds, other.kinds)
        pair = frozenset({one.id, other.id})
        if same_value and _overlap(lexicon, one.of, other.of) and pair not in ON_PURPOSE:
            yield pair


def _overlap(lexicon: Lexicon, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return any(lexicon.is_a(a, b) or lexicon.is_a(b, a) for a in one for b in other)


def test_units_agree_with_pint(lexicon: Lexicon) -> None:
    registry: pint.UnitRegistry[float] = pint.UnitRegistry()
    bases = {unit.dimension: unit.id for unit in lexicon.units if unit.factor == 1}
    for unit in lexicon.units:
        if unit.dimension not in ("money", "temperature"):
            one, base = (registry(f"1 {PINT_NAMES.get(name, name)}") for name in (unit.id, bases[unit.dimension]))
            factor = (one / base).to_base_units()
            assert unit.factor == pytest.approx(factor.magnitude, rel=1e-5), unit.id


def test_a_spelling_is_one_unit(lexicon: Lexicon) -> None:
    spelled: dict[str, set[str]] = {}
    for unit in lexicon.units:
        for spelling in unit.spellings:
            spelled.setdefault(spelling, set()).add(unit.id)
    shared = {spelling: units for spelling, units in spelled.items() if len(units) > 1}
    assert shared == {"pounds": {"lb", "GBP"}, "t": {"t"}} or set(shared) <= {"pounds", "kg m"}


def test_models_belong_to_known_brands(lexicon: Lexicon) -> None:
    brands = {name.name for name in lexicon.names if name.kind == "brand"}
    assert {name.of for name in lexicon.names if name.kind == "model"} <= brands


def test_names_are_never_bare_numbers(lexicon: Lexicon) -> None:
    spellings = [spelling for name in lexicon.names for spelling in (name.name, *name.aliases)]
    assert [spelling for spelling in spellings if spelling.isdigit()] == []


def test_the_world_is_known(lexicon: Lexicon) -> None:
    counts = {kind: sum(name.kind == kind for name in lexicon.names) for kind in ("brand", "model", "country", "city")}
    assert counts["brand"] > 150
    assert counts["model"] > 800
    assert counts["country"] > 190
    assert counts["city"] > 150


def test_question_types_are_asked_in_words(lexicon: Lexicon) -> None:
    for language in lexicon.languages.values():
        assert all(words_of(phrase) for phrase in language.tables["question_types"])
