"""A document as it was read, and the passages it is quoted by.

Every offset in the project counts characters of `Document.text`; nothing may normalise that text.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """One file of the corpus. Missing metadata is None, never a guess."""

    name: str  # path relative to its documents folder, with forward slashes
    text: str  # the file as read, front matter included
    body: int  # offset at which the text proper starts, behind the front matter
    language: str  # "en" or "fr": declared, else detected
    digest: str  # SHA-256 of the file and its sidecars, hexadecimal
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None  # ISO date
    note: str | None = None  # what a reader should know of it ("machine-translated from French")
    cut: int | None = None  # line behind which it was not read, because it is too long; the store does not keep it


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit of quotation: a sentence, heading, list item or table row, with the frame that gives it its subject."""

    document: str
    number: int  # position in reading order, from 0
    start: int
    end: int
    kind: str  # "sentence", "heading", "item" or "row"
    paragraph: int  # passages of one paragraph or list share it
    heading: int | None = None  # number of the passage that is the heading above
    lead: int | None = None  # number of the passage that introduces this list item
    asked: int | None = None  # number of the question that it answers: an interviewer's, or one that the writer asks
    kinds: tuple[str, ...] = ()  # what sorts of thing it names: kinds of entity, kinds and dimensions of values
    topics: tuple[str, ...] = ()  # names of what it speaks of without naming it: "it", "the brand", the title's subject

    def of(self, text: str) -> str:
        """Return the words of this passage."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Searchable:
    """The words that a passage is found by: its own, those of the frame that it stands in, and its kinds."""

    own: str
    frame: str
    kinds: str


def frame_of(passages: Sequence[Passage], number: int) -> tuple[int, ...]:
    """Return the numbers of the passages that passage `number` of a document stands under.

    Those are its heading, the introduction of its list, the question that it answers and the sentence before it in the
    same paragraph.
    """
    passage = passages[number]
    above = [passage.heading, passage.lead, passage.asked]
    if number and passages[number - 1].paragraph == passage.paragraph:
        above.append(number - 1)
    return tuple(dict.fromkeys(one for one in above if one is not None and one != number))
