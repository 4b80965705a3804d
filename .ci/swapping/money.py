"""Every sum in another currency, its figures as they were: euros become pounds, pounds dollars, dollars euros."""

import re

from swapping.pairs import Pair, reworded
from swapping.words import SWAPS

TURNS = [*SWAPS["money"]["symbols"], *SWAPS["money"]["words"]]
NEXT = {name: turn[(place + 1) % len(turn)] for turn in TURNS for place, name in enumerate(turn)}
WORD = re.compile(rf"(?<![^\W_])(?:{'|'.join(name for name in NEXT if name.isalpha())})(?![^\W_])")
SYMBOL = re.compile(f"[{''.join(re.escape(name) for name in NEXT if not name.isalpha())}]")


def swap(pair: Pair, _seed: int) -> Pair:
    """Change the currency of everything; a column that says it in its name changes its name."""
    return reworded(pair, say)


def say(text: str) -> str:
    """Change the currency of a text."""
    return SYMBOL.sub(lambda found: NEXT[found[0]], WORD.sub(lambda found: NEXT[found[0]], text))
