"""People who ask side by side, each one question after the other, and what is wrong with what they were told."""

import asyncio
import heapq
import random
from array import array
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from time import perf_counter

from tests.soak.discord_ends import CHANNELS, Gateway
from tests.soak.lineups import STEP, Editions, editions_of, figures_in

LOOK_UPS = {
    "What is the price of the {}?": "price",
    "how much does the {} cost": "price",
    "{} range": "range",
    "How heavy is the {}?": "weight",
    "Combien coûte la {} ?": "price",
    "Quelle est l'autonomie de la {} ?": "range",
}
COMPARE = "Compare the price of the {} and the {}"
CHEAPEST = ("Which car is the cheapest?", "cheapest car")
TORQUE = "torque"  # of which nothing is said
UNSAID = "What is the torque of the {}?"
FIRST_PERSON = 1_000
LONGEST_WAIT = 60  # seconds for a reply, before it counts as lost
SLOWEST = 5  # replies that are told of

Reloads = Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and the cars whose figures belong into its answer, unless they hang on what was asked before."""

    text: str
    cars: tuple[int, ...]
    attribute: str
    calls: bool  # mentions the bot


@dataclass(frozen=True, slots=True)
class _Moment:
    """A moment by two clocks: that of the loop, and the one on the wall."""

    of_loop: float
    of_clock: float

    @classmethod
    def now(cls) -> "_Moment":
        return cls(asyncio.get_running_loop().time(), perf_counter())

    def earlier(self, seconds: float) -> "_Moment":
        return _Moment(self.of_loop - seconds, self.of_clock - seconds)


@dataclass
class Tally:
    """What a crowd saw."""

    asked: int = 0
    answered: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)
    newest: int = 0  # edition that anybody was told of
    told: Counter[int] = field(default_factory=Counter)  # of answers, by edition
    seconds: "array[float]" = field(default_factory=lambda: array("d"))  # until a reply was sent, by the loop's clock
    by_the_clock: "array[float]" = field(default_factory=lambda: array("d"))
    slowest: list[tuple[float, int, str]] = field(default_factory=list)  # seconds, the how manieth, what was asked

    def time(self, asked: Asked, seconds: float, by_the_clock: float) -> None:
        """Note how long a reply took."""
        self.answered += 1
        self.seconds.append(seconds)
        self.by_the_clock.append(by_the_clock)
        heapq.heappush(self.slowest, (seconds, self.answered, asked.text))
        if len(self.slowest) > SLOWEST:
            heapq.heappop(self.slowest)

    def blame(self, what: str, asked: Asked, reply: str) -> None:
        """Count a fault, and keep the first few."""
        self.faults[what] += 1
        if len(self.examples) < STEP:
            self.examples.append(f"{what}: {asked.text!r} -> {reply!r}")


class Crowd:
    """Asks through the gateway and judges what goes out."""

    def __init__(self, editions: Editions, seed: int = 1) -> None:
        self._editions = editions
        self._chance = random.Random(seed)  # noqa: S311 - draws questions, keeps no secrets
        self._waiting: dict[str, tuple[Asked, _Moment, asyncio.Future[None]]] = {}
        self.gateway: Gateway
        self.tally = Tally()

    def take(self, nonce: str, shown: str) -> None:
        """Judge a reply at the moment at which it is sent."""
        found = self._waiting.pop(nonce, None)
        if found is None:
            self.tally.faults["a reply nobody waits for"] += 1
            return
        asked, due, future = found
        now = _Moment.now()
        self.tally.time(asked, now.of_loop - due.of_loop, now.of_clock - due.of_clock)
        self._judge(asked, shown)
        future.set_result(None)

    async def ask(self, person: int, due: float | None = None) -> None:
        """Ask a question that was due at a moment of the loop, and wait for its reply."""
        asked, now = self._question(), _Moment.now()
        channel = CHANNELS[person % len(CHANNELS)]
        future = asyncio.get_running_loop().create_future()
        self.tally.asked += 1
        key = self.gateway.write(FIRST_PERSON + person, channel, asked.text, calls=asked.calls)
        self._waiting[key] = (asked, now.earlier(now.of_loop - due) if due else now, future)
        try:
            async with asyncio.timeout(LONGEST_WAIT):
                await future
        except TimeoutError:
            self.tally.blame("lost", asked, "")

    async def go_on(self, people: int, questions: int, rate: float, reloads: Iterator[tuple[int, Reloads]]) -> None:
        """Let people ask so many questions, so many a second, each at moments of their own; reload at some of them."""
        left, pause, under_way = questions, people / rate, []
        at, reload = next(reloads, (questions + 1, None))
        clock = asyncio.get_running_loop().time

        async def person(number: int) -> None:
            nonlocal left, at, reload
            due = clock() + self._chance.expovariate(
                1 / pause
            )  # as later: evenly spread, it would be too much at first
            while left > 0:
                left -= 1
                if reload is not None and questions - left >= at:
                    under_way.append(asyncio.ensure_future(reload()))
                    at, reload = next(reloads, (questions + 1, None))
                await asyncio.sleep(max(0.0, due - clock()))
                await self.ask(number, due)
                due = max(due + self._chance.expovariate(1 / pause), clock())

        await asyncio.gather(*(person(number) for number in range(people)))
        await asyncio.gather(*under_way)

    def _question(self) -> Asked:
        cars, draw = self._editions.cars, self._chance.random()
        car, other = self._chance.sample(range(len(cars)), 2)
        calls = self._chance.random() < 1 / 2
        if draw < 0.7:
            template, attribute = self._chance.choice(list(LOOK_UPS.items()))
            return Asked(template.format(cars[car]), (car,), attribute, calls)
        if draw < 0.8:
            return Asked(COMPARE.format(cars[car], cars[other]), (car, other), "price", calls)
        if draw < 0.9:
            return Asked(self._chance.choice(CHEAPEST), (), "price", calls=True)
        return Asked(UNSAID.format(cars[car]), (), TORQUE, calls=True)

    def _judge(self, asked: Asked, shown: str) -> None:
        """See that an answer is right, wholly of one edition, and of none older than one told of before."""
        tally, figures = self.tally, figures_in(shown)
        editions = editions_of(figures)
        if asked.attribute == TORQUE:
            if figures or "no torque" not in shown:
                tally.blame("wrong", asked, shown)
            return
        if len(editions) != 1:
            tally.blame("half" if editions else "wrong", asked, shown)
            return
        (edition,) = editions
        tally.told[edition] += 1
        if not {self._editions.figure(car, asked.attribute, edition) for car in asked.cars} <= figures:
            tally.blame("wrong", asked, shown)
        if edition < tally.newest:
            tally.blame("old after new", asked, shown)
        tally.newest = max(tally.newest, edition)
