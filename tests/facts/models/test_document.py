"""Documents and the passages they are quoted by."""

from dataclasses import FrozenInstanceError

import pytest

from facts.models import Document, Passage


def test_passage_quotes_its_document() -> None:
    text = "It is small. It is cheap."

    assert Passage("note.txt", 1, 13, 25, "sentence", 0).of(text) == "It is cheap."


def test_missing_metadata_is_none() -> None:
    document = Document("note.txt", "It is small.", 0, "en", "")

    assert (document.title, document.publisher, document.url, document.published) == (None, None, None, None)


def test_document_is_frozen() -> None:
    document = Document("note.txt", "It is small.", 0, "en", "")

    with pytest.raises(FrozenInstanceError):
        document.text = "It is large."  # type: ignore[misc] # the point of the test
