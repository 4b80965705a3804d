"""The language that a simulated person uses Discord in. simcord has no word for it, so its payloads are wrapped here.

This is the only private name of simcord that is used; a test fails where it moves.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import simcord.interactions


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
    plain = simcord.interactions.base_payload

    def with_locale(*arguments: Any, **named: Any) -> tuple[Any, dict[str, Any]]:
        record, payload = plain(*arguments, **named)
        return record, payload | {"locale": locales.of(int(named["user_id"]))}

    simcord.interactions.base_payload = with_locale
    try:
        yield locales
    finally:
        simcord.interactions.base_payload = plain
