"""Runs of capitals that hold more than one name."""

from collections import Counter

import pytest

from facts.corpus import Tools
from facts.naming.segments import Segmenter
from facts.naming.votes import NAMED
from tests.facts.naming.conftest import FindSpans

ALONE = {
    "quillo": Counter(model=NAMED),
    "ondara": Counter(model=NAMED),
    "brisco": Counter(platform=NAMED),
    "halden": Counter(brand=NAMED),
}
CUTS = [
    ("They showed a Quillo Brisco here.", ["Quillo", "Brisco"]),
    ("They showed a Halden Brisco here.", ["Halden Brisco"]),
    ("They showed a Halden Quillo here.", ["Halden Quillo"]),
    ("They showed a Quillo Ondara here.", ["Quillo Ondara"]),
    ("They showed a Quillo Sport here.", ["Quillo Sport"]),
    ("They showed a Quillo-Brisco here.", ["Quillo-Brisco"]),
    ("They showed a Brisco Quillo here.", ["Brisco Quillo"]),
    ("They showed a Kia Niro here.", ["Kia Niro"]),
]


@pytest.mark.parametrize(("text", "names"), CUTS)
def test_runs_are_cut_between_a_product_and_another_thing(
    tools: Tools, find_spans: FindSpans, text: str, names: list[str]
) -> None:
    """A brand keeps its model, a model its version; a hyphen joins."""
    sentences, spans = find_spans(text)
    segmenter = Segmenter(tools.readers["en"].words, ALONE)

    assert [piece.text for piece in segmenter.cut(sentences, spans[-1])] == names


def test_known_names_have_a_kind_without_votes(tools: Tools) -> None:
    segmenter = Segmenter(tools.readers["en"].words, {})

    assert segmenter.kind("sportage") == "model"
    assert segmenter.is_product("sportage")
    assert segmenter.kind("unheard") is None
    assert not segmenter.is_product("kia")
