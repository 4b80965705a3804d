"""What stops a question before anything is looked up."""

from bot.answering.guards import choose, mentions_of, stop
from bot.answering.known import Known
from bot.models.finding import Choosing, Missing, Reason
from bot.models.query import Intent, Match
from facts.store.reader import FactStore
from tests.bot.answering.asking import mention, query

UNKNOWN = mention(match=Match.UNKNOWN, text="Zoé")
TIED = mention("brio", "nido", match=Match.AMBIGUOUS, text="city car")


def test_a_plain_question_goes_on(store: FactStore) -> None:
    assert stop(Known(store), query(Intent.LOOKUP, "brio", attributes=("price",))) is None


def test_an_unknown_name_comes_before_a_tie(store: FactStore) -> None:
    found = stop(Known(store), query(Intent.LOOKUP, TIED, UNKNOWN))
    assert isinstance(found, Missing)
    assert found.reason is Reason.NO_SUCH_NAME


def test_an_unknown_speaker_stops_as_well(store: FactStore) -> None:
    found = stop(Known(store), query(Intent.WHAT_SAID, "brio", speaker=UNKNOWN))
    assert isinstance(found, Missing)


def test_a_tie_asks_back(store: FactStore) -> None:
    found = stop(Known(store), query(Intent.LOOKUP, TIED))
    assert isinstance(found, Choosing)
    assert [choice.name for choice in found.choices] == ["Alda Brio", "Bexa Nido"]


def test_words_of_an_earlier_turn_are_put_before_the_question(store: FactStore) -> None:
    asked = query(Intent.LOOKUP, TIED, text="how much?")
    assert choose(Known(store), asked, TIED).choices[0].question == "Alda Brio: how much?"


def test_every_mention_counts() -> None:
    asked = query(Intent.LOOKUP, "brio", brand=mention("alda"), speaker=mention("mara-veld"))
    assert [one.entities for one in mentions_of(asked)] == [("brio",), ("alda",), ("mara-veld",)]
