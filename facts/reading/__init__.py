"""Files in, passages and typed values out; what they mean is the extractor's business.

document = files.read_document(path, root, lexicon)
passages = passages.passages_of(document, lexicon)
readers = Glossaries.of(lexicon)                    # compiled once for a lexicon
values = readers.reader(document)                  # one a document: what a comma means in it
spans = values.values_in(document.text, passage.start, passage.end)
readers.plain("en").parse("25k", ValueKind.COUNT)  # a string that is one value

Only values are offered here: questions hold them too, and must not wait for the reading of files and tables to load.
"""

from facts.reading.glossary import Glossary
from facts.reading.numbers import Convention, convention_of
from facts.reading.typed import TypedSpan
from facts.reading.values import Glossaries, ValueReader

__all__ = [
    "Convention",
    "Glossaries",
    "Glossary",
    "TypedSpan",
    "ValueReader",
    "convention_of",
]
