"""The answers of the last minutes by the id of what asked for them, so that a button can tell how each was come by.

In memory only, and few: what is gone from here is read anew from the question, where that can be seen.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from time import monotonic

from bot.models import Answer

MOST = 500
SECONDS = 15 * 60.0


class Recent:
    """Answers by the id of the message or interaction that asked."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._kept: OrderedDict[int, tuple[float, Answer]] = OrderedDict()

    def keep(self, asked_by: int, answer: Answer) -> None:
        """Keep an answer for a while."""
        self._kept[asked_by] = (self._clock(), answer)
        self._kept.move_to_end(asked_by)
        while self._kept and (len(self._kept) > MOST or self._is_old(next(iter(self._kept.values())))):
            self._kept.popitem(last=False)

    def of(self, asked_by: int | None) -> Answer | None:
        """Return the answer to what a message or interaction asked, if it is still kept."""
        found = self._kept.get(asked_by) if asked_by is not None else None
        return found[1] if found is not None and not self._is_old(found) else None

    def settle(self) -> None:
        """Let every answer hold in words how it was read: the facts that it would look that up in are about to go."""
        for asked_by, (when, answer) in list(self._kept.items()):
            said = partial(str, answer.interpretation)
            self._kept[asked_by] = (when, replace(answer, interpret=said, explain=str))

    def _is_old(self, kept: tuple[float, Answer]) -> bool:
        return self._clock() - kept[0] > SECONDS
