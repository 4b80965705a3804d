"""Documents that nobody would write, made at any size: what must cost neither much time nor much memory."""

from collections.abc import Callable, Mapping

Maker = Callable[[int], str | bytes]
SENTENCE = "The Volta Mira costs 23,900 euros and has a range of 410 km. "
CONTROLS = "".join(map(chr, (*range(1, 32), *range(127, 160)))) + "\u2028\u2029\u200b\u200e\u202e\ufeff\ufffe\uffff"


def _page(body: str) -> str:
    return f"<html><body>{body}</body></html>"


def _columns(size: int, start: str, between: str, end: str) -> str:
    return start + between.join(f"Mira {n}" for n in range(size)) + end


ENTITIES = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 12))

# Name of the file -> its maker; the size is in characters, items, columns or levels.
LONG: Mapping[str, Maker] = {
    "line.txt": lambda n: (SENTENCE * (n // len(SENTENCE) + 1))[:n],
    "no-stops.txt": lambda n: ("the mira costs 23,900 euros and " * (n // 32 + 1))[:n],
    "line.html": lambda n: _page("<p>" + SENTENCE * (n // len(SENTENCE)) + "</p>"),
    "row.csv": lambda n: "model,price\n" + "Mira,23900," * (n // 11),
    "words.txt": lambda n: "word " * (n // 5),
    "names.txt": lambda n: "".join(f"Mira{k} " for k in range(n // 9)),
    "word.txt": lambda n: "a" * n,
    "hyphens.txt": lambda n: "a-" * (n // 2),
    "stops.txt": lambda n: "a." * (n // 2),
    "digits.txt": lambda n: "1" * n,
    "numbers.txt": lambda n: "12 " * (n // 3),
    "commas.txt": lambda n: "1," * (n // 2),
    "spaces.txt": lambda n: "a" + " " * n + "b",
    "lines.txt": lambda n: "a" + "\n" * n + "b",
    "quote.txt": lambda n: "He said: “" + SENTENCE * (n // len(SENTENCE)),
    "quotes.txt": lambda n: SENTENCE + "“" * n,
    "brackets.txt": lambda n: SENTENCE + "(" * n,
    "accents.txt": lambda n: SENTENCE + "e" + "\u0301" * n,
    "bars.md": lambda n: SENTENCE + "\n" + "|" * n,
    "rules.md": lambda n: SENTENCE + "\n" + "- " * (n // 2),
    "hashes.md": lambda n: SENTENCE + "\n" + "# " * (n // 2) + "\nx",
    "quoted.md": lambda n: SENTENCE + "\n" + ">" * n + SENTENCE,
    "open-tags.html": lambda n: _page(SENTENCE + "<" * n),
    "open-attributes.html": lambda n: "<p a='" * (n // 6),
    "comments.html": lambda n: _page(SENTENCE + "<!--" * (n // 4)),
    "references.html": lambda n: f"<!DOCTYPE x [{ENTITIES}]>" + _page(SENTENCE + "&b11;" + "&amp;" * (n // 5)),
    "data.html": lambda n: _page(SENTENCE) + f'<script type="application/ld+json">{"[" * n}</script>',
    "unclosed.csv": lambda n: 'model,price\n"Mira,3\n' + "Mira,3\n" * (n // 7),
}
DEEP: Mapping[str, Maker] = {
    "items.md": lambda n: "The models:\n\n" + "".join(f"- Mira {k}: {k} km\n" for k in range(n)),
    "items.html": lambda n: _page("<ul>" + "".join(f"<li>Mira {k}: {k} km</li>" for k in range(n)) + "</ul>"),
    "nested.html": lambda n: _page("<div>" * n + SENTENCE + "</div>" * n),
    "nested-lists.html": lambda n: _page("<ul><li>" * n + SENTENCE),
    "nested-tables.html": lambda n: _page("<table><tr><td>" * n + SENTENCE),
    "nested-list.md": lambda n: "".join(" " * min(k, 60) + "- x\n" for k in range(n)),
    "wide.csv": lambda n: _columns(n, "", ",", "\n") + ",".join("1 km" for _ in range(n)),
    "wide.md": lambda n: _columns(n, "| ", " | ", " |\n") + "|---" * n + "|\n" + "| 1 km " * n + "|",
    "wide.html": lambda n: _page(
        "<table><tr>" + _columns(n, "<th>", "<th>", "") + "<tr>" + "<td>1 km" * n + "</table>"
    ),
    "spans.html": lambda n: _page(f"<table><tr><th rowspan={n} colspan={n}>x<td>3 km</table>{SENTENCE}"),
}
SMALL: Mapping[str, str | bytes] = {
    "controls.txt": SENTENCE + CONTROLS + SENTENCE,
    "controls.html": _page(f"<p>{SENTENCE}{CONTROLS}&#0;&#7;&#xD800;&#99999999999;</p>"),
    "controls.csv": f"model,price\n{CONTROLS},3\n",
    "mark.txt": b"\xef\xbb\xbf" + SENTENCE.encode(),
    "mark.md": b"\xef\xbb\xbf---\ntitle: x\n---\n" + SENTENCE.encode(),
    "utf16.txt": SENTENCE.encode("utf-16"),
    "utf32.txt": SENTENCE.encode("utf-32"),
    "declared.html": b'<meta charset="iso-8859-1">' + "<p>La Mira coûte 20 000 € à Québec.".encode("cp1252"),
    "header.csv": "model,price\n",
}
# Name of the file -> its bytes, and the line and words of what is said of it.
UNREADABLE: Mapping[str, tuple[bytes, int, str]] = {
    "empty.txt": (b"", 1, "no text"),
    "blank.md": (b" \n\n", 1, "no text"),
    "empty.html": (b"<html><body></body></html>", 1, "no text"),
    "application.html": (
        b"<div id=app></div><noscript>Switch on JavaScript</noscript><script>x</script>",
        1,
        "no text",
    ),
    "empty.csv": (b"", 1, "no text"),
    "nul.csv": (b"model,price\nMira,\x003\n", 2, "binary"),
    "utf16-unmarked.txt": (SENTENCE.encode("utf-16-le"), 1, "binary"),
    "utf16-cut.txt": (SENTENCE.encode("utf-16")[:-1], 1, "UTF-16"),
    "latin1.txt": ("It is here.\nLa Mira coûte 20 000 euros.".encode("latin-1"), 2, "not UTF-8"),
    "latin1.html": ('<meta charset="rot13"><p>\nLa Mira coûte 20 000 euros.'.encode("latin-1"), 2, "not UTF-8"),
    "surrogate.txt": (SENTENCE.encode() + b"\n\xed\xa0\x80", 2, "not UTF-8"),
    "front.md": (b"---\ntitle: x\n" + b"note: y\n" * 100_000, 1, "not closed"),
    "front-nested.md": (b"---\ntitle: x\n- [" + b"[" * 100_000, 3, "not `key: value`"),
    "huge.txt": (b"The car. " * 4_000_000, 1, "more than 32"),
}
