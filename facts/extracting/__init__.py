"""What a document says: entities and facts, each fact with the pattern that found it.

Never reviews, stores or answers.
"""

from facts.extracting.reader import DocumentReader
from facts.extracting.reading import Reading

__all__ = ["DocumentReader", "Reading"]
