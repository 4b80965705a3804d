#!/usr/bin/env python3
"""Draw facts of one origin from a folder of articles, with a fixed seed, to be judged one by one against their quotes.

A line each: pattern, certainty, subject, attribute, value, qualifiers, quote. What was true of how many goes into
facts/extracting/precision.toml by hand.
"""

import argparse
import json
import random
import subprocess
import tempfile
from pathlib import Path

ARTICLES = Path(__file__).resolve().parent.parent.parent / "shared" / "evaluation" / "articles"


def stored(lineup: str, folder: Path) -> list[dict[str, object]]:
    """Build a store of the articles of a folder and return its facts."""
    with tempfile.TemporaryDirectory() as scratch:
        store = Path(scratch) / "facts.db"
        subprocess.run([lineup, "build", "--documents", folder, "--facts", store], check=True, capture_output=True)
        listed = subprocess.run(
            [lineup, "facts", "--json", "--facts", store], check=True, capture_output=True, text=True
        )
    return [json.loads(line) for line in listed.stdout.splitlines()]


def main() -> None:
    """Print the facts that were drawn, in the order of their patterns."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--lineup", default="lineup", help="the command to ask")
    parser.add_argument("--articles", type=Path, default=ARTICLES)
    parser.add_argument("--origin", default="extracted", choices=["extracted", "proposed", "reviewed"])
    parser.add_argument("--count", type=int, default=150)
    parser.add_argument("--seed", type=int, default=4)
    options = parser.parse_args()
    facts = [fact for fact in stored(options.lineup, options.articles) if fact["origin"] == options.origin]
    drawn = random.Random(options.seed).sample(facts, min(options.count, len(facts)))
    print(f"{len(drawn)} of {len(facts)} facts, seed {options.seed}")
    for fact in sorted(drawn, key=lambda one: (str(one["pattern"]), str(one["document"]), str(one["start"]))):
        value = fact["value"]
        assert isinstance(value, dict)
        told = [fact["pattern"], fact["certainty"], fact["subject"], fact["attribute"], value["text"]]
        quote = " ".join(str(fact["quote"]).split())
        print(" | ".join(map(str, [*told, json.dumps(fact["qualifiers"], ensure_ascii=False), quote])))


if __name__ == "__main__":
    main()
