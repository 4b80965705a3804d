"""What the words around a name say of its kind."""

from collections import Counter

import pytest

from facts.corpus import Tools
from facts.naming.votes import GRAMMAR, HINT, KNOWN, LEAST_LEAD, LEAST_VOTES, NAMED, KindVotes, root, verdict
from tests.facts.naming.conftest import FindSpans

SIGNS = [  # the first name of the text, and the kind that it gets
    ("It uses the Brisco platform.", "platform"),
    ("We asked Brisco, a Danish carmaker.", "brand"),
    ("We know Mr Tarvio well.", "person"),
    ("It was said by Dr. Tarvio.", "person"),
    ("Petra Lumeo, the head of design, resigned.", "person"),
    ("The works in Tarvio, Italy, are new.", "city"),
    ("Everything comes from Tarvio (France) today.", "city"),
    ("The Quillo is a small electric SUV.", "model"),
    ("They own Brisco GmbH now.", "company"),
    ("We saw it at the Brisco.", "event"),
    ("Then Petra Lumeo left.", "person"),
    ("We met its president, Tarvio Lumeo, in May.", "person"),
    ("Reporting by Tarvio Lumeo.", "person"),
    ("Words: Tarvio Lumeo", "person"),
    ("Many of Brisco's dealers complain.", "organisation"),
    ("She is the chief executive of Brisco today.", "organisation"),
    ("The mayor of Tarvio was there.", "city"),
    ("We called the Ministry of Trade.", "organisation"),
    ("They asked the Lumeo Safety Agency.", "organisation"),
    ("It won the Lumeo Prize.", "event"),
    ("They read the Tarvio Courier.", "publication"),
    ("It sells three brands: Brisco, Halden and Ondara.", "brand"),
    ("We saw cars such as the Quillo.", "model"),
    ("Production of the Quillo begins in May.", "model"),
    ("They will build the Quillo there.", "model"),
    ("There the Quillo is built.", "model"),
    ("They showed their new city car, the Quillo.", "model"),
    ("Then came the Quillo, the Danish group's compact SUV.", "model"),
]
OPEN = [
    "They like Brisco.",
    "The Brisco.",
    "It is by Brisco.",
    "With the Quillo, the company hopes for more.",
    "It is something that Brisco wants.",
]
FRENCH = [
    ("Elle repose sur la plateforme Brisco.", "platform"),
    ("Il est produit à Tarvio, en Italie.", "city"),
    ("Petra Lumeo, directrice du design, est partie.", "person"),
    ("L'Ondara est une citadine.", "model"),
]


def kind_of(tools: Tools, find_spans: FindSpans, text: str, language: str = "en") -> str | None:
    """Return the kind that the first name of a text has by one mention."""
    sentences, spans = find_spans(text, language)
    votes = KindVotes(tools.readers[language].words, frozenset()).of(sentences[spans[0].sentence], spans[0])
    return verdict(votes, tools.lexicon)


@pytest.mark.parametrize(("text", "kind"), SIGNS)
def test_one_mention_tells_the_kind(tools: Tools, find_spans: FindSpans, text: str, kind: str) -> None:
    assert kind_of(tools, find_spans, text) == kind


@pytest.mark.parametrize("text", OPEN)
def test_weak_signs_leave_the_kind_open(tools: Tools, find_spans: FindSpans, text: str) -> None:
    assert kind_of(tools, find_spans, text) is None


@pytest.mark.parametrize(("text", "kind"), FRENCH)
def test_one_french_mention_tells_the_kind(tools: Tools, find_spans: FindSpans, text: str, kind: str) -> None:
    assert kind_of(tools, find_spans, text, "fr") == kind


def test_country_in_a_list_stays_a_country(tools: Tools, find_spans: FindSpans) -> None:
    """A sign of a town counts for the place that the name is known as."""
    assert kind_of(tools, find_spans, "They sell it in France, Italy and Spain.") == "country"


@pytest.mark.parametrize(("named", "votes"), [({"kia"}, KNOWN), (set(), HINT)])
def test_known_car_counts_where_its_brand_is_named(tools: Tools, named: set[str], votes: int) -> None:
    assert KindVotes(tools.readers["en"].words, frozenset(named)).known("sportage") == {"model": votes}


@pytest.mark.parametrize(
    ("votes", "kind"),
    [
        ({}, None),
        ({"brand": LEAST_VOTES - 1}, None),
        ({"brand": LEAST_VOTES}, "brand"),
        ({"person": NAMED, "city": NAMED - LEAST_LEAD + 1}, None),
        ({"person": NAMED, "city": NAMED - LEAST_LEAD}, "person"),
        ({"brand": HINT, "company": GRAMMAR, "city": GRAMMAR}, "company"),
        ({"model": GRAMMAR}, None),
        ({"model": GRAMMAR, "version": HINT}, "model"),
    ],
)
def test_verdict_needs_votes_and_a_lead(tools: Tools, votes: dict[str, int], kind: str | None) -> None:
    """Families are weighed first, then the kinds inside the winner."""
    assert verdict(Counter(votes), tools.lexicon) == kind


@pytest.mark.parametrize(
    ("kind", "oldest"), [("brand", "organisation"), ("city", "place"), ("version", "model"), ("unheard", "unheard")]
)
def test_root_is_the_oldest_ancestor(tools: Tools, kind: str, oldest: str) -> None:
    assert root(kind, tools.lexicon) == oldest
