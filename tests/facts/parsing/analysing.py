"""Sentences as naming and extracting see them, from a text of a test."""

from facts.corpus import Tools
from facts.models import Document
from facts.parsing import Sentence, analyse
from facts.reading.passages import passages_of


def sentences_of(tools: Tools, text: str, language: str = "en") -> list[Sentence]:
    """Take a text apart with the shipped vocabulary."""
    document = Document("note.txt", text, 0, language, "")
    values, seasons = tools.glossaries.reader(document), tools.readers[language].seasons
    return [
        analyse(document, passage, values, tools.lemmas, seasons) for passage in passages_of(document, tools.lexicon)
    ]


def sentence_of(tools: Tools, text: str, language: str = "en") -> Sentence:
    """Take a text of one sentence apart."""
    (sentence,) = sentences_of(tools, text, language)
    return sentence
