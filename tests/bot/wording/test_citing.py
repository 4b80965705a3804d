"""Source lines."""

from bot.models import Source
from bot.wording.citing import source_line
from bot.wording.english import ENGLISH
from bot.wording.french import FRENCH


def test_everything_known_is_on_the_line() -> None:
    source = Source("a.txt", "q", 0, 1, "Title", "Paper", None, "2025-01-01", "a note of its own", reviewed=True)
    assert source_line(source, ENGLISH) == "Title, Paper, 2025-01-01, a note of its own, reviewed"


def test_what_is_missing_is_called_unknown() -> None:
    assert source_line(Source("a.txt", "q", 0, 1), FRENCH) == "a.txt, date inconnue"
