"""A web page as plain text: its main part only, written in the marks that facts.reading.blocks reads.

Headings are underlined with `---`, list items start with `- `, table rows are `| a | b |`, a term with its description
is the item `- term: description`. No word is changed; a cell that spans rows is repeated in each.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise

from facts.reading.metadata import Metadata
from facts.reading.page_metadata import Head

DROPPED = frozenset({
    "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button", "select", "option", "iframe",
    "svg", "canvas", "video", "audio", "object", "dialog", "menu",
    "amp-ad", "amp-sticky-ad", "amp-embed", "amp-sidebar", "amp-consent", "amp-user-notification",
    "amp-social-share", "amp-lightbox",
})  # fmt: skip
SITE = frozenset(["header"])  # dropped outside the main part only: an article's own header has its title
UNWANTED = re.compile(
    r"\b(?:ad|ads|advert\w*|banner|cookie\w*|consent|newsletter|related|share|sharing|social|sponsor\w*|promo\w*|breadcrumbs?"
    r"|sidebar|comments?|subscribe|popup|modal|navigation|pub|publicite|teasers?|recommend\w*|recirculation|paywall|outbrain"
    r"|taboola|signup|menu|\w{0,12}nav|navbar|topbar|masthead|footer|tags|trending|site (?:title|name)|logo"
    r"|read more|most (?:read|popular)|more (?:from|on)|see also|relatedposts|sharedaddy"
    r"|a lire|lire aussi|lire la suite|abonne\w*|infolettre|partage\w*|bandeau)\b",
    re.IGNORECASE,
)
_ABOUT_LAYOUT = re.compile(
    r"\b(?:has|no|with|without|is|hide|show|js)[-_][\w-]*", re.IGNORECASE
)  # "has-sidebar" is no sidebar
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
BLOCKS = frozenset({
    "p", "div", "section", "article", "main", "header", "figure", "figcaption", "blockquote", "pre", "address", "dl",
    "ul", "ol", "table", "body", "details", "summary",
})  # fmt: skip
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
})  # fmt: skip
ENDS = {  # a tag that may be left open -> those whose start ends it, and what it stands in at most
    "li": (("li",), ("ul", "ol")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "td": (("td", "th"), ("table",)),
    "th": (("td", "th"), ("table",)),
    "tr": (("tr",), ("table",)),
}
MAIN = ("article", "main")
DEEPEST = 150  # nested tags; what a page of hostile markup holds below is read as if it stood there
WIDEST = 50  # columns of a table that a spanning cell may fill
MOST_NAMED = 500  # characters of classes and id that are looked at
LONGEST_CELL = 400  # characters; what is longer is a page laid out in a table
BREAK = "\v"  # what a <br> is until its paragraph is told apart
TEASER = 0.25  # of the longest article's text: a shorter one on the same page only announces another page
DATA = "application/ld+json"
_UNCLOSED = re.compile(r"<(?=[^<>]*(?:<|$))")
_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_OWN_LINE = re.compile(r"[-•*–]\s|[^.!?:;|]{1,40}\s?:\s+\S")  # an item, or "Label: value"


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
    is_layout: bool = False  # a table stands inside
    _span: tuple[int, int] = (1, 1)  # columns and rows of the cell that is open
    _is_head: bool = False
    _pending: dict[int, tuple[str, int]] = field(default_factory=dict)  # column -> text, rows to come

    def open_cell(self, values: dict[str, str], *, is_head: bool) -> None:
        self._span = _count(values.get("colspan")), _count(values.get("rowspan"))
        self._is_head = is_head

    def cell(self, text: str) -> None:
        if self.row is None:
            return
        self._carry(self.row)
        columns, rows = self._span
        if rows > 1:
            self._pending[len(self.row)] = (text, rows - 1)
        is_shared = bool(self.row) and not self._is_head  # what spans columns holds for each, but heads them once
        self.row += [text, *[text if is_shared else ""] * (columns - 1)]

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
        self._outer: list[_Rows] = []  # tables around this one
        self._titled = False  # whether a title was kept
        self._head = Head()
        self._data: list[str] | None = None  # structured data that is being read

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._take_head(tag, values)
        if tag in VOID:
            if tag == "br":
                self._words.append(BREAK)
            return
        self._end_open(tag)
        unwanted = self._is_unwanted(tag, values)
        dropped = tag in DROPPED or (tag in SITE and not self._main) or unwanted
        if tag in ("h1", "main") and not unwanted:
            self._take_back()
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
        named = _ABOUT_LAYOUT.sub("", f"{values.get('class', '')} {values.get('id', '')}"[:MOST_NAMED])
        said = named.replace("-", " ").replace("_", " ")
        is_hidden = "hidden" in values or values.get("aria-hidden") == "true" or _HIDDEN.search(values.get("style", ""))
        is_other = values.get("role") in ("dialog", "navigation", "banner", "complementary", "contentinfo") or bool(
            is_hidden
        )
        return tag != "article" and (is_other or bool(UNWANTED.search(said)))

    def _end_open(self, tag: str) -> None:
        """End what HTML lets one leave open: the cell before this cell, the item before this item."""
        ended, within = ENDS.get(tag, ((), ()))
        for name, _ in reversed(self._open if ended else ()):
            if name in within:
                return
            if name in ended:
                self.handle_endtag(name)
                return

    def _take_back(self) -> None:
        """Keep what was to be dropped for its class alone: the first title of a page stands in its main part."""
        if (
            not self._dropped
            or self._titled
            or any(tag in DROPPED or tag in SITE for tag, dropped in self._open if dropped)
        ):
            return
        self._open = [(tag, False) for tag, _ in self._open]
        self._dropped = 0

    def _opened(self, tag: str, values: dict[str, str]) -> None:
        if tag == "table" and self._rows.row is not None and len(self._outer) < DEEPEST:
            self._lay_out()
        if tag == "tr":
            self._flush()
            self._rows.row = []
        elif tag in ("td", "th"):
            self._words = []
            self._rows.open_cell(values, is_head=tag == "th")
        elif tag in BLOCKS or tag in HEADINGS or tag in ("li", "caption", "dt", "dd"):
            self._words.append(" ")
            if tag in ("ul", "ol") and self._is_in_item():
                self._item("li", self._take())
            self._flush()

    def _is_in_item(self) -> bool:
        return next((name for name, _ in reversed(self._open[:-1]) if name in ("li", "ul", "ol", "table")), "") == "li"

    def _lay_out(self) -> None:
        """Begin a table inside a cell: the outer one only lays out the page, and its text stands as it is."""
        self._rows.is_layout = True
        self._outer.append(self._rows)
        self._rows = _Rows()
        self._flush()

    def handle_endtag(self, tag: str) -> None:
        depth = next((i for i in range(len(self._open) - 1, -1, -1) if self._open[i][0] == tag), None)
        if depth is None:
            return
        for name, _ in reversed(self._open[depth + 1 :]):
            if name in ENDS:
                self._closed(name)
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
            self._cell(self._take())
        elif tag == "tr" and self._rows.row is not None:
            self._row(self._rows.closed())
        elif tag in HEADINGS:
            if heading := self._take():
                self._titled = self._titled or tag == "h1"
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
                self._rows = self._outer.pop() if self._outer else self._rows

    def _row(self, row: list[str]) -> None:
        if self._rows.is_layout:
            self._put(*(line for cell in row if cell for line in ("", cell, "")))
        elif any(row):
            self._put("| " + " | ".join(row) + " |")

    def _cell(self, text: str) -> None:
        is_long = len(text) > LONGEST_CELL
        self._rows.cell("" if is_long else text)
        if is_long:
            self._put("", text, "")

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
        if self._rows.row is None:
            lines = [line for one in "".join(self._words).split(BREAK) if (line := _SPACE.sub(" ", one).strip())]
            self._words = []
            if lines:
                self._put("", _joined(lines), "")

    def page(self) -> Page:
        """Return what was collected, without the articles that only announce other pages."""
        for name, _ in reversed(self._open):
            self._closed(name)
        self._flush()
        sizes = Counter[int]()
        for number, line in self._blocks:
            sizes[number] += len(line)
        longest = max((size for number, size in sizes.items() if number), default=0)
        kept = [line for number, line in self._blocks if not number or sizes[number] >= TEASER * longest]
        text = re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()
        return Page(text + "\n" if text else "", self._head.metadata())


def _joined(lines: list[str]) -> str:
    """Put the lines that <br> parts together: items and labels stay lines of their own, a sentence goes on."""
    text = lines[0]
    for before, line in pairwise(lines):
        breaks = _OWN_LINE.match(line) or (_OWN_LINE.match(before) and before[-1] not in ",;") or before[-1] in ".!?…”»"
        text += ("\n" if breaks else " ") + line
    return text


def _count(written: str | None) -> int:
    """Return how many columns or rows a cell spans."""
    return min(int(written), WIDEST) if written and written.isdecimal() and int(written[:4]) else 1
