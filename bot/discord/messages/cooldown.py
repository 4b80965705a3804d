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

    def spend(self, who: Hashable) -> float:
        """Count a reply and return its moment. Before it is sent: others may be asked for while it is on its way."""
        now = self._clock()
        self._replied.setdefault(who, deque(maxlen=MOST_REPLIES)).append(now)
        self._replied.move_to_end(who)
        while len(self._replied) > MOST_PEOPLE or now - self._last_of_the_first() > LONGEST:
            self._replied.popitem(last=False)
        return now

    def give_back(self, who: Hashable, moment: float) -> None:
        """Count the reply of that moment no longer: it could not be sent."""
        if moment in self._replied.get(who, ()):
            self._replied[who].remove(moment)

    def _last_of_the_first(self) -> float:
        """Return when the person was last replied to who was left alone for longest."""
        replied = next(iter(self._replied.values()))
        return replied[-1] if replied else float("-inf")  # all were given back
