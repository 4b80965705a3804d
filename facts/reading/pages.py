"""A web page as plain text: its main part only, written in the marks that facts.reading.blocks reads.

Headings are underlined with `---`, list items start with `- `, table rows are `| a | b |`, a term with its description
is the item `- term: description`. No word is changed; a cell that spans rows is repeated in each.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

from facts.reading.metadata import Metadata
from facts.reading.page_metadata import Head

DROPPED = frozenset({
    "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button", "select", "option", "iframe",
    "svg", "canvas", "video", "audio", "object", "dialog", "menu",
})  # fmt: skip
SITE = frozenset(["header"])  # dropped outside the main part only: an article's own header has its title
UNWANTED = re.compile(
    r"\b(?:ad|ads|advert\w*|banner|cookie\w*|consent|newsletter|related|share|sharing|social|sponsor\w*|promo\w*|breadcrumbs?"
    r"|sidebar|comments?|subscribe|popup|modal|navigation|pub|publicite|teasers?|recommend\w*|recirculation|paywall|outbrain"
    r"|taboola|signup)\b",
    re.IGNORECASE,
)
BLOCKS = frozenset({
    "p", "div", "section", "article", "main", "header", "figure", "figcaption", "blockquote", "pre", "address", "dl",
    "ul", "ol", "table", "body", "details", "summary",
})  # fmt: skip
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
})  # fmt: skip
MAIN = ("article", "main")
DEEPEST = 400  # nested tags; what a page of hostile markup holds below is read as if it stood there
WIDEST = 50  # columns of a table that a spanning cell may fill
TEASER = 0.25  # of the longest article's text: a shorter one on the same page only announces another page
DATA = "application/ld+json"
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


@dataclass(slots=True)
class _Rows:
    """The rows of a table while they are read; cells that span columns or rows keep the others in their columns."""

    row: list[str] | None = None
    _span: tuple[int, int] = (1, 1)  # columns and rows of the cell that is open
    _pending: dict[int, tuple[str, int]] = field(default_factory=dict)  # column -> text, rows to come

    def open_cell(self, values: dict[str, str]) -> None:
        self._span = _count(values.get("colspan")), _count(values.get("rowspan"))

    def cell(self, text: str) -> None:
        if self.row is None:
            return
        self._carry(self.row)
        columns, rows = self._span
        if rows > 1:
            self._pending[len(self.row)] = (text, rows - 1)
        self.row += [text, *[""] * (columns - 1)]

    def closed(self) -> list[str]:
        """Return the finished row."""
        row, self.row = self.row or [], None
        self._carry(row)
        return row

    def _carry(self, row: list[str]) -> None:
        while (held := self._pending.pop(len(row), None)) is not None:
            if held[1] > 1:
                self._pending[len(row)] = (held[0], held[1] - 1)
            row.append(held[0])

    def end(self) -> None:
        """Forget what spanned beyond the table."""
        self._pending.clear()


class _Parser(HTMLParser):
    """Collects lines; whatever stands in a dropped element, or beside the main one, is left out."""

    def __init__(self, *, in_main_only: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._only_main = in_main_only
        self._open: list[tuple[str, bool]] = []  # (tag, whether it is dropped)
        self._dropped = 0
        self._main = 0
        self._articles = self._article = 0  # how many there were, and the depth of those that are open
        self._blocks: list[tuple[int, str]] = []  # (number of its article, line)
        self._words: list[str] = []
        self._term = ""  # of a description list
        self._rows = _Rows()
        self._head = Head()
        self._data: list[str] | None = None  # structured data that is being read

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._take_head(tag, values)
        if tag in VOID:
            if tag == "br":
                self._words.append("\n")
            return
        dropped = tag in DROPPED or (tag in SITE and not self._main) or self._is_unwanted(tag, values)
        if len(self._open) < DEEPEST:
            self._open.append((tag, dropped))
            self._dropped += dropped
            self._main += tag in MAIN
            self._article += tag == "article"
            self._articles += tag == "article" and self._article == 1
        self._opened(tag, values)

    def _take_head(self, tag: str, values: dict[str, str]) -> None:
        if tag == "html":
            self._head.say("language", values.get("lang", ""))
        elif tag == "meta":
            self._head.meta(values)
        elif tag == "link":
            self._head.link(values)
        elif tag == "time":
            self._head.say("time", values.get("datetime", ""))
        elif tag == "script" and values.get("type", "").casefold() == DATA:
            self._data = []

    def _is_unwanted(self, tag: str, values: dict[str, str]) -> bool:
        if tag in ("html", "body", "main"):
            return False
        said = f"{values.get('class', '')} {values.get('id', '')}".replace("-", " ").replace("_", " ")
        is_other = values.get("role") in ("dialog", "navigation", "banner") or "hidden" in values
        return tag != "article" and (is_other or bool(UNWANTED.search(said)))

    def _opened(self, tag: str, values: dict[str, str]) -> None:
        if tag == "tr":
            self._flush()
            self._rows.row = []
        elif tag in ("td", "th"):
            self._words = []
            self._rows.open_cell(values)
        elif tag in BLOCKS or tag in HEADINGS or tag in ("li", "caption", "dt", "dd"):
            self._flush()

    def handle_endtag(self, tag: str) -> None:
        depth = next((i for i in range(len(self._open) - 1, -1, -1) if self._open[i][0] == tag), None)
        if depth is None:
            return
        self._closed(tag)
        for name, dropped in self._open[depth:]:
            self._dropped -= dropped
            self._main -= name in MAIN
            self._article -= name == "article"
        del self._open[depth:]

    def _closed(self, tag: str) -> None:
        if tag == "script" and self._data is not None:
            self._head.data("".join(self._data))
            self._data = None
        elif tag in ("td", "th"):
            self._rows.cell(self._take())
        elif tag == "tr" and self._rows.row is not None:
            if any(row := self._rows.closed()):
                self._put("| " + " | ".join(row) + " |")
        elif tag in HEADINGS:
            if heading := self._take():
                self._put("", f"{heading}\n---", "")
        elif tag == "dt":
            self._term = self._take().rstrip(": ")
        elif tag in ("li", "dd"):
            self._item(tag, self._take())
        elif tag == "caption":
            self._put("", self._take())
        elif tag in BLOCKS:
            self._flush()
            self._put("")
            if tag == "table":
                self._rows.end()

    def _item(self, tag: str, item: str) -> None:
        if item:
            self._put(f"- {self._term}: {item}" if tag == "dd" and self._term else f"- {item}")

    def handle_data(self, data: str) -> None:
        if self._data is not None:
            self._data.append(data)
        elif self._open and self._open[-1][0] == "title" and not self._main:
            self._head.title.append(data)
        elif not self._dropped and (self._main or not self._only_main):
            self._words.append(data)

    def _put(self, *lines: str) -> None:
        number = self._articles if self._article else 0
        self._blocks += [(number, line) for line in lines]

    def _take(self) -> str:
        words, self._words = "".join(self._words), []
        return _SPACE.sub(" ", words).strip().replace("|", "/" if self._rows.row is not None else "|")

    def _flush(self) -> None:
        if self._rows.row is None and (words := self._take()):
            self._put("", words, "")

    def page(self) -> Page:
        """Return what was collected, without the articles that only announce other pages."""
        self._flush()
        sizes = Counter[int]()
        for number, line in self._blocks:
            sizes[number] += len(line)
        longest = max((size for number, size in sizes.items() if number), default=0)
        kept = [line for number, line in self._blocks if not number or sizes[number] >= TEASER * longest]
        text = re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()
        return Page(text + "\n" if text else "", self._head.metadata())


def _count(written: str | None) -> int:
    """Return how many columns or rows a cell spans."""
    return min(int(written), WIDEST) if written and written.isdecimal() and int(written[:4]) else 1
