"""Documents and the passages they are quoted by."""

from dataclasses import FrozenInstanceError

import pytest

from facts.models import Document, Passage, frame_of


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


def test_the_frame_of_a_passage() -> None:
    """Heading, list introduction, question and the sentence before in the same paragraph; each once, never itself."""
    heading = Passage("a.txt", 0, 0, 4, "heading", 0)
    lead = Passage("a.txt", 1, 5, 9, "sentence", 1, heading=0)
    item = Passage("a.txt", 2, 10, 14, "item", 1, heading=0, lead=1)
    answer = Passage("a.txt", 3, 15, 19, "sentence", 2, heading=0, asked=1)

    frames = [frame_of([heading, lead, item, answer], number) for number in range(4)]

    assert frames == [(), (0,), (0, 1), (0, 1)]
