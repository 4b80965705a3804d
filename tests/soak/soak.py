"""Runs a crowd against the whole bot: first one person alone, then everybody at once, then all for as long as it takes.

`python -m tests.soak.soak` (or `make soak`) does so on one core, tells how far it is, and prints a table; what must not
happen ends it with status 1. Times are in what the bot computes, since others may use the machine (see `own_time`).
"""

import argparse
import asyncio
import os
import statistics
import sys
import tempfile
from collections.abc import Awaitable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time

from bot.building.child import Built, Tells
from bot.discord.library import Library, Outcome
from bot.discord.lineup import LineupBot
from bot.discord.opening import open_knowledge, settled
from bot.servers import Servers, ServerSettings
from facts.lexicon.loader import load_lexicon
from tests.soak.crowd import Crowd, Tally
from tests.soak.discord_ends import CHANNELS, SERVER, Gateway, Outbox
from tests.soak.lineups import Editions
from tests.soak.own_time import OwnTimeLoop

PEOPLE, QUESTIONS, RELOADS = 1_000, 200_000, 2
ALONE = 500  # questions of one person, after as many that warm up
SHARE = 0.5  # of what the bot can do at most is asked of it: above, any queue grows without bound
SHORT = (100, 3_000, 50, 100.0)  # all four of a short soak: far more is asked than can be done, so that nobody pauses
NOTHING_WRONG = "nothing lost, nothing told twice, nothing of half a store, nothing old after new"
MOST_TIMES = 10  # the unloaded median that the 99th percentile may take
MOST_GROWTH = 8  # MiB after the last reload; each reload has two stores open for a moment, whose room stays
MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Soaked:
    """What was measured."""

    alone: Tally
    at_once: float  # seconds until everybody had a reply
    crowd: Tally
    rate: float  # questions a second that were asked
    took: "Took"
    memory: tuple[int, ...]  # bytes, at each tenth of the questions
    reloads: tuple[Outcome, ...]

    @property
    def median_alone(self) -> float:
        return statistics.median(self.alone.seconds)

    @property
    def p99(self) -> float:
        return percentile(self.crowd.seconds, 0.99)

    @property
    def growth(self) -> float:
        """MiB from behind the last reload to the last question."""
        behind = len(self.memory) * len(self.reloads) // (len(self.reloads) + 1)
        return (self.memory[-1] - self.memory[behind]) / MIB

    def faults(self) -> Iterator[str]:
        """Name everything that must not happen and did, but for what only took long."""
        for tally in (self.alone, self.crowd):
            yield from (f"{count} x {what}" for what, count in tally.faults.items())
            if tally.answered != tally.asked:
                yield f"{tally.asked - tally.answered} of {tally.asked} questions without a reply"
            yield from tally.examples
        if set(self.reloads) != {Outcome.SWAPPED}:
            yield f"reloads ended as {', '.join(self.reloads)}"
        if len(self.crowd.told) != len(self.reloads) + 1:
            yield f"only editions {sorted(self.crowd.told)} were told of"

    def slow(self) -> Iterator[str]:
        """Name what took longer, or more memory, than it may."""
        if self.p99 > MOST_TIMES * self.median_alone:
            yield f"the 99th percentile is {self.p99 / self.median_alone:.1f} x the unloaded median"
        if self.growth > MOST_GROWTH:
            yield f"memory grew by {self.growth:.1f} MiB behind the last reload"

    def table(self) -> Iterator[str]:
        """Say what was measured, a line each."""
        crowd, took = self.crowd, self.took
        told = ", ".join(f"{count:,}" for _, count in sorted(crowd.told.items()))
        yield f"one person alone     median {1e3 * self.median_alone:.2f} ms"
        yield f"everybody at once    the last has a reply after {self.at_once:.2f} s"
        yield f"questions            {crowd.asked:,} in {took.seconds:,.0f} s, {self.rate:,.0f} a second"
        share = took.computing / took.seconds
        yield f"computing            {share:.0%} of that time, which is {took.by_the_clock:,.0f} s by the clock"
        yield f"replies              {crowd.answered:,}, from each edition in turn {told}"
        yield f"reply is sent after  {_spread(crowd.seconds)}"
        yield f"  by the clock       {_spread(crowd.by_the_clock)}"
        for seconds, number, text in sorted(crowd.slowest, reverse=True):
            yield f"  slow               {1e3 * seconds:.0f} ms, reply {number:,}: {text}"
        times = self.p99 / self.median_alone
        yield f"p99                  {times:.1f} x the unloaded median (aim: at most {MOST_TIMES})"
        memory = " ".join(f"{size / MIB:.0f}" for size in self.memory)
        yield f"memory by tenths     {memory} MiB, {self.growth:+.1f} MiB behind the last reload"


