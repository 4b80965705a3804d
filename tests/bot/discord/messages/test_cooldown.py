"""So many replies in so many seconds to each person, counted in bounded memory."""

from hypothesis import given
from hypothesis import strategies as st

from bot.discord.messages import cooldown
from bot.discord.messages.cooldown import Cooldown


class Clock:
    now = 1_000.0

    def __call__(self) -> float:
        return self.now


def counted(*moments: float, clock: Clock) -> Cooldown:
    """Count a reply to Ann at each moment, and stop the clock at the last."""
    paced = Cooldown(clock)
    for moment in moments:
        clock.now = moment
        paced.spend("ann")
    return paced


def test_who_was_not_replied_to_need_not_wait():
    assert Cooldown(Clock()).pause("ann", 5, 20) == 0


def test_the_sixth_reply_waits_until_the_first_is_old_enough():
    clock = Clock()
    paced = counted(0, 1, 2, 3, clock=clock)
    assert paced.pause("ann", 5, 20) == 0
    paced.spend("ann")
    assert paced.pause("ann", 5, 20) == 17
    clock.now = 19.5
    assert paced.pause("ann", 5, 20) == 0.5
    clock.now = 20
    assert paced.pause("ann", 5, 20) == 0


def test_one_person_does_not_slow_another_down():
    clock = Clock()
    paced = counted(*range(9), clock=clock)
    assert paced.pause("ann", 5, 20) > 0
    assert paced.pause("ben", 5, 20) == 0


def test_admins_may_choose_other_numbers_at_any_time():
    paced = counted(0, 5, 10, clock=Clock())
    assert paced.pause("ann", 3, 60) == 50
    assert paced.pause("ann", 1, 60) == 60
    assert paced.pause("ann", 4, 60) == 0


def test_asking_costs_nothing():
    paced = counted(0, 1, 2, 3, clock=Clock())
    assert [paced.pause("ann", 5, 20) for _ in range(9)] == [0] * 9


def test_reply_that_was_given_back_counts_no_longer():
    paced = Cooldown(Clock())
    paced.give_back("ann", paced.spend("ann"))
    paced.give_back("ann", 0)
    paced.give_back("ben", 0)
    assert paced.pause("ann", 1, 20) == 0
    paced.spend("ben")
    assert len(paced) == 1


def test_only_so_many_people_are_remembered():
    clock = Clock()
    paced = counted(0, clock=clock)
    for number in range(cooldown.MOST_PEOPLE):
        paced.spend(number)
    assert len(paced) == cooldown.MOST_PEOPLE
    assert paced.pause("ann", 1, 20) == 0
    assert paced.pause(0, 1, 20) == 20


def test_who_was_left_alone_for_long_is_forgotten():
    clock = Clock()
    paced = counted(0, clock=clock)
    clock.now = cooldown.LONGEST + 1
    paced.spend("ben")
    assert len(paced) == 1


@given(gaps=st.lists(st.floats(0, 30), max_size=60), times=st.integers(1, 9), seconds=st.floats(0.1, 120))
def test_never_more_than_so_many_replies_in_any_so_many_seconds(gaps, times, seconds):
    clock, replied = Clock(), []
    paced = Cooldown(clock)
    for gap in gaps:
        clock.now += gap
        if not paced.pause("ann", times, seconds):
            paced.spend("ann")
            replied.append(clock.now)
    assert all(later - first >= seconds * (1 - 1e-9) for first, later in zip(replied, replied[times:], strict=False))
