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


def is_accepted(kind: AnswerType, *, reviewed: bool = False) -> bool:
    """Whether a span of this type answers; else it is only marked in its passage.

    Of a statement that a person confirmed, any type does but those that were measured and found wanting.
    """
    answered, right = _measured().get(kind.value, (0, 0))
    is_precise = right >= LEAST_PRECISION * answered
    return is_precise if answered >= FEWEST else reviewed
