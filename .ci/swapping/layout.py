"""The same sentences set otherwise: without a title, or with paragraphs run together."""

import re
from dataclasses import replace

from swapping.pairs import Pair

HEAD = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
TITLES = (
    re.compile(r"^title(?:: | = ).*\n", re.MULTILINE),
    re.compile(r"<title>.*?</title>|<meta property=\"og:title\"[^>]*>|<h1\b.*?</h1>", re.DOTALL),
    re.compile(r"\A# .*\n+"),
)
LEAST_OF_PROSE = 80  # characters: a shorter block may be a heading or an item
LEAST_OF_LINE = 60  # of the first of several lines: a shorter one may be the heading of the others
ENDS_SENTENCE = re.compile(r"[.!?…]['\"”’»)\]]*(?:\[\d+\])?$")
OPENS_OTHERWISE = re.compile(r"\s|[-*•#>|]|\d+\. |[\w ]{1,40}: ")  # an item, a heading, a row, somebody's turn to speak


def without_titles(pair: Pair, _seed: int) -> Pair:
    """Take the title of each article away, from what is known of it and from above its text."""
    return replace(pair, texts={name: _untitled(text) for name, text in pair.texts.items()})


def joined_paragraphs(pair: Pair, _seed: int) -> Pair:
    """Run each two neighbouring paragraphs of prose together; pages and tables stay."""
    return replace(pair, texts={n: _joined(t) if n.endswith((".txt", ".md")) else t for n, t in pair.texts.items()})


def _untitled(text: str) -> str:
    head = HEAD.match(text)
    end = head.end() if head else 0
    above, body = text[:end], text[end:]
    of_head, of_page, of_body = TITLES
    body = of_page.sub("", body) if "<html" in body else of_body.sub("", body.lstrip("\n")) if head else of_head.sub("", body)
    return of_head.sub("", above) + body


def _joined(text: str) -> str:
    """Join the second of two paragraphs to the first, the fourth to the third."""
    head = HEAD.match(text)
    end = head.end() if head else 0
    blocks = re.split(r"(\n\s*\n)", text[end:])
    done, is_open = [blocks[0]], _is_prose(blocks[0])
    for mark, block in zip(blocks[1::2], blocks[2::2], strict=True):
        joins = is_open and _is_prose(block)
        done += [" " if joins else mark, block]
        is_open = _is_prose(block) and not joins
    return text[:end] + "".join(done)


def _is_prose(block: str) -> bool:
    said = block.rstrip()
    first, *others = said.splitlines() or [""]
    if others and len(first) < LEAST_OF_LINE:
        return False
    return len(said) >= LEAST_OF_PROSE and bool(ENDS_SENTENCE.search(said)) and not OPENS_OTHERWISE.match(said)
