"""A quote in its place: the document it is from and the text around it, by what the document is and not by its name."""

from bot.answering.known import Known, source_of
from bot.models.sheet import Excerpt
from facts.models import Document

SHORTEST_DIGEST = 8  # hexadecimal digits that tell ten thousand documents apart
NEIGHBOURS = 600  # characters shown on either side


def excerpt_of(known: Known, digest: str, start: int, end: int) -> Excerpt | None:
    """Return document[start:end] among its neighbours, or None where there is no such document or place."""
    document = _document(known, digest)
    if document is None or not 0 <= start < end <= len(document.text):
        return None
    first = max(min(document.body, start), start - NEIGHBOURS)  # what stands above the text proper is none of it
    place, passages = known.store.place_in(document.name, start)
    reviewed = known.store.is_reviewed(document.name, start, end)
    return Excerpt(
        source_of(document, start, end, reviewed=reviewed),
        before=_from_a_word(document.text[first:start], cut=first > document.body),
        after=_to_a_word(document.text[end : end + NEIGHBOURS], cut=len(document.text) > end + NEIGHBOURS),
        position=place + 1,
        passages=passages,
    )


def _document(known: Known, digest: str) -> Document | None:
    """Find a document by the start of its digest; where several begin so, none."""
    if len(digest) < SHORTEST_DIGEST:
        return None
    names = known.store.documents_with(digest)
    return known.document(names[0]) if len(names) == 1 else None


def _from_a_word(text: str, *, cut: bool) -> str:
    return "… " + text.partition(" ")[2] if cut else text


def _to_a_word(text: str, *, cut: bool) -> str:
    return text.rpartition(" ")[0] + " …" if cut else text
