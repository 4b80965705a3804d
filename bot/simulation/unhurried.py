"""Work beside the bot that the simulation need not wait for, so that questions can be asked meanwhile."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

if TYPE_CHECKING:
    import simcord

P = ParamSpec("P")
T = TypeVar("T")


class Unhurried:
    """Lets work of child processes go on, and knows whether any is under way."""

    def __init__(self, env: "simcord.Env") -> None:
        self._env = env
        self._count = 0
        self._idle = asyncio.Event()
        self._idle.set()

    @property
    def is_busy(self) -> bool:
        return not self._idle.is_set()

    async def idle(self) -> None:
        """Wait until nothing is under way."""
        await self._idle.wait()

    def of(self, work: Callable[P, Awaitable[T]]) -> Callable[P, Coroutine[Any, Any, T]]:
        """Return the same work, not waited for."""

        async def unhurried(*given: P.args, **named: P.kwargs) -> T:
            self._count += 1
            self._idle.clear()
            try:
                done: T = await self._env.external_wait(work(*given, **named), reason="work in a child process")
            finally:
                self._count -= 1
                if not self._count:
                    self._idle.set()
            return done

        return unhurried
