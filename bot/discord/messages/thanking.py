"""Whether a message only takes note of an answer. The words for it are data, in both languages. No discord here."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path

WORDS = Path(__file__).with_name("thanks.toml")


def is_thanks(question: str) -> bool:
    """Whether a message thanks, or says that it understood, and asks nothing with it."""
    text = question.casefold().replace("’", "'")
    opening, asking = _patterns()
    found = opening.match(text)
    return found is not None and "?" not in text and asking.search(text, found.end()) is None


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    before, openings, asking = ("|".join(map(re.escape, words[key])) for key in ("before", "openings", "asking"))
    return re.compile(rf"\W*(?:(?:{before})\b\W*)*(?:{openings})\b"), re.compile(rf"\b(?:{asking})\b")
