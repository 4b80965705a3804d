"""The answers of the last minutes, and no more of them than there is room for."""

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
