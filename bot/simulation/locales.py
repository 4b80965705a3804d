"""The language that a simulated person uses Discord in. simcord has no word for it, so its payloads are wrapped here.

This is the only private name of simcord that is used; a test fails where it moves.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import simcord.interactions

Payload = dict[str, Any]


class Locales:
    """The locale of each person, by id; whoever has none uses Discord in English."""

    def __init__(self) -> None:
        self._of: dict[int, str] = {}

    def set(self, person: int, locale: str) -> None:
        """Let a person use Discord in a language from now on."""
        self._of[person] = locale

    def of(self, person: int) -> str:
        """Return the language that a person uses Discord in."""
        return self._of.get(person, "en-US")


@contextmanager
def spoken() -> Iterator[Locales]:
    """Let people of the simulation have a language, as long as this lasts."""
    locales = Locales()
    with rewritten(lambda payload, person: payload | {"locale": locales.of(person)}):
        yield locales


@contextmanager
def rewritten(change: Callable[[Payload, int], Payload]) -> Iterator[None]:
    """Let what a person's Discord sends be changed, as long as this lasts; `change` is told by whom it is."""
    plain = simcord.interactions.base_payload

    def changed(*arguments: Any, **named: Any) -> tuple[Any, Payload]:
        record, payload = plain(*arguments, **named)
        return record, change(payload, int(named["user_id"]))

    simcord.interactions.base_payload = changed
    try:
        yield
    finally:
        simcord.interactions.base_payload = plain
