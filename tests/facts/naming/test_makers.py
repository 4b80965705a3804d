"""What the settings of all mentions tell of makers, cars and speakers."""

from collections import Counter

import pytest

from facts.corpus import Tools
from facts.naming.makers import Makers
from facts.naming.votes import KindVotes, verdict
from tests.facts.naming.conftest import FindSpans

TOLD = [
    ("Halden is well. We drove the Halden Quillo.", {"halden": "brand", "haldenquillo": "model"}),
    ("We drove the Halden Quillo. Then the Quillo broke.", {"halden": "brand", "quillo": "model"}),
    ("We drove the Halden E77 in May.", {"haldene77": "model"}),
    ("Petra Lumeo is well. We met Petra Lumeo.", {"petra": None, "lumeo": None}),
    ("They like Halden. They like Halden Quillo.", {"halden": None, "haldenquillo": None}),
    ("Halden says no.", {"halden": "organisation"}),
    ("Tarvio Lumeo says no.", {"tarviolumeo": "person"}),
]


@pytest.mark.parametrize(("text", "kinds"), TOLD)
def test_settings_of_all_mentions_tell(
    tools: Tools, find_spans: FindSpans, text: str, kinds: dict[str, str | None]
) -> None:
    sentences, spans = find_spans(text)
    counter = KindVotes(tools.readers["en"].words, frozenset())
    votes: dict[str, Counter[str]] = {span.key: Counter() for span in spans}
    for span in spans:
        votes[span.key] += counter.of(sentences[span.sentence], span)
    Makers(counter, tools.lemmas).weigh(sentences, spans, votes)

    assert {key: verdict(votes.get(key, Counter()), tools.lexicon) for key in kinds} == kinds
