"""Countries in the vocabulary's languages, from Babel's CLDR data: looked up, never typed by hand. Build time only."""

import re
from collections.abc import Iterable, Iterator

from babel import Locale

from facts.lexicon.model import KnownName
from facts.terms import fold

_COUNTRY_CODE = re.compile(r"[A-Z]{2}")
# unions, test codes and islands nobody sells cars on
NOT_COUNTRIES = frozenset(
    {"AC", "AQ", "BV", "CP", "DG", "EA", "EU", "EZ", "HM", "IC", "QO", "TA", "TF", "UN", "XA", "XB", "ZZ"}
)


def countries(languages: Iterable[str], known: Iterable[KnownName]) -> Iterator[KnownName]:
    """Yield every country, named in the first language, aliased in the others, with what the vocabulary adds to it."""
    locales = [Locale(language) for language in languages]
    extra = {fold(name.name): name for name in known}
    for code in sorted(locales[0].territories):
        if not _COUNTRY_CODE.fullmatch(code) or code in NOT_COUNTRIES:
            continue
        names = [locale.territories[code] for locale in locales if code in locale.territories]
        added = extra.pop(fold(names[0]), None)
        aliases = [*names[1:], *(added.aliases if added else ())]
        yield KnownName(
            names[0],
            "country",
            aliases=tuple(dict.fromkeys(alias for alias in aliases if alias != names[0])),
            adjectives=added.adjectives if added else (),
            of=added.of if added else None,
        )
    yield from extra.values()


def home_of(currency: str, language: str) -> str | None:
    """Return the country that a currency is named after, which ISO 4217 codes begin with; None for the euro."""
    code = currency[:2].upper()
    return None if code in NOT_COUNTRIES else Locale(language).territories.get(code)
