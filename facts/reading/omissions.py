"""What of a document is not read, or not as it was meant, though a build goes on with the rest of it."""

from collections.abc import Sequence

from facts.errors import DocumentError
from facts.models import Document, Passage
from facts.reading.files import is_page
from facts.reading.limits import LONGEST_ROW, MOST_PASSAGES
from facts.reading.spreadsheets import is_spreadsheet


def omissions(document: Document, passages: Sequence[Passage]) -> list[DocumentError]:
    """Name what of a document is not read because it is too long, or cannot be as it stands; a build goes on."""
    found = list[DocumentError]()
    if document.cut is not None:
        message = f"too long: what follows its first {len(document.text):,} characters is not read"
        found.append(DocumentError(document.name, document.cut, message, "split it"))
    if len(passages) == MOST_PASSAGES:
        message = f"too many passages: what follows the first {MOST_PASSAGES:,} is not read"
        found.append(DocumentError(document.name, line_of(document, passages[-1].start), message, "split it"))
    rows = [passage for passage in passages if passage.kind == "row"]
    if (row := next((row for row in rows if _goes_on(document.text, row)), None)) is not None:
        message = f"a row of more than {LONGEST_ROW:,} characters: the columns behind are not read"
        found.append(
            DocumentError(document.name, line_of(document, row.start), message, "leave out columns, or split the table")
        )
    if is_spreadsheet(document.name) and (row := next((row for row in rows if _is_open(document.text, row)), None)):
        message = "a quotation mark is not closed; it is read as a part of its cell"
        found.append(DocumentError(document.name, line_of(document, row.start), message, "close it, or double it"))
    return found


def line_of(document: Document, start: int) -> int:
    """Return the line of a file in which a place of its text stands; of a page, whose text is no file, the first."""
    return 1 if is_page(document.name) else document.text.count("\n", 0, start) + 1


def _goes_on(text: str, row: Passage) -> bool:
    end = text.find("\n", row.end)
    return any(character.isalnum() for character in text[row.end : end if end >= 0 else len(text)])


def _is_open(text: str, row: Passage) -> bool:
    return text.count('"', row.start, row.end) % 2 == 1
