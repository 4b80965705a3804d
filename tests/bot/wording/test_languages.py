"""Which catalogue words a language."""

import pytest

from bot.wording.catalogue import Catalogue
from bot.wording.english import ENGLISH
from bot.wording.french import FRENCH
from bot.wording.languages import catalogue_of


@pytest.mark.parametrize(("language", "words"), [("en", ENGLISH), ("en-GB", ENGLISH), ("fr", FRENCH), ("de", ENGLISH)])
def test_which_catalogue(language: str, words: Catalogue) -> None:
    assert catalogue_of(language) is words
