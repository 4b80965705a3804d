"""The last turn of each conversation: for how long it is kept, and whose it is."""

from bot.models import Answer, Intent, Query, Status
from bot.understanding.conversations import REMEMBERED, Conversations, Turn


class Clock:
    """A clock that stands where it is put."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def a_turn(intent: Intent = Intent.LOOKUP) -> Turn:
    return Turn(Query("?", "en", intent), Answer(Status.UNKNOWN, "", "en"))


def test_a_conversation_is_forgotten_after_some_minutes() -> None:
    clock = Clock()
    conversations = Conversations(clock)
    conversations.remember("mine", a_turn())
    clock.now = REMEMBERED + 1
    assert conversations.last("mine") is None


def test_people_never_share_a_conversation() -> None:
    conversations = Conversations(Clock())
    conversations.remember(("server", "channel", "one"), a_turn())
    assert conversations.last(("server", "channel", "other")) is None


def test_chatter_changes_no_subject() -> None:
    conversations = Conversations(Clock())
    asked = a_turn()
    conversations.remember("mine", asked)
    conversations.remember("mine", a_turn(Intent.CHATTER))
    assert conversations.last("mine") is asked


def test_asking_for_the_source_changes_no_subject() -> None:
    conversations = Conversations(Clock())
    asked = a_turn()
    conversations.remember("mine", asked)
    conversations.remember("mine", a_turn(Intent.SOURCE))
    assert conversations.last("mine") is asked
