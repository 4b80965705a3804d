"""Which names of a document mean one thing, and what it is."""

import pytest

from facts.models.entity import OPEN
from facts.naming import slug
from tests.facts.naming.conftest import ReadEntities, ReadNames

KINDS = [
    ("The Mazda CX-5 and the Hyundai i20 share nothing.", {"mazda-cx-5": "model", "hyundai-i20": "model"}),
    ("The Quillo rides on the Brisco platform.", {"quillo": "model", "brisco": "platform"}),
    ("Mr Tarvio spoke in Oslo.", {"tarvio": "person", "oslo": "city"}),
    ("Renault Group has a plant in Tarvio, Italy.", {"renault-group": "company", "tarvio": "city", "italy": "country"}),
    ("They like Brisco.", {"brisco": OPEN}),
]
FRENCH = [
    (
        "L'Ondara est une citadine produite à Tarvio, en Italie.",
        {"ondara": "model", "tarvio": "city", "italie": "country"},
    ),
    (
        "Petra Lumeo, directrice du design, dit que l'Ondara est une citadine.",
        {"petra-lumeo": "person", "ondara": "model"},
    ),
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_names_become_things_of_a_kind(read_entities: ReadEntities, text: str, kinds: dict[str, str]) -> None:
    """A name of no clear kind keeps an open one."""
    assert {key: entity.kind for key, entity in read_entities(text).items()} == kinds


@pytest.mark.parametrize(("text", "kinds"), FRENCH)
def test_french_names_become_things_of_a_kind(read_entities: ReadEntities, text: str, kinds: dict[str, str]) -> None:
    assert {key: entity.kind for key, entity in read_entities(text, "fr").items()} == kinds


def test_model_is_meant_with_and_without_its_brand(read_names: ReadNames) -> None:
    names = read_names("Halden is a Danish carmaker. The Halden Quillo is a city car. We like the Quillo.")

    assert names.entities["halden-quillo"].brand == "halden"
    assert [found.entity for found in names.mentions[2]] == ["halden-quillo"]


def test_known_model_gets_its_brand(read_entities: ReadEntities) -> None:
    model = read_entities("Kia leads. We drove the Sportage, which is a good car.")["kia-sportage"]

    assert (model.name, model.brand) == ("Kia Sportage", "kia")
    assert model.aliases == ("Kia Sportage", "Sportage")


def test_number_alone_never_means_a_model(read_entities: ReadEntities) -> None:
    aliases = read_entities("The Renault 5 sells well.")["renault-5"].aliases

    assert {"Renault 5", "R5"} <= set(aliases)
    assert "5" not in aliases


def test_word_behind_a_model_makes_a_version(read_entities: ReadEntities) -> None:
    version = read_entities("The Ondara is a van. They sell the Ondara Sport too.")["ondara-sport"]

    assert (version.kind, version.parent) == ("version", "ondara")


def test_powertrain_behind_a_model_makes_no_version(read_names: ReadNames) -> None:
    names = read_names("The Ondara is a van. They sell the Ondara Electric too.")

    assert [found.entity for found in names.mentions[1]] == ["ondara"]


def test_short_name_means_the_only_version_called_so(read_names: ReadNames) -> None:
    names = read_names("The Ondara is a van. They sell the Ondara Sport here. We took the Sport home.")

    assert [found.entity for found in names.mentions[2]] == ["ondara-sport"]


def test_short_name_of_two_versions_means_neither(read_names: ReadNames) -> None:
    names = read_names(
        "The Ondara is a van. The Quillo is a van. The Ondara Sport and the Quillo Sport are new. A Sport!"
    )

    assert "ondara-sport" not in [found.entity for found in names.mentions[-1]]
    assert "quillo-sport" not in [found.entity for found in names.mentions[-1]]


def test_surname_means_the_person(read_names: ReadNames) -> None:
    names = read_names("Petra Lumeo, the head of design, resigned. Later we met Lumeo again.")

    assert [found.entity for found in names.mentions[1]] == ["petra-lumeo"]


def test_plural_means_the_model(read_names: ReadNames) -> None:
    names = read_names("The Quillo is a city car. They sold ten Quillos.")

    assert [found.entity for found in names.mentions[1]] == ["quillo"]


def test_company_is_meant_without_its_legal_form(read_names: ReadNames) -> None:
    names = read_names("They own Brisco GmbH. We like Brisco.")

    assert [found.entity for found in names.mentions[1]] == ["brisco-gmbh"]


def test_shouted_name_is_shown_calmly(read_entities: ReadEntities) -> None:
    assert read_entities("THE QUILLO ARRIVES\n\nThe Quillo is a city car.")["quillo"].name == "Quillo"


def test_surname_makes_a_full_name_a_person(read_names: ReadNames) -> None:
    names = read_names("Ondro Tarvio has run the plant since May. They like it there, Mr Tarvio says.")

    assert names.entities["ondro-tarvio"].kind == "person"
    assert [found.entity for found in names.mentions[1]] == ["ondro-tarvio"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Halden sells cars. We drove the Halden Quillo. The Quillo is quick.", {"halden": "brand"}),
        ("We drove the Halden Quillo.", {"halden-quillo": "model"}),
        ("We visited the Halden Museum.", {"halden-museum": OPEN}),
        ("Halden says that it is sorry.", {"halden": "organisation"}),
        ("I'm told. I'd say so.", {}),
        ("They build the Audi Q4 e-tron.", {"audi-q4-e-tron": "model"}),
        ("Superb seats and a spare wheel. It is a car.", {}),
        ("It comes in Gull White and Quillo Grey.", {}),
        ("It is quoted in the European press.", {}),
        ("They trust the European Union.", {"european-union": "organisation"}),
        ("Ten Haldens and a Halden were there.", {"halden": OPEN}),
    ],
)
def test_settings_tell_makers_from_cars(read_entities: ReadEntities, text: str, kinds: dict[str, str]) -> None:
    found = {key: entity.kind for key, entity in read_entities(text).items()}

    assert {key: found.get(key) for key in kinds} == kinds
    assert kinds or not found


