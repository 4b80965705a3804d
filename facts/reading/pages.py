"""A web page as plain text: its main part only, written in the marks that facts.reading.blocks reads.

Headings are underlined with `---`, list items start with `- `, table rows are `| a | b |`. No word is added or changed.
"""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from facts.reading.metadata import Metadata

DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "header",
        "footer",
        "aside",
        "form",
        "button",
        "select",
        "option",
        "iframe",
        "svg",
        "canvas",
        "video",
        "audio",
        "object",
        "dialog",
        "menu",
    ]
)
UNWANTED = re.compile(
    r"\b(?:ad|ads|advert\w*|banner|cookie\w*|consent|newsletter|related|share|sharing|social|sponsor\w*|promo\w*|breadcrumbs?"
    r"|sidebar|comments?|subscribe|popup|modal|navigation)\b",
    re.IGNORECASE,
)
BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "figure",
        "figcaption",
        "blockquote",
        "pre",
        "address",
        "dl",
        "dt",
        "dd",
        "ul",
        "ol",
        "table",
        "body",
        "details",
        "summary",
    ]
)
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
MAIN = ("article", "main")
DEEPEST = 400  # nested tags; what a page of hostile markup holds below is read as if it stood there
_UNCLOSED = re.compile(r"<(?=[^<>]*(?:<|$))")
_SPACE = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a page and what its head says of it."""

    text: str
    metadata: Metadata


def page_text(markup: str) -> Page:
    """Extract text and metadata of an HTML page; any markup at all gives some text, perhaps none."""
    has_main = re.search(r"<(?:article|main)\b", markup, re.IGNORECASE) is not None
    parser = _Parser(in_main_only=has_main)
    parser.feed(_closed_tags(markup))
    parser.close()
    return parser.page()


def _closed_tags(markup: str) -> str:
    """Drop comments and escape each `<` that no `>` closes: the parser looks for their ends again and again."""
    kept, position = [], 0
    while (start := markup.find("<!--", position)) >= 0:
        kept.append(markup[position:start])
        end = markup.find("-->", start + 4)
        position = len(markup) if end < 0 else end + 3
    kept.append(markup[position:])
    return _UNCLOSED.sub("&lt;", "".join(kept))


class _Parser(HTMLParser):
    """Collects lines; whatever stands in a dropped element, or beside the main one, is left out."""

    def __init__(self, *, in_main_only: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._only_main = in_main_only
        self._open: list[tuple[str, bool]] = []  # (tag, whether it is dropped)
        self._dropped = 0
        self._main = 0
        self._blocks: list[str] = []
        self._words: list[str] = []
        self._row: list[str] | None = None
        self._title: list[str] = []
        self._meta: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "html" and values.get("lang"):
            self._meta["language"] = values["lang"][:2].lower()
        elif tag == "meta":
            self._meta.setdefault(values.get("property") or values.get("name", ""), values.get("content", ""))
        if tag in VOID:
            if tag == "br":
                self._words.append("\n")
            return
        dropped = tag in DROPPED or (tag not in MAIN and tag not in ("html", "body") and self._is_unwanted(values))
        if len(self._open) < DEEPEST:
            self._open.append((tag, dropped))
            self._dropped += dropped
            self._main += tag in MAIN
        self._opened(tag)

    def _is_unwanted(self, values: dict[str, str]) -> bool:
        said = f"{values.get('class', '')} {values.get('id', '')}".replace("-", " ").replace("_", " ")
        return (
            bool(UNWANTED.search(said))
            or values.get("role") in ("dialog", "navigation", "banner")
            or "hidden" in values
        )

    def _opened(self, tag: str) -> None:
        if tag == "tr":
            self._flush()
            self._row = []
        elif tag in ("td", "th"):
            self._words = []
        elif tag in BLOCKS or tag in HEADINGS or tag in ("li", "caption"):
            self._flush()

    def handle_endtag(self, tag: str) -> None:
        depth = next((i for i in range(len(self._open) - 1, -1, -1) if self._open[i][0] == tag), None)
        if depth is None:
            return
        self._closed(tag)
        for name, dropped in self._open[depth:]:
            self._dropped -= dropped
            self._main -= name in MAIN
        del self._open[depth:]

    def _closed(self, tag: str) -> None:
        if tag in ("td", "th") and self._row is not None:
            self._row.append(self._take())
        elif tag == "tr" and self._row is not None:
            if any(self._row):
                self._blocks.append("| " + " | ".join(self._row) + " |")
            self._row = None
        elif tag in HEADINGS:
            if heading := self._take():
                self._blocks += ["", f"{heading}\n---", ""]
        elif tag == "li":
            if item := self._take():
                self._blocks.append(f"- {item}")
        elif tag == "caption":
            self._blocks += ["", self._take()]
        elif tag in BLOCKS:
            self._flush()
            self._blocks.append("")

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][0] == "title" and not self._main:
            self._title.append(data)
        elif not self._dropped and (self._main or not self._only_main):
            self._words.append(data)

    def _take(self) -> str:
        words, self._words = "".join(self._words), []
        return _SPACE.sub(" ", words).strip().replace("|", "/" if self._row is not None else "|")

    def _flush(self) -> None:
        if self._row is None and (words := self._take()):
            self._blocks += ["", words, ""]

    def page(self) -> Page:
        """Return what was collected."""
        self._flush()
        text = re.sub(r"\n{3,}", "\n\n", "\n".join(self._blocks)).strip()
        return Page(text + "\n" if text else "", self._metadata())

    def _metadata(self) -> Metadata:
        title = self._meta.get("og:title") or _SPACE.sub(" ", "".join(self._title)).strip()
        published = self._meta.get("article:published_time", "")[:10]
        language = self._meta.get("language")
        return Metadata(
            title=title or None,
            publisher=self._meta.get("og:site_name") or None,
            url=self._meta.get("og:url") or None,
            published=published if re.fullmatch(r"\d{4}-\d{2}-\d{2}", published) else None,
            language=language if language in ("en", "fr") else None,
        )
