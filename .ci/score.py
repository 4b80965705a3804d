#!/usr/bin/env python3
"""Score the command on the questions beside the checkout and hold each figure against its floor in floors.toml.

Only the standard library, so that any Python 3.11 runs it. What is scored and how is the business of the scorer there.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared"
EVALUATION = SHARED / "evaluation"
FLOORS = HERE / "floors.toml"
FACTS_LINE = re.compile(
    r"precision (?P<precision>[\d.]+)% of (?P<stored>\d+) that answer at once, "
    r"(?P<proposed>[\d.]+)% of \d+ proposed; recall (?P<recall>[\d.]+)%"
)
SUITES = {
    "seed": [EVALUATION / "seed-questions.jsonl"],
    "bare": [EVALUATION / "seed-questions.jsonl", "--documents", SHARED / "documents"],
    "off-topic": [EVALUATION / "off-topic.jsonl"],
    "articles": ["--articles", EVALUATION / "articles", "--gold", EVALUATION / "gold"],
    "exhaustive": ["--articles", EVALUATION / "articles", "--exhaustive", EVALUATION / "exhaustive"],
    "exhaustive-seed": ["--articles", SHARED / "documents", "--exhaustive", EVALUATION / "exhaustive"],
}

Figures = dict[str, float]
Floors = dict[str, dict[str, Figures]]


def measure(suite: str, lineup: str, folder: Path) -> Figures:
    """Run the scorer on one suite; print its last line and return its figures."""
    totals = folder / f"{suite}.json"
    command = [sys.executable, EVALUATION / "score.py", *SUITES[suite], "--lineup", lineup, "--show", "none"]
    # A store of its own: a cached one may have been built by other code.
    environment = os.environ | {"XDG_CACHE_HOME": str(folder / suite)}
    done = subprocess.run(
        [*map(str, command), "--json", str(totals)], stdout=subprocess.PIPE, text=True, env=environment, check=False
    )
    if done.returncode != 0:
        raise SystemExit(f"{suite}: the scorer exited {done.returncode}")
    last = done.stdout.strip().splitlines()[-1]
    print(f"{suite:16} {last}", flush=True)
    if totals.exists():
        return {name: figure for name, figure in json.loads(totals.read_text()).items() if figure is not None}
    if found := FACTS_LINE.search(last):
        figures = {name: float(figure) for name, figure in found.groupdict().items()}
        return figures if figures["stored"] else figures | {"precision": 100.0}  # nothing that answers is nothing false
    raise SystemExit(f"{suite}: no figures in {last!r}")


def misses(figures: Figures, floors: dict[str, Figures]) -> list[str]:
    """Say which figures are below what they must at least be, or above what they may at most be."""
    least, most = floors.get("least", {}), floors.get("most", {})
    low = [f"{name} {figures[name]} is below {floor}" for name, floor in least.items() if figures[name] < floor]
    high = [f"{name} {figures[name]} is above {ceiling}" for name, ceiling in most.items() if figures[name] > ceiling]
    return low + high


def tightened(figures: Figures, floors: dict[str, Figures]) -> dict[str, Figures]:
    """Return the floors moved to the figures, where those are better."""
    keep = {"least": max, "most": min}
    return {side: {name: keep[side](value, figures[name]) for name, value in of.items()} for side, of in floors.items()}


def write(floors: Floors, file: Path) -> None:
    """Write the floors back below the comment that opens their file."""
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    for suite, sides in floors.items():
        lines += ["", f"[{suite}]"]
        for side, of in sides.items():
            lines.append(f"{side} = {{ {', '.join(f'{name} = {value}' for name, value in of.items())} }}")
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Score the suites asked for; exit 1 and name every figure that misses its floor."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--lineup", default="lineup", help="the command to score")
    parser.add_argument("--raise", dest="tighten", action="store_true", help="move the floors to what was measured")
    parser.add_argument("suites", nargs="*", metavar="SUITE", help=f"of {', '.join(SUITES)} (default: all)")
    options = parser.parse_args()
    floors: Floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    suites, missed = options.suites or list(SUITES), []
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool, tempfile.TemporaryDirectory() as folder:
        measured = list(pool.map(lambda suite: measure(suite, options.lineup, Path(folder)), suites))
    for suite, figures in zip(suites, measured, strict=True):
        missed += [f"{suite}: {miss}" for miss in misses(figures, floors[suite])]
        floors[suite] = tightened(figures, floors[suite])
    if options.tighten:
        write(floors, FLOORS)
    if missed:
        raise SystemExit("\n".join(missed))


if __name__ == "__main__":
    main()
