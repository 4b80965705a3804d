"""Guards, tiers and the promise that nothing is claimed without a source."""

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from bot.answering import Answering
from bot.answering.answering import FAMILIES
from bot.models import Source
from bot.models.finding import (
    Chatter,
    Choosing,
    Cited,
    Description,
    Finding,
    Members,
    Missing,
    Overview,
    Passages,
    Reason,
    Told,
)
from bot.models.query import Claim, Condition, Intent, Match, Operator, Ordering, Query
from bot.wording import Wording
from facts.store.reader import FactStore
from tests.bot.answering.asking import marked, mention, query
from tests.bot.world import money

ENTITIES = ["brio", "nido", "corso", "tosca", "p2", "lomnica", "slovenia", "mara-veld", "alda"]
ATTRIBUTES = ["price", "range", "factory", "launch", "replaces", "seats", "said", "reason", "no_such_attribute"]


def test_every_intent_has_a_family_or_a_guard() -> None:
    assert set(Intent) - set(FAMILIES) == {Intent.CHATTER, Intent.SOURCE}


def test_chatter_gets_chatter(answering: Answering) -> None:
    assert isinstance(answering.find(query(Intent.CHATTER)), Chatter)


def test_an_unknown_name_is_named_with_the_closest(answering: Answering) -> None:
    zoe = mention("brio", match=Match.UNKNOWN, text="Zoé")
    found = answering.find(query(Intent.LOOKUP, zoe, attributes=("price",)))
    assert isinstance(found, Missing)
    assert (found.reason, found.words, [e.id for e in found.near]) == (Reason.NO_SUCH_NAME, ("Zoé",), ["brio"])


def test_an_unknown_name_of_a_car_comes_with_whose_cars_are_known(answering: Answering) -> None:
    found = answering.find(query(Intent.LOOKUP, mention(match=Match.UNKNOWN, text="Zoé"), attributes=("price",)))
    assert isinstance(found, Missing)
    assert (found.kind, [maker.id for maker in found.makers]) == ("model", ["alda", "bexa"])


def test_one_misspelt_word_by_itself_asks_back(answering: Answering) -> None:
    """With something asked of it, the correction is taken."""
    brio = mention("brio", match=Match.CORRECTED, text="Broi")
    found = answering.find(query(Intent.DESCRIBE, brio, text="Broi"))
    assert isinstance(found, Choosing)
    assert [choice.question for choice in found.choices] == ["Alda Brio"]
    assert isinstance(answering.find(query(Intent.LOOKUP, brio, attributes=("price",))), Told)


def test_near_ties_ask_back_with_whole_questions(answering: Answering) -> None:
    alda = mention("brio", "corso", match=Match.AMBIGUOUS, text="Alda", start=16)
    found = answering.find(query(Intent.LOOKUP, alda, text="how much is the Alda?", attributes=("price",)))
    assert isinstance(found, Choosing)
    assert [choice.question for choice in found.choices] == [
        "how much is the Alda Brio?",
        "how much is the Alda Corso?",
    ]


def test_a_word_that_nothing_explains_blocks(answering: Answering) -> None:
    found = answering.find(query(Intent.LOOKUP, "brio", attributes=("price",), unknown=("leather",)))
    assert isinstance(found, Missing)
    assert (found.reason, found.words) == (Reason.STRANGE_WORDS, ("leather",))


def test_an_understood_question_without_a_fact_shows_no_passage(answering: Answering) -> None:
    found = answering.find(query(Intent.LOOKUP, "brio", attributes=("seats",), words=("freight",)))
    assert isinstance(found, Missing)


def test_an_open_question_shows_the_nearest_passage(answering: Answering) -> None:
    found = answering.find(query(Intent.OPEN, "lomnica", words=("freight",)))
    assert isinstance(found, Passages)
    assert marked(found.passages[0]) == ["They are built in Lomnica to keep freight short."]


def test_passages_need_the_name_of_the_question(answering: Answering) -> None:
    assert isinstance(answering.find(query(Intent.OPEN, "portugal", words=("freight", "strike"))), Missing)


