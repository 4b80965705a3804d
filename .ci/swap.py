#!/usr/bin/env python3
"""Say articles and their gold otherwise, and score the command on both: a swap that costs much shows what was fitted.

    swap.py ARTICLES GOLD --out DIR --swap names,numbers       write DIR/articles and DIR/gold, both swaps made
    swap.py ARTICLES GOLD --lineup .venv/bin/lineup            score each swap alone and all together, print a table

It is no part of the checks: each row of the table builds every article again.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from swapping import layout, money, names, numbers, phrasing
from swapping.pairs import Pair, checked, read, write

HERE = Path(__file__).resolve().parent
SCORER = HERE.parent.parent / "shared" / "evaluation" / "score.py"
SWAPS: dict[str, Callable[[Pair, int], Pair]] = {
    "labels": phrasing.swap_labels,
    "voices": phrasing.swap_voices,
    "titles": layout.without_titles,
    "paragraphs": layout.joined_paragraphs,
    "money": money.swap,
    "numbers": numbers.swap,
    "names": names.swap,
}  # in the order in which they are made: patterns and layout first, while the words are those that were written
MOST_COSTLY = 5.0  # points that a swap may cost
COLUMNS = ("right", "with passage", "wrong", "invented", "facts found")

Figures = dict[str, float]


def swapped(pair: Pair, wanted: list[str], seed: int) -> tuple[Pair, list[str]]:
    """Make the swaps; return the pair as it then is, checked, and the rows of gold that no longer fit."""
    dropped: list[str] = []
    for name in (name for name in SWAPS if name in wanted):
        pair, lost = checked(SWAPS[name](pair, seed), pair)
        dropped += lost
    return pair, dropped


def score(pair: Pair, lineup: str, scorer: Path) -> Figures:
    """Score the command on a pair and return its figures."""
    with tempfile.TemporaryDirectory() as folder:
        write(pair, Path(folder))
        totals = Path(folder) / "totals.json"
        given = ["--articles", f"{folder}/articles", "--gold", f"{folder}/gold", "--lineup", lineup, "--json", str(totals)]
        command = [sys.executable, str(scorer), *given, "--show", "none"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=os.environ | {"XDG_CACHE_HOME": folder})
        found = json.loads(totals.read_text(encoding="utf-8"))
    shown = {"with passage": found["right"] + found["passage"], "facts found": found["facts_found"] or 0.0}
    return {name: shown.get(name, found.get(name)) for name in COLUMNS}


def table(pair: Pair, wanted: list[str], seed: int, measure: Callable[[Pair], Figures]) -> bool:
    """Print the figures without a swap, then by swap with the difference; return whether each costs little enough."""
    rows = [[], *([name] for name in wanted), *([wanted] if len(wanted) > 1 else [])]
    pairs = [swapped(pair, row, seed) for row in rows]
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        figures = list(pool.map(measure, (one for one, _ in pairs)))
    print(f"{'swap':12}" + "".join(f"{name:>20}" for name in COLUMNS) + "   gold dropped")
    before = figures[0]
    for row, (_, dropped), after in zip(rows, pairs, figures, strict=True):
        name = "none" if not row else row[0] if len(row) == 1 else "together"
        cells = (f"{after[one]:.1f} ({after[one] - before[one]:+.1f})" for one in COLUMNS)
        print(f"{name:12}" + "".join(f"{cell:>20}" for cell in cells) + f"   {len(dropped)}")
    return all(before["right"] - after["right"] <= MOST_COSTLY for after in figures)


def main() -> None:
    """Write the swapped pair, or print the table; exit 1 where a swap costs more than it may."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--swap", default=",".join(SWAPS), help=f"of {', '.join(SWAPS)} (default: all)")
    parser.add_argument("--seed", type=int, default=4, help="of the names that are drawn")
    parser.add_argument("--out", type=Path, help="write the swapped pair below this folder")
    parser.add_argument("--lineup", help="score this command on each swap")
    parser.add_argument("--scorer", type=Path, default=SCORER, help="the script that scores (default: beside the checkout)")
    options = parser.parse_args()
    wanted = options.swap.split(",")
    if strange := set(wanted) - set(SWAPS):
        parser.error(f"no swap is called {', '.join(sorted(strange))}; there are {', '.join(SWAPS)}")
    pair = read(options.articles, options.gold)
    if options.out:
        said, dropped = swapped(pair, wanted, options.seed)
        write(said, options.out)
        print(*dropped, f"{len(dropped)} rows of gold no longer fit and were dropped", sep="\n")
    if options.lineup:
        measure = partial(score, lineup=options.lineup, scorer=options.scorer)
        sys.exit(not table(pair, wanted, options.seed, measure))


if __name__ == "__main__":
    main()
