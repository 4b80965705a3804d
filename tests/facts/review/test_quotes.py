"""Quotes are found again after a document was edited, and never where a word differs."""

import pytest

from facts.review.quotes import line_of, locate, nearest

TEXT = "Heading\n\nThe Élan costs “20,000\neuros” – in France.  It is built in Bree.\n\nThe Miro isn’t.\n"


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("It is built in Bree.", "It is built in Bree."),
        ('The Élan costs "20,000 euros" - in France.', "The Élan costs “20,000\neuros” – in France."),
        ("in France. It  is\nbuilt", "in France.  It is built"),
        ("The Miro isn't.", "The Miro isn’t."),
    ],
)
def test_lines_and_marks_may_differ(quote: str, found: str) -> None:
    span = locate(TEXT, quote)

    assert span is not None
    assert TEXT[slice(*span)] == found


@pytest.mark.parametrize("quote", ["It is built in Brie.", "The Élan cost 20", "the Miro isn't", "Bree It is"])
def test_words_may_not(quote: str) -> None:
    assert locate(TEXT, quote) is None


def test_the_sentence_that_it_was_is_offered() -> None:
    span = nearest(TEXT, "It was built in Bree.")

    assert span is not None
    assert (TEXT[slice(*span)], line_of(TEXT, span[0])) == ("It is built in Bree.", 4)


def test_nothing_alike_is_no_offer() -> None:
    assert nearest(TEXT, "Sales rose by half over the whole of last year, said the union.") is None
