"""A clock that runs while this process computes, and while it sleeps by its own choice: never while others compute.

On a machine that nobody else uses it goes as any clock does. Where others take half of the processor, a question that
costs a millisecond still costs one, and people still ask as fast as the bot can be expected to answer.
"""

import asyncio
import selectors
from time import perf_counter, process_time


class OwnTimeLoop(asyncio.SelectorEventLoop):
    """Goes by that clock, so that whoever sleeps on it does."""

    def __init__(self) -> None:
        self._sleeper = _Sleeper()
        super().__init__(self._sleeper)

    def time(self) -> float:
        """Return the seconds that this process computed or chose to sleep."""
        return process_time() + self._sleeper.slept


class _Sleeper(selectors.DefaultSelector):
    """Counts how long was slept while no thread of this process computed, and no longer than was wished."""

    def __init__(self) -> None:
        super().__init__()
        self.slept = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Wait for what happens, or for so many seconds."""
        began, computed = perf_counter(), process_time()
        found = super().select(timeout)
        took, computed = perf_counter() - began, process_time() - computed
        self.slept += max(0.0, min(took, timeout or 0.0) - computed)
        return found
