"""Which types of answer statements may give: those whose measured precision is high enough.

The counts are data (`acceptance.toml` beside this module says on what texts): answered questions by type, and how many
were right.
"""

import tomllib
from functools import lru_cache
from importlib.resources import files

from bot.models.asked import AnswerType

LEAST_PRECISION = 0.95
FEWEST = 5  # answered questions; fewer tell nothing of a type


@lru_cache(maxsize=1)
def _measured() -> dict[str, tuple[int, int]]:
    table = tomllib.loads((files("bot.answering") / "acceptance.toml").read_text(encoding="utf-8"))
    return {name: (row["answered"], row["right"]) for name, row in table["type"].items()}


def is_accepted(kind: AnswerType) -> bool:
    """Whether a span of this type answers; else it is only marked in its passage."""
    answered, right = _measured().get(kind.value, (0, 0))
    return answered >= FEWEST and right >= LEAST_PRECISION * answered
