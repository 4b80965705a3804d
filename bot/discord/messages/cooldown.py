"""How often somebody was replied to lately. What counts as too often is said by whoever asks. No discord here."""

import asyncio
from collections import OrderedDict, deque
from collections.abc import Callable, Hashable

MOST_PEOPLE = 10_000  # remembered at once; who was replied to longest ago goes first
MOST_REPLIES = 100  # counted of each
LONGEST = 3_600.0  # seconds: whoever was left alone for so long is forgotten


def loop_time() -> float:
    """Return the seconds of the running event loop's clock, which never goes back."""
    return asyncio.get_running_loop().time()


class Cooldown:
    """When each person was replied to, as far as it still matters."""

    def __init__(self, clock: Callable[[], float] = loop_time) -> None:
        self._clock = clock
        self._replied: OrderedDict[Hashable, deque[float]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._replied)

    def pause(self, who: Hashable, times: int, seconds: float) -> float:
        """Return how many seconds are left until there were fewer than `times` replies within `seconds`."""
        replied = self._replied.get(who, ())
        if times < 1 or len(replied) < times:
            return 0.0
        return max(0.0, replied[-times] + seconds - self._clock())

    def spend(self, who: Hashable) -> None:
        """Count a reply."""
        now = self._clock()
        self._replied.setdefault(who, deque(maxlen=MOST_REPLIES)).append(now)
        self._replied.move_to_end(who)
        while len(self._replied) > MOST_PEOPLE or now - next(iter(self._replied.values()))[-1] > LONGEST:
            self._replied.popitem(last=False)