@pytest.mark.parametrize(
    ("text", "entity", "alias", "is_one"),
    [
        ("Volkswagen says no.", "volkswagen", "VW", True),
        ("They sell it in Britain.", "britain", "UK", True),
        ("They build it in Lower Saxony.", "lower-saxony", "Basse-Saxe", True),
        ("Nissan has a car. The Nissan Micra is old.", "nissan-micra", "March", False),
        ("They build it in Mexico City.", "mexico-city", "Mexico", False),
    ],
)
def test_what_else_the_world_calls_it(
    read_entities: ReadEntities, text: str, entity: str, alias: str, is_one: bool
) -> None:
    """Never a word of everyday language, nor the name of something else."""
    assert (alias in read_entities(text)[entity].aliases) == is_one


def test_second_of_two_strange_words_stands_for_both(read_names: ReadNames) -> None:
    names = read_names("We drove the Halden Quillo. They like Quillo.")

    assert [found.entity for found in names.mentions[1]] == ["halden-quillo"]


def test_ordinary_word_is_a_car_only_where_it_is_set_as_one(read_entities: ReadEntities) -> None:
    """Air is a Lucid, and a trim of others."""
    assert "lucid-air" not in read_entities("The Kia EV3 comes in Air trim. The Kia EV3 Air is cheap.")


def test_interviewer_and_guest_are_meant_by_their_initials(read_names: ReadNames) -> None:
    turns = [
        "Motor Letter: We thank you for this. Are you well?",
        "Petra Lumeo: Yes.",
        "ML: And the car?",
        "PL: It is.",
        "ML: So?",
        "PL: So.",
    ]
    names = read_names("\n\n".join(["We met her at home, on a cold day.", *turns, "ML: Then thanks.", "PL: Bye."]))
    spoken = [found.entity for mentions in names.mentions for found in mentions]

    assert names.entities["petra-lumeo"].kind == "person"
    assert spoken.count("petra-lumeo") == spoken.count("motor-letter")


def test_labels_of_a_list_are_no_speakers(read_entities: ReadEntities) -> None:
    assert read_entities("Price: 20,000 euros\n\nPrice: 30,000 euros\n\nPrice: 40,000 euros") == {}


def test_country_before_a_town_of_the_same_name(read_entities: ReadEntities) -> None:
    """What the world calls Mexico first is the country, however often "in" stands before it."""
    assert read_entities("They sell it in Mexico. It is built in Mexico.")["mexico"].kind == "country"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Renault Scénic", "renault-scenic"), ("ID.3", "id-3"), ("  L&K ", "l-k"), ("…", "x"), ("Škoda", "skoda")],
)
def test_slug_is_readable(name: str, expected: str) -> None:
    assert slug(name) == expected
