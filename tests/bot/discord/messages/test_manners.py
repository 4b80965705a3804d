"""When the bot speaks and when it keeps silent, as a table: who wrote what to whom, and how sure the answer is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord.messages.manners import Heard, Sort, is_addressed, sort_of, worth_saying
from bot.models import Answer, Choice, Source, Status, Tier

LETTERS = {
    "S": Sort.SURE,
    "T": Sort.TIE,
    "O": Sort.OFFER,
    "P": Sort.PASSAGE,
    "U": Sort.UNKNOWN,
    "C": Sort.CHATTER,
}
SHORT = {
    "dm": "in_private",
    "called": "calls_me",
    "answers me": "answers_me",
    "my thread": "in_my_thread",
    "listened": "in_listened_channel",
    "to others": "to_others",
    "thanks": "only_thanks",
}

# What the situation is, what matters of it, and which of STOPUC are said; the rest is silence.
SITUATIONS = [
    # mentions
    ("@Lineup how much is it? in #general", "called", "STOPUC"),
    ("the same in a channel that it listens to", "called, listened", "STOPUC"),
    ("the same in a forum post that it listens to", "called, listened, my thread", "STOPUC"),
    ("@Lineup alone", "called", "STOPUC"),
    ("the bot's own role, mentioned", "called", "STOPUC"),
    ("Lineup, how much is it?", "called", "STOPUC"),
    ("@Lineup tell @bob how much it is", "called, to others", "STOPUC"),
    ("@Lineup under somebody's message: is that so?", "called, to others", "STOPUC"),
    ("@Lineup below the bot's own reply", "called, answers me", "STOPUC"),
    ("@Lineup @bob below the bot's own reply", "called, answers me, to others", "STOPUC"),
    ("@Lineup in its own thread, to a third person", "called, my thread, to others", "STOPUC"),
    ("@Lineup in a direct message, as if it were needed", "dm, called", "STOPUC"),
    ("@Lineup to another person where it listens", "called, listened, to others", "STOPUC"),
    # direct messages
    ("a question in a direct message", "dm", "STOPUC"),
    ("hello in a direct message", "dm", "STOPUC"),
    ("a direct message that answers an earlier one of one's own", "dm", "STOPUC"),
    ("a direct message that mentions somebody", "dm, to others", "STOPUC"),
    ("a direct message that answers the bot", "dm, answers me", "STOPU"),
    ("merci ! as an answer to the bot in a direct message", "dm, answers me, thanks", ""),
    ("thanks in a direct message", "dm, thanks", ""),
    # replies to the bot
    ("and the other one? below the bot's reply in #general", "answers me", "STOPU"),
    ("the same with the ping switched off", "answers me", "STOPU"),
    ("the same where it listens", "answers me, listened", "STOPU"),
    ("thanks below the bot's reply", "answers me, thanks", ""),
    ("thanks for the info below the bot's reply, where it listens", "answers me, listened, thanks", ""),
    ("ok below the bot's reply where it listens", "answers me, listened", "STOPU"),
    ("thanks @bob below the bot's reply", "answers me, to others, thanks", ""),
    ("thanks in its own thread", "my thread, thanks", ""),
    ("thanks for the info where it listens", "listened, thanks", ""),
    ("@Lineup thanks", "called, thanks", "STOPUC"),
    ("a reply to the bot in its own thread", "answers me, my thread", "STOPU"),
    ("@bob see? below the bot's reply", "answers me, to others", "ST"),
    ("@mods is that right? below the bot's reply", "answers me, to others", "ST"),
    ("@bob look, below the bot's reply, where it listens", "answers me, to others, listened", "ST"),
    ("@bob look, below the bot's reply, in its thread", "answers me, to others, my thread", "ST"),
    # threads
    ("a question in a thread that the bot opened", "my thread", "STOPU"),
    ("a question in a thread that it answered in", "my thread", "STOPU"),
    ("good morning in that thread", "my thread", "STOPU"),
    ("a question in its thread below a listened channel", "my thread, listened", "STOPU"),
    ("@bob what do you think? in its thread", "my thread, to others", ""),
    ("a reply to Bob in its thread", "my thread, to others", ""),
    ("a reply to Bob in its thread below a listened channel", "my thread, to others, listened", ""),
    ("a question in a thread that is not the bot's", "", ""),
    ("a question in somebody's thread below a listened channel", "listened", "ST"),
    # channels that it listens to
    ("how much is it? where it listens", "listened", "ST"),
    ("good morning where it listens", "listened", "ST"),
    ("@everyone how much is it? where it listens", "listened", "ST"),
    ("a question below one's own earlier message", "listened", "ST"),
    ("a forum post where it listens to the forum", "listened", "ST"),
    ("a channel of a category that it listens to", "listened", "ST"),
    ("@bob how much is it? where it listens", "listened, to others", ""),
    ("@mods how much is it? where it listens", "listened, to others", ""),
    ("a reply to Bob where it listens", "listened, to others", ""),
    ("a reply to a message that is gone", "listened, to others", ""),
    ("a reply to another bot", "listened, to others", ""),
    # everywhere else
    ("how much is it? in #general", "", ""),
    ("good morning in #general", "", ""),
    ("@everyone in #general", "", ""),
    ("@bob in #general", "to others", ""),
    ("a reply to Bob in #general", "to others", ""),
    # not people
    ("another bot that mentions it", "nobody, called", ""),
    ("another bot in a direct message", "nobody, dm", ""),
    ("another bot that replies to it", "nobody, answers me", ""),
    ("another bot in its thread", "nobody, my thread", ""),
    ("another bot where it listens", "nobody, listened", ""),
    ("a webhook where it listens", "nobody, listened", ""),
    ("a webhook that mentions it", "nobody, called, listened", ""),
    ("the notice of a pin where it listens", "nobody, listened", ""),
    ("the notice of a pin of its own reply", "nobody, answers me, listened", ""),
    ("somebody joins where it listens", "nobody, listened", ""),
    ("somebody opens a thread where it listens", "nobody, listened", ""),
    ("a boost where it listens", "nobody, listened", ""),
    ("the name of its thread changes", "nobody, my thread, listened", ""),
    ("its own words", "nobody, my thread", ""),
]


def heard(what: str) -> Heard:
    tags = [tag for tag in what.split(", ") if tag]
    return Heard(by_person="nobody" not in tags, **{SHORT[tag]: True for tag in tags if tag != "nobody"})


def test_table_is_long_enough_to_mean_something():
    assert len(SITUATIONS) >= 60
    assert len({situation for situation, _, _ in SITUATIONS}) == len(SITUATIONS)


@pytest.mark.parametrize(("situation", "what", "said"), SITUATIONS)
def test_speaks_or_keeps_silent(situation, what, said):
    assert worth_saying(heard(what)) == {LETTERS[letter] for letter in said}, situation


everything = st.builds(Heard, *[st.booleans()] * 8)


@given(everything)
def test_where_nobody_turned_to_it_only_a_sure_answer_or_a_tie_is_said(heard):
    if not (heard.in_private or heard.calls_me or heard.answers_me or heard.in_my_thread):
        assert worth_saying(heard) <= {Sort.SURE, Sort.TIE}


@given(everything)
def test_nothing_is_ever_said_to_what_is_no_person(heard):
    if not heard.by_person:
        assert not worth_saying(heard)


@given(everything)
def test_a_fault_is_owned_up_to_where_not_knowing_would_be(heard):
    worth = worth_saying(heard)
    assert is_addressed(worth) == (Sort.UNKNOWN in worth) == (Sort.PASSAGE in worth)


SOURCE = (Source("article.txt", "It costs 20,000 euros.", 0, 22),)
TWO = (Choice("a", "A", "how much is A?"), Choice("b", "B", "how much is B?"))


@pytest.mark.parametrize(
    ("status", "fields", "sort"),
    [
        (Status.ANSWERED, {"tier": Tier.FACTS, "sources": SOURCE}, Sort.SURE),
        (Status.ANSWERED, {"tier": Tier.READING, "sources": SOURCE}, Sort.SURE),
        (Status.ANSWERED, {"sources": SOURCE}, Sort.OFFER),
        (Status.ANSWERED, {"tier": Tier.FACTS, "sources": SOURCE, "is_asked_for": False}, Sort.OFFER),
        (Status.AMBIGUOUS, {"choices": TWO}, Sort.TIE),
        (Status.AMBIGUOUS, {"choices": TWO[:1]}, Sort.OFFER),
        (Status.AMBIGUOUS, {}, Sort.OFFER),
        (Status.PASSAGE, {"sources": SOURCE}, Sort.PASSAGE),
        (Status.UNKNOWN, {}, Sort.UNKNOWN),
        (Status.CHATTER, {}, Sort.CHATTER),
    ],
)
def test_only_what_a_tier_vouches_for_is_sure_and_only_several_tie(status, fields, sort):
    assert sort_of(Answer(status, "It costs €20,000.", "en", **fields)) is sort
