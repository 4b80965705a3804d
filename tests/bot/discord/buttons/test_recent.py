"""The answers of the last minutes, and no more of them than there is room for."""

import weakref
from dataclasses import replace

from bot.discord.buttons.recent import MOST, SECONDS, Recent
from tests.bot.discord.shelf import quoted


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_answer_is_kept_for_a_while():
    clock, answer = Clock(), quoted("It costs €20,000.")
    recent = Recent(clock)
    recent.keep(1, answer)
    clock.now = SECONDS
    assert recent.of(1) is answer
    clock.now += 1
    assert recent.of(1) is None


def test_old_ones_make_room():
    recent = Recent(Clock())
    for number in range(MOST + 5):
        recent.keep(number, quoted(str(number)))
    assert recent.of(4) is None
    assert recent.of(5).text == "5"


def test_what_nobody_asked_has_no_answer():
    assert Recent().of(None) is None
    assert Recent().of(7) is None


class Labels:
    """What an answer looks names up in, as large as a store."""

    def read(self) -> str:
        return "price of the Twingo"


def test_settled_answers_hold_words_and_nothing_of_the_facts() -> None:
    """Else each would keep the whole store of before a reload in memory, and look names up in what is closed."""
    labels, recent = Labels(), Recent()
    recent.keep(1, replace(quoted("It costs €20,000."), interpret=labels.read, explain=labels.read))
    alive = weakref.ref(labels)
    del labels

    recent.settle()

    assert alive() is None
    answer = recent.of(1)
    assert answer is not None
    assert answer.interpretation == "price of the Twingo"
