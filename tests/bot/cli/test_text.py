"""`lineup text`: the document to the character."""

from tests.bot.cli.conftest import Lineup
from tests.facts.test_build import ARTICLE


def test_text_is_printed_as_read(lineup: Lineup, store: str) -> None:
    assert lineup("text", "a.txt", "--facts", store).stdout == ARTICLE


def test_an_unknown_document_is_one_sentence(lineup: Lineup, store: str) -> None:
    result = lineup("text", "b.txt", "--facts", store)

    assert result.exit_code == 1
    assert "a.txt" in result.stderr
