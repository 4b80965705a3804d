"""What is known, looked through without a question: sheets, tables, lists, and passages in their place."""

from bot.models.sheet import Excerpt, Named, Sheet
from facts.store.reader import FactStore


class Browser:
    """Looks through one store."""

    def __init__(self, store: FactStore) -> None:
        self._store = store

    def named(self, entity: str, language: str) -> Named | None:
        """Return an entity as people see it, or None where nothing is known of it."""
        raise NotImplementedError

    def sheet(self, entity: str, language: str) -> Sheet | None:
        """Return everything that is known of an entity, what one tells first in front; None where nothing is."""
        raise NotImplementedError

    def excerpt(self, digest: str, start: int, end: int) -> Excerpt | None:
        """Return a quote among its neighbours; the document is known by its digest or the start of it."""
        raise NotImplementedError
