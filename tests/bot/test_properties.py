"""What must hold of every answer, whatever was asked: no crash, and nothing claimed without a source."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.asking import Asker
from bot.models import Answer, Status
from bot.understanding.words import MOST_CHARACTERS
from facts.store.reader import FactStore

SHARED = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
WORDS = (
    "how much|is|the|Twingo|Dacia|Nissan|Spring|Leaf|Micra|price|built|where|when|which|cars|cheapest|in|China"
    "|Novo Mesto|who|said|why|not|than|and|it|under|20,000 euros|2026|platform|combien|coûte|la|quelle|usine|est-elle"
    "|fabriquée|moins chère|que|?|,|.|'s|please|stp|could you tell me|Tesla|range|dog|weather"
)
PIECES = st.lists(st.sampled_from(WORDS.split("|")), max_size=12)


@pytest.fixture(scope="module")
def asker(shipped_facts: FactStore) -> Asker:
    return Asker(shipped_facts)


def assert_sourced(answer: Answer, store: FactStore) -> None:
    """Every claim has a quote, and every quote stands in its document where the answer says."""
    if answer.status in (Status.ANSWERED, Status.PASSAGE):
        assert answer.sources
    for source in answer.sources:
        assert store.document(source.document).text[source.start : source.end] == source.quote


@SHARED
@given(text=st.text(max_size=400))
def test_any_text_gets_a_reply(asker: Asker, shipped_facts: FactStore, text: str) -> None:
    assert_sourced(asker.ask(text), shipped_facts)


@SHARED
@given(pieces=PIECES)
def test_any_run_of_words_claims_nothing_unsourced(asker: Asker, shipped_facts: FactStore, pieces: list[str]) -> None:
    assert_sourced(asker.ask(" ".join(pieces)), shipped_facts)


@SHARED
@given(pieces=PIECES, filling=st.sampled_from(["lorem ipsum ", "the Twingo ", "??? ", "a"]))
def test_a_long_message_is_as_good_as_its_beginning(asker: Asker, pieces: list[str], filling: str) -> None:
    """What lies beyond what is read changes nothing, so that a long message costs no more than a short one."""
    read = (" ".join(pieces) + " " + filling * MOST_CHARACTERS)[:MOST_CHARACTERS]
    short, long = asker.ask(read, who="brief"), asker.ask(read + "!" * 3400, who="wordy")  # each with turns of its own
    assert (short.status, short.text) == (long.status, long.text)
