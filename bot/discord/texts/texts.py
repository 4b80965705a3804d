"""Sentences of the wiring in a person's language: the English one stands in the code and is the key of its translation.

Translations are gettext catalogues (`fr/*.po`, one for each room of bot/discord); a test finds what lacks one.
"""

from functools import lru_cache
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

ENGLISH = "en"
LANGUAGES = (ENGLISH, "fr")  # those that a person can be spoken to in


class Texts:
    """The sentences of one language; what has no translation stays English."""

    def __init__(self, language: str, translations: NullTranslations) -> None:
        self.language = language
        self._translations = translations

    def __call__(self, sentence: str, /, **fields: object) -> str:
        """Return a sentence with its fields filled in."""
        said = self._translations.gettext(sentence)
        return said.format(**fields) if fields else said

    def many(self, one: str, several: str, count: int, /, **fields: object) -> str:
        """Return the sentence for so many; `{count}` is the number in it."""
        return self._translations.ngettext(one, several, count).format(count=count, **fields)


def marked(sentence: str) -> str:
    """Return a sentence that is translated where it is said, so that a catalogue is looked through for it here."""
    return sentence


def texts_in(language: str) -> Texts:
    """Return the sentences of a language, known by the first two letters of its tag ("fr-CA"); else English."""
    code = language[:2]
    return _loaded(code if code in LANGUAGES else ENGLISH)


@lru_cache(maxsize=len(LANGUAGES))
def _loaded(language: str) -> Texts:
    translations = NullTranslations()
    for catalogue in sorted((Path(__file__).parent / language).glob("*.po")):
        with catalogue.open("rb") as file:
            compiled = BytesIO()
            write_mo(compiled, read_po(file, locale=language))
        compiled.seek(0)
        room = Translations(compiled)
        room.add_fallback(translations)
        translations = room
    return Texts(language, translations)
