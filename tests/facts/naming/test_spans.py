"""Where names stand in a text."""

import pytest

from facts.corpus import Tools
from facts.naming.spans import is_shouted
from tests.facts.naming.conftest import FindSpans
from tests.facts.parsing.analysing import sentence_of, sentences_of

RUNS = [
    ("The new Mazda CX-5 and the Hyundai i20 share nothing.", ["Mazda CX-5", "Hyundai i20"]),
    ("We drove the Volkswagen ID.3 in Ghent.", ["Volkswagen ID.3", "Ghent"]),
    ("Prices of the Peugeot e-208 rose.", ["Peugeot e-208"]),
    ("They met in Aix-en-Provence last week.", ["Aix-en-Provence"]),
    ("She likes the Skoda Enyaq L&K best.", ["Skoda Enyaq L&K"]),
    ("A car like the Halden 4 is rare.", ["Halden 4"]),
    ("We met Luca de Tarvio there.", ["Luca de Tarvio"]),
    ("We met Anna van der Holt there.", ["Anna van der Holt"]),
    ("We met Renzo D'Alviano there.", ["Renzo D'Alviano"]),
    ("We met Maud L'ander there.", ["Maud L'ander"]),
]
NO_RUNS = [
    ("They met on Monday in March.", []),
    ("Nobody at the Group knows.", []),
    ("Then the French drivers left.", []),
    ("Prices rose. Nobody knows why.", []),
    ("The Chief Executive Officer of Halden spoke.", ["Halden"]),
    ("The Halden 20,000 times over.", ["Halden"]),
    ("The Halden weighs 940 kg.", ["Halden"]),
]
FRENCH = [
    ("On a vu l'Ondara à Tarvio.", ["Ondara", "Tarvio"]),
    ("Elle a rencontré Petra de Lumeo.", ["Petra de Lumeo"]),
    ("Le patron de la Halden et la gamme de la Lumeo.", ["Halden", "Lumeo"]),
    ("La Citadine Dacia arrive en mars.", ["Dacia"]),
    ("Chez Halden l'annonce surprend.", ["Halden"]),
]


@pytest.mark.parametrize(("text", "names"), RUNS)
def test_runs_of_capitals_are_names(find_spans: FindSpans, text: str, names: list[str]) -> None:
    assert [span.text for span in find_spans(text)[1]] == names


@pytest.mark.parametrize(("text", "names"), NO_RUNS)
def test_capitals_that_name_nothing(find_spans: FindSpans, text: str, names: list[str]) -> None:
    assert [span.text for span in find_spans(text)[1]] == names


@pytest.mark.parametrize(("text", "names"), FRENCH)
def test_french_names(find_spans: FindSpans, text: str, names: list[str]) -> None:
    assert [span.text for span in find_spans(text, "fr")[1]] == names


def test_known_brand_in_lower_case(find_spans: FindSpans) -> None:
    assert [span.text for span in find_spans("We saw a volvo and a big city there.")[1]] == ["volvo"]


def test_known_names_stay_apart_over_a_particle(find_spans: FindSpans) -> None:
    """A known brand before "de" does not run on into what stands behind it."""
    assert [span.text for span in find_spans("Le directeur de Renault de Flins.", "fr")[1]] == ["Renault", "Flins"]


def test_ordinary_word_at_the_start_is_a_name_once_seen_inside(find_spans: FindSpans) -> None:
    """The second sentence opens with a name, since the first has it where only a name has a capital."""
    assert [span.text for span in find_spans("They like the Lantern. Lantern sales rose.")[1]] == ["Lantern", "Lantern"]


def test_shouted_line_has_the_names_of_the_text(find_spans: FindSpans) -> None:
    _, spans = find_spans("THE QUILLO ARRIVES\n\nWe saw the Quillo today.")

    assert [span.text for span in spans] == ["QUILLO", "Quillo"]


def test_name_ends_with_its_paragraph(find_spans: FindSpans) -> None:
    assert [span.text for span in find_spans("# The Ondara\n\nQuillo sales rose.")[1]] == ["Ondara", "Quillo"]


@pytest.mark.parametrize(
    ("text", "shouted"),
    [
        ("THE QUILLO ARRIVES TODAY", True),
        ("The Halden Quillo arrives today.", False),
        ("QUILLO", False),
        ("Halden Brings Cheaper Quillo Saloon Home", False),
    ],
)
def test_lines_of_capitals_are_shouted(tools: Tools, text: str, shouted: bool) -> None:
    assert is_shouted(sentence_of(tools, text)) is shouted


def test_title_case_is_shouted_in_headings_only(tools: Tools) -> None:
    heading, _ = sentences_of(tools, "# Halden Brings Cheaper Quillo Saloon Home\n\nIt is small.")

    assert heading.passage.kind == "heading"
    assert is_shouted(heading)


def test_spans_have_keys_and_positions(find_spans: FindSpans) -> None:
    sentences, spans = find_spans("Few know it. We drove a Kia EV2 home.")
    (span,) = spans

    assert (span.sentence, span.key, span.length) == (1, "kiaev2", 2)
    assert sentences[1].words(span.first, span.last) == "Kia EV2"
