#!/usr/bin/env python3
"""Fail where code or vocabulary names something of the development articles: no rule may know what it is measured on.

The names are the subjects of the gold facts, less words of a dictionary and names of the real world.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import simplemma

ROOT = Path(__file__).resolve().parent.parent
EVALUATION = ROOT.parent / "shared" / "evaluation"
SHIPPED = {path.stem for path in (ROOT / "facts" / "documents").iterdir()}  # about real cars
NAME = re.compile(r"[^\W\d_]{4,}")  # shorter ones are too often something else
OF_THE_WORLD = {"CarPlay", "Cabrio", "Saxony"}
SUFFIXES = {".py", ".toml"}


def made_up() -> set[str]:
    """Return the words of the articles' names that mean nothing outside of them."""
    files = [path for path in EVALUATION.glob("*/*.jsonl") if path.stem not in SHIPPED]
    rows = (json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines())
    words = {word for row in rows for word in NAME.findall(row.get("subject") or "")}
    return {word for word in words if word[0].isupper() and not simplemma.is_known(word, ("en", "fr"))} - OF_THE_WORLD


def mentions(names: set[str]) -> Iterator[str]:
    """Yield every place of code or vocabulary that has one of the names."""
    for path in sorted(path for package in ("bot", "facts") for path in (ROOT / package).rglob("*")):
        if path.suffix not in SUFFIXES or "documents" in path.parts:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if found := sorted(names.intersection(NAME.findall(line))):
                yield f"{path.relative_to(ROOT)}:{number}: {', '.join(found)}"


def main() -> None:
    """Print the places; exit 1 when there are any."""
    names = made_up()
    if not names:
        sys.exit(f"no questions with known answers at {EVALUATION}")
    places = list(mentions(names))
    print(*places, f"{len(names)} names of the articles, {len(places)} places that know them", sep="\n")
    sys.exit(bool(places))


if __name__ == "__main__":
    main()
