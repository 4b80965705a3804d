"""A folder of articles with a folder of what stands in them: read, said otherwise, checked and written.

A swap changes the articles and the gold together; what no longer fits is dropped, and counted, rather than mended.
"""

import html
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

Row = dict[str, Any]
Saying = Callable[[str], str]

SAID = ("subject", "value", "quote", "q", "answers", "answers_all", "corrections", "also", "values", "row", "column")
SLIPPERY = ("typo", "casual")  # questions in lower case, with slips
KEPT_HEAD = re.compile(r"^(?:url|language|published)(?::| =) .*$", re.MULTILINE)
MARKUP = {"amp", "lt", "gt", "quot"}
ENTITY = re.compile(r"&(#?\w+);")


@dataclass(frozen=True)
class Pair:
    """Articles by file name (what is told beside a table is one more), and rows of gold by stem."""

    texts: dict[str, str]
    gold: dict[str, list[Row]]

    def of(self, stem: str) -> list[str]:
        """Return the names of the files that belong to a stem."""
        return [name for name in self.texts if name.startswith(f"{stem}.")]


def read(articles: Path, gold: Path) -> Pair:
    """Read both folders; letters that a page writes as entities become letters, so that they can change."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(articles.iterdir()) if path.is_file()}
    texts = {name: _lettered(text) if name.endswith(".html") else text for name, text in texts.items()}
    stems = {name.split(".", 1)[0] for name in texts}
    files = [path for path in sorted(gold.glob("*.jsonl")) if path.stem in stems]
    lines = {path.stem: path.read_text(encoding="utf-8").split("\n") for path in files}
    return Pair(texts, {stem: [json.loads(line) for line in of if line.strip()] for stem, of in lines.items()})


def write(pair: Pair, folder: Path) -> None:
    """Write the pair as `articles` and `gold` below a folder."""
    for part in ("articles", "gold"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    for name, text in pair.texts.items():
        (folder / "articles" / name).write_text(text, encoding="utf-8")
    for stem, rows in pair.gold.items():
        lines = [json.dumps(row, ensure_ascii=False) for row in rows]
        (folder / "gold" / f"{stem}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def reworded(pair: Pair, say: Saying, asked: Callable[[str, bool], str] | None = None) -> Pair:
    """Say everything otherwise; `asked` does so for questions, told whether they are careless ones."""
    texts = {name: _outside_of_head(text, say) for name, text in pair.texts.items()}
    return Pair(texts, {stem: [reworded_row(row, say, asked) for row in rows] for stem, rows in pair.gold.items()})


def reworded_row(row: Row, say: Saying, asked: Callable[[str, bool], str] | None = None) -> Row:
    """Say a row of gold otherwise; what it is called and sorted by stays."""
    said = {key: _each(row[key], say) for key in SAID if key in row}
    said |= {"absent": [_each(words, say) for words in row["absent"]]} if "absent" in row else {}
    said |= {"turns": [reworded_row(turn, say, asked) for turn in row["turns"]]} if "turns" in row else {}
    if asked and "q" in row:
        said["q"] = asked(row["q"], row.get("type") in SLIPPERY)
    return row | said


def checked(pair: Pair, before: Pair) -> tuple[Pair, list[str]]:
    """Drop the rows of which a quote or an answer stood in the article before and does no longer; name them."""
    gold, dropped = {}, []
    for stem, rows in pair.gold.items():
        now, then = (" ".join(_text(one.texts[name], name) for name in one.of(stem)) for one in (pair, before))
        kept = []
        for row, old in zip(rows, before.gold[stem], strict=True):
            if stands(row, now) >= stands(old, then):
                kept.append(row)
            else:
                dropped.append(row.get("id") or f"{stem}: {row['subject']} · {row['attribute']} · {row['value']}")
        gold[stem] = kept
    return replace(pair, gold=gold), dropped


def stands(row: Row, text: str) -> int:
    """Return how much of a row stands in a text: every turn's quotes, and answers, each kind counted once."""
    return sum(
        any(_has(text, piece) for piece in _pieces(turn, keys))
        for turn in row.get("turns", [row])
        for keys in (("quote",), ("answers", "answers_all", "value"))
    )


def _pieces(row: Row, keys: tuple[str, ...]) -> list[str]:
    found = [row[key] for key in keys if key in row]
    return [piece for one in found for piece in (one if isinstance(one, list) else [one])]


def _has(text: str, piece: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(piece.casefold())}(?!\w)", text.casefold()) is not None


def _text(text: str, name: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", " ", text)) if name.endswith(".html") else text


def _each(value: Any, say: Saying) -> Any:
    return [say(piece) for piece in value] if isinstance(value, list) else say(value)


def _outside_of_head(text: str, say: Saying) -> str:
    """Say a text otherwise, less its address and its language; the date is for whoever changes dates."""
    kept = KEPT_HEAD.findall(text)
    said = iter(kept)
    return KEPT_HEAD.sub(lambda _: next(said), say(text))


def _lettered(page: str) -> str:
    return ENTITY.sub(lambda found: found[0] if found[1] in MARKUP else html.unescape(found[0]), page)
