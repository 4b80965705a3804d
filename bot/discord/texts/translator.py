"""Commands in the language of whoever opens their menu: Discord is told every translation when it is told of them."""

from discord import Locale
from discord.app_commands import TranslationContextTypes, Translator, locale_str

from bot.discord.texts.texts import ENGLISH, LANGUAGES, texts_in


class CommandTranslator(Translator):
    """Translates names, descriptions and choices from the same catalogues as everything else that is said."""

    async def translate(self, string: locale_str, locale: Locale, context: TranslationContextTypes) -> str | None:  # noqa: ARG002  # names and descriptions share a catalogue
        """Return the translation, or None where the English will do."""
        language = locale.value[:2]
        if language == ENGLISH or language not in LANGUAGES:
            return None
        said = texts_in(language)(string.message)
        return said if said != string.message else None
