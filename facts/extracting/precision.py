"""Which patterns answer at once: those of whose facts 95 % or more were judged true.

The judgements are data (`precision.toml` beside this module says on what texts): pattern, facts judged, facts true.
"""

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from facts.models import Origin

LEAST_PRECISION = 0.95
LEAST_WORTH = 0.55  # of what a pattern proposes: below it a review would mostly reject
# How the subject was linked: what points back to it vouches for no subject that was left out, and names for neither.
LINKS = {
    "pronoun": "back",
    "its": "back",
    "near": "back",
    "implicit": "left out",
    "topic": "guessed",
    "document": "document",
}
LEAST_JUDGED = 5  # facts; fewer tell nothing


@lru_cache(maxsize=1)
def _measured() -> dict[str, tuple[int, int]]:
    table = tomllib.loads((files("facts.extracting") / "precision.toml").read_text(encoding="utf-8"))
    return {pattern: (row["judged"], row["true"]) for pattern, row in table["pattern"].items()}


@cache  # there are some hundred patterns
def origin_of(pattern: str) -> Origin:
    """Return EXTRACTED where the pattern may answer without review, else PROPOSED.

    A pattern seen too seldom goes by its shape, then by its family, each with links of its own sort: a pronoun is never
    vouched for by names. One that was wrong itself while so seldom seen waits for review.
    """
    judged, true = _measured().get(pattern, (0, 0))
    for cut in ("/", "."):
        if judged >= LEAST_JUDGED or true < judged:
            break
        kin = [
            row
            for name, row in _measured().items()
            if name.split(cut)[0] == pattern.split(cut, maxsplit=1)[0] and _link(name) == _link(pattern)
        ]
        judged, true = sum(row[0] for row in kin), sum(row[1] for row in kin)
    sure = judged >= LEAST_JUDGED and true >= LEAST_PRECISION * judged
    return Origin.EXTRACTED if sure else Origin.PROPOSED


def is_worth_showing(pattern: str) -> bool:
    """Whether a pattern may propose: unless it was judged often enough, and mostly wrong."""
    judged, true = _measured().get(pattern, (0, 0))
    return judged < LEAST_JUDGED or true >= LEAST_WORTH * judged


def _link(pattern: str) -> str:
    """Say by what sort of link the subject was found, "" where it stands with the value."""
    return LINKS.get(pattern.rsplit("/", maxsplit=1)[-1], "")
