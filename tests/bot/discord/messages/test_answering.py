"""What people say to one another in a channel where the bot listens, with the facts that ship: it keeps out of it."""

import pytest

from bot.asking import Asker
from bot.discord.messages.manners import Heard, sort_of, worth_saying

LISTENED = worth_saying(Heard(in_listened_channel=True))

CHAT = [
    "the Micra is nice",
    "I like the Twingo",
    "look at this Twingo",
    "Twingo!!",
    "great article about the Twingo",
    "ok so Renault then",
    "twngo",
    "I drive a Renault",
    "my R5 broke down today",
    "ma Twingo est en panne",
    "j'adore la Micra",
    "Nissan va mal",
    "selling my Dacia Spring, dm me",
    "which car?",
    "is there a pharmacy near here?",
    "Y a-t-il une pharmacie dans le coin ?",
    "what do you know?",
    "who are you?",
    "where did you get that?",
    "good morning",
    "merci !",
]
ASKED = [
    "how much is the Twingo?",
    "twingo price",
    "Twingo?",
    "tell me about the Twingo",
    "parle-moi de la Twingo",
    "combien coûtera la Dacia ?",
    "which car is built in Novo Mesto",
]


@pytest.fixture(scope="module")
def asker(shipped_facts) -> Asker:
    return Asker(shipped_facts)


@pytest.mark.parametrize("said", CHAT)
def test_talk_is_left_alone(said, asker):
    assert sort_of(asker.ask(said, who=said)) not in LISTENED


@pytest.mark.parametrize("asked", ASKED)
def test_question_is_answered(asked, asker):
    assert sort_of(asker.ask(asked, who=asked)) in LISTENED