def test_nothing_of_the_domain_shows_nothing(answering: Answering) -> None:
    assert isinstance(answering.find(query(Intent.OPEN, words=("weather", "tomorrow"))), Missing)


def test_a_description_tells_the_first_facts(answering: Answering) -> None:
    found = answering.find(query(Intent.DESCRIBE, "brio"))
    assert isinstance(found, Description)
    assert [row.fact.attribute for row in found.rows] == ["price", "launch", "range", "platform", "factory"]


def test_advice_is_not_given(answering: Answering) -> None:
    found = answering.find(query(Intent.OPINION, "brio"))
    assert isinstance(found, Description)
    assert found.opinion


def test_the_last_sources_are_cited(answering: Answering) -> None:
    source = Source("old.txt", "The", 0, 3)
    assert answering.find(query(Intent.SOURCE), cited=[source]) == Cited((source,))
    assert isinstance(answering.find(query(Intent.SOURCE)), Missing)


def test_what_is_known_is_listed_with_quotes(answering: Answering) -> None:
    found = answering.find(query(Intent.ABOUT_BOT))
    assert isinstance(found, Overview)
    assert [entity.id for entity in found.entities] == ["brio", "corso", "nido", "tosca"]
    assert found.seen_in


def test_what_has_an_attribute_is_listed(answering: Answering) -> None:
    found = answering.find(query(Intent.ABOUT_BOT, attributes=("range",)))
    assert isinstance(found, Members)
    assert [member.id for member in found.members] == ["brio"]


mentions = st.builds(
    mention, st.sampled_from(ENTITIES), st.sampled_from(ENTITIES), match=st.sampled_from([Match.EXACT, Match.AMBIGUOUS])
)
attribute = st.sampled_from(ATTRIBUTES)
attributes = st.lists(attribute, max_size=3).map(tuple)
operators = st.sampled_from(list(Operator))
values = st.sampled_from([None, money("20,000 euros", 20000)])
places = st.lists(st.sampled_from(ENTITIES), max_size=1).map(tuple)
queries = st.builds(
    Query,
    st.text(max_size=20),
    st.sampled_from(["en", "fr"]),
    st.sampled_from(list(Intent)),
    subjects=st.lists(mentions, max_size=2).map(tuple),
    attributes=attributes,
    inverse=st.booleans(),
    wanted=st.sampled_from([None, "person", "country", "date", "amount"]),
    set_kind=st.sampled_from([None, "model", "person"]),
    conditions=st.lists(st.builds(Condition, attribute, operators, values, places), max_size=2).map(tuple),
    claims=st.lists(st.builds(Claim, attribute, operators, values, places), max_size=2).map(tuple),
    ordering=st.sampled_from([None, Ordering("price", descending=False), Ordering("launch", descending=True, place=2)]),
    words=st.lists(st.sampled_from(["recovery", "freight", "car", "build"]), max_size=3).map(tuple),
    market=st.sampled_from([None, "usa", "Mars"]),
    asked_unit=st.sampled_from([None, "USD", "km"]),
)  # fmt: skip


@given(asked=queries)
def test_no_answer_without_a_verbatim_source(store: FactStore, asked: Query) -> None:
    """Whatever is asked: no crash, no claim without a source, and every quote stands where it says."""
    found = Answering(store).find(asked)
    assert isinstance(found, get_args(Finding))
    answer = Wording(store.lexicon).answer(found, asked)
    for source in answer.sources:
        assert store.document(source.document).text[source.start : source.end] == source.quote
        assert all(source.start <= start < end <= source.end for start, end in source.marks)
    assert answer.text


def test_a_name_that_only_the_text_knows_is_not_called_unknown(answering: Answering) -> None:
    written = mention(match=Match.UNKNOWN, text="Lomnica plant")
    found = answering.find(query(Intent.LOOKUP, written, attributes=("price",)))
    assert not isinstance(found, Missing) or found.reason is Reason.NOTHING
