"""Which catalogue words a language. English stands in for those that have none."""

from bot.wording.catalogue import Catalogue
from bot.wording.english import ENGLISH
from bot.wording.french import FRENCH

CATALOGUES = {words.language: words for words in (ENGLISH, FRENCH)}


def catalogue_of(language: str) -> Catalogue:
    """Return the catalogue of a language, known by its first two letters ("en-GB")."""
    return CATALOGUES.get(language[:2], ENGLISH)
