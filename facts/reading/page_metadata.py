"""What the head of a web page says of it: title, publisher, address, day, language. Nothing is guessed.

Open Graph, schema.org (JSON-LD and microdata) and the older meta names, in that order of trust.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from facts.reading.languages import LANGUAGES
from facts.reading.metadata import Metadata

LONGEST_DATA = 200_000  # characters of structured data that are looked at
DEEPEST_DATA = 6  # nested objects in it: a graph, an article, its publisher
_ARTICLES = frozenset(
    {"article", "newsarticle", "blogposting", "report", "techarticle", "webpage", "reportagenewsarticle"}
)
_TITLES = ("og:title", "headline", "twitter:title", "dc.title")
_PUBLISHERS = ("og:site_name", "publisher", "application-name", "dc.publisher")
_DAYS = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dcterms.date",
    "pubdate",
    "publish-date",
    "time",
)
_ADDRESSES = ("og:url", "canonical", "twitter:url", "article:url")
_LANGUAGES = ("language", "og:locale", "content-language", "inlanguage")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(slots=True)
class Head:
    """Collects what a page says of itself; the first to say a thing is believed."""

    said: dict[str, str] = field(default_factory=dict)
    title: list[str] = field(default_factory=list)

    def meta(self, values: Mapping[str, str]) -> None:
        """Take a <meta> element."""
        name = values.get("property") or values.get("name") or values.get("itemprop") or values.get("http-equiv") or ""
        self.say(name.casefold(), values.get("content", ""))

    def link(self, values: Mapping[str, str]) -> None:
        """Take a <link> element."""
        if values.get("rel", "").casefold() == "canonical":
            self.say("canonical", values.get("href", ""))

    def say(self, name: str, value: str) -> None:
        """Remember what is said under a name, unless it was said before."""
        if name and value.strip():
            self.said.setdefault(name, " ".join(value.split()))

    def data(self, text: str) -> None:
        """Take structured data; what is no JSON is left out."""
        try:
            found = json.loads(text) if len(text) <= LONGEST_DATA else None
        except (ValueError, RecursionError):
            return
        objects = list(_objects(found, DEEPEST_DATA))
        named = {str(one["@id"]): one for one in objects if "@id" in one and "name" in one}
        for one in objects:
            kinds = one.get("@type")
            if {str(kind).casefold() for kind in (kinds if isinstance(kinds, list) else [kinds])} & _ARTICLES:
                self._article(one, named)

    def _article(self, article: Mapping[str, object], named: Mapping[str, Mapping[str, object]]) -> None:
        for key in ("headline", "datePublished", "inLanguage"):
            if isinstance(value := article.get(key), str):
                self.say(key.casefold(), value)
        page = article.get("mainEntityOfPage")
        for address in (article.get("url"), page.get("@id") if isinstance(page, dict) else page):
            if isinstance(address, str) and address.startswith("http"):
                self.say("article:url", address)
        publisher = article.get("publisher")
        if isinstance(publisher, dict) and "name" not in publisher:
            publisher = named.get(str(publisher.get("@id")))
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str):
            self.say("publisher", name)

    def metadata(self) -> Metadata:
        """Return what is known of the page."""
        publisher = self._first(_PUBLISHERS)
        written = self._first(_TITLES) or " ".join("".join(self.title).split())
        day = next((found[0] for name in _DAYS if (found := _DAY.match(self.said.get(name, "")))), None)
        language = (self._first(_LANGUAGES) or "")[:2].casefold()
        return Metadata(
            title=_without_site(written, publisher) or None,
            publisher=publisher,
            url=self._first(_ADDRESSES),
            published=day,
            language=language if language in LANGUAGES else None,
        )

    def _first(self, names: tuple[str, ...]) -> str | None:
        return next((self.said[name] for name in names if name in self.said), None)


def _objects(found: object, depth: int) -> Iterator[Mapping[str, object]]:
    """Yield the objects of structured data, outer ones first."""
    if depth and isinstance(found, dict):
        yield found
        for value in found.values():
            yield from _objects(value, depth - 1)
    elif depth and isinstance(found, list):
        for value in found:
            yield from _objects(value, depth - 1)


def _without_site(title: str, publisher: str | None) -> str:
    """Leave out the name of the site behind a title: "The Aero | Daily"."""
    parts = re.split(r"\s+[|–—-]\s+", title)
    if publisher and len(parts) > 1 and parts[-1].casefold() == publisher.casefold():
        return title[: title.rindex(parts[-1])].rstrip(" |–—-")
    return title
