"""Files in, passages and typed values out; what they mean is the extractor's business.

document = read_document(path, root, lexicon)
passages = passages_of(document, lexicon)
readers = Glossaries.of(lexicon)                    # compiled once for a lexicon
values = readers.reader(document)                  # one a document: what a comma means in it
spans = values.values_in(document.text, passage.start, passage.end)
readers.plain("en").parse("25k", ValueKind.COUNT)  # a string that is one value
"""

from facts.reading.files import is_document, read_document
from facts.reading.glossary import Glossary
from facts.reading.numbers import Convention, convention_of
from facts.reading.passages import passages_of
from facts.reading.tables import Cell, Grid, grids_of, labelled_value
from facts.reading.typed import TypedSpan
from facts.reading.values import Glossaries, ValueReader

__all__ = [
    "Cell",
    "Convention",
    "Glossaries",
    "Glossary",
    "Grid",
    "TypedSpan",
    "ValueReader",
    "convention_of",
    "grids_of",
    "is_document",
    "labelled_value",
    "passages_of",
    "read_document",
]