@dataclass(frozen=True, slots=True)
class Took:
    """How long something took: as the loop counts, of that in computing, and by the clock."""

    seconds: float
    computing: float
    by_the_clock: float

    @classmethod
    async def of(cls, work: Awaitable[object]) -> "Took":
        """Do some work and time it."""
        clocks = asyncio.get_running_loop().time, process_time, perf_counter
        began = [clock() for clock in clocks]
        await work
        return cls(*(clock() - then for clock, then in zip(clocks, began, strict=True)))


def _spread(seconds: Sequence[float]) -> str:
    p50, p99, most = (1e3 * percentile(seconds, share) for share in (0.5, 0.99, 1))
    return f"p50 {p50:.2f} ms, p99 {p99:.2f} ms, at most {most:.0f} ms"


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which that share of all lies."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


async def soak(stores: Sequence[Path], *, people: int, questions: int, alone: int, share: float) -> Soaked:
    """Let people ask so many questions while the bot changes over from store to store, evenly spread.

    `share` is how much of what the bot can do at most is asked of it.
    """
    coming = iter(stores[1:])

    async def build(_by: str = "", _tell: Tells | None = None) -> Built:
        return Built(next(coming))

    library = Library(open_knowledge(stores[0]), build=build, opener=open_knowledge)
    crowd = Crowd(Editions.invented())
    try:
        await _let_in(crowd, library)
        for _ in range(alone):
            await crowd.ask(0)
        first = crowd.tally = Tally()
        for _ in range(alone):
            await crowd.ask(0)
        crowd.tally = Tally()
        at_once = (await Took.of(asyncio.gather(*(crowd.ask(person) for person in range(people))))).seconds
        memory, crowd.tally = [], Tally(newest=crowd.tally.newest)
        rate = share * people / at_once
        outcomes: list[Outcome] = []

        async def reload() -> None:
            outcomes.append((await library.reload()).outcome)

        async def weigh() -> None:
            memory.append(resident())
            _tell(f"{crowd.tally.answered:,} of {questions:,} questions, {memory[-1] / MIB:.0f} MiB")

        shares = ((number * questions // len(stores), reload) for number in range(1, len(stores)))
        tenths = ((number * questions // 10, weigh) for number in range(1, 10))
        events = iter(sorted((*shares, *tenths), key=lambda event: event[0]))
        _tell(f"asking {questions:,} questions, {rate:,.0f} a second: {questions / rate / 60:.0f} minutes or more")
        took = await Took.of(crowd.go_on(people, questions, rate, events))
        await weigh()
    finally:
        library.close()
    return Soaked(first, at_once, crowd.tally, rate, took, tuple(memory), tuple(outcomes))


async def _let_in(crowd: Crowd, library: Library) -> None:
    """Open the bot to the crowd: it listens to every other channel, and replies as often as anybody likes."""
    servers = Servers()
    await servers.change(SERVER, ServerSettings(channels=frozenset(CHANNELS), replies=0))
    bot = LineupBot(library, servers=servers)
    crowd.gateway = await Gateway.opened(bot, Outbox(crowd.take))


def _tell(how_far: str) -> None:
    sys.stderr.write(f"{how_far}\n")


def resident() -> int:
    """Return the bytes of memory that this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def main() -> None:
    """Soak, print the table, and end with status 1 where anything was wrong."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--short", action="store_true", help="some seconds; nothing is judged by its speed")
    is_short = options.parse_args().short
    people, questions, alone, share = SHORT if is_short else (PEOPLE, QUESTIONS, ALONE, SHARE)
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as folder:
        stores = Editions.invented().write(RELOADS + 1, load_lexicon(), Path(folder))
        with settled(), asyncio.Runner(loop_factory=OwnTimeLoop) as runner:  # settled as the bot is
            found = runner.run(soak(stores, people=people, questions=questions, alone=alone, share=share))
    sys.stdout.write("\n".join(found.table()) + "\n")
    wrong = [*found.faults(), *(() if is_short else found.slow())]
    sys.stdout.write("\n".join(wrong or [NOTHING_WRONG]) + "\n")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
