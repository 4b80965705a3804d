"""What is known of a question since the start, what has to be looked for, and how much is kept."""

import asyncio
from datetime import UTC, datetime, timedelta

from discord.utils import time_snowflake

from bot.discord.messages import remembering
from bot.discord.messages.remembering import Kept, Remembered

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
NOON = START + timedelta(hours=1)


def at(moment: datetime, number: int = 0) -> int:
    """Return the id of a message written then."""
    return time_snowflake(moment) + number


def test_reply_is_remembered():
    remembered = Remembered(START)
    remembered.keep_reply(at(NOON), 7)
    remembered.keep_edit(at(NOON), NOON)
    assert remembered.of(at(NOON)) == Kept(7, NOON)


def test_question_since_the_start_without_a_reply_has_none():
    assert Remembered(START).of(at(NOON)) == Kept()


def test_question_before_the_start_is_unknown_until_it_was_looked_for():
    remembered, question = Remembered(START), at(START - timedelta(minutes=1))
    assert remembered.of(question) is None
    remembered.keep_reply(question, None)
    assert remembered.of(question) == Kept()


def test_slow_clock_makes_no_question_known_that_is_not():
    assert Remembered(START).of(at(START + timedelta(seconds=30))) is None


def test_what_made_room_is_unknown_again():
    remembered = Remembered(START)
    for number in range(remembering.MOST_QUESTIONS + 2):
        remembered.keep_reply(at(NOON, number), number)
    assert [remembered.of(at(NOON, number)) for number in range(3)] == [None, None, Kept(2)]
    assert remembered.of(at(NOON, 1) - 1_000_000) is None
    assert remembered.of(at(NOON + timedelta(hours=1))) == Kept()


def test_so_many_threads_are_remembered():
    remembered = Remembered(START)
    for thread in range(remembering.MOST_THREADS + 1):
        remembered.keep_thread(thread)
        remembered.keep_thread(1)
    assert len(remembered.threads) == remembering.MOST_THREADS
    assert (1 in remembered.threads, 0 in remembered.threads) == (True, False)


async def test_one_at_a_time_works_on_a_question_and_nothing_is_left_of_it():
    remembered, order = Remembered(START), []

    async def work(name: str, question: int) -> None:
        async with remembered.work_on(question):
            order.append(f"{name} begins")
            await asyncio.sleep(0)
            order.append(f"{name} ends")

    await asyncio.gather(work("a", 1), work("b", 1), work("c", 2))
    assert order.index("a ends") < order.index("b begins")
    assert order.index("c begins") < order.index("a ends")
    assert not remembered.work_on(1).locked()
