"""The one way to look through a store without a question: what it gives is worded, sourced and ready to be laid out."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from bot.answering.known import BRAND, Known
from bot.browsing import excerpts, grids, listings, names, sheets
from bot.browsing.choosing import Choosing
from bot.browsing.cues import Cues
from bot.models.sheet import Excerpt, Grid, Listing, Named, Sheet
from bot.understanding.spelling import nearest
from bot.wording.languages import CATALOGUES, catalogue_of
from bot.wording.sentences import Sentences
from bot.wording.values import day, money
from facts.models import Document
from facts.store.reader import FactStore

SHORT = 3  # letters: what many people type alike, and what names most things
CACHED = 1_024  # short beginnings whose suggestions are held: some megabytes
SLIP = "qwertzuiop"  # the name of nothing, so that it is looked for in every way


class Browser:
    """Looks through one store."""

    def __init__(self, store: FactStore) -> None:
        self._known = Known(store)
        self._sentences: dict[str, Sentences] = {}
        self._cues = Cues(self._known.lexicon)
        self._choosing = Choosing(self._known)
        self._short_names = lru_cache(CACHED)(self._names)
        self._short_questions = lru_cache(CACHED)(self._questions)

    def load(self) -> None:
        """Load what the first suggestion would wait for. Takes long where names are many: not for the event loop."""
        names.questions_like(self._known, SLIP, self._in("en"), self._cues)
        nearest(SLIP, [SLIP], 0)  # loads what compares letters
        self._choosing.load()
        for words in CATALOGUES.values():  # how each language writes amounts and dates
            money(0.0, "EUR", words)
            day("2026-01", words)

    def named(self, entity: str, language: str) -> Named | None:
        """Return an entity as people see it, or None where no entity has this id."""
        found = self._known.find(entity)
        return sheets.named(found, self._in(language)) if found is not None else None

    def sheet(self, entity: str, language: str) -> Sheet | None:
        """Return everything that is known of an entity, what one tells first in front; None where nothing is."""
        found = self._known.find(entity)
        return sheets.sheet_of(self._known, found, self._in(language)) if found is not None else None

    def names(self, typed: str, language: str, kinds: Sequence[str] = ()) -> list[Named]:
        """Return the entities that a typed name may become, at most 25; only of these kinds, where some are given."""
        held = self._short_names if len(typed) <= SHORT else self._names
        return list(held(typed, language, tuple(kinds)))

    def listings(
        self, brand: str | None, language: str, first: int, most: int, attributes: Sequence[str] = ()
    ) -> tuple[list[Listing], bool]:
        """Return some of all there is, maybe of one brand, by name, and whether more follow.

        With attributes, only what has them all, with every value of them.
        """
        return listings.listings_of(self._known, brand, self._in(language), first, most, attributes)

    def brands(self, typed: str, language: str) -> list[Named]:
        """Return the brands that have models and that a typed name may become, at most 25; some where none is typed."""
        if typed:
            return [one for one in self.names(typed, language, (BRAND,)) if self._choosing.has_models(one.id)]
        found = (self.named(one, language) for one in islice(self._choosing.brands(), names.MOST))
        return [one for one in found if one is not None]

    def attributes(self, brand: str | None, language: str, beside: str | None = None) -> dict[str, str]:
        """Return what can be drawn, maybe of one brand, maybe against another attribute: ids with what they are called.

        Of each, two values at least stand beside each other.
        """
        label = self._in(language).rows.label
        return {one: label(one) for one in self._choosing.attributes(brand, beside)}

    def attribute(self, typed: str) -> str | None:
        """Return the attribute of this id, or of this name in whichever language, or None where there is none."""
        return self._choosing.named(typed)

    def called(self, name: str, language: str) -> list[Named]:
        """Return the entities that have just this name, whatever its case, accents, spaces and hyphens."""
        return [sheets.named(one, self._in(language)) for one in self._known.store.entities_named(name)]

    def questions(self, typed: str, language: str) -> list[str]:
        """Return questions with an answer that what is typed may become, at most 25 of at most 100 characters."""
        held = self._short_questions if len(typed) <= SHORT else self._questions
        return list(held(typed, language))

    def documents(self, first: int, most: int) -> tuple[Sequence[Document], int]:
        """Return some of the documents, newest first and those without a date last, and how many there are."""
        return self._known.store.documents_by_date(first, most), self._known.store.counts()["documents"]

    def grid(self, entities: Sequence[str], language: str) -> Grid:
        """Return several entities side by side; ids of none are left out."""
        found = [one for one in map(self._known.find, entities) if one is not None]
        return grids.grid_of(self._known, found, self._in(language))

    def excerpt(self, digest: str, start: int, end: int) -> Excerpt | None:
        """Return a quote among its neighbours; the document is known by its digest or the start of it.

        None where there is no such document any more, or no such place in it.
        """
        return excerpts.excerpt_of(self._known, digest, start, end)

    def _names(self, typed: str, language: str, kinds: tuple[str, ...]) -> list[Named]:
        return names.names_like(self._known, typed, self._in(language), kinds)

    def _questions(self, typed: str, language: str) -> list[str]:
        return names.questions_like(self._known, typed, self._in(language), self._cues)

    def _in(self, language: str) -> Sentences:
        words = catalogue_of(language)
        if words.language not in self._sentences:
            self._sentences[words.language] = Sentences(self._known.lexicon, words)
        return self._sentences[words.language]
