"""How the cost of a question grows with the store: invented lineups from a thousand facts to a million.

`make scale` writes the stores (a million facts take some minutes, and are kept for the next run), measures each in a
process of its own, prints a table with the aims beside it and writes all figures as JSON.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any
from zlib import crc32

from facts.errors import StoreError
from facts.store.reader import FactStore
from facts.store.schema import SCHEMA_VERSION
from facts.store.writer import write_store
from tests.benchmarks import lineup_questions, set_questions
from tests.benchmarks.invented_lineups import InventedLineup
from tests.benchmarks.lineup_questions import Survey, dumped, questions

ROOT = Path(__file__).parents[2]
SIZES = (1_000, 10_000, 100_000, 1_000_000)
EACH = 300  # questions of a kind
STARTS = 5  # of `lineup ask`
MIB = 1 << 20
FACTS, SETS, PASSAGES, TYPING = ("0.5 / 2", "5", "p99 10", "1")
AIMS = {
    "look-up": FACTS, "misspelt": FACTS, "description": FACTS, "compare": FACTS, "two hops": FACTS, "dialogue": FACTS,
    "decline": FACTS, "superlative": SETS, "superlative of a brand": SETS, "filter": SETS, "wide filter": SETS,
    "list": SETS, "count": SETS, "negation": SETS, "exact amount": SETS, "two limits": SETS,
    "superlative with a limit": SETS, "brand with a limit": SETS, "plant with a limit": SETS,
    "reading": PASSAGES, "passage": PASSAGES, "questions suggested": TYPING, "names suggested": TYPING,
}  # fmt: skip
TITLE = "Milliseconds of processor: median / 99th percentile, and the growth of the median from the size before"
Measured = Mapping[str, Any]


def prepared(facts: int, folder: Path, each: int = EACH) -> tuple[Path, Path]:
    """Write a store of so many facts and the questions about it, unless they are there; return both."""
    made_by = crc32(b"".join(Path(one.__file__).read_bytes() for one in (lineup_questions, set_questions)))
    store, asked = folder / f"lineup-{SCHEMA_VERSION}-{facts}.db", folder / f"lineup-{facts}-{each}-{made_by:08x}.json"
    lineup = InventedLineup(facts)
    try:
        FactStore.open(store).close()
    except StoreError:
        write_store(store, lineup.contents())
        asked.unlink(missing_ok=True)
    if not asked.exists():
        rows = [dumped(one) for one in questions(Survey.of(lineup), each)]
        asked.write_text(json.dumps(rows), encoding="utf-8")
    return store, asked


def measured(store: Path, asked: Path, starts: int = STARTS) -> Measured:
    """Measure a store in a process of its own, and `lineup ask` from the shell."""
    command = [sys.executable, "-m", "tests.benchmarks.scale_probe", str(store), str(asked)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if told.returncode:
        raise RuntimeError(f"the probe of {store} failed: {told.stderr}")
    found: dict[str, Any] = json.loads(told.stdout)
    question = next(
        row["turns"][0] for row in json.loads(asked.read_text(encoding="utf-8")) if row["kind"] == "look-up"
    )
    shell = [sys.executable, "-m", "bot", "ask", question, "--facts", str(store)]
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    spent = []
    for _ in range(starts):
        began = perf_counter()
        subprocess.run(shell, cwd=ROOT, env=environment, capture_output=True, check=True)
        spent.append(perf_counter() - began)
    return {**found, "shell": {"median": statistics.median(spent), "best": min(spent)}}


def table(runs: Sequence[Measured]) -> str:
    """Return what was measured, a kind a line, a size a column; behind each median its growth from the size before."""
    lines = [_line("", [f"{run['facts']:,} facts" for run in runs], "aim")]
    for kind in runs[-1]["kinds"]:
        cells = [_cell([run["kinds"].get(kind) for run in runs[: place + 1]]) for place in range(len(runs))]
        lines.append(_line(kind, cells, AIMS.get(kind, "")))
    for floor in runs[-1]["floors"]:
        cells = [_cell([run["floors"].get(floor) for run in runs[: place + 1]]) for place in range(len(runs))]
        lines.append(_line(f"floor: {floor}", cells, ""))
    more = {
        "opened to first answer, ms": (lambda run: f"{1000 * run['opened'][0]:,.0f}", "1,000"),
        "everything loaded, ms": (lambda run: f"{1000 * (run['loading'][0] + run['suggesting'][0]):,.0f}", ""),
        "memory, MiB (mapped files among it)": (_memory, "300"),
        "`lineup ask`, s": (lambda run: f"{run['shell']['median']:.2f}", "0.4"),
        "store, MiB": (lambda run: f"{run['size'] / MIB:,.0f}", ""),
        "entities": (lambda run: f"{run['entities']:,}", ""),
        "passages": (lambda run: f"{run['passages']:,}", ""),
        "answers that were not right": (lambda run: str(sum(map(len, run["faults"].values()))), "0"),
    }
    lines += [_line(what, [said(run) for run in runs], aim) for what, (said, aim) in more.items()]
    return "\n".join(lines)


def _line(what: str, cells: Sequence[str], aim: str) -> str:
    return f"{what:36}" + "".join(f"{cell:>27}" for cell in cells) + f"{aim:>10}"


def _cell(found: Sequence[Measured | None]) -> str:
    """Return the median and the 99th percentile of the last size, and how often the median of the one before it is."""
    *before, last = [one["processor"] if one else None for one in found]
    if last is None:
        return "-"
    growth = f" ×{last['median'] / before[-1]['median']:.1f}" if before and before[-1] else ""
    return f"{last['median']:.3g} / {last['p99']:.3g}{growth}"


def _memory(run: Measured) -> str:
    after = run["memory"]["after"]
    return f"{after['VmRSS']:,.0f} ({after['RssFile']:,.0f})"


def main() -> None:
    """Measure the sizes that are asked for."""
    parser = argparse.ArgumentParser(description="measure how the cost of a question grows with the store")
    parser.add_argument("--facts", type=int, nargs="+", default=SIZES, help="sizes of the stores")
    parser.add_argument("--folder", type=Path, required=True, help="where the stores are kept")
    parser.add_argument("--json", type=Path, help="file for all figures; in the folder unless given")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    runs = []
    for facts in given.facts:
        began = perf_counter()
        store, asked = prepared(facts, given.folder)
        sys.stderr.write(f"{facts:,} facts: prepared in {perf_counter() - began:.0f} s\n")
        runs.append(measured(store, asked))
    (given.json or given.folder / "scale.json").write_text(json.dumps(runs, indent=1), encoding="utf-8")
    faults = [
        f"{run['facts']:,} facts, {kind}: {len(faults)} not right, such as {faults[0]}"
        for run in runs
        for kind, faults in run["faults"].items()
    ]
    sys.stdout.write("\n".join([TITLE, table(runs), *faults, ""]))


if __name__ == "__main__":
    main()
